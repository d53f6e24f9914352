"""How a mailbox fares: said once a day, asleep after five refused nights, tried weekly, well again at once."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from nudger.nightly import store
from nudger.nightly.health import WELL, Health, Said, after, owner_is_due

MONDAY = date(2026, 6, 1)


def nights(failures: list[str], *, refused: bool) -> tuple[Health, list[Said]]:
    health, said = WELL, []
    for number, failure in enumerate(failures):
        health, word = after(health, failure, MONDAY + timedelta(days=number), refused=refused)
        said.append(word)
    return health, said


def test_the_same_trouble_is_said_once_a_day_and_its_end_once() -> None:
    health, first = after(WELL, "server-away", MONDAY, refused=False)
    health, again = after(health, "server-away", MONDAY, refused=False)
    health, morrow = after(health, "server-away", MONDAY + timedelta(days=1), refused=False)
    health, well = after(health, "", MONDAY + timedelta(days=1), refused=False)
    health, quiet = after(health, "", MONDAY + timedelta(days=2), refused=False)
    assert (first, again, morrow, well, quiet) == (Said.FAILS, Said.NOTHING, Said.FAILS, Said.RECOVERED, Said.NOTHING)


def test_another_trouble_on_the_same_day_is_said_too() -> None:
    health, _ = after(WELL, "server-away", MONDAY, refused=False)
    assert after(health, "folder-missing", MONDAY, refused=False)[1] is Said.FAILS


def test_refused_on_five_nights_it_sleeps_and_is_tried_once_a_week() -> None:
    health, said = nights(["login-refused"] * 5, refused=True)
    assert said == [Said.FAILS] * 4 + [Said.ASLEEP]
    last = MONDAY + timedelta(days=4)
    assert [health.due(last + timedelta(days=n)) for n in (1, 6, 7)] == [False, False, True]
    health, word = after(health, "login-refused", last + timedelta(days=7), refused=True)
    assert (health.asleep, word) == (True, Said.NOTHING)
    health, word = after(health, "", last + timedelta(days=14), refused=False)
    assert (health.asleep, word) == (False, Said.RECOVERED)


def test_two_tries_in_one_night_are_one_night() -> None:
    health = WELL
    for _ in range(9):
        health, _ = after(health, "login-refused", MONDAY, refused=True)
    assert not health.asleep


def test_a_server_that_is_away_never_puts_a_mailbox_to_sleep() -> None:
    health, _ = nights(["server-away"] * 20, refused=False)
    assert not health.asleep


@pytest.mark.parametrize(("days", "due"), [(6, False), (7, True)])
def test_the_owner_hears_of_it_after_seven_days(days: int, due: bool) -> None:
    health, _ = nights(["server-away"], refused=False)
    assert owner_is_due(health, MONDAY + timedelta(days=days)) is due


def test_what_is_stored_comes_back(tmp_path: Path) -> None:
    health, _ = nights(["login-refused"] * 3, refused=True)
    store.save(tmp_path / "n.json", {"anna": health, "tom": WELL})
    assert store.load(tmp_path / "n.json") == {"anna": health, "tom": WELL}
    assert [path.name for path in tmp_path.iterdir()] == ["n.json"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"version": 9, "owners": {}}', '{"version": 1, "owners": {"a": 3}}'])
def test_a_damaged_file_is_no_reason_to_skip_a_night(tmp_path: Path, text: str) -> None:
    (tmp_path / "n.json").write_text(text)
    assert store.load(tmp_path / "n.json") == {}
