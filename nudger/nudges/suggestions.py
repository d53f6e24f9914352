"""Suggestions: brings candidates and history from the ledger to the policy, and does what it decides."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Suggestion, ThreadRow
from nudger.ledger.states import State
from nudger.ledger.times import iso_week, to_moment_or_none, to_text
from nudger.nudges.policy import Action, Candidate, End, Offer, Policy, Wake, decide

GOAL = "goal."


def update(ledger: Ledger, rules: Policy, now: datetime, zone: ZoneInfo) -> Counter[str]:
    """Offer, wake and end suggestions; inside one transaction. Gives how many of each; repeating it changes nothing."""
    history = ledger.suggestions.all()
    actions = decide(_candidates(ledger, history), history, rules, now)
    if paused_until(ledger, now):
        actions = [action for action in actions if isinstance(action, End)]
    return Counter(_act(ledger, action, now, zone) for action in actions)


PAUSED = "paused"
FOREVER = "9999-12-30T00:00:00Z"


def pause(ledger: Ledger, until: datetime | None) -> None:
    """Offer nothing until then, or until :func:`resume`; inside a transaction."""
    ledger.settings.put(PAUSED, to_text(until) if until else FOREVER)


def resume(ledger: Ledger) -> None:
    """Offer again; inside a transaction."""
    ledger.settings.remove(PAUSED)


def paused_until(ledger: Ledger, now: datetime) -> datetime | None:
    """When offering begins again, or None when nothing holds it back."""
    until = to_moment_or_none(ledger.settings.get(PAUSED))
    return until if until and until > now else None


def _candidates(ledger: Ledger, history: list[Suggestion]) -> list[Candidate]:
    waiting = {s.thread for s in history if s.state in (State.OFFERED, State.SNOOZED, State.ASKED_AUTHOR)}
    threads = [*ledger.threads.suggested(), *filter(None, map(ledger.threads.get, sorted(waiting)))]
    return [Candidate(thread, _goals(ledger, thread)) for thread in threads]


def _goals(ledger: Ledger, thread: ThreadRow) -> tuple[str, ...]:
    found = (name for row in ledger.mail.of_thread(thread.key) for name in row.findings if name.startswith(GOAL))
    return tuple(dict.fromkeys(name.removeprefix(GOAL) for name in found))


def _act(ledger: Ledger, action: Action, now: datetime, zone: ZoneInfo) -> str:
    match action:
        case Offer(candidate):
            ledger.suggestions.offer(_offered(ledger, candidate, now, zone))
            return "offered"
        case Wake(suggestion):
            ledger.suggestions.move(suggestion, State.OFFERED)
            return "woken"
        case End(suggestion, state):
            ledger.suggestions.move(suggestion, state, decided_at=now)
            return str(state)


def _offered(ledger: Ledger, candidate: Candidate, now: datetime, zone: ZoneInfo) -> Suggestion:
    thread = candidate.thread
    return Suggestion(
        id=ledger.suggestions.id_of(thread.key),
        thread=thread.key,
        state=State.OFFERED,
        week=iso_week(thread.first, zone),
        kind=thread.kind,
        own=thread.own_start,
        goal=candidate.goals[0] if candidate.goals else "",
        offered_at=now,
    )
