"""Policy: which threads to offer now, which offers to end. A pure function of candidates, history, rules and clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from nudger.ledger.records import Suggestion, ThreadRow
from nudger.ledger.states import State
from nudger.nudges import lot
from nudger.nudges.restraint import AskToStop, GoOn, Situation, Stop, bar, rests, stopping
from nudger.nudges.rules import Policy, caps, ceilings, policy, problems
from nudger.nudges.workdays import Calendar

__all__ = [
    "Candidate",
    "End",
    "Hold",
    "Offer",
    "Policy",
    "Wake",
    "ceilings",
    "decide",
    "offerable",
    "policy",
    "problems",
]

ASLEEP = (State.SNOOZED, State.ASKED_AUTHOR)
WAITING = (State.OFFERED, *ASLEEP)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thread that could be offered, with the goals its messages touch; ``heard`` is when another last wrote in it."""

    thread: ThreadRow
    goals: tuple[str, ...] = ()
    heard: datetime | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Offer this thread to the leader; ``drawn``: the lot could have kept it back."""

    candidate: Candidate
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Hold:
    """Keep this thread back, for good: the lot fell on it."""

    candidate: Candidate


@dataclass(frozen=True, slots=True)
class End:
    """Let an offer go: ``expired`` when nobody decided, ``withdrawn`` when it may no longer be offered."""

    suggestion: Suggestion
    state: State


@dataclass(frozen=True, slots=True)
class Wake:
    """A snoozed suggestion is due again, or the author who was asked has answered."""

    suggestion: Suggestion


Action = Offer | Hold | End | Wake | AskToStop | Stop | GoOn


def decide(
    candidates: Sequence[Candidate],
    history: Sequence[Suggestion],
    rules: Policy,
    now: datetime,
    situation: Situation | None = None,
) -> list[Action]:
    """What to do now; applying it and deciding again at the same moment gives nothing new.

    ``history`` holds every suggestion ever made, ``candidates`` also the threads of those that still wait.
    """
    situation = situation or Situation()
    threads = {candidate.thread.key: candidate.thread for candidate in candidates}
    ends = _ends(threads, history, rules, now, situation)
    ended = {end.suggestion.thread for end in ends}
    heard = {candidate.thread.key: candidate.heard for candidate in candidates}
    wakes = [Wake(s) for s in history if s.state in ASLEEP and s.thread not in ended and _due(s, heard[s.thread], now)]
    turn = stopping(_shown(history), situation, rules, now)
    asked = isinstance(turn, AskToStop | Stop) or (situation.stop_asked and not isinstance(turn, GoOn))
    if asked or situation.answers_first:
        offers: list[Offer | Hold] = []
    else:
        kept = [suggestion for suggestion in history if suggestion.thread not in ended]
        offers = _offers(candidates, history, rules, now, situation, waiting=_open(kept) + len(wakes))
    return [*ends, *wakes, *([turn] if turn else []), *offers]


def _offers(
    candidates: Sequence[Candidate],
    history: Sequence[Suggestion],
    rules: Policy,
    now: datetime,
    situation: Situation,
    *,
    waiting: int,
) -> list[Offer | Hold]:
    """The best threads for which there is room, the leader's own starts first."""
    shown = _shown(history)
    if rests(shown, rules, now):
        return []
    allowed, known = caps(situation.phase), {suggestion.thread for suggestion in history}
    lately = sum(suggestion.offered_at > now - timedelta(days=7) for suggestion in shown)
    room = min(
        min(rules.per_digest, allowed.per_digest) - waiting,
        min(rules.per_week, allowed.per_week) - lately,
    )
    days = rules.max_age_days if history else rules.first_max_age_days
    sure = bar(history, rules, situation.suggest_from)
    fresh = [
        candidate
        for candidate in candidates
        if candidate.thread.key not in known | situation.muted
        and offerable(candidate.thread, rules, now, days)
        and candidate.thread.worth >= sure
        and (candidate.thread.own_start or not allowed.own)
    ]
    best = sorted(fresh, key=lambda candidate: _rank(candidate, now))
    return list(_drawn(best, room, lots=lot.drawing(history, rules, situation.phase, now)))


def _drawn(best: Sequence[Candidate], room: int, *, lots: bool) -> Iterator[Offer | Hold]:
    """Fill the room from the best on; what the lot keeps back takes none."""
    for candidate in best:
        if room <= 0:
            return
        if lots and lot.held(candidate.thread.key):
            yield Hold(candidate)
        else:
            room -= 1
            yield Offer(candidate, drawn=lots)


def _shown(history: Sequence[Suggestion]) -> list[Suggestion]:
    """Without what was held: nobody saw it, so it says nothing of the leader."""
    return [suggestion for suggestion in history if suggestion.state is not State.HELD]


def _open(history: Sequence[Suggestion]) -> int:
    return sum(suggestion.state is State.OFFERED for suggestion in history)


def offerable(thread: ThreadRow, rules: Policy, now: datetime, days: int) -> bool:
    """Whether a thread may be offered now: good enough, open to it, the owner's own, and younger than ``days``."""
    return (
        thread.verdict == "suggest"
        and not thread.gate
        and (thread.own_messages > 0 or thread.to_owner > 0)
        and thread.people >= rules.min_people
        and now - timedelta(days=days) <= thread.last <= now + timedelta(days=1)
    )


def _ends(
    threads: Mapping[str, ThreadRow], history: Sequence[Suggestion], rules: Policy, now: datetime, situation: Situation
) -> list[End]:
    ends = []
    for suggestion in history:
        if suggestion.state not in WAITING:
            continue
        thread = threads.get(suggestion.thread)
        # Not among them: the thread was joined with an older one that was offered too.
        if thread is None or thread.gate or suggestion.thread in situation.muted:
            ends.append(End(suggestion, State.WITHDRAWN))
        elif suggestion.state is State.OFFERED and _expired(suggestion, rules, now, situation.calendar):
            ends.append(End(suggestion, State.EXPIRED))
    return ends


def _expired(suggestion: Suggestion, rules: Policy, now: datetime, calendar: Calendar) -> bool:
    since = max(suggestion.offered_at, suggestion.until or suggestion.offered_at)
    return calendar.between(since, now) > rules.expire_working_days


def _due(suggestion: Suggestion, heard: datetime | None, now: datetime) -> bool:
    """Its day has come; or somebody wrote in the thread after its author was asked: the answer may be there."""
    asked = suggestion.decided_at if suggestion.state is State.ASKED_AUTHOR else None
    answered = asked is not None and heard is not None and heard > asked
    return answered or (suggestion.until is not None and suggestion.until <= now)


def _rank(candidate: Candidate, now: datetime) -> tuple[bool, bool, bool, float, str]:
    """Smallest first: the leader's own start, a goal, the good moment, then how sure the judge is.

    The good moment is while two to four people talk and the last word is at most two days old
    (reference: the talk is over after some ten replies).
    """
    thread = candidate.thread
    good_moment = 2 <= thread.people <= 4 and now - thread.last <= timedelta(days=2)
    return (not thread.own_start, not candidate.goals, not good_moment, -thread.worth, thread.key)
