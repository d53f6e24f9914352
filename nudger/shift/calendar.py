"""ISO weeks as names and numbers: arithmetic over new year, and days in the organisation's time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from itertools import accumulate
from zoneinfo import ZoneInfo

from nudger.nudges.workdays import Calendar


def name(day: date) -> str:
    """The ISO 8601 week of a day, ``2026-W23``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def monday(week: str) -> date:
    """The first day of a week."""
    year, _, number = week.partition("-W")
    return date.fromisocalendar(int(year), int(number), 1)


def sunday(week: str) -> date:
    """The last day of a week."""
    return monday(week) + timedelta(days=6)


def shift(week: str, by: int) -> str:
    """The week so many weeks later."""
    return name(monday(week) + timedelta(weeks=by))


def until(now: datetime, zone: ZoneInfo, weeks: int) -> list[str]:
    """The names of the last ``weeks`` weeks, the current one last."""
    today = now.astimezone(zone).date()
    return [name(today - timedelta(weeks=back)) for back in reversed(range(weeks))]


@lru_cache(maxsize=20_000)
def day(hour: int, zone: tzinfo) -> date:
    """The local day of an hour, counted since 1970; no time zone in use today changes day within an hour of UTC."""
    return datetime.fromtimestamp(hour * 3600, UTC).astimezone(zone).date()


class Workdays:
    """Counting an owner's working days between two days, however many pairs are asked about."""

    def __init__(self, owner: Calendar) -> None:
        self.zone = owner.zone
        self._owner = owner
        self._first = date.max
        self._counts: list[int] = []

    def between(self, first: date, last: date) -> int:
        """Working days after ``first``, up to ``last``: Friday to Monday is one. 0 where ``last`` is not later."""
        if last <= first:
            return 0
        self._reach(first, last)
        return self._counts[(last - self._first).days] - self._counts[(first - self._first).days]

    def in_week(self, week: str) -> int:
        """Working days of a week."""
        return self.between(monday(week) - timedelta(days=1), sunday(week))

    def _reach(self, first: date, last: date) -> None:
        """Count once from the first day on; the sums tell every pair."""
        known = self._first + timedelta(days=len(self._counts) - 1) if self._counts else first
        if self._first <= first and last <= known:
            return
        self._first, known = min(first, self._first), max(last, known)
        days = (self._first + timedelta(days=step) for step in range((known - self._first).days + 1))
        self._counts = list(accumulate(int(self._owner.works(day)) for day in days))
