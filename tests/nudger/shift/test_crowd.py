"""How many people take part on the network: a number over four weeks, never below ten; nobody is found in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from nudger.ledger.activity_rows import NetworkRead
from nudger.ledger.crowd_rows import block
from nudger.ledger.ledger import Ledger
from nudger.ledger.retention import purge
from nudger.shift.facts import Aim, gather
from nudger.shift.report import Report, report
from nudger.shift.sentences import sections
from nudger.texts import Texts
from tests.nudger.shift.sample import ZONE

FIRST = block(date(2026, 6, 10))
LATER = datetime.combine(FIRST + timedelta(weeks=5), datetime.min.time(), UTC)


def note(ledger: Ledger, people: int, first: date = FIRST) -> None:
    with ledger.atomic():
        for day in (first, first + timedelta(days=9), first + timedelta(days=27)):
            ledger.crowds.note("plein", ((f"@p{n}:plein", day) for n in range(people)))


def seen(ledger: Ledger, now: datetime = LATER, begun: datetime = LATER - timedelta(weeks=20)) -> Report:
    with ledger.atomic():
        ledger.activity.note_read(NetworkRead(network="plein", begun=begun, until=now, tried=now))
    return report(gather(ledger, now, weeks=26, aims=[Aim("x")]), now, ZONE)


def words(found: Report) -> str:
    return "\n".join(line for part in sections(found, Texts("en")) for line in part.lines)


def test_blocks_are_four_weeks_from_a_monday() -> None:
    starts = {block(FIRST + timedelta(days=n)) for n in range(28)}
    assert starts == {FIRST}
    assert FIRST.weekday() == 0
    assert block(FIRST + timedelta(days=28)) == FIRST + timedelta(days=28)


@pytest.mark.parametrize(("people", "said"), [(10, "10 people took"), (9, "fewer than 10"), (1, "fewer than 10")])
def test_somebody_who_takes_part_often_counts_once_and_nine_are_not_told(people: int, said: str) -> None:
    with Ledger.in_memory() as ledger:
        note(ledger, people)
        assert said in words(seen(ledger))


def test_four_weeks_that_are_not_over_or_not_read_say_nothing() -> None:
    with Ledger.in_memory() as ledger:
        note(ledger, 20)
        assert seen(ledger, LATER - timedelta(weeks=2)).crowd is None
        assert seen(ledger, begun=LATER - timedelta(weeks=4)).crowd is None


def test_later_only_the_number_is_left_and_it_stays_as_it_was() -> None:
    with Ledger.in_memory() as ledger:
        note(ledger, 12)
        before = seen(ledger).crowd
        for weeks in (1, 2, 30):
            with ledger.atomic():
                purge(ledger, LATER + timedelta(weeks=weeks), 180)
        assert ledger.canonical()["crowd"] == []
        assert seen(ledger).crowd == before
        assert before
        assert before.people == 12


def test_the_same_person_cannot_be_followed_from_block_to_block() -> None:
    with Ledger.in_memory() as ledger:
        note(ledger, 15)
        note(ledger, 15, FIRST + timedelta(weeks=4))
        rows = ledger.canonical()["crowd"]
        assert len(rows) == 30
        assert len({person for _, person in rows}) == 30
