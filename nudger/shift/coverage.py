"""Which weeks the networks were read: where one was not, nothing that was counted there may be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from nudger.ledger.activity_rows import NetworkRead
from nudger.shift import calendar

GONE = timedelta(days=28)
"""A network that nobody tried to read for so long is no longer in the configuration."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """From when to when every network was read; None: no bound is known. Days are local and both belong to it."""

    first: date | None = None
    last: date | None = None

    def holds(self, week: str) -> bool:
        """Whether the whole week was read."""
        first, last = self.first or date.min, self.last or date.max
        return first <= calendar.monday(week) and calendar.sunday(week) <= last

    def any_of(self, weeks: Iterable[str]) -> bool:
        """Whether one of these weeks was read."""
        return any(map(self.holds, weeks))


def coverage(reads: Sequence[NetworkRead], now: datetime, zone: ZoneInfo) -> Coverage:
    """What the networks of today have in common; one that could never be read has no part in it."""
    spans = [
        (read.begun.astimezone(zone).date(), read.until.astimezone(zone).date(), bool(read.trouble))
        for read in reads
        if read.begun and read.until and read.tried > now - GONE
    ]
    if not spans:
        return Coverage()
    # The first day was read in part only, and so was the last where reading stopped; else reading goes on.
    stopped = [until - timedelta(days=1) for _, until, trouble in spans if trouble]
    return Coverage(max(begun for begun, _, _ in spans) + timedelta(days=1), min(stopped, default=None))
