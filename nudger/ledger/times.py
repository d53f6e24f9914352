"""Times in the ledger: UTC text that sorts by time, whole seconds, empty for none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

_FORM = "%Y-%m-%dT%H:%M:%SZ"
_FIRST_YEAR = 1000
_FIRST = datetime(_FIRST_YEAR, 1, 1, tzinfo=UTC)
_LAST = datetime(9999, 12, 30, tzinfo=UTC)


def to_text(moment: datetime | None) -> str:
    """``2026-06-02T09:30:00Z``, or empty for None. Years below 1000 are written as 1000 so that text sorts by time."""
    if moment is None:
        return ""
    moment = moment.astimezone(UTC)
    return moment.replace(year=max(moment.year, _FIRST_YEAR)).strftime(_FORM)


def to_moment(text: str) -> datetime:
    """The reverse of :func:`to_text` for a text that is not empty."""
    return datetime.strptime(text, _FORM).replace(tzinfo=UTC)


def to_moment_or_none(text: str) -> datetime | None:
    """The reverse of :func:`to_text`."""
    return to_moment(text) if text else None


def shifted(moment: datetime, by: timedelta) -> datetime:
    """``moment + by``, held at the first and last moment that a date can have."""
    try:
        return moment + by
    except OverflowError:
        return _LAST if by > timedelta() else _FIRST


def iso_week(moment: datetime, zone: tzinfo) -> str:
    """The ISO 8601 week in the organisation's time zone, ``2026-W23``."""
    # A day off either end, so that no time zone leads out of the calendar.
    year, week, _ = min(max(moment, _FIRST), _LAST).astimezone(zone).isocalendar()
    return f"{year:04d}-W{week:02d}"
