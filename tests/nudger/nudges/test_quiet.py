"""Quiet hours: evenings, nights, weekends, holidays and leave, by the clock on the wall, summer and winter."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from nudger.ledger.ledger import Ledger
from nudger.nudges.rules import policy
from nudger.nudges.suggestions import pause, paused_until
from nudger.nudges.workdays import Calendar
from tests.factories import NOW

ZONE = ZoneInfo("Europe/Amsterdam")
RULES = policy()
CALENDAR = Calendar(ZONE, "NL", ((date(2026, 7, 20), date(2026, 8, 9)),))


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        ("2026-06-02T07:59", True),
        ("2026-06-02T08:00", False),
        ("2026-06-02T17:59", False),
        ("2026-06-02T18:00", True),
        ("2026-03-30T08:00", False),
        ("2026-10-26T07:59", True),
        ("2026-06-06T12:00", True),
        ("2026-04-27T12:00", True),
        ("2026-07-21T12:00", True),
        ("2026-08-10T12:00", False),
    ],
)
def test_when_nobody_is_disturbed(moment: str, quiet: bool) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
    assert CALENDAR.quiet(at, RULES.quiet_from, RULES.quiet_until) == quiet


def test_a_pause_does_not_end_a_stop() -> None:
    with Ledger.in_memory() as ledger, ledger.atomic():
        pause(ledger, None)
        pause(ledger, NOW)
        assert paused_until(ledger, NOW)
