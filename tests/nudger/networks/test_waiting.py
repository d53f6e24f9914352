"""Every form of Retry-After that was seen on real servers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nudger.networks.waiting import LONGEST, retry_after

NOW = datetime(2026, 6, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "body", "seconds"),
    [
        ({"retry-after": "5"}, None, 5),
        ({"retry-after": "2.128"}, None, 2.128),
        ({"retry-after": "Tue, 02 Jun 2026 09:01:30 GMT"}, None, 90),
        ({"retry-after": "Tue, 02 Jun 2026 08:00:00 GMT"}, None, 0),
        ({"x-ratelimit-reset": "2026-06-02T09:00:30.000Z"}, None, 30),
        ({"x-ratelimit-reset": str(int(NOW.timestamp()) + 12)}, None, 12),
        ({}, {"retry_after_ms": 4097}, 4.097),
        ({}, {"retry-after": 0.75, "code": "RATE_LIMIT_HIT"}, 0.75),
        ({"retry-after": "soon"}, {"retry_after": 3}, 3),
        ({"retry-after": "-4"}, None, 0),
        ({"retry-after": "1e12"}, None, LONGEST),
        ({"retry-after": "nan"}, None, 0),
        ({"retry-after": ""}, ["a list"], 0),
        ({}, {"retry_after_ms": "4097"}, 0),
    ],
)
def test_seconds_to_wait(headers: dict[str, str], body: object, seconds: float) -> None:
    assert retry_after(headers, body, NOW) == pytest.approx(seconds)
