"""ISO weeks as names and numbers: arithmetic over new year, and days in the organisation's time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo


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
def day(hour: int, zone: ZoneInfo) -> date:
    """The local day of an hour, counted since 1970; no time zone in use today changes day within an hour of UTC."""
    return datetime.fromtimestamp(hour * 3600, UTC).astimezone(zone).date()


def working_days(first: date, last: date) -> int:
    """Steps from one day to a later one, Saturdays and Sundays not counted: Friday to Monday is one."""
    whole, rest = divmod((last - first).days, 7)
    return whole * 5 + sum((first + timedelta(days=step)).weekday() < 5 for step in range(1, rest + 1))
