"""What each table of the ledger is for and how long its rows live, as data; beside it one fictional row of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nudger.ledger.crowd_rows import OPEN_DAYS, WEEKS
from nudger.ledger.retention import DIGEST_DAYS, MUTE_DAYS, PEOPLE_DAYS, RUN_DAYS, WEEK_DAYS

FOREVER = 0
"""As long as the ledger lives: bare keys, so that a dismissal is final."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One table: after how many days its rows go (0: with the ledger), and what a row looks like."""

    days: int
    sample: Mapping[str, object]


def tables(keep_days: int) -> dict[str, Kept]:
    """Every table, by name, with the retention that holds here."""
    return {
        "messages": Kept(keep_days, _MESSAGE),
        "threads": Kept(keep_days, _THREAD),
        "thread_topics": Kept(keep_days, {"topic": "2f0c…", "thread": "9a1e…"}),
        "thread_people": Kept(PEOPLE_DAYS, {"thread": "9a1e…", "salt": "9a1e…", "person": "c07d…", "author": 1}),
        "weeks": Kept(WEEK_DAYS, _WEEK),
        "runs": Kept(RUN_DAYS, _RUN),
        "sightings": Kept(FOREVER, _SIGHTING),
        "thread_index": Kept(FOREVER, _INDEX),
        "thread_ids": Kept(FOREVER, {"id": "51bd…", "thread": "9a1e…"}),
        "suggestions": Kept(FOREVER, _SUGGESTION),
        "outbox": Kept(FOREVER, _OUTBOX),
        "loops": Kept(FOREVER, _LOOP),
        "consents": Kept(keep_days, _CONSENT),
        "replies": Kept(FOREVER, _REPLY),
        "ideas": Kept(FOREVER, _IDEA),
        "mutes": Kept(MUTE_DAYS, {"key": "0c7b…", "what": "circle", "until": "2026-09-01T08:05:00Z"}),
        "digests": Kept(DIGEST_DAYS, _DIGEST),
        "mail_answers": Kept(DIGEST_DAYS, _MAIL_ANSWER),
        "verdicts": Kept(FOREVER, _VERDICT),
        "activity": Kept(FOREVER, _ACTIVITY),
        "crowd": Kept(7 * WEEKS + OPEN_DAYS, {"block": "2026-06-01", "person": "b8d2…"}),
        "crowds": Kept(FOREVER, {"block": "2026-05-04", "people": 34}),
        "network_reads": Kept(FOREVER, _NETWORK_READ),
        "audits": Kept(FOREVER, _AUDIT),
        "trials": Kept(FOREVER, _TRIAL),
        "cursors": Kept(FOREVER, {"account": "fatima", "folder": "INBOX", "uidvalidity": 17, "last_uid": 4211}),
        "settings": Kept(FOREVER, {"name": "sent:fatima", "value": "Verzonden items"}),
    }


