"""A year in the simulator: every cap, order and stop of the policy, whatever leader, calendar and mail do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path

import pytest

from nudger.ledger.keys import KEY_BYTES
from nudger.ledger.states import State
from nudger.nudges.policy import offerable
from nudger.nudges.rules import caps, policy
from nudger.nudges.workdays import Calendar
from tests.nudger.nudges.year import (
    MONDAY,
    ZONE,
    Leader,
    Year,
    as_it_comes,
    dismisses_all,
    never_answers,
    says_yes,
)

RULES = policy()
AWAY = (date(2026, 7, 20), date(2026, 8, 9))
"""Three weeks."""
pytestmark = [pytest.mark.proof, pytest.mark.xdist_group("year")]

LEADERS: dict[str, Leader] = {
    "yes": says_yes,
    "silent": never_answers,
    "no": dismisses_all,
    "mixed": as_it_comes,
}


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Year]:
    """One year for each leader, with three weeks of leave and a new machine in autumn; each is played once."""

    @cache
    def played(name: str) -> Year:
        return Year(tmp_path_factory.mktemp(name) / "fatima.db", LEADERS[name], away=AWAY, moves=40).play()

    return played


def local(moment: datetime) -> datetime:
    return moment.astimezone(ZONE)


def check_every_cap(year: Year) -> None:
    """Caps a digest and a week, by phase; nothing while observing; only own starts before the announcement."""
    for one in year.offered:
        row = caps(one.phase)
        lately = [o for o in year.offered if one.at - timedelta(days=7) < o.at <= one.at]
        assert len(lately) <= min(row.per_week, year.rules.per_week)
        assert one.phase != "observe"
        assert one.thread.own_start or not row.own
    for at, waiting, _ in year.nights:
        offered = [one.phase for one in year.offered if one.at == at]
        assert waiting <= year.rules.per_digest
        assert not offered or waiting <= min(year.rules.per_digest, caps(offered[0]).per_digest)


def check_once_ever(year: Year) -> None:
    """A thread is offered once in its life and shown twice at most, whatever became of it."""
    assert max(Counter(one.suggestion.thread for one in year.offered).values(), default=0) <= 1
    assert all(one.shown <= year.rules.max_shown for one in year.all)
    assert len({one.id for one in year.all}) == len(year.all)


def check_quiet(year: Year) -> None:
    """Once a week at most, at half past eight on Tuesday or the first quiet-free try after it; not on leave."""
    away = (AWAY,) if year.away else ()
    calendar = Calendar(ZONE, "NL", away)
    for at, _ in year.digests:
        assert calendar.works(local(at).date())
        assert time(year.rules.quiet_until) <= local(at).time() < time(year.rules.quiet_from)
    weeks = Counter(local(at - timedelta(days=1, hours=8, minutes=30)).isocalendar()[:2] for at, _ in year.digests)
    assert max(weeks.values(), default=0) <= 1


def check_order(year: Year) -> None:
    """The leader's own starts first: while one could be offered, nothing else was."""
    for one in year.offered:
        if one.thread.own_start:
            continue
        days = year.rules.max_age_days
        better = [
            row
            for row in one.left
            if row.own_start and row.worth >= one.bar and offerable(row, year.rules, one.at, days)
        ]
        assert not better


def check_expiry(year: Year) -> None:
    """What waits longer than its working days is gone; leave counts for none of them."""
    calendar = Calendar(ZONE, "NL", (AWAY,) if year.away else ())
    for one in year.all:
        if one.state is State.EXPIRED and one.decided_at and not one.snoozes and one.until is None:
            assert calendar.between(one.offered_at, one.decided_at) > year.rules.expire_working_days
        if one.state is State.OFFERED:
            assert calendar.between(max(one.offered_at, one.until or one.offered_at), year.now) <= 6


def check_answers_first(year: Year) -> None:
    """No night that holds back offers anything."""
    held = {at for at, _, holds in year.nights if holds}
    assert not held & {one.at for one in year.offered}


def check_leave(year: Year) -> None:
    """On leave nothing is offered, sent, asked or let go."""
    first, last = AWAY
    inside = [one.at for one in year.offered] + [at for at, _ in year.digests] + year.asked + year.stopped
    assert not [at for at in inside if first <= local(at).date() <= last]
    gone = [one.decided_at for one in year.all if one.state is State.EXPIRED and one.decided_at]
    assert not [at for at in gone if first <= local(at).date() <= last]


