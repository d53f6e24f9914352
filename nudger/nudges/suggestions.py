"""Suggestions: brings candidates and history from the ledger to the policy, and does what it decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Suggestion, ThreadRow
from nudger.ledger.states import State
from nudger.ledger.times import iso_week, to_moment_or_none, to_text
from nudger.nudges.loops import holds_back
from nudger.nudges.policy import Action, Candidate, End, Hold, Offer, Policy, Wake, decide
from nudger.nudges.restraint import AskToStop, GoOn, Situation, Stop, phase
from nudger.nudges.workdays import Calendar

GOAL = "goal."


def update(
    ledger: Ledger, rules: Policy, now: datetime, calendar: Calendar, *, suggest_from: float = 0.0
) -> Counter[str]:
    """Offer, wake and end suggestions; inside one transaction. Gives how many of each; repeating it changes nothing."""
    history = ledger.suggestions.all()
    situation = situation_of(ledger, rules, now, calendar, suggest_from)
    actions = decide(candidates(ledger, history), history, rules, now, situation)
    if paused_until(ledger, now):
        actions = [action for action in actions if isinstance(action, End)]
    return Counter(_act(ledger, action, now, calendar) for action in actions)


def situation_of(
    ledger: Ledger, rules: Policy, now: datetime, calendar: Calendar, suggest_from: float = 0.0
) -> Situation:
    """What the policy looks at beside threads and history, as it stands in the ledger."""
    today, setting = calendar.day(now), ledger.settings.get
    return Situation(
        calendar=calendar,
        phase=phase(_date(setting(ANNOUNCED)), _date(setting(OBSERVE_UNTIL)), today, rules),
        answers_first=holds_back(ledger.loops.all(), now),
        muted=ledger.mutes.threads(now),
        suggest_from=suggest_from,
        resumed=to_moment_or_none(setting(RESUMED)),
        stop_asked=to_moment_or_none(setting(STOP_ASKED)),
    )


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


ANNOUNCED = "announced"
"""The setting with the day on which the network was announced, as ``2026-06-02``; empty: not yet."""
OBSERVE_UNTIL = "observe-until"
"""The setting with the last day on which nothing is offered; empty: observing was skipped."""
RESUMED = "resumed"
"""The setting with the moment at which the leader last said: go on."""
STOP_ASKED = "stop-asked"
"""The setting with the moment at which nudger asked whether to stop; empty: it did not."""
PAUSED = "paused"
FOREVER = "9999-12-30T00:00:00Z"


def pause(ledger: Ledger, until: datetime | None) -> None:
    """Offer nothing until then, or until :func:`resume`; a stop is not ended by a pause. Inside a transaction."""
    if ledger.settings.get(PAUSED) != FOREVER:
        ledger.settings.put(PAUSED, to_text(until) if until else FOREVER)


def resume(ledger: Ledger, now: datetime | None = None) -> None:
    """Offer again; four weeks without a yes are counted from ``now`` on. Inside a transaction."""
    for name in (PAUSED, STOP_ASKED):
        ledger.settings.remove(name)
    if now:
        ledger.settings.put(RESUMED, to_text(now))


def paused_until(ledger: Ledger, now: datetime) -> datetime | None:
    """When offering begins again, or None when nothing holds it back."""
    until = to_moment_or_none(ledger.settings.get(PAUSED))
    return until if until and until > now else None


def candidates(ledger: Ledger, history: Sequence[Suggestion] = ()) -> list[Candidate]:
    """The threads that may be offered, and those of ``history`` that wait, each with the goals that it touches."""
    waiting = {s.thread for s in history if s.state in (State.OFFERED, State.SNOOZED, State.ASKED_AUTHOR)}
    threads = [*ledger.threads.suggested(), *filter(None, map(ledger.threads.get, sorted(waiting)))]
    return [Candidate(thread, _goals(ledger, thread), _heard(ledger, thread)) for thread in threads]


def _heard(ledger: Ledger, thread: ThreadRow) -> datetime | None:
    return max((row.sent for row in ledger.mail.of_thread(thread.key) if row.role != "from"), default=None)


def _goals(ledger: Ledger, thread: ThreadRow) -> tuple[str, ...]:
    found = (name for row in ledger.mail.of_thread(thread.key) for name in row.findings if name.startswith(GOAL))
    return tuple(dict.fromkeys(name.removeprefix(GOAL) for name in found))


def _act(ledger: Ledger, action: Action, now: datetime, calendar: Calendar) -> str:
    match action:
        case Offer(candidate, drawn):
            ledger.suggestions.offer(_offered(ledger, candidate, now, calendar, drawn=drawn))
            return "offered"
        case Hold(candidate):
            held = _offered(ledger, candidate, now, calendar, drawn=True)
            ledger.suggestions.offer(replace(held, state=State.HELD))
            return "held"
        case Wake(suggestion):
            ledger.suggestions.move(suggestion, State.OFFERED)
            return "woken"
        case End(suggestion, state):
            ledger.suggestions.move(suggestion, state, decided_at=now)
            return str(state)
        case _:
            return _turn(ledger, action, now)


def _turn(ledger: Ledger, action: AskToStop | Stop | GoOn, now: datetime) -> str:
    """Remember the question whether to stop, or what came of it."""
    if isinstance(action, AskToStop):
        ledger.settings.put(STOP_ASKED, to_text(now))
        return "asked-to-stop"
    ledger.settings.remove(STOP_ASKED)
    if isinstance(action, GoOn):
        return "went-on"
    pause(ledger, None)
    return "stopped"


def _offered(ledger: Ledger, candidate: Candidate, now: datetime, calendar: Calendar, *, drawn: bool) -> Suggestion:
    thread = candidate.thread
    return Suggestion(
        id=ledger.suggestions.id_of(thread.key),
        thread=thread.key,
        state=State.OFFERED,
        week=iso_week(thread.first, calendar.zone),
        kind=thread.kind,
        own=thread.own_start,
        goal=candidate.goals[0] if candidate.goals else "",
        offered_at=now,
        drawn=drawn,
    )
