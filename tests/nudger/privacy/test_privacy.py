"""Rights: what is kept of a person, forgetting it, the settings as they are, and the move to a new computer."""

from __future__ import annotations

import json
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from nudger.ledger.ledger import Ledger
from nudger.ledger.states import State
from nudger.privacy.archive import seal, unseal
from nudger.privacy.keeping import tables
from tests.factories import OWNER, message, message_row, suggestion

ROOT = Path(__file__).resolve().parents[3]
CONFIG = """
version = 1
[organisation]
domains = ["voorbeeld.example"]
[[goals]]
id = "errors"
[mailboxes.fatima]
host = "imap.voorbeeld.example"
username = "fatima"
password = {password}
addresses = ["fatima@voorbeeld.example"]
"""
ANNA = "anna@voorbeeld.example"


class Home:
    """A computer of its own: a home folder with a configuration and a ledger."""

    def __init__(self, folder: Path, password: str = '{ env = "NOWHERE" }') -> None:
        self.folder = folder
        self.config = folder / "config" / "nudger.toml"
        self.config.parent.mkdir(parents=True)
        if password:
            self.config.write_text(CONFIG.format(password=password), encoding="utf-8")
            self.config.chmod(0o600)

    @property
    def ledger(self) -> Path:
        return self.folder / "state" / "nudger" / "fatima.db"

    def run(self, *words: str, code: int = 0) -> str:
        environ = {"HOME": str(self.folder), "XDG_STATE_HOME": str(self.folder / "state"), "PATH": ""}
        command = [sys.executable, str(ROOT / "cli.py"), *words, "--config", str(self.config), "--lang", "nl"]
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "old")
    with Ledger.open(home.ledger) as ledger, ledger.atomic():
        thread, new = ledger.threads.place(message(), OWNER, counts=True)
        ledger.mail.add(message_row(thread=thread, new_author=new))
        ledger.threads.refresh(thread, ledger.mail.of_thread(thread))
        ledger.suggestions.offer(suggestion(thread, State.OFFERED))
        ledger.suggestions.move(
            ledger.suggestions.all()[0], State.ACCEPTED, title="Fiets", body="KANARIE in een concept"
        )
    return home


def test_a_person_can_ask_and_be_forgotten(home: Home) -> None:
    assert json.loads(home.run("privacy", "show", ANNA.upper(), "--json"))["keys"] is True
    assert "fiets" not in home.run("privacy", "show", ANNA).lower()
    home.run("privacy", "forget", ANNA)
    assert json.loads(home.run("privacy", "show", ANNA, "--json"))["keys"] is False
    assert json.loads(home.run("privacy", "show", "tom@voorbeeld.example", "--json"))["keys"] is True


def test_forgetting_everywhere(home: Home) -> None:
    assert json.loads(home.run("privacy", "forget", ANNA, "--all", "--json")) == {"ledgers": 1, "forgotten": True}


def test_what_is_no_address_is_told(home: Home) -> None:
    assert "anna" in home.run("privacy", "show", "anna", code=2)


def test_every_table_is_explained_with_a_row_of_its_own_columns() -> None:
    with Ledger.in_memory() as ledger:
        explained = tables(180)
        assert set(explained) == set(ledger.canonical()) | {"runs"}
        for name, kept in explained.items():
            columns = {row[1] for row in ledger._db.conn.execute(f'PRAGMA table_info("{name}")')}
            assert set(kept.sample) == columns, name


def test_the_report_shows_the_settings_that_hold(home: Home) -> None:
    text = home.run("privacy", "report", "--sample")
    assert "imap.voorbeeld.example" in text
    assert str(home.ledger) in text.replace("\n", "")
    assert "180 dagen" in text


def test_purge_forgets_what_is_old(home: Home) -> None:
    with Ledger.open(home.ledger) as ledger, ledger.atomic():
        key = ledger.threads.all()[0].key
        ledger.threads.settle(key, "talk")
    home.run("purge", "--as-of", "2027-06-01")
    with Ledger.open(home.ledger) as ledger:
        assert not ledger.threads.all()
        assert ledger.suggestions.all()


def test_a_new_computer_has_all_but_drafts_and_tokens(home: Home, tmp_path: Path) -> None:
    words, phrase = tmp_path / "reis.nudger", tmp_path / "phrase"
    phrase.write_text("correct horse battery staple\n")
    phrase.chmod(0o600)
    home.run("export", str(words), "--passphrase-file", str(phrase))
    assert stat.S_IMODE(words.stat().st_mode) == 0o600
    assert b"KANARIE" not in words.read_bytes()
    new = Home(tmp_path / "new", password="")
    new.run("import", str(words), "--passphrase-file", str(phrase))
    assert new.config.read_text() == home.config.read_text()
    with Ledger.open(home.ledger) as old, Ledger.open(new.ledger) as moved:
        assert moved.key.of("a", "b") == old.key.of("a", "b")
        before, after = old.canonical(), moved.canonical()
        assert {name: rows for name, rows in after.items() if name != "suggestions"} == {
            name: rows for name, rows in before.items() if name != "suggestions"
        }
        assert moved.suggestions.all()[0].body == ""
    assert not any(b"KANARIE" in path.read_bytes() for path in new.ledger.parent.iterdir())
    assert "al een logboek" in new.run("import", str(words), "--passphrase-file", str(phrase), code=2)


def test_a_password_in_plain_keeps_the_settings_at_home(tmp_path: Path) -> None:
    home = Home(tmp_path / "old", password='"geheim-in-bestand"')
    phrase = tmp_path / "phrase"
    phrase.write_text("correct horse battery staple\n")
    phrase.chmod(0o600)
    out = home.run("export", str(tmp_path / "x"), "--passphrase-file", str(phrase), "--json")
    assert json.loads(out)["settings"] is False


def test_nothing_opens_it_but_the_passphrase(tmp_path: Path) -> None:
    from nudger.errors import UnreadableInput

    sealed = seal({"ledger.db": b"1"}, "correct horse battery")
    assert unseal(sealed, "correct horse battery", tmp_path) == {"ledger.db": b"1"}
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for data, phrase in (
        (sealed, "wrong horse"),
        (changed, "correct horse battery"),
        (b"zip", "x"),
        (sealed[:20], "x"),
    ):
        with pytest.raises(UnreadableInput):
            unseal(data, phrase, tmp_path)


def test_without_a_terminal_nothing_is_asked(home: Home, tmp_path: Path) -> None:
    assert "--passphrase-file" in home.run("export", str(tmp_path / "x"), code=2)
    assert not (tmp_path / "x").exists()


def test_a_copy_of_a_ledger_is_a_ledger(home: Home, tmp_path: Path) -> None:
    with Ledger.open(home.ledger) as ledger:
        (tmp_path / "copy.db").write_bytes(ledger.copy())
    with sqlite3.connect(tmp_path / "copy.db") as copied:
        assert copied.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copied.execute("SELECT body FROM suggestions").fetchall() == [("",)]
    copied.close()
