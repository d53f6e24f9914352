"""A whole poll against a real Dovecot: every UID one outcome, nothing twice, the mailbox untouched, whatever dies."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from nudger.demo.mailbox import SENT, messages
from nudger.ledger.ledger import Ledger
from tests.servers.dovecot import Dovecot, User

pytestmark = [pytest.mark.dovecot, pytest.mark.xdist_group("poll")]

ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2026-06-26T18:00"
OUTCOMES = {"suggest", "ask", "leave", "gated", "unreadable", "gone", "duplicate"}

CONFIG = """
version = 1
[organisation]
domains = ["{domain}"]
[[goals]]
id = "errors"
[mailboxes.leider]
host = "127.0.0.1"
port = {port}
tls = "loopback-plain"
username = "{username}"
password = {{ env = "NUDGER_TEST_PASSWORD" }}
addresses = ["{address}"]
look_back_days = 0
"""


class Desk:
    """One leader at a command line: a configuration, a state folder, and the installed program as a child process."""

    def __init__(self, folder: Path, user: User, domain: str, address: str) -> None:
        self.folder = folder
        self.config = folder / "nudger.toml"
        folder.mkdir(parents=True, exist_ok=True)
        text = CONFIG.format(domain=domain, port=user.server.port, username=user.name, address=address)
        self.config.write_text(text, encoding="utf-8")
        self.environ = {
            "HOME": str(folder),
            "XDG_STATE_HOME": str(folder / "state"),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "NUDGER_TEST_PASSWORD": user.account().password(),
        }

    @property
    def ledger(self) -> Path:
        return self.folder / "state" / "nudger" / "leider.db"

    def start(self, *words: str) -> subprocess.Popen[str]:
        command = [sys.executable, str(ROOT / "cli.py"), *words, "--config", str(self.config)]
        return subprocess.Popen(
            command, env=self.environ, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def run(self, *words: str, code: int = 0) -> str:
        child = self.start(*words)
        out, err = child.communicate(timeout=300)
        assert child.returncode == code, err
        return out

    def poll(self, as_of: str = AS_OF) -> dict[str, Any]:
        result: dict[str, Any] = json.loads(self.run("poll", "--json", "--as-of", as_of))
        return result

    def canonical(self) -> dict[str, list[tuple[Any, ...]]]:
        with Ledger.open(self.ledger) as ledger:
            return ledger.canonical()

    def same_key_as(self, other: Desk) -> None:
        """Equal ledgers need equal keys."""
        self.ledger.parent.mkdir(parents=True, exist_ok=True)
        key = self.ledger.with_suffix(".key")
        key.write_bytes(other.ledger.with_suffix(".key").read_bytes())
        key.chmod(0o600)


@pytest.fixture(scope="module")
def leader(dovecot: Dovecot) -> User:
    user = dovecot.add_user()
    for folder in ("INBOX", "Sent"):
        mails = [(m.raw, m.arrival) for m in messages() if (m.folder == SENT) == (folder == "Sent")]
        user.append_all(mails, folder)
    return user


def desk(tmp_path: Path, user: User, name: str = "desk") -> Desk:
    return Desk(tmp_path / name, user, "voorbeeld.example", "fatima.jansen@voorbeeld.example")


def test_every_uid_has_one_outcome_and_the_second_run_is_silent(leader: User, tmp_path: Path) -> None:
    before = leader.snapshot()
    one = desk(tmp_path, leader)
    first = one.poll()["mailboxes"]
    assert [box["folder"] for box in first] == ["INBOX", "Sent"]
    assert sum(box["seen"] for box in first) == len(messages())
    for box in first:
        assert box["new"] == box["seen"] == sum(box["outcomes"].values())
        assert set(box["outcomes"]) <= OUTCOMES
    state = one.canonical()
    second = one.poll()["mailboxes"]
    assert [box["new"] for box in second] == [0, 0]
    assert all(box["commands"] <= 6 for box in second)
    assert one.canonical() == state
    assert leader.snapshot() == before


def test_a_second_account_of_the_same_mail_counts_each_message_once(leader: User, tmp_path: Path) -> None:
    one = desk(tmp_path, leader)
    one.poll()
    tables = one.canonical()
    keys = Counter(row[0] for row in tables["messages"])
    assert set(keys.values()) == {1}


@pytest.mark.kill
def test_killed_at_any_moment_the_next_run_ends_where_an_undisturbed_one_does(leader: User, tmp_path: Path) -> None:
    calm = desk(tmp_path, leader, "calm")
    started = time.monotonic()
    calm.poll()
    whole = time.monotonic() - started
    chance = random.Random(2026)
    for number in range(4):
        disturbed = desk(tmp_path, leader, f"disturbed{number}")
        disturbed.same_key_as(calm)
        child = disturbed.start("poll", "--as-of", AS_OF)
        time.sleep(whole * chance.uniform(0.3, 1.0))
        child.send_signal(signal.SIGKILL)
        child.communicate()
        disturbed.poll()
        assert disturbed.canonical() == calm.canonical()


def test_a_new_uidvalidity_brings_no_second_suggestion(dovecot: Dovecot, tmp_path: Path) -> None:
    user = dovecot.add_user()
    user.append_all([(m.raw, m.arrival) for m in messages()[-60:]])
    one = desk(tmp_path, user)
    one.poll()
    before = one.canonical()
    user.set_uidvalidity(987654)
    again = one.poll()["mailboxes"][0]
    assert again["outcomes"] == {"duplicate": again["seen"]}
    after = one.canonical()
    for table in ("messages", "threads", "suggestions", "weeks", "thread_ids"):
        assert after[table] == before[table], table


def test_two_polls_at_once_do_the_work_once(leader: User, tmp_path: Path) -> None:
    one = desk(tmp_path, leader)
    children = [one.start("poll", "--json", "--as-of", AS_OF) for _ in range(4)]
    results = [child.communicate(timeout=300) for child in children]
    codes = sorted(child.returncode for child in children)
    assert codes[0] == 0
    assert set(codes) <= {0, 75}, [err for _, err in results]
    assert "locked" not in "".join(err for _, err in results)
    calm = desk(tmp_path, leader, "calm")
    calm.same_key_as(one)
    calm.poll()
    assert calm.canonical() == one.canonical()


def test_a_refused_login_is_said_once_without_the_password(leader: User, tmp_path: Path) -> None:
    one = desk(tmp_path, leader)
    one.environ["NUDGER_TEST_PASSWORD"] = "geheim-en-fout"
    child = one.start("poll", "--lang", "nl", "-v")
    out, err = child.communicate(timeout=60)
    assert child.returncode == 77
    assert "geheim" not in out + err
    assert "Traceback" not in err


def test_a_server_that_is_away_is_temporary(leader: User, tmp_path: Path) -> None:
    one = desk(tmp_path, leader)
    text = one.config.read_text().replace(f"port = {leader.server.port}", "port = 9")
    one.config.write_text(text)
    child = one.start("poll", "-q")
    out, err = child.communicate(timeout=90)
    assert child.returncode == 75, err
    assert out == ""
    assert err.strip()
