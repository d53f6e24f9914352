"""Decisions: what a leader's choice does to a suggestion, whether she made it in a review or by mail.

Each is called inside a transaction and gives the suggestion as it is then.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Suggestion
from nudger.ledger.states import State
from nudger.nudges.rules import Policy

SNOOZE = timedelta(days=7)
"""How long "later" is, and how long the author who was asked has."""
PRIVATE = "private"
"""The reason that is about people, not about a topic: their circle is left alone for a while."""


def later(ledger: Ledger, suggestion: Suggestion, rules: Policy, now: datetime) -> Suggestion:
    """It returns in a week, as often as the policy lets it: then it goes."""
    if suggestion.snoozes >= rules.most_snoozes:
        return ledger.suggestions.move(suggestion, State.EXPIRED, decided_at=now)
    changes = {"decided_at": now, "until": now + SNOOZE, "snoozes": suggestion.snoozes + 1}
    return ledger.suggestions.move(suggestion, State.SNOOZED, **changes)


def decline(
    ledger: Ledger, suggestion: Suggestion, reason: str, people: Collection[str], rules: Policy, now: datetime
) -> Suggestion:
    """No, and never again for this thread. After "private" the circle of ``people`` is left alone for a while."""
    end = State.WITHDRAWN if suggestion.state is State.ACCEPTED else State.DECLINED
    declined = ledger.suggestions.move(suggestion, end, decided_at=now, reason=reason)
    judged(ledger, suggestion, "no", now, reason)
    if reason == PRIVATE and people:
        ledger.mutes.mute(frozenset(people), suggestion.thread, now + timedelta(days=rules.private_days))
    return declined


def hand_off(ledger: Ledger, suggestion: Suggestion, url: str, now: datetime) -> Suggestion:
    """The leader put it on the network herself; ``url`` may be empty, and nothing is sent."""
    if suggestion.state is not State.ACCEPTED:
        suggestion = ledger.suggestions.move(suggestion, State.ACCEPTED, decided_at=now)
    judged(ledger, suggestion, "yes", now)
    return ledger.suggestions.move(suggestion, State.HANDED_OFF, decided_at=now, url=url)


def judged(ledger: Ledger, suggestion: Suggestion, verdict: str, now: datetime, reason: str = "") -> None:
    """Remember the word that trains; nothing where the thread is gone."""
    if thread := ledger.threads.get(suggestion.thread):
        ledger.verdicts.put(thread, verdict, reason, now)
