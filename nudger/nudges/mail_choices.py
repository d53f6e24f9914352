"""What a choice by mail does to the ledger: the moves that ``review`` and ``answers`` make, and no others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import Loop, LoopState
from nudger.ledger.states import State
from nudger.nudges import decisions, leave, suggestions
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
            leave.come_back(desk.ledger, desk.now, desk.zone)
        case "pause":
            leave.go_away(desk.ledger, desk.now, desk.now + timedelta(weeks=choice.weeks), desk.zone)
        case "later" if not choice.target:
            return _all_later(desk)
        case _ if choice.target.startswith("l"):
            return _loop(desk, choice)
        case _:
            return _suggestion(desk, choice, circle)
    return "done"


def _all_later(desk: Desk) -> str:
    """``later`` alone: everything that this digest offered."""
    offered = [
        suggestion
        for suggestion in desk.ledger.suggestions.in_states((State.OFFERED,))
        if suggestion.offered_at <= desk.digest_at
    ]
    for suggestion in offered:
        decisions.later(desk.ledger, suggestion, desk.rules, desk.now)
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
        decisions.later(desk.ledger, suggestion, desk.rules, desk.now)
    elif choice.word == "no":
        decisions.decline(desk.ledger, suggestion, choice.reason, frozenset(circle), desk.rules, desk.now)
    else:
        decisions.hand_off(desk.ledger, suggestion, choice.url, desk.now)
    return "done"
