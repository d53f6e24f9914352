"""What a choice by mail does to the ledger: the moves that ``review`` and ``answers`` make, and no others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import Loop, LoopState
from nudger.ledger.records import Suggestion
from nudger.ledger.states import State
from nudger.nudges import leave, suggestions
from nudger.nudges.answers import SNOOZE
from nudger.nudges.mail_words import Choice
from nudger.nudges.rules import Policy

ASLEEP = (State.SNOOZED, State.ASKED_AUTHOR)
WAITING = (State.OFFERED, *ASLEEP)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where choices are carried out: inside a transaction of ``ledger``, at ``now``.

    ``digest_at`` is when the digest went out to which this is the answer.
    """

    ledger: Ledger
    rules: Policy
    now: datetime
    zone: tzinfo
    digest_at: datetime


def carry_out(desk: Desk, choice: Choice, circle: Iterable[str] = ()) -> str:
    """Do it; gives ``done``, ``unknown`` or ``late``, and changes nothing but for ``done``.

    ``circle`` are the people of the thread, to leave alone after "private".
    """
    match choice.word:
        case "stop":
            suggestions.pause(desk.ledger, None)
        case "go-on":
            suggestions.resume(desk.ledger, desk.now)
            leave.end(desk.ledger, desk.now.astimezone(desk.zone).date())
        case "pause":
            _pause(desk, desk.now + timedelta(weeks=choice.weeks))
        case "later" if not choice.target:
            return _all_later(desk)
        case _ if choice.target.startswith("l"):
            return _loop(desk, choice)
        case _:
            return _suggestion(desk, choice, circle)
    return "done"


def _pause(desk: Desk, until: datetime) -> None:
    suggestions.pause(desk.ledger, until)
    leave.begin(desk.ledger, desk.now.astimezone(desk.zone).date(), until.astimezone(desk.zone).date())


def _all_later(desk: Desk) -> str:
    """``later`` alone: everything that this digest offered."""
    offered = [
        suggestion
        for suggestion in desk.ledger.suggestions.in_states((State.OFFERED,))
        if suggestion.offered_at <= desk.digest_at
    ]
    for suggestion in offered:
        _later(desk, suggestion)
    return "done" if offered else "late"


def _loop(desk: Desk, choice: Choice) -> str:
    found = desk.ledger.loops.find(choice.target)
    if len(found) != 1:
        return "unknown"
    loop: Loop = found[0]
    if choice.word == "later" and loop.state is LoopState.OPEN:
        desk.ledger.loops.move(loop, LoopState.SNOOZED, until=desk.now + SNOOZE)
    elif choice.word == "done" and loop.state is not LoopState.CLOSED:
        desk.ledger.loops.move(loop, LoopState.CLOSED, how="answered", closed=desk.now, until=None)
    else:
        return "late"
    return "done"


def _suggestion(desk: Desk, choice: Choice, circle: Iterable[str]) -> str:
    found = desk.ledger.suggestions.find(choice.target)
    if len(found) != 1:
        return "unknown"
    suggestion = found[0]
    if suggestion.state not in WAITING:
        return "late"
    if suggestion.state in ASLEEP:
        if choice.word == "later":
            return "late"
        suggestion = desk.ledger.suggestions.move(suggestion, State.OFFERED)
    if choice.word == "later":
        _later(desk, suggestion)
    elif choice.word == "no":
        _no(desk, suggestion, choice.reason, circle)
    else:
        _posted(desk, suggestion, choice.url)
    return "done"


def _posted(desk: Desk, suggestion: Suggestion, url: str) -> None:
    """The leader put it on the network herself; nothing is sent."""
    rows = desk.ledger.suggestions
    accepted = rows.move(suggestion, State.ACCEPTED, decided_at=desk.now)
    rows.move(accepted, State.HANDED_OFF, url=url)
    _verdict(desk, suggestion, "yes", "")


def _no(desk: Desk, suggestion: Suggestion, reason: str, circle: Iterable[str]) -> None:
    desk.ledger.suggestions.move(suggestion, State.DECLINED, decided_at=desk.now, reason=reason)
    _verdict(desk, suggestion, "no", reason)
    people = frozenset(circle)
    if reason == "private" and people:
        until = desk.now + timedelta(days=desk.rules.private_days)
        desk.ledger.mutes.mute(people, suggestion.thread, until)


def _later(desk: Desk, suggestion: Suggestion) -> None:
    """It returns in a week, twice at most: then it goes."""
    rows = desk.ledger.suggestions
    if suggestion.snoozes >= desk.rules.most_snoozes:
        rows.move(suggestion, State.EXPIRED, decided_at=desk.now)
        return
    until = desk.now + timedelta(days=7)
    rows.move(suggestion, State.SNOOZED, decided_at=desk.now, until=until, snoozes=suggestion.snoozes + 1)


def _verdict(desk: Desk, suggestion: Suggestion, verdict: str, reason: str) -> None:
    if thread := desk.ledger.threads.get(suggestion.thread):
        desk.ledger.verdicts.put(thread, verdict, reason, desk.now)
