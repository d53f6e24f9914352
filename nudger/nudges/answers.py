"""Answers: keeps the open loops of a ledger up to date, and settles them on the leader's word, with undo."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import HOWS, STAGES, Idea, Loop, LoopState
from nudger.nudges.loops import Close, Defer, LoopAction, Open, Promise, decide, horizon, waiting

SNOOZE = timedelta(days=7)


def update(ledger: Ledger, promise: Promise, now: datetime) -> Counter[str]:
    """Open, close, wake and defer loops; inside one transaction. Gives how many of each.

    Only to be called when received and sent mail were read in the same run: else an answer may not be known yet.
    """
    loops = ledger.loops.all()
    since = horizon(loops, now)
    asked, reactions = ledger.loops.asked(since), ledger.loops.reactions(since)
    actions = decide(asked, reactions, loops, promise, now, ledger.loops.id_of)
    return Counter(_act(ledger, action, now) for action in actions)


def _act(ledger: Ledger, action: LoopAction, now: datetime) -> str:
    match action:
        case Open(loop):
            ledger.loops.open(loop)
            return "opened"
        case Close(loop, how):
            ledger.loops.move(loop, LoopState.CLOSED, how=how, closed=now, until=None)
            return how
        case Defer(loop, due):
            ledger.loops.defer(loop, due)
            return "deferred"
        case _:
            ledger.loops.move(action.loop, LoopState.OPEN, until=None)
            return "woken"


def settle(ledger: Ledger, loop: Loop, how: str, now: datetime) -> Loop:
    """Closed on the leader's word; ``how`` is one of ``HOWS``. An idea that was answered goes on as one."""
    assert how in HOWS
    with ledger.atomic():
        return ledger.loops.move(loop, LoopState.CLOSED, how=how, closed=now, until=None)


def snooze(ledger: Ledger, loop: Loop, now: datetime) -> Loop:
    """Not now: it comes back in a week."""
    with ledger.atomic():
        return ledger.loops.move(loop, LoopState.SNOOZED, until=now + SNOOZE)


def reopen(ledger: Ledger, loop: Loop) -> Loop:
    """It waits again, as before it was settled or snoozed."""
    with ledger.atomic():
        return ledger.loops.move(loop, LoopState.OPEN, how="", closed=None, until=None)


def stage(loop: Loop, idea: Idea | None) -> str:
    """How far an idea came: what the leader wrote, and at least answered when its loop was."""
    written = idea.stage if idea else STAGES[0]
    reached = STAGES[1] if loop.how in ("answered", "handed-over") else STAGES[0]
    return max(written, reached, key=STAGES.index)


def write(ledger: Ledger, loop: Loop, now: datetime, **changes: str) -> Idea:
    """Remember what the leader typed about an idea: ``title``, ``stage``, ``note``; the rest stays as it was."""
    before = ledger.loops.ideas().get(loop.key)
    kept = {"title": before.title, "stage": before.stage, "note": before.note} if before else {}
    idea = Idea(loop=loop.key, changed=now, **{**kept, **changes})
    with ledger.atomic():
        ledger.loops.write_idea(idea)
    return idea


class Answers:
    """The decisions of one sitting over the open loops; ``undo`` takes back the last one until it is left."""

    def __init__(self, ledger: Ledger, now: datetime) -> None:
        self._ledger = ledger
        self._now = now
        self._done: list[tuple[Loop, Loop]] = []

    def waiting(self) -> list[Loop]:
        """What to show, what holds back first."""
        return waiting(self._ledger.loops.all(), self._now)

    def settle(self, loop: Loop, how: str) -> None:
        """Closed, in one of the ways of ``HOWS``."""
        self._done.append((settle(self._ledger, loop, how, self._now), loop))

    def later(self, loop: Loop) -> None:
        """Not now; it comes back in a week."""
        self._done.append((snooze(self._ledger, loop, self._now), loop))

    def undo(self) -> Loop | None:
        """Take the last decision back; None when there is none."""
        if not self._done:
            return None
        now, before = self._done.pop()
        with self._ledger.atomic():
            return self._ledger.loops.restore(now, before)
