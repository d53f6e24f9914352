"""What happens on a network becomes rows without names: conversations, reactions, and how far was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from nudger.ledger.activity_rows import ActivityRow, NetworkRead
from nudger.ledger.ledger import Ledger
from nudger.ledger.states import State
from nudger.networks.activity import Eyes, conversations
from nudger.networks.base import Activity
from nudger.networks.unfinished import sentences, unfinished, unseen
from tests.factories import NOW, suggestion

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
EYES = Eyes("plein", {"ik"}, {"p9"}, lambda id_: f"k{id_}", ZoneInfo("Europe/Amsterdam"))


def post(id_: str, author: str, after: timedelta = HOUR, *, root: str = "") -> Activity:
    return Activity(id_, root or id_, "zorg", author, NOW + after, bool(root), f"https://plein.example/{id_}")


def rows(*found: Activity, known: tuple[ActivityRow, ...] = ()) -> dict[str, ActivityRow]:
    return {row.conversation: row for row in conversations(found, {row.conversation: row for row in known}, EYES)}


def test_a_conversation_is_people_replies_and_times() -> None:
    found = rows(
        post("1", "anna"),
        post("2", "tom", 2 * HOUR, root="1"),
        post("3", "anna", 3 * HOUR, root="1"),
        post("4", "ik", 4 * HOUR, root="1"),
        post("5", "priya", 9 * DAY, root="1"),
    )
    assert found["k1"] == ActivityRow(
        network="plein", community="zorg", conversation="k1", week="2026-W23", started=NOW + HOUR, people=3, replies=3,
        own=False, first_answer=NOW + 2 * HOUR, last_reply=NOW + 9 * DAY, last_own=NOW + 4 * HOUR,
    )  # fmt: skip


def test_a_reaction_to_an_own_post_waits_until_the_owner_writes_after_it() -> None:
    begun = post("1", "ik")
    with Ledger.in_memory() as ledger, ledger.atomic():
        steps = (
            ([begun], []),
            ([begun, post("2", "ik", 2 * HOUR, root="1")], []),
            ([begun, post("2", "ik", 2 * HOUR, root="1"), post("3", "tom", 3 * HOUR, root="1")], [False]),
            ([begun, post("3", "tom", 3 * HOUR, root="1"), post("4", "ik", 4 * HOUR, root="1")], [True]),
            ([post("5", "tom", 5 * HOUR, root="1")], [False]),
        )
        for found, waiting in steps:
            known = {row.conversation: row for row in ledger.activity.all()}
            for row in conversations(found, known, EYES):
                ledger.activity.put(row)
            assert [one.answered for one in ledger.loops.reactions(NOW)] == waiting
        assert ledger.activity.link("k1") == "https://plein.example/1"
        assert ledger.activity.link("k2") == ""
        [row] = ledger.activity.all()
        assert (row.own, row.url, row.first_answer) == (True, "https://plein.example/1", NOW + 3 * HOUR)


def test_what_nudger_posted_is_own_whoever_reads() -> None:
    found = rows(post("p9", "nudger-account"), post("2", "tom", 2 * HOUR, root="p9"))
    assert found["kp9"].own
    assert found["kp9"].last_reply == NOW + 2 * HOUR


def test_a_later_look_changes_only_what_moved_on_and_ignores_what_began_before() -> None:
    [before] = rows(post("1", "anna"), post("2", "tom", 2 * HOUR, root="1")).values()
    later = rows(post("3", "anna", 20 * DAY, root="1"), post("7", "tom", 20 * DAY, root="6"), known=(before,))
    assert later == {"k1": replace(before, last_reply=NOW + 20 * DAY)}


def test_no_value_of_a_person_is_kept() -> None:
    found = rows(post("1", "anna"), post("2", "tom", 2 * HOUR, root="1"))
    assert not {"anna", "tom"} & set(map(str, [getattr(found["k1"], name) for name in ActivityRow.__slots__]))


def test_the_leader_is_asked_to_look_once_where_nothing_can_be_read() -> None:
    ages = {"new": 1, "due": 3, "old": 10}
    posts = [
        suggestion(name, State.HANDED_OFF, id=f"s{name}", network="plein", url=f"u/{name}", decided_at=NOW - n * DAY)
        for name, n in ages.items()
    ]
    assert [one.thread for one in unseen(posts, [], [], NOW)] == ["due"]
    failed = NetworkRead(network="plein", begun=NOW - 30 * DAY, until=NOW - 2 * DAY, tried=NOW, trouble="network-away")
    assert [one.thread for one in unseen(posts, [failed], [], NOW)] == ["due"]
    assert unseen(posts, [replace(failed, until=NOW, trouble="")], [], NOW) == []
    mail = ActivityRow(
        network="plein", community="zorg", conversation="x", week="2026-W23", started=NOW, people=2, replies=1,
        own=True, first_answer=NOW, url="u/due", source="mail",
    )  # fmt: skip
    assert unseen(posts, [], [mail], NOW) == []


def test_what_waits_for_the_leader_is_told_the_most_urgent_first() -> None:
    states = {
        "a": State.ACCEPTED, "b": State.REFUSED, "c": State.UNCERTAIN, "d": State.SENT, "e": State.DECLINED,
        "f": State.SENDING,
    }  # fmt: skip
    with Ledger.in_memory() as ledger:
        with ledger.atomic():
            for name, state in states.items():
                made = suggestion(
                    name, state, id=f"s{name}", community="zorg", decided_at=NOW - 3 * DAY, url=f"u/{name}"
                )
                ledger.suggestions.offer(made)
        found = unfinished(ledger, NOW)
    assert found.as_json() == {"uncertain": ["sc", "sf"], "accepted": ["sa"], "refused": ["sb"], "unseen": ["sd"]}
    told = [(key, values.get("id") or values.get("n") or values["url"]) for key, values in sentences(found)]
    assert told == [
        ("post-waits-uncertain", "sc"),
        ("post-waits-uncertain", "sf"),
        ("post-waits-review", 2),
        ("post-waits-look", "u/d"),
    ]
