"""Leaders: added without a yes, listed without a figure, taken out with everything."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from nudger.ledger.ledger import Ledger
from nudger.ledger.states import State
from tests.factories import suggestion

ROOT = Path(__file__).resolve().parents[3]
MAIN = """
version = 1
[organisation]
domains = ["voorbeeld.example"]
[[goals]]
id = "errors"
[mailbox_template]
host = "imap.voorbeeld.example"
username = "{user}"
password = { file = "passwords/{user}" }
addresses = ["{user}@voorbeeld.example"]
"""


class Office:
    """An organisation's configuration, and the program as a child process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.config = folder / "nudger.toml"
        self.config.write_text(MAIN, encoding="utf-8")
        self.leaders = folder / "leaders"
        self.state = folder / "state" / "nudger"
        self.environ = {"HOME": str(folder), "XDG_STATE_HOME": str(folder / "state"), "PATH": "", "TERM": "dumb"}

    def command(self, *words: str) -> list[str]:
        return [sys.executable, str(ROOT / "cli.py"), "leaders", *words, "--config", str(self.config), "--lang", "en"]

    def run(self, *words: str, code: int = 0) -> str:
        done = subprocess.run(
            self.command(*words), env=self.environ, capture_output=True, text=True, check=False, timeout=60
        )
        assert done.returncode == code, done.stderr
        return done.stdout + done.stderr

    def typed(self, answer: str, *words: str) -> str:
        """The same with a person at a terminal, who types one line."""
        master, slave = pty.openpty()
        with subprocess.Popen(self.command(*words), env=self.environ, stdin=slave, stdout=slave, stderr=slave) as child:
            os.close(slave)
            os.write(master, answer.encode() + b"\n")
            out = _everything(master)
            child.wait(60)
        os.close(master)
        assert child.returncode == 0, out
        return out

    def csv(self, text: str) -> str:
        path = self.folder / "leaders.csv"
        path.write_text(text, encoding="utf-8")
        return str(path)


def _everything(master: int) -> str:
    out = b""
    try:
        while chunk := os.read(master, 4096):
            out += chunk
    except OSError:
        # Linux says EIO once the other end has gone.
        pass
    return out.decode()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.mark.parametrize("separator", [",", ";"])
def test_leaders_are_added_once_and_without_a_yes(office: Office, separator: str) -> None:
    table = office.csv("name,language,address\nanna,nl,a.dewit@voorbeeld.example\ntom,,\n".replace(",", separator))
    assert json.loads(office.run("import", table, "--json")) == {"added": ["anna", "tom"], "known": 0}
    assert json.loads(office.run("import", table, "--json")) == {"added": [], "known": 2}
    assert [one["participates"] for one in json.loads(office.run("list", "--json"))] == [False, False]
    assert "participation" not in (office.leaders / "anna.toml").read_text()
    assert "a.dewit@voorbeeld.example" in (office.leaders / "anna.toml").read_text()


@pytest.mark.parametrize(
    "row", ["../anna,nl,", "Anna de Wit,nl,", "anna,fr,", 'anna,nl,"a@b\\"]\n[organisation]"', "anna,nl,geen-adres"]
)
def test_one_wrong_row_adds_nobody(office: Office, row: str) -> None:
    office.run("import", office.csv(f"name,language,address\ntom,nl,\n{row}\n"), code=65)
    assert not list(office.leaders.glob("*"))


def test_an_address_that_breaks_a_file_is_taken_back(office: Office) -> None:
    office.run("import", office.csv('name,address\nanna,"a b@voorbeeld.example"\n'), code=78)
    assert not list(office.leaders.glob("*"))


def test_a_file_without_names_is_told(office: Office) -> None:
    assert "name,language,address" in office.run("import", office.csv("naam\nanna\n"), code=65)


def test_a_leader_goes_with_everything_once_her_name_is_typed(office: Office) -> None:
    office.run("import", office.csv("name\nanna\ntom\n"))
    for name in ("anna", "tom"):
        with Ledger.open(office.state / f"{name}.db"):
            pass
    assert "Nothing" in office.typed("ann", "remove", "anna")
    assert "gone" in office.typed("anna", "remove", "anna")
    assert {path.stem for path in office.state.iterdir()} == {"tom"}
    assert [path.name for path in office.leaders.iterdir()] == ["tom.toml"]


def test_a_post_of_unknown_fate_comes_first(office: Office) -> None:
    office.run("import", office.csv("name\nanna\n"))
    with Ledger.open(office.state / "anna.db") as ledger, ledger.atomic():
        ledger.suggestions.offer(suggestion("t1", State.OFFERED))
        for state in (State.ACCEPTED, State.SENDING, State.UNCERTAIN):
            ledger.suggestions.move(ledger.suggestions.all()[0], state)
    assert "nudger resolve" in office.run("remove", "anna", code=2)
    assert (office.state / "anna.db").exists()


def test_without_a_terminal_nobody_is_removed(office: Office) -> None:
    office.run("import", office.csv("name\nanna\n"))
    office.run("remove", "anna", code=2)
    assert (office.leaders / "anna.toml").exists()
