"""Handing over: only with a separate yes, only what was read to the end, once a window, never one owner's figures."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from nudger.config.configuration import Owner, load, owners
from nudger.ledger.ledger import Ledger
from nudger.ledger.week_rows import WeekRow
from nudger.nightly import handing
from nudger.nightly.organisation import lines
from nudger.shift.definition import DEFINITION
from nudger.shift.organisation import closed, weeks_of
from nudger.texts import LANGUAGES, Language, Texts
from nudger.workplace import Workplace

NIGHT = datetime(2026, 6, 26, 2, tzinfo=UTC)
FIRST = closed(NIGHT.date())
MAIN = """
version = 1
[organisation]
domains = ["voorbeeld.example"]
[mailbox_template]
host = "imap.voorbeeld.example"
username = "{user}"
password = { env = "NOWHERE" }
addresses = ["{user}@voorbeeld.example"]
[ledger]
directory = "state"
"""
NAMES = [f"leider{number}" for number in range(12)]


class Office:
    """Twelve leaders with a ledger each; what they do in a week is their number and ten."""

    def __init__(self, folder: Path) -> None:
        self.config, self.state = folder / "nudger.toml", folder / "state"
        self.config.write_text(MAIN, encoding="utf-8")
        (folder / "leaders").mkdir()
        for number, name in enumerate(NAMES):
            self.yes(name, figures=True)
            self.fill(name, number + 10)

    def yes(self, name: str, *, figures: bool) -> None:
        text = f'[participation]\nwho = "x"\nwhen = 2026-05-01\nhow = "mail"\nfigures = {str(figures).lower()}\n'
        (self.config.parent / "leaders" / f"{name}.toml").write_text(text)

    def fill(self, name: str, talk: int, read: datetime = NIGHT) -> None:
        with Ledger.open(self.state / f"{name}.db") as ledger, ledger.atomic():
            for week in weeks_of(FIRST):
                ledger.weeks.add(
                    WeekRow(week=week, definition=DEFINITION, model="m", load=90, talk=talk, ideas=4, questions=4)
                )
            ledger.mail.log_run(name, "poll", read, read, {})

    def night(self) -> None:
        config = load(self.config, "nl", policy=self.state / "none")

        def place(owner: Owner) -> Workplace:
            return Workplace(config, owner, Texts("nl"), NIGHT, self.state)

        handing.hand_over(owners(config), self.state, NIGHT.date(), place)

    def run(self, *words: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, ["report", *words, "--config", str(self.config)], obj=None)
        return done.exit_code, done.output


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def window(office: Office) -> dict[str, object]:
    code, out = office.run("--organisation", "--json")
    assert code == 0
    found = json.loads(out)["windows"]
    assert len(found) == 1
    return dict(found[0])


def test_the_totals_of_all_who_share_are_added(office: Office) -> None:
    office.night()
    expected = 4 * sum(number + 10 for number in range(12))
    cells = window(office)["cells"]
    assert isinstance(cells, dict)
    assert abs(cells["talk"] - expected) <= 2
    assert cells["moved"] is None


def test_a_yes_to_reading_is_no_yes_to_sharing(office: Office) -> None:
    for name in NAMES[:3]:
        office.yes(name, figures=False)
    office.night()
    assert window(office) == {"first": FIRST, "weeks": 4, "shown": False, "cells": {}}


def test_who_was_not_read_to_the_end_of_the_window_is_left_out(office: Office, tmp_path: Path) -> None:
    (tmp_path / "late").mkdir()
    late = Office(tmp_path / "late")
    for name in NAMES[:3]:
        (late.state / f"{name}.db").unlink()
        late.fill(name, 20, read=datetime(2026, 5, 1, tzinfo=UTC))
    late.night()
    assert window(late)["shown"] is False


def test_made_twice_it_is_made_once_whoever_left_in_between(office: Office) -> None:
    """The attack on one window: report, take one owner out, report again, subtract."""
    office.night()
    before = office.run("--organisation", "--json")
    for name in NAMES:
        office.yes(name, figures=False)
        office.night()
        office.yes(name, figures=True)
    (office.config.parent / "leaders" / f"{NAMES[0]}.toml").unlink()
    office.night()
    assert office.run("--organisation", "--json") == before


def test_the_file_holds_no_name_and_no_figure_of_one(office: Office) -> None:
    office.night()
    text = (office.state / handing.FILE).read_text()
    assert not [name for name in NAMES if name in text]
    assert set(json.loads(text)["windows"][0]) == {"first", "group", "cells"}
    assert (office.state / handing.FILE).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("words", [("--team", "zorg"), ("--organisation", "--mailbox", NAMES[0])])
@pytest.mark.parametrize(("lang", "word"), [("nl", "Waarom niet?"), ("en", "Why not?")])
def test_one_team_is_refused_with_what_is_possible(
    office: Office, words: tuple[str, ...], lang: str, word: str
) -> None:
    office.night()
    code, out = office.run(*words, "--lang", lang)
    assert code == 77
    assert word in out
    assert "nudger report --organisation" in out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_reads_as_a_page(office: Office, lang: Language) -> None:
    office.night()
    text = "\n".join(lines(handing.load(office.state), Texts(lang)))
    assert DEFINITION in text
    assert "organisation-" not in text


def test_a_damaged_file_makes_no_second_window(office: Office) -> None:
    office.night()
    (office.state / handing.FILE).write_text("{")
    assert office.run("--organisation")[0] != 0
