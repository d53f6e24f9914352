"""``poll --all`` on a real Dovecot: one bad mailbox never stops the others, and only who said yes is read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from nudger.demo.mailbox import SENT, messages
from nudger.ledger.ledger import Ledger
from tests.servers.dovecot import PASSWORD, Dovecot

pytestmark = [pytest.mark.dovecot, pytest.mark.xdist_group("nightly")]

ROOT = Path(__file__).resolve().parents[3]
DAY = date(2026, 6, 26)

MAIN = """
version = 1
[organisation]
domains = ["voorbeeld.example"]
[[goals]]
id = "errors"
[mailbox_template]
host = "127.0.0.1"
port = {port}
tls = "loopback-plain"
username = "{{user}}"
password = {{ file = "passwords/{{user}}" }}
addresses = ["fatima.jansen@voorbeeld.example", "{{user}}@voorbeeld.example"]
look_back_days = 0
[nightly]
workers = 3
metrics_file = "nudger.prom"
"""
YES = '[participation]\nwho = "{name}"\nwhen = 2026-06-01\nhow = "mail"\n'


class Office:
    """An organisation: a configuration with leaders, and the program as a child process."""

    def __init__(self, folder: Path, server: Dovecot) -> None:
        self.folder, self.server = folder, server
        self.config = folder / "nudger.toml"
        for name in ("leaders", "passwords"):
            (folder / name).mkdir()
        self.config.write_text(MAIN.format(port=server.port), encoding="utf-8")

    def leader(self, name: str, *, yes: bool = True, password: str = PASSWORD) -> None:
        (self.folder / "leaders" / f"{name}.toml").write_text(YES.format(name=name) if yes else "", encoding="utf-8")
        secret = self.folder / "passwords" / name
        secret.write_text(password)
        secret.chmod(0o600)

    @property
    def state(self) -> Path:
        return self.folder / "state" / "nudger"

    def run(self, *words: str, day: date = DAY, code: int = 0) -> str:
        command = [sys.executable, str(ROOT / "cli.py"), "poll", "--all", *words, "--config", str(self.config)]
        environ = {"HOME": str(self.folder), "XDG_STATE_HOME": str(self.folder / "state"), "PATH": os.environ["PATH"]}
        done = subprocess.run(
            [*command, "--as-of", f"{day}T18:00"],
            env={**environ, "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr

    def json(self, day: date = DAY, code: int = 0) -> dict[str, Any]:
        result: dict[str, Any] = json.loads(self.run("--json", day=day, code=code))
        return result

    def canonical(self, name: str) -> dict[str, list[tuple[Any, ...]]]:
        with Ledger.open(self.state / f"{name}.db") as ledger:
            return ledger.canonical()


@pytest.fixture
def office(dovecot: Dovecot, tmp_path: Path) -> Office:
    office = Office(tmp_path, dovecot)
    for number in range(3):
        user = dovecot.add_user()
        user.append_all([(m.raw, m.arrival) for m in messages()[number * 20 : 60 + number * 20] if m.folder != SENT])
        office.leader(user.name)
    return office


def names(office: Office) -> list[str]:
    return sorted(path.stem for path in (office.folder / "leaders").iterdir())


def test_everyone_is_read_once_and_a_second_night_brings_nothing_new(office: Office) -> None:
    first = office.json()
    assert (first["ok"], first["failed"]) == (3, 0)
    assert {box["name"] for box in first["mailboxes"]} == set(names(office))
    assert sum(box["new"] for box in first["mailboxes"]) > 100
    before = [office.canonical(name) for name in names(office)]
    second = office.json()
    assert sum(box["new"] for box in second["mailboxes"]) == 0
    assert [office.canonical(name) for name in names(office)] == before


def test_one_bad_mailbox_never_stops_the_others(office: Office) -> None:
    bad, *good = names(office)
    office.leader(bad, password="geheim-en-fout")
    assert office.json(code=77)["ok"] == 2
    assert all((office.state / f"{name}.db").exists() for name in good)
    assert "geheim" not in office.run("--lang", "nl", day=DAY + timedelta(days=1), code=77)


def test_who_did_not_say_yes_is_not_read(office: Office) -> None:
    quiet = names(office)[0]
    office.leader(quiet, yes=False)
    before = len(office.server.sessions(quiet))
    assert office.json()["skipped"] == 1
    assert len(office.server.sessions(quiet)) == before
    assert not (office.state / f"{quiet}.db").exists()


def test_refused_on_five_nights_it_sleeps_out_of_the_exit_code_until_it_works(office: Office) -> None:
    bad = names(office)[0]
    office.leader(bad, password="geheim-en-fout")
    codes = [77, 77, 77, 77, 0]
    for number, code in enumerate(codes):
        office.json(day=DAY + timedelta(days=number), code=code)
    assert office.json(day=DAY + timedelta(days=5))["asleep"] == 1
    office.leader(bad)
    assert bad in office.run("--lang", "en", day=DAY + timedelta(days=11))
    assert office.json(day=DAY + timedelta(days=12))["ok"] == 3


def test_the_figures_name_nobody(office: Office) -> None:
    office.json()
    figures = (office.folder / "nudger.prom").read_text()
    assert 'nudger_owners{state="ok"} 3' in figures
    assert not [name for name in names(office) if name in figures]
    # Three owners are too few to publish how much mail they get.
    assert "nudger_messages" not in figures


def test_a_second_night_at_the_same_time_is_told_to_wait(office: Office) -> None:
    office.state.mkdir(parents=True, mode=0o700)
    with FileLock(office.state / "nightly.lock"):
        office.run("-q", code=75)
    office.json()
