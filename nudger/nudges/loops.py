"""Open loops: which answers the leader still owes. A pure function of what was asked, what is known, and the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from nudger.ledger.loop_rows import SEEN, Asked, Loop, LoopState, Reaction
from nudger.nudges.workdays import Calendar

LOOK_BACK = timedelta(days=28)
"""What was asked longer ago is not brought up for the first time."""

MOST_ADDRESSEES = 12
"""A mail to more people than this asks everybody and nobody."""

HOLDING_BACK = 3
"""With more of these open, no new suggestion is made: answer first, post later."""


@dataclass(frozen=True, slots=True)
class Promise:
    """I answer within so many working days, counted in this calendar."""

    days: int
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class Open:
    """Something waits for an answer that nobody knew of."""

    loop: Loop


@dataclass(frozen=True, slots=True)
class Close:
    """It waits no longer: ``answered`` in mail or on the network, ``elsewhere`` by another, or ``withdrawn``."""

    loop: Loop
    how: str


@dataclass(frozen=True, slots=True)
class Wake:
    """A snoozed one is due again."""

    loop: Loop


@dataclass(frozen=True, slots=True)
class Defer:
    """The promise ends later than was thought: leave was taken meanwhile."""

    loop: Loop
    due: datetime


LoopAction = Open | Close | Wake | Defer
IdOf = Callable[[str, str], str]


def horizon(loops: Sequence[Loop], now: datetime) -> datetime:
    """From when on what was asked has to be known: four weeks, or since the oldest loop that still waits."""
    waiting = [loop.opened for loop in loops if loop.state is not LoopState.CLOSED]
    return min([now - LOOK_BACK, *waiting])


def decide(
    asked: Sequence[Asked],
    reactions: Sequence[Reaction],
    loops: Sequence[Loop],
    promise: Promise,
    now: datetime,
    id_of: IdOf,
) -> list[LoopAction]:
    """What to do now; applying it and deciding again at the same moment gives nothing new.

    ``asked`` and ``reactions`` go back to :func:`horizon`, ``loops`` holds all that are remembered.
    """
    known = {loop.key: loop for loop in loops}
    fates = {id_of(one.kind, one.message): _fate(one) for one in asked}
    fates |= {id_of("reaction", one.conversation): "answered" if one.answered else "" for one in reactions}
    fresh = [*_from_mail(asked, promise, id_of), *_from_network(reactions, promise, id_of)]
    news = [
        Open(loop)
        for loop in sorted(fresh, key=lambda loop: (loop.opened, loop.key))
        if loop.key not in known and not fates[loop.key] and now - LOOK_BACK <= loop.opened <= now
    ]
    return [*news, *(action for loop in loops for action in _follow(loop, fates, promise, now))]


def _follow(loop: Loop, fates: Mapping[str, str], promise: Promise, now: datetime) -> Iterator[LoopAction]:
    if loop.state is LoopState.CLOSED:
        return
    fate = fates.get(loop.key, "withdrawn")
    due = promise.calendar.after(loop.opened, promise.days)
    if fate and not (loop.how == SEEN and fate == "answered"):
        yield Close(loop, fate)
    elif loop.state is LoopState.SNOOZED and loop.until and loop.until <= now:
        yield Wake(loop)
    elif due > loop.due:
        yield Defer(loop, due)


def _fate(one: Asked) -> str:
    """How it was settled without the leader's word; empty: it waits.

    What the leader wrote in the thread after it is an answer. A question to several people that another answered needs
    no second answer; an idea does, for it was brought to the leader.
    """
    if one.own:
        return "answered"
    return "elsewhere" if one.kind == "question" and one.addressees > 1 and one.other else ""


def _from_mail(asked: Sequence[Asked], promise: Promise, id_of: IdOf) -> Iterator[Loop]:
    """One a thread: the first that waits, so that a second mail about the same is no second loop."""
    threads: set[str] = set()
    for one in asked:
        if one.addressees > MOST_ADDRESSEES or _fate(one) or one.thread in threads:
            continue
        threads.add(one.thread)
        yield _loop(one.kind, one.thread, one.message, one.opened, promise, id_of)


def _from_network(reactions: Sequence[Reaction], promise: Promise, id_of: IdOf) -> Iterator[Loop]:
    for one in reactions:
        yield _loop("reaction", "", one.conversation, one.opened, promise, id_of)


def _loop(kind: str, thread: str, message: str, opened: datetime, promise: Promise, id_of: IdOf) -> Loop:
    due = promise.calendar.after(opened, promise.days)
    return Loop(key=id_of(kind, message), kind=kind, thread=thread, message=message, opened=opened, due=due)


def waiting(loops: Sequence[Loop], now: datetime) -> list[Loop]:
    """What to show: reactions at once, ideas and questions past the promise; those that hold back first."""
    found = [loop for loop in loops if loop.state is LoopState.OPEN and (loop.kind == "reaction" or loop.due <= now)]
    return sorted(found, key=lambda loop: (loop.kind == "question", loop.opened, loop.key))


def holds_back(loops: Sequence[Loop], now: datetime) -> bool:
    """Whether so much waits that nothing new is suggested; questions never count for this."""
    return sum(loop.kind != "question" for loop in waiting(loops, now)) > HOLDING_BACK
