"""Lot: the hold-out. For a while one in three suggestions is kept back, to see whether suggesting helps at all.

Only that comparison can tell: the leader chose everything else. It is off until the leader switches it on, waits for
the announcement, and ends by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from nudger.ledger.records import Suggestion
from nudger.nudges.restraint import Phase
from nudger.nudges.rules import Policy

ONE_IN = 3
"""One of so many threads is held."""
LASTS = timedelta(weeks=26)
"""From the first draw. With six threads a week this shows 40 % moved against 10 % in 93 of 100 cases."""


def drawing(history: Sequence[Suggestion], rules: Policy, phase: Phase, now: datetime) -> bool:
    """Whether the lot decides today."""
    begun = begin(history)
    return bool(rules.hold_out) and phase in ("first", "run") and (begun is None or now < begun + LASTS)


def begin(history: Sequence[Suggestion]) -> datetime | None:
    """When the first lot was drawn."""
    return min((suggestion.offered_at for suggestion in history if suggestion.drawn), default=None)


def held(thread: str) -> bool:
    """Whether the lot keeps this thread back. Its key is secret and means nothing: chance, but the same every time."""
    return int.from_bytes(sha256(b"hold-out" + thread.encode()).digest()[:8]) % ONE_IN == 0