_DIGEST = {
    "moment": "2026-06-02T06:30:00Z",
    "message": "51bd…",
    "token": "77e0…",
    "state": "sent",
    "sent_at": "2026-06-02T06:30:04Z",
}
_MAIL_ANSWER = {
    "message": "3b90…",
    "line": 1,
    "target": "s7f2",
    "word": "posted",
    "outcome": "done",
    "given_at": "2026-06-02T09:12:00Z",
    "told": 1,
}
_MESSAGE = {
    "key": "51bd…",
    "thread": "9a1e…",
    "sent": "2026-06-02T09:00:00Z",
    "sent_sure": 1,
    "week": "2026-W23",
    "role": "to",
    "addressees": 4,
    "language": "nl",
    "is_reply": 1,
    "new_author": 1,
    "kind": "idea",
    "talk": 0.91,
    "worth": 0.74,
    "verdict": "suggest",
    "gates": "[]",
    "thread_gate": "",
    "findings": '["goal.errors"]',
    "model": "b0c8e1f2",
}
_THREAD = {
    "key": "9a1e…",
    "first": "2026-06-01T14:12:00Z",
    "last": "2026-06-02T09:00:00Z",
    "messages": 3,
    "authors": 3,
    "people": 5,
    "addressees": 4,
    "own_messages": 1,
    "to_owner": 2,
    "own_start": 0,
    "language": "nl",
    "kind": "idea",
    "verdict": "suggest",
    "worth": 0.74,
    "gate": "",
    "best": "51bd…",
    "settled": "talk",
}
_WEEK = {
    "week": "2026-W23",
    "definition": "5d1c09aa",
    "model": "b0c8e1f2",
    "load": 187,
    "talk": 6,
    "own_talk": 2,
    "left_on_mail": 9,
    "ideas": 2,
    "questions": 3,
}
_RUN = {
    "id": "7e40…",
    "command": "poll",
    "started": "2026-06-03T00:30:00Z",
    "ended": "2026-06-03T00:30:09Z",
    "outcome": '{"new": 41}',
}
_SIGHTING = {
    "account": "fatima",
    "folder": "INBOX",
    "uidvalidity": 17,
    "uid": 4211,
    "outcome": "suggest",
    "message": "51bd…",
    "reason": "",
    "tries": 1,
}
_TRIAL = {"account": "fatima", "folder": "INBOX", "uidvalidity": 17, "first_uid": 4212, "last_uid": 4230, "tries": 1}
_INDEX = {"thread": "9a1e…", "created": 812, "first": "2026-06-01T14:12:00Z", "last": "2026-06-02T09:00:00Z"}
_SUGGESTION = {
    "id": "7f2c…",
    "thread": "9a1e…",
    "state": "declined",
    "week": "2026-W23",
    "kind": "idea",
    "own": 0,
    "goal": "errors",
    "offered_at": "2026-06-03T00:30:00Z",
    "shown": 1,
    "decided_at": "2026-06-03T08:05:00Z",
    "reason": "mail-is-fine",
    "until": "",
    "network": "",
    "community": "",
    "url": "",
    "approved_hash": "",
    "title": "",
    "body": "",
    "language": "",
    "snoozes": 0,
    "drawn": 0,
    "crossed": "",
}
_OUTBOX = {
    "suggestion": "7f2c…",
    "part": 0,
    "attempt": 1,
    "marker": "n-4c1e…",
    "state": "sent",
    "network": "plein",
    "account": "@fatima",
    "community": "team-zorg",
    "approved_hash": "8d02…",
    "started_at": "2026-06-03T08:05:00Z",
    "settled_at": "2026-06-03T08:05:01Z",
    "remote_id": "1201",
    "url": "https://plein.example/1201",
    "reason": "",
}
_LOOP = {
    "key": "3ac2…",
    "kind": "idea",
    "thread": "9a1e…",
    "message": "51bd…",
    "opened": "2026-06-01T14:12:00Z",
    "due": "2026-06-03T21:59:00Z",
    "state": "open",
    "closed": "",
    "how": "",
    "until": "",
}
_CONSENT = {"thread": "9a1e…", "person": "77d2…", "how": "mail", "given_at": "2026-06-03T08:05:00Z"}
_REPLY = {
    "id": "3ac2…",
    "state": "sent",
    "network": "plein",
    "community": "team-zorg",
    "root": "1201",
    "url": "https://plein.example/1201#2",
    "approved_hash": "4f7a…",
    "body": "",
    "language": "nl",
    "decided_at": "2026-06-04T12:02:00Z",
}
_IDEA = {
    "loop": "3ac2…",
    "title": "Een fiets bij elke locatie",
    "stage": "tried",
    "note": "",
    "changed": "2026-06-20T08:05:00Z",
}
_VERDICT = {
    "thread": "9a1e…",
    "verdict": "no",
    "reason": "mail-is-fine",
    "given_at": "2026-06-03T08:05:00Z",
    "kind": "idea",
    "message": "51bd…",
    "numbers": "[0.2, 1.4]",
    "base": "b0c8e1f2",
}
_ACTIVITY = {
    "network": "plein",
    "community": "team-zorg",
    "conversation": "e11f…",
    "week": "2026-W23",
    "started": "2026-06-03T08:05:00Z",
    "people": 3,
    "replies": 2,
    "own": 1,
    "first_answer": "2026-06-03T10:40:00Z",
    "last_reply": "2026-06-04T09:15:00Z",
    "last_own": "2026-06-04T12:02:00Z",
    "url": "https://plein.example/1201",
    "source": "read",
}
_NETWORK_READ = {
    "network": "plein",
    "begun": "2026-05-06T00:30:00Z",
    "until": "2026-06-03T00:30:00Z",
    "tried": "2026-06-03T00:30:00Z",
    "trouble": "",
}
_AUDIT = {"thread": "9a1e…", "counted_as": "talk", "model": "b0c8e1f2", "talk": 1, "given_at": "2026-07-01T08:05:00Z"}
