"""A leader's own model by the commands she types: choices, poll, train, model; the mails on a real Dovecot."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli import main
from nudger.demo.mailbox import SENT, messages
from nudger.errors import NudgerError
from nudger.launch import Context
from nudger.ledger.ledger import Ledger
from nudger.ledger.records import ThreadRow
from nudger.nudges.taste import OFFER_AFTER
from nudger.texts import Texts
from tests.nudger.test_poll import Desk, desk
from tests.servers.dovecot import Dovecot, User

pytestmark = [pytest.mark.dovecot, pytest.mark.xdist_group("learning")]

LATER = "2026-06-27T18:00"


@pytest.fixture(scope="module")
def leader(dovecot: Dovecot) -> User:
    user = dovecot.add_user()
    for folder in ("INBOX", "Sent"):
        mails = [(m.raw, m.arrival) for m in messages() if (m.folder == SENT) == (folder == "Sent")]
        user.append_all(mails, folder)
    return user


@pytest.fixture(scope="module")
def polled(leader: User, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Fatima after half a year."""
    one = desk(tmp_path_factory.mktemp("polled"), leader)
    one.poll()
    return one


@pytest.fixture
def silent(polled: Desk, leader: User, tmp_path: Path) -> Desk:
    """The same, to do with as one likes."""
    shutil.copytree(polled.folder, tmp_path / "desk")
    return desk(tmp_path, leader)


@pytest.fixture
def chosen(silent: Desk) -> Desk:
    """She likes what went to one person, against all that the base believes, and said so of 46 conversations."""
    decide(silent, 46)
    return silent


