"""How long a network asks us to wait: every form of Retry-After that was seen on real servers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import isfinite
from typing import Any

LONGEST = 86_400.0
"""A day: a server that asks for more is not obeyed, it is away."""
_EPOCH_FROM = 1_000_000_000.0
"""A number above this is a moment (seconds since 1970), not a duration."""

_HEADERS = ("retry-after", "x-ratelimit-reset", "x-ratelimit-reset-after")
_SECONDS_IN_BODY = ("retry-after", "retry_after", "retryAfter")
_MILLISECONDS_IN_BODY = ("retry_after_ms",)


def retry_after(headers: Mapping[str, str], body: object, now: datetime) -> float:
    """Seconds to wait, 0 when nothing is said; at most a day.

    Understood: seconds, also with a fraction (Microsoft Graph sends ``2.128``); an HTTP date (RFC 9110, 10.2.3); ISO
    8601 and epoch (Mastodon, GitHub); in the JSON body ``retry_after_ms`` (Matrix) and ``retry-after`` (Zulip).
    """
    said = body if isinstance(body, dict) else {}
    values: list[Any] = [headers.get(name) for name in _HEADERS]
    values += [said.get(name) for name in _SECONDS_IN_BODY]
    values += [_thousandth(said.get(name)) for name in _MILLISECONDS_IN_BODY]
    waits = (_seconds(value, now) for value in values if value is not None)
    return min(next((wait for wait in waits if wait is not None), 0.0), LONGEST)


def _seconds(value: Any, now: datetime) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        moment = _moment(str(value))
        return None if moment is None else max((moment - now).total_seconds(), 0.0)
    if not isfinite(number):
        return None
    return max(number - now.timestamp() if number > _EPOCH_FROM else number, 0.0)


def _moment(text: str) -> datetime | None:
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = parse(text.strip())
        except (ValueError, TypeError, OverflowError):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


def _thousandth(value: Any) -> float | None:
    return value / 1000 if isinstance(value, int | float) else None
