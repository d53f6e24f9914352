"""Eight runs at once, a full disk, a closed folder, damaged ledgers, a clock that jumps: a clear line, nothing lost.

A full disk is a limit on the size of every file (RLIMIT_FSIZE): each size stops another write. It needs no mount.
"""

from __future__ import annotations

import codecs
import importlib
import os
import pkgutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256
from itertools import count
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

import nudger
from nudger.clock import AHEAD, believe
from nudger.errors import Temporary
from nudger.platform import UNIX
from tests.nudger.test_poll import Desk
from tests.proofs.child import Job, start
from tests.proofs.world import OWNER, POLLED, canary_mails, demo_mails
from tests.servers.dovecot import Dovecot, User

pytestmark = [
    pytest.mark.skipif(not UNIX, reason="limits and forks exist on Unix only"),
    pytest.mark.dovecot,
    pytest.mark.xdist_group("proofs"),
    pytest.mark.timeout(900),
]

POLL = ("poll", "--as-of", POLLED)
CANNOT_WRITE = {73, 74}
NOBODY = 65534
NUMBERS = count()


class Place:
    """One leader's computer on which the program is forked, with a limit or as somebody else where asked."""

    def __init__(self, folder: Path, user: User, like: Place | None = None) -> None:
        self.desk = Desk(folder, user, "voorbeeld.example", OWNER)
        if like:
            self.desk.same_key_as(like.desk)

    def start(self, *words: str, before: Callable[[], None] | None = None) -> tuple[BaseProcess, Job]:
        stem = self.desk.folder / f"run{next(NUMBERS)}"
        job = Job(
            words=(*words, "--config", str(self.desk.config), "--lang", "en"),
            environ=self.desk.environ,
            folder=self.desk.folder,
            notes=stem.with_suffix(".notes"),
            out=stem.with_suffix(".out"),
            err=stem.with_suffix(".err"),
            umask=0o077,
            before=before,
        )
        return start(job), job

    def run(self, *words: str, before: Callable[[], None] | None = None) -> tuple[int, str]:
        """Exit code and what was said on standard error."""
        process, job = self.start(*words, before=before)
        process.join(timeout=120)
        assert job.err
        return process.exitcode or 0, job.err.read_text()

    def well(self) -> None:
        """The next run completes."""
        code, said = self.run(*POLL)
        assert code == 0, said


@pytest.fixture(scope="module")
def mailbox(dovecot: Dovecot) -> User:
    user = dovecot.add_user()
    user.create("Sent")
    user.append_all([(mail.raw, mail.arrival) for mail in demo_mails()[-60:] if mail.folder == "INBOX"])
    when = datetime.fromisoformat(f"{POLLED}+02:00") - timedelta(days=6)
    for mail, own in canary_mails():
        user.append(mail.as_bytes(), when, "Sent" if own else "INBOX")
    return user


