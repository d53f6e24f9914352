"""The shift: settled once, counted by its own week, honest at small numbers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nudger.ledger.ledger import Ledger
from nudger.ledger.records import MessageRow
from nudger.ledger.states import State
from nudger.ledger.times import iso_week
from nudger.ledger.week_rows import WeekRow
from nudger.shift.definition import DEFINITION
from nudger.shift.facts import Aim, Facts
from nudger.shift.report import Report, report
from nudger.shift.sentences import sections
from nudger.shift.settling import settle
from nudger.shift.statistics import share
from nudger.shift.table import sparkline
from nudger.texts import LANGUAGES, Language, Texts
from tests.factories import NOW, message_row, suggestion

ZONE = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    # Tabulated values of the Wilson score interval at 95 % (reference: product notes §3.3).
    [(3, 5, 0.23, 0.88), (9, 12, 0.47, 0.91), (30, 40, 0.60, 0.86), (0, 6, 0.0, 0.39), (36, 41, 0.74, 0.95)],
)
def test_wilson(k: int, n: int, low: float, high: float) -> None:
    one = share(k, n)
    assert round(one.low, 2) == low
    assert round(one.high, 2) == high


def test_nothing_of_nothing_says_nothing() -> None:
    assert (share(0, 0).low, share(0, 0).high, share(0, 0).value) == (0, 1, 0)
    with pytest.raises(ValueError):
        share(3, 2)


def write(ledger: Ledger, rows: list[MessageRow]) -> None:
    with ledger.atomic():
        for row in rows:
            ledger.mail.add(row)
        for key in {row.thread for row in rows}:
            ledger.threads.refresh(key, ledger.mail.of_thread(key))


def test_a_thread_is_counted_once_in_the_week_it_began_and_never_again(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        write(ledger, [message_row(1), message_row(2)])
        for days in (1, 6, 8, 9, 30):
            with ledger.atomic():
                settle(ledger, NOW + timedelta(days=days), ZONE)
        rows = [row for row in ledger.weeks.all() if row.talk]
        assert [(row.week, row.talk, row.ideas) for row in rows] == [("2026-W23", 1, 1)]


def test_a_reply_after_a_week_does_not_change_what_it_was(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        write(ledger, [message_row(1), message_row(2, sent=NOW + timedelta(days=20))])
        with ledger.atomic():
            settle(ledger, NOW + timedelta(days=30), ZONE)
        assert sum(row.talk for row in ledger.weeks.all()) == 0


@pytest.mark.parametrize(
    ("moment", "week"),
    [
        (datetime(2026, 12, 31, 12, tzinfo=UTC), "2026-W53"),
        (datetime(2027, 1, 3, 12, tzinfo=UTC), "2026-W53"),
        (datetime(2027, 1, 4, 12, tzinfo=UTC), "2027-W01"),
        # 23:30 on Sunday in UTC is already Monday in Amsterdam.
        (datetime(2026, 6, 7, 23, 30, tzinfo=UTC), "2026-W24"),
    ],
)
def test_weeks_are_iso_and_local(moment: datetime, week: str) -> None:
    assert iso_week(moment, ZONE) == week


def test_weeks_without_mail_are_there_as_zeros_over_new_year() -> None:
    result = report(Facts(), datetime(2027, 1, 12, tzinfo=UTC), ZONE, weeks=4)
    assert [week.week for week in result.weeks] == ["2026-W52", "2026-W53", "2027-W01", "2027-W02"]
    assert [week.settled for week in result.weeks] == [True, True, False, False]


AIMS = (Aim("Minder fouten"),)


def words(result: Report, language: Language = "nl") -> str:
    """All sentences of the report."""
    return "\n".join(line for section in sections(result, Texts(language)) for line in section.lines)


def rows(talk: int) -> list[WeekRow]:
    return [WeekRow(week="2026-W20", definition=DEFINITION, model="m1", load=40, talk=talk)]


def test_no_percentage_below_ten() -> None:
    for language in LANGUAGES:
        assert "%" not in words(report(Facts(rows=rows(9), aims=AIMS), NOW, ZONE), language)
        assert "%" in words(report(Facts(rows=rows(10), aims=AIMS), NOW, ZONE), language)


def test_another_definition_is_another_series() -> None:
    other = WeekRow(week="2026-W20", definition="older", model="m1", talk=50)
    assert report(Facts(rows=[*rows(3), other]), NOW, ZONE).talk == 3


def test_moved_is_what_was_handed_over() -> None:
    suggestions = [
        suggestion("a", State.HANDED_OFF, week="2026-W20"),
        suggestion("b", State.DECLINED, week="2026-W20"),
        suggestion("c", State.SENT, week="2026-W20"),
        suggestion("d", State.SENT, week="2026-W20", kind="share"),
    ]
    result = report(Facts(rows=rows(12), suggestions=suggestions), NOW, ZONE)
    assert (result.moved, result.on_mail.k, result.on_mail.n, result.taken, result.offered) == (2, 10, 12, 3, 4)


def test_sparkline_is_one_block_a_value() -> None:
    assert sparkline([0, 1, 4, 8]) == " ▁▄█"
    assert sparkline([0, 0]) == "  "
    assert sparkline([]) == ""