CHECKS = (
    check_every_cap, check_once_ever, check_quiet, check_order, check_expiry, check_answers_first, check_leave,
)  # fmt: skip


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__.removeprefix("check_"))
@pytest.mark.parametrize("leader", LEADERS)
def test_what_holds_for_every_leader(years: Callable[[str], Year], leader: str, check: Callable[[Year], None]) -> None:
    check(years(leader))


def test_a_year_with_a_leader_who_says_yes_goes_on_to_its_end(years: Callable[[str], Year]) -> None:
    year = years("yes")
    assert len(year.offered) > 60
    assert not year.asked
    assert year.offered[-1].at > year.now - timedelta(weeks=3)
    phases = [one.phase for one in year.offered]
    assert phases == sorted(phases, key=["observe", "before", "first", "run"].index)
    assert set(phases) == {"before", "first", "run"}
    on_tuesday = {local(at).time() for at, _ in year.digests if local(at).weekday() == 1}
    assert on_tuesday == {time(8, 30)}, "half past eight by the clock on the wall, summer and winter"


def test_who_never_answers_is_asked_once_and_left_alone(years: Callable[[str], Year]) -> None:
    year = years("silent")
    first = year.offered[0].at
    assert len(year.asked) == 1
    assert timedelta(weeks=4) <= year.asked[0] - first < timedelta(weeks=4, days=1)
    assert year.stopped == [year.asked[0] + timedelta(days=RULES.stop_answer_days)]
    assert max(one.at for one in year.offered) < year.asked[0]
    assert max(at for at, _ in year.digests) < year.stopped[0]


def test_who_dismisses_all_is_offered_less_and_surer_and_then_nothing(years: Callable[[str], Year]) -> None:
    year = years("no")
    assert [one.state for one in year.all if one.state is not State.HELD] == [State.DECLINED] * len(year.offered)
    for number, one in enumerate(year.offered):
        assert one.thread.worth >= one.bar
        assert (one.bar > 0) == (number >= RULES.dismissals and one.at > year.offered[RULES.dismissals - 1].at)
    assert len(year.asked) == 1
    assert len(year.stopped) == 1
    assert max(one.at for one in year.offered) < year.asked[0]


def test_eight_without_a_yes_bring_two_weeks_of_rest(tmp_path: Path) -> None:
    rules = policy({"stop_weeks": 4, "dismissals": 8, "per_digest": 5, "per_week": 10})
    year = Year(tmp_path / "a.db", dismisses_all, weeks=6, announced=MONDAY - timedelta(weeks=3), rules=rules, storm=0)
    year.observed = MONDAY - timedelta(days=1)
    year.play()
    made = [one.at for one in year.offered]
    cold = next(at for at in sorted(set(made)) if sum(one <= at for one in made) >= RULES.cold_offers)
    later = [at for at in made if at > cold]
    assert len(made) >= RULES.cold_offers
    assert all(at - cold >= timedelta(days=14) for at in later)


def test_a_new_machine_changes_nothing(tmp_path: Path) -> None:
    def run(name: str, moves: int) -> Year:
        (tmp_path / name).mkdir()
        path = tmp_path / name / "fatima.db"
        (tmp_path / name / "fatima.key").write_text("6b" * KEY_BYTES, encoding="ascii")
        return Year(path, as_it_comes, weeks=14, moves=moves).play()

    stays, moves = run("stays", -1), run("moves", 9)
    assert stays.final == moves.final
    assert [one.suggestion for one in stays.offered] == [one.suggestion for one in moves.offered]


def test_a_storm_of_five_hundred_threads_changes_no_cap(tmp_path: Path) -> None:
    year = Year(tmp_path / "a.db", says_yes, weeks=9, storm=6).play()
    assert len(year.final["threads"]) > 500
    for check in CHECKS[:6]:
        check(year)
    after = [one for one in year.offered if one.at >= datetime.combine(MONDAY + timedelta(weeks=6), time(), ZONE)]
    assert len(after) <= 3 * RULES.per_week
    assert after


def test_who_leaves_ideas_unanswered_gets_nothing_new(tmp_path: Path) -> None:
    year = Year(tmp_path / "a.db", says_yes, weeks=16, answers_ideas=False).play()
    check_answers_first(year)
    assert any(holds for _, _, holds in year.nights)
    assert not [one for one in year.offered if one.at > next(at for at, _, holds in year.nights if holds)]
