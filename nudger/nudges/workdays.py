"""Working days: a promise, an expiry and quiet hours count days that somebody works; a pure calendar of values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache

WEEK = 5
"""Monday to Friday."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Where and when an owner works. ``country`` is an ISO 3166 code (empty: no public holidays).

    ``leave`` holds first and last days of absence, both included: while it lasts, every clock stands still.
    """

    zone: tzinfo = UTC
    country: str = ""
    leave: tuple[tuple[date, date], ...] = ()

    def day(self, moment: datetime) -> date:
        """The local day of a moment."""
        return moment.astimezone(self.zone).date()

    def works(self, day: date) -> bool:
        """Whether this is a working day of the owner."""
        return day.weekday() < WEEK and day not in _holidays(self.country, day.year) and not self.away(day)

    def away(self, day: date) -> bool:
        """Whether the owner is on leave."""
        return any(first <= day <= last for first, last in self.leave)

    def between(self, start: datetime, end: datetime) -> int:
        """Working days that began after ``start``, up to ``end``."""
        first, last = self.day(start), self.day(end)
        return sum(self.works(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))

    def after(self, start: datetime, days: int) -> datetime:
        """The end of the day that is so many working days after ``start``, in UTC."""
        day = self.day(start)
        for _ in range(days):
            day = next(self._from(day + timedelta(days=1)))
        return datetime.combine(day + timedelta(days=1), time(), self.zone).astimezone(UTC)

    def quiet(self, moment: datetime, begins: int, ends: int) -> bool:
        """Whether nobody is to be disturbed: no working day, or from ``begins`` until ``ends`` (local hours)."""
        local = moment.astimezone(self.zone)
        return not self.works(local.date()) or not ends <= local.hour < begins

    def opens(self, moment: datetime, begins: int, ends: int) -> datetime:
        """The first moment at or after ``moment`` that is not quiet, in UTC."""
        if not self.quiet(moment, begins, ends):
            return moment
        local = moment.astimezone(self.zone)
        first = local.date() + timedelta(days=int(local.hour >= ends))
        return datetime.combine(next(self._from(first)), time(ends), self.zone).astimezone(UTC)

    def worked(self, start: datetime, end: datetime) -> timedelta:
        """The time from ``start`` to ``end`` without the days of leave in between."""
        first, last = self.day(start), self.day(end)
        days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
        return end - start - timedelta(days=sum(map(self.away, days)))

    def _from(self, day: date) -> Iterator[date]:
        """Working days from ``day`` on. Leave without end has none: the day itself then."""
        for n in range(3_660):
            if self.works(day + timedelta(days=n)):
                yield day + timedelta(days=n)
        yield day


@cache
def _holidays(country: str, year: int) -> frozenset[date]:
    """Public holidays, from the package ``holidays``; none for a country that it does not know."""
    if not country:
        return frozenset()
    import holidays

    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()
