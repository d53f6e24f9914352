"""Policy: which threads to offer now, which offers to end. A pure function of candidates, history, rules and clock."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from functools import cache
from importlib import resources

from nudger.ledger.records import Suggestion, ThreadRow
from nudger.ledger.states import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The numbers of ``policy.toml``; see there for what each means."""

    per_digest: int
    per_week: int
    max_age_days: int
    first_max_age_days: int
    min_people: int
    expire_working_days: int
    max_shown: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thread that could be offered, with the goals its messages touch."""

    thread: ThreadRow
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """Offer this thread to the leader."""

    candidate: Candidate


@dataclass(frozen=True, slots=True)
class End:
    """Let an offer go: ``expired`` when nobody decided, ``withdrawn`` when it may no longer be offered."""

    suggestion: Suggestion
    state: State


@dataclass(frozen=True, slots=True)
class Wake:
    """A snoozed suggestion is due again."""

    suggestion: Suggestion


Action = Offer | End | Wake


@cache
def _shipped() -> Mapping[str, Mapping[str, int]]:
    text = resources.files("nudger.nudges").joinpath("policy.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def ceilings() -> Mapping[str, int]:
    """The values that no configuration may exceed."""
    return _shipped()["ceilings"]


def policy(changes: Mapping[str, int] | None = None) -> Policy:
    """The shipped policy with these values changed; each is held to its ceiling."""
    values = {**_shipped()["offer"], **(changes or {})}
    limited = {name: min(value, ceilings().get(name, value)) for name, value in values.items()}
    return Policy(**{field.name: limited[field.name] for field in fields(Policy)})


def problems(changes: Mapping[str, object]) -> list[str]:
    """What is wrong with ``[nudge]``, one line each: unknown names, values that are no number or beyond a ceiling."""
    known = _shipped()["offer"]
    lines = [f"{name}: unknown ({', '.join(known)})" for name in changes if name not in known]
    for name in set(changes) & set(known):
        value, ceiling = changes[name], ceilings().get(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            lines.append(f"{name}: 0, 1, 2, …")
        elif ceiling is not None and value > ceiling:
            lines.append(f"{name}: ≤ {ceiling}")
    return sorted(lines)


def decide(
    candidates: Sequence[Candidate], history: Sequence[Suggestion], rules: Policy, now: datetime
) -> list[Action]:
    """What to do now; applying it and deciding again at the same moment gives nothing new.

    ``history`` holds every suggestion ever made, ``candidates`` also the threads of those that still wait.
    """
    ends = _ends(candidates, history, rules, now)
    ended = {end.suggestion.thread for end in ends}
    wakes = [Wake(s) for s in history if _due(s, now) and s.thread not in ended]
    waiting = sum(s.state is State.OFFERED and s.thread not in ended for s in history) + len(wakes)
    lately = sum(s.offered_at > now - timedelta(days=7) for s in history)
    room = min(rules.per_digest - waiting, rules.per_week - lately)
    known = {suggestion.thread for suggestion in history}
    days = rules.max_age_days if history else rules.first_max_age_days
    fresh = [c for c in candidates if c.thread.key not in known and offerable(c.thread, rules, now, days)]
    best = sorted(fresh, key=lambda candidate: _rank(candidate, now))[: max(0, room)]
    return [*ends, *wakes, *map(Offer, best)]


def offerable(thread: ThreadRow, rules: Policy, now: datetime, days: int) -> bool:
    """Whether a thread may be offered now: good enough, open to it, the owner's own, and younger than ``days``."""
    return (
        thread.verdict == "suggest"
        and not thread.gate
        and (thread.own_messages > 0 or thread.to_owner > 0)
        and thread.people >= rules.min_people
        and now - timedelta(days=days) <= thread.last <= now + timedelta(days=1)
    )


def _ends(candidates: Sequence[Candidate], history: Sequence[Suggestion], rules: Policy, now: datetime) -> list[End]:
    open_threads = {candidate.thread.key for candidate in candidates if not candidate.thread.gate}
    ends = []
    for suggestion in history:
        if suggestion.state not in (State.OFFERED, State.SNOOZED, State.ASKED_AUTHOR):
            continue
        # Not among them: a gate appeared later, or the thread was joined with an older one that was offered too.
        if suggestion.thread not in open_threads:
            ends.append(End(suggestion, State.WITHDRAWN))
        elif suggestion.state is State.OFFERED and _expired(suggestion, rules, now):
            ends.append(End(suggestion, State.EXPIRED))
    return ends


def _expired(suggestion: Suggestion, rules: Policy, now: datetime) -> bool:
    since = max(suggestion.offered_at, suggestion.until or suggestion.offered_at)
    return working_days(since, now) > rules.expire_working_days


def _due(suggestion: Suggestion, now: datetime) -> bool:
    return suggestion.state is State.SNOOZED and suggestion.until is not None and suggestion.until <= now


def working_days(start: datetime, end: datetime) -> int:
    """Monday to Friday days that began after ``start``, up to ``end``."""
    days = (end.date() - start.date()).days
    return sum((start.date() + timedelta(days=n)).weekday() < 5 for n in range(1, days + 1))


def _rank(candidate: Candidate, now: datetime) -> tuple[bool, bool, bool, float, str]:
    """Smallest first: the leader's own start, a goal, the good moment, then how sure the judge is.

    The good moment is while two to four people talk and the last word is at most two days old
    (reference: the talk is over after some ten replies).
    """
    thread = candidate.thread
    good_moment = 2 <= thread.people <= 4 and now - thread.last <= timedelta(days=2)
    return (not thread.own_start, not candidate.goals, not good_moment, -thread.worth, thread.key)
