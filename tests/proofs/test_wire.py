"""No socket but to the hosts of the configuration, no program started, and every file closed to others (M6, M9)."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from nudger.platform import UNIX
from tests.proofs.child import PROGRAMS
from tests.proofs.conftest import Day

pytestmark = [
    pytest.mark.dovecot,
    pytest.mark.xdist_group("proofs"),
    pytest.mark.timeout(600),
    pytest.mark.skipif(not UNIX, reason="modes exist on Unix only"),
]

LOCAL = {"127.0.0.1", "::1", "localhost"}


def test_only_the_configured_hosts_are_reached(day: Day) -> None:
    home = day.home
    ports = {home.user.server.port, home.smtp.port, int(home.network.url.rpartition(":")[2])}
    reached = set()
    for name, ran in day.ran.items():
        for event, value in (note for one in ran for note in one.notes):
            if event.startswith("socket."):
                assert isinstance(value, list), (name, event, value)
                host, port = str(value[0]), int(value[1])
                assert host in LOCAL, (name, event, value)
                assert port in ports, (name, event, value)
                reached.add(port)
    assert reached == ports, "else nothing was seen"


def test_no_program_is_started(day: Day) -> None:
    notes = [note for ran in day.ran.values() for one in ran for note in one.notes]
    # Matplotlib asks once which fonts there are.
    assert {value for event, value in notes if event in PROGRAMS} <= {"fc-list"}


def test_everything_that_was_made_is_closed_to_others(day: Day) -> None:
    made = [path for part in ("home", "temp", "out") for path in (day.home.folder / part).rglob("*")]
    assert {"leider.db", "leider.db-wal", "leider.key", "run.log", "reis.nudger", "report.html"} <= {
        p.name for p in made
    }
    assert [path for path in made if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def test_the_ledger_is_the_only_database(day: Day) -> None:
    notes = [note for ran in day.ran.values() for one in ran for note in one.notes]
    opened = {Path(str(value)).name for event, value in notes if event == "sqlite3.connect"}
    assert opened <= {"leider.db", ":memory:"}