def decide(one: Desk, n: int, *, stable: bool = True) -> None:
    with Ledger.open(one.ledger) as ledger, ledger.atomic():
        threads = [thread for thread in ledger.threads.all() if thread.best and not thread.gate]
        for number, thread in enumerate(threads[:n]):
            yes = likes(thread) == (stable or number // 8 % 2 == 0)
            given_at = datetime(2026, 6, 1, 8, tzinfo=UTC) + timedelta(hours=number)
            ledger.verdicts.put(thread, "yes" if yes else "no", "" if yes else "wrong", given_at)


def likes(thread: ThreadRow) -> bool:
    return thread.addressees == 1


def typed(one: Desk, *words: str, code: int = 0) -> str:
    """What a command gives, in this process: a new one for each would take the longest part of the test."""
    done = CliRunner(env=one.environ).invoke(main, [*words, "--config", str(one.config)], obj=Context())
    error = done.exception if isinstance(done.exception, NudgerError) else None
    assert (error.exit_code if error else done.exit_code) == code, done.output
    return "\n".join(Texts("nl").error(error)) if error else done.stdout


def as_json(one: Desk, *words: str) -> Any:
    return json.loads(typed(one, *words, "--json", "--as-of", LATER))


def models(one: Desk) -> Path:
    return one.ledger.with_suffix(".models")


def test_the_installed_program_learns(chosen: Desk) -> None:
    said = chosen.run("train", "--lang", "nl")
    assert "Geleerd van 46 keuzes" in said
    assert "Terug kan met: nudger model rollback" in said
    assert "* 1: van jou" in chosen.run("model", "list", "--lang", "nl")


def test_from_choices_to_a_model_of_her_own_and_back(chosen: Desk, leader: User) -> None:
    before = leader.snapshot()
    assert as_json(chosen, "status")["unlearned"] == 46
    assert "nudger train" in typed(chosen, "status", "--lang", "en")
    as_json(chosen, "poll")
    lesson = as_json(chosen, "train")
    assert (lesson["words"], lesson["numbers"], lesson["lost"], lesson["silent"]) == (46, 0, 0, 0)
    assert lesson["proof"]["gain"] > lesson["proof"]["noise"]
    assert (lesson["used"], lesson["model"]) == (True, "1")
    assert as_json(chosen, "status")["unlearned"] == 0
    listed = as_json(chosen, "model", "list")
    assert listed["current"] == "1"
    card = listed["models"]["1"]
    assert card["base"] == listed["base"]["sha256"]
    assert card["learned_from"]["words"] == card["decisions"] == 46
    assert card["proof"]["n"] == lesson["proof"]["n"]
    assert as_json(chosen, "model", "rollback") == {"current": "base"}
    assert as_json(chosen, "model", "use", "1") == {"current": "1"}
    for path in models(chosen).rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path
    assert leader.snapshot() == before


def test_new_mail_is_judged_by_it_and_begins_a_new_series(chosen: Desk, leader: User) -> None:
    as_json(chosen, "train")
    raw = (
        "From: anna@voorbeeld.example\r\nTo: fatima.jansen@voorbeeld.example\r\nSubject: Planning {n}\r\n"
        "Message-ID: <later{n}@voorbeeld.example>\r\nDate: Fri, 26 Jun 2026 1{n}:00:00 +0200\r\n\r\n"
        "Wat vinden jullie van het nieuwe rooster?\r\n"
    )
    leader.append(raw.format(n=1).encode())
    as_json(chosen, "poll")
    with sqlite3.connect(chosen.ledger) as ledger:
        ids = {row[0] for row in ledger.execute("SELECT DISTINCT model FROM messages")}
        assert len(ids) == 2
        assert {row[0] for row in ledger.execute("SELECT DISTINCT model FROM weeks")} == ids


def test_when_the_mail_is_gone_the_numbers_kept_of_it_count(chosen: Desk, leader: User) -> None:
    as_json(chosen, "poll")  # keeps the numbers
    with Ledger.open(chosen.ledger) as ledger:
        assert all(len(row.numbers) == 40 and row.base for row in ledger.verdicts.all())
    with sqlite3.connect(chosen.ledger) as ledger_file:
        ledger_file.execute("UPDATE sightings SET uidvalidity = 1")  # as if the folders had been made anew
    lesson = as_json(chosen, "train")
    assert (lesson["words"], lesson["numbers"], lesson["lost"]) == (0, 46, 0)
    assert lesson["used"]


def test_what_was_never_read_again_in_time_is_lost_and_said(chosen: Desk) -> None:
    with sqlite3.connect(chosen.ledger) as ledger_file:
        ledger_file.execute("UPDATE sightings SET uidvalidity = 1 WHERE uid % 2")
    lesson = as_json(chosen, "train")
    assert lesson["lost"] > 0
    assert lesson["words"] + lesson["lost"] == 46


def test_too_few_choices_are_refused_with_the_number(silent: Desk) -> None:
    decide(silent, 10)
    assert "Er zijn 10 keuzes" in typed(silent, "train", code=2)


def test_a_taste_that_keeps_turning_is_not_taken_into_use(silent: Desk) -> None:
    one = silent
    decide(one, OFFER_AFTER, stable=False)
    lesson = as_json(one, "train")
    assert lesson["proof"]["gain"] < lesson["proof"]["noise"]
    assert (lesson["used"], lesson["model"]) == (False, None)
    assert as_json(one, "model", "list")["current"] == "base"
    assert as_json(one, "status")["unlearned"] == 0, "it is not offered again for the same choices"


def test_after_a_new_version_the_base_judges_and_says_so(chosen: Desk) -> None:
    as_json(chosen, "train")
    card = models(chosen) / "1" / "card.json"
    card.write_text(json.dumps(json.loads(card.read_text()) | {"reading": 0}))
    assert as_json(chosen, "poll")["failed"] == 0
    assert as_json(chosen, "model", "list")["outdated"] == "1"
    assert "nudger train" in typed(chosen, "model", "list", "--lang", "en")


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of Unix")
def test_a_model_that_others_could_change_judges_nothing(chosen: Desk) -> None:
    as_json(chosen, "train")
    (models(chosen) / "1" / "model.npz").chmod(0o666)
    assert "nudger model use base" in typed(chosen, "poll", code=78)
    assert as_json(chosen, "model", "use", "base") == {"current": "base"}
    assert as_json(chosen, "poll")["failed"] == 0