@pytest.fixture(scope="module")
def calm(mailbox: User, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The ledger as it is where nothing happens."""
    place = Place(tmp_path_factory.mktemp("calm"), mailbox)
    place.well()
    return place


@pytest.fixture
def place(mailbox: User, calm: Place, tmp_path: Path) -> Place:
    return Place(tmp_path / "desk", mailbox, like=calm)


def one_clear_line(said: str) -> bool:
    lines = said.strip().splitlines()
    return 1 <= len(lines) <= 8 and not any(word in said for word in ("Traceback", "sqlite", "Error:", "database is"))


# --- at once


def test_eight_runs_at_once_claim_nothing_twice_and_speak_of_no_lock(place: Place, calm: Place) -> None:
    commands = [POLL, POLL, POLL, ("status",), ("answers",), ("purge", "--as-of", POLLED), ("ideas",), ("report",)]
    running = [(words, *place.start(*words)) for words in commands]
    codes: list[tuple[tuple[str, ...], int]] = []
    for words, process, job in running:
        process.join(timeout=300)
        assert job.err
        said = job.err.read_text()
        assert "database is locked" not in said
        assert "Traceback" not in said
        codes.append((words, process.exitcode or 0))
    assert {code for words, code in codes if words == POLL} <= {0, 75}
    assert (POLL, 0) in codes
    assert all(code == 0 for words, code in codes if words != POLL), codes
    place.well()
    assert place.desk.canonical() == calm.desk.canonical()


# --- no room


def _no_file_larger_than(size: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def _sizes(step: int) -> Iterator[int]:
    # Room for the sentence that says so, for it goes to a file as well.
    yield from range(1_000, 40_000, step)
    yield from range(40_000, 2_000_000, step * 4)


@pytest.mark.parametrize("step", [60_000, pytest.param(4_096, marks=pytest.mark.slow)], ids=["sparse", "every-page"])
def test_a_full_disk_is_one_line_and_the_next_run_completes(
    step: int, mailbox: User, calm: Place, tmp_path: Path
) -> None:
    stopped = 0
    for size in _sizes(step):
        here = Place(tmp_path / str(size), mailbox, like=calm)
        code, said = here.run(*POLL, before=partial(_no_file_larger_than, size))
        if code == 0:
            break
        stopped += 1
        assert code in CANNOT_WRITE, (size, code, said)
        assert one_clear_line(said), (size, said)
        assert _is_whole(here.desk.ledger)
        here.well()
        assert here.desk.canonical() == calm.desk.canonical(), size
    print(f"{stopped} sizes stopped the run")
    assert stopped >= 4


def _is_whole(path: Path) -> bool:
    if not path.exists():
        return True
    with closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))


def _become_nobody() -> None:
    # Whoever this is may not be able to read the interpreter's own files any more.
    codecs.lookup("utf-8-sig")
    for module in pkgutil.walk_packages(nudger.__path__, "nudger."):
        if not module.name.endswith("__main__"):
            with suppress(ImportError):
                importlib.import_module(module.name)
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def test_a_folder_that_cannot_be_written_is_one_line(place: Place) -> None:
    state = place.desk.ledger.parent
    for path in (place.desk.folder, *place.desk.folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY) if os.geteuid() == 0 else None
    for above in (place.desk.folder, *place.desk.folder.parents):
        if above.stat().st_uid in (os.getuid(), NOBODY) and not above.stat().st_mode & 0o001:
            above.chmod(0o755)
    state.parent.chmod(0o500)
    state.rename(state.with_name("elsewhere"))
    try:
        code, said = place.run(*POLL, before=_become_nobody)
    finally:
        state.parent.chmod(0o700)
    assert code in CANNOT_WRITE, said
    assert one_clear_line(said)
    assert not state.exists()


# --- a ledger that is not what it was


def _truncated(content: bytes, pages: int) -> bytes:
    return content[: len(content) * pages // 10]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    **{f"truncated-{tenth}": partial(_truncated, pages=tenth) for tenth in range(1, 10)},
    "random": lambda content: sha256(content).digest() * (len(content) // 32),
    "foreign": lambda content: b"PK\x03\x04" + content[4:],
    "header-only": lambda content: content[:100],
    "holes": lambda content: content[:8192] + b"\xff" * (len(content) - 8192),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_ledger_is_named_and_left_alone_until_a_good_one_is_back(
    damage: str, place: Place, calm: Place
) -> None:
    good = _closed(calm.desk.ledger)
    bad = DAMAGE[damage](good)
    place.desk.ledger.write_bytes(bad)
    place.desk.ledger.chmod(0o600)
    code, said = place.run(*POLL)
    assert code == 74, said
    assert one_clear_line(said)
    assert place.desk.ledger.read_bytes() == bad
    for path in place.desk.ledger.parent.glob("leider.db*"):
        path.unlink()
    place.desk.ledger.write_bytes(good)
    place.desk.ledger.chmod(0o600)
    place.well()
    assert place.desk.canonical() == calm.desk.canonical()


def _closed(path: Path) -> bytes:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def test_a_newer_ledger_is_left_as_it_is(place: Place, calm: Place) -> None:
    place.desk.ledger.write_bytes(_closed(calm.desk.ledger))
    place.desk.ledger.chmod(0o600)
    with closing(sqlite3.connect(place.desk.ledger)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('nudger', '9999-later', '')"
        )
    before = _closed(place.desk.ledger)
    code, said = place.run(*POLL)
    assert code == 78
    assert "9999-later" in said
    assert _closed(place.desk.ledger) == before


# --- the clock


def _clock(shift: timedelta) -> None:
    """A clock that is wrong by so much, for the modules that decide by it."""
    import nudger.app
    import nudger.launch

    class Wrong(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime.now(tz) + shift

    for module in (nudger.app, nudger.launch):
        module.datetime = Wrong  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "days", [-20_000, -2, 3650, 4000], ids=["1970s", "two days back", "ten years on", "beyond 2036"]
)
def test_a_clock_that_jumps_is_one_line_and_loses_nothing(days: int, place: Place) -> None:
    assert place.run("poll")[0] == 0
    before = place.desk.canonical()
    code, said = place.run("poll", before=partial(_clock, timedelta(days=days)))
    assert code == 75
    assert one_clear_line(said)
    assert place.desk.canonical() == before
    assert place.run("poll")[0] == 0


def test_small_steps_summer_time_and_asked_moments_are_no_jump() -> None:
    last = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    for clock in (last - timedelta(hours=2), last + timedelta(hours=1), last + AHEAD):
        believe(last, clock, clock)
    believe(last, last + timedelta(days=4000), last)
    believe(None, last, last)
    with pytest.raises(Temporary):
        believe(last, last + AHEAD + timedelta(days=1), last + AHEAD + timedelta(days=1))


@pytest.mark.parametrize("at", ["2026-03-29T02:30", "2026-10-25T02:30", "2038-01-19T04:14:08", "1971-01-01T00:00"])
def test_any_moment_can_be_asked_for(at: str, place: Place) -> None:
    code, said = place.run("poll", "--as-of", at)
    assert code == 0, said
    assert place.run("report", "--as-of", at)[0] == 0
