"""nudger/start: where the beginning stands, as one value and a few sentences for ``status``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from nudger.ledger.ledger import Ledger
from nudger.nudges import suggestions
from nudger.nudges.restraint import Phase
from nudger.nudges.rules import Policy
from nudger.nudges.workdays import Calendar

if TYPE_CHECKING:
    from nudger.texts import Texts

FAR = 9000
"""A pause until a year like this one has no end."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The phase, and what holds offering back: a pause (its end), the question whether to stop, or too many answers."""

    phase: Phase
    paused_until: datetime | None
    asked_to_stop: bool
    answers_first: bool

    def as_json(self) -> dict[str, Any]:
        """Stable keys, no sentences."""
        until = self.paused_until.isoformat() if self.paused_until else None
        held = {"asked_to_stop": self.asked_to_stop, "answers_first": self.answers_first}
        return {"phase": self.phase, "paused_until": until, **held}


def standing(ledger: Ledger, rules: Policy, now: datetime, calendar: Calendar) -> Standing:
    """As it stands in the ledger now."""
    situation = suggestions.situation_of(ledger, rules, now, calendar)
    paused = suggestions.paused_until(ledger, now)
    return Standing(situation.phase, paused, situation.stop_asked is not None, situation.answers_first)


def sentences(found: Standing, texts: Texts) -> Iterator[str]:
    """What a person wants to know of it."""
    if found.paused_until and found.paused_until.year > FAR:
        yield texts("status-now-stopped")
    elif found.paused_until:
        yield texts("status-now-paused", day=texts.date(found.paused_until.date()))
    else:
        yield texts(f"status-phase-{found.phase}")
    if found.asked_to_stop and not found.paused_until:
        yield texts("status-now-asked")
    if found.answers_first:
        yield texts("status-now-answers")
