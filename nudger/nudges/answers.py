"""Answers: keeps the open loops of a ledger up to date, and settles them on the leader's word, with undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, tzinfo

from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import HOWS, SEEN, STAGES, Idea, Loop, LoopState
from nudger.ledger.records import Reply
from nudger.ledger.states import State
from nudger.nudges.leave import returned
from nudger.nudges.loops import Close, Defer, LoopAction, Open, Promise, decide, horizon, waiting

SNOOZE = timedelta(days=7)
UNSENT = (State.ACCEPTED, State.REFUSED)


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
            ledger.replies.drop(loop.key)
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
        ledger.replies.drop(loop.key)
        settled = ledger.loops.move(loop, LoopState.CLOSED, how=how, closed=now, until=None)
    ledger.wipe_traces()
    return settled


def snooze(ledger: Ledger, loop: Loop, now: datetime) -> Loop:
    """Not now: it comes back in a week."""
    with ledger.atomic():
        return ledger.loops.move(loop, LoopState.SNOOZED, until=now + SNOOZE)


def seen(ledger: Ledger, loops: Sequence[Loop], now: datetime) -> list[Loop]:
    """A first word went out for each, which is no answer: they come back in a week, and only the leader closes them."""
    with ledger.atomic():
        return [ledger.loops.move(loop, LoopState.SNOOZED, until=now + SNOOZE, how=SEEN) for loop in loops]


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

    def __init__(self, ledger: Ledger, now: datetime, zone: tzinfo = UTC) -> None:
        self._ledger = ledger
        self._now = now
        self._zone = zone
        self._done: list[list[tuple[Loop, Loop]]] = []

    def waiting(self) -> list[Loop]:
        """What to show, what holds back first."""
        return waiting(self._ledger.loops.all(), self._now)

    def late(self) -> list[Loop]:
        """What waits and came in during leave that ended lately, and got no first word yet."""
        away = returned(self._ledger, self._now.astimezone(self._zone).date())
        if away is None:
            return []
        days = [(loop, loop.opened.astimezone(self._zone).date()) for loop in self.waiting() if not loop.how]
        return [loop for loop, day in days if away[0] <= day <= away[1]]

    def link(self, loop: Loop) -> str:
        """Where the own post stands that was reacted to; empty where that is not known."""
        return self._ledger.activity.link(loop.message)

    def settle(self, loop: Loop, how: str) -> None:
        """Closed, in one of the ways of ``HOWS``."""
        self._done.append([(settle(self._ledger, loop, how, self._now), loop)])

    def later(self, loop: Loop) -> None:
        """Not now; it comes back in a week."""
        self._done.append([(snooze(self._ledger, loop, self._now), loop)])

    def seen(self, loops: Sequence[Loop]) -> None:
        """One decision over several: a first word, and back in a week."""
        self._done.append(list(zip(seen(self._ledger, loops, self._now), loops, strict=True)))

    def undo(self) -> Loop | None:
        """Take the last decision back; None when there is none."""
        if not self._done:
            return None
        with self._ledger.atomic():
            restored = [self._ledger.loops.restore(now, before) for now, before in self._done.pop()]
        return restored[0]

    # --- the text of an answer, from its first edit until the loop is settled

    def text(self, loop: Loop) -> str:
        """What the leader wrote before; empty when nothing is kept."""
        return next((reply.body for reply in self._replies(loop) if reply.state in UNSENT), "")

    def keep(self, loop: Loop, text: str, language: str) -> None:
        """Keep a text that was edited; it is approved by nobody yet."""
        reply = Reply(
            id=loop.key, state=State.ACCEPTED, network="", community="", root="", body=text, language=language
        )
        with self._ledger.atomic():
            self._ledger.replies.approve(reply)

    def on_its_way(self, loop: Loop) -> bool:
        """Whether a reply was sent of which nobody knows yet whether it stands there."""
        return any(reply.state in (State.SENDING, State.UNCERTAIN) for reply in self._replies(loop))

    def _replies(self, loop: Loop) -> list[Reply]:
        return [reply for reply in self._ledger.replies.all() if reply.id == loop.key]
