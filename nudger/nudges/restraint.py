"""Restraint: the phases of a beginning, backing off after a no, and stopping by itself; pure functions of the past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from nudger.ledger.records import Suggestion
from nudger.ledger.states import State
from nudger.nudges.rules import Policy
from nudger.nudges.workdays import Calendar

Phase = Literal["observe", "before", "first", "run"]

YES = frozenset({State.ACCEPTED, State.SENDING, State.SENT, State.HANDED_OFF, State.REFUSED, State.UNCERTAIN})
"""The leader said yes, whatever became of the post."""

NO = frozenset({State.DECLINED})
"""The leader said no; what expired was no dislike."""

MOST_STEPS = 3
STEP = 0.25
"""Each step takes a quarter of what lies between the bar and certainty."""

REST = timedelta(days=14)
"""Between two lots of suggestions when eight in a row brought no yes."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What the policy looks at beside threads and history.

    ``answers_first`` says that too much waits for the leader's answer, ``muted`` holds threads of a circle that was
    called private, ``suggest_from`` is the model's own bar, ``resumed`` when the leader last said: go on,
    ``stop_asked`` when nudger asked whether to stop (None: it did not).
    """

    calendar: Calendar = field(default_factory=Calendar)
    phase: Phase = "run"
    answers_first: bool = False
    muted: frozenset[str] = frozenset()
    suggest_from: float = 0.0
    resumed: datetime | None = None
    stop_asked: datetime | None = None


@dataclass(frozen=True, slots=True)
class AskToStop:
    """Four weeks without a yes: ask whether to stop; nothing new is offered meanwhile."""


@dataclass(frozen=True, slots=True)
class Stop:
    """There was no answer to that question: pause until the leader says otherwise."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """A yes came after the question: it is forgotten."""


def phase(announced: date | None, observe_until: date | None, today: date, rules: Policy) -> Phase:
    """Where the beginning stands: the announcement of the network opens what the team wrote."""
    if observe_until and today <= observe_until:
        return "observe"
    if announced is None or today < announced:
        return "before"
    return "first" if today < announced + timedelta(days=rules.first_days) else "run"


def bar(history: Sequence[Suggestion], rules: Policy, suggest_from: float) -> float:
    """How sure the judge has to be: every few dismissals in a row raise it a step, a yes takes it back."""
    steps = min(_in_a_row(history) // max(rules.dismissals, 1), MOST_STEPS)
    return 1 - (1 - suggest_from) * (1 - STEP) ** steps if steps else 0.0


def _in_a_row(history: Sequence[Suggestion]) -> int:
    """How many times no was said since the last yes."""
    last = last_yes(history)
    return sum(s.state in NO and s.decided_at is not None and (last is None or s.decided_at > last) for s in history)


def last_yes(history: Sequence[Suggestion]) -> datetime | None:
    """When the leader last said yes."""
    return max((s.decided_at for s in history if s.state in YES and s.decided_at), default=None)


def rests(history: Sequence[Suggestion], rules: Policy, now: datetime) -> bool:
    """Whether the last offers brought no yes, and the latest is less than two weeks old."""
    settled = (*YES, State.DECLINED, State.EXPIRED, State.RETRACTED)
    latest = sorted((s for s in history if s.state in settled), key=lambda s: (s.offered_at, s.id))[
        -rules.cold_offers :
    ]
    cold = len(latest) == rules.cold_offers and all(s.state in (*NO, State.EXPIRED) for s in latest)
    return cold and max(s.offered_at for s in history) > now - REST


def stopping(
    history: Sequence[Suggestion], situation: Situation, rules: Policy, now: datetime
) -> AskToStop | Stop | GoOn | None:
    """Whether to ask, to stop, or to take the question back. Days of leave count for none of these."""
    calendar = situation.calendar
    quiet_since = max(filter(None, (last_yes(history), situation.resumed)), default=None)
    if situation.stop_asked:
        if quiet_since and quiet_since >= situation.stop_asked:
            return GoOn()
        unanswered = calendar.worked(situation.stop_asked, now) >= timedelta(days=rules.stop_answer_days)
        return Stop() if unanswered else None
    offers = sorted(s.offered_at for s in history if quiet_since is None or s.offered_at > quiet_since)
    if not offers:
        return None
    since = max(filter(None, (quiet_since, offers[0])))
    return AskToStop() if calendar.worked(since, now) >= timedelta(weeks=rules.stop_weeks) else None
