"""Proofs: one day of Fatima's, every command once, played for all proofs together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import click
import pytest

from cli import main
from nudger.ledger.ledger import Ledger
from nudger.ledger.states import State
from tests.proofs.world import ANNA, POLLED, TOM, TUESDAY, Home, Ran, demo_mails, fill
from tests.servers import smtp as smtp_server
from tests.servers.dovecot import Dovecot
from tests.servers.unreliable import Unreliable

KEYS, WHY, DOUBT = "[s]toppen  [?]", "[Enter]", "[j]a  [n]ee  [u] ongedaan  [s]toppen"
HERE = Path(__file__).parent
NOT_HERE = {"demo", "stop", "purge", "privacy forget"}
"""Commands that are not run like the others: one has a mailbox of its own, and some end what the proofs look at."""


@dataclass
class Day:
    """What was run, by command, and where."""

    home: Home
    ran: dict[str, list[Ran]] = field(default_factory=dict)
    onlooker: sqlite3.Connection = field(init=False)

    @property
    def phrase(self) -> Path:
        """The file with the passphrase of the export."""
        return self.home.folder / "config" / "phrase"

    def run(self, *words: str, code: int | None = 0, broken: str = "") -> Ran:
        """Run a command and keep what it gave, under its words that are no options and no values."""
        done = self.home.run(*words, code=code, broken=broken)
        self.ran.setdefault(name_of(words), []).append(done)
        return done


def name_of(words: tuple[str, ...]) -> str:
    """``config show`` for ``config show --json``."""
    return next(name for name in (" ".join(words[:2]), words[0]) if name in commands())


@cache
def commands() -> frozenset[str]:
    """Every command that does something, by its words."""

    def walk(group: click.Group, before: str) -> Iterator[str]:
        for name, made in group.commands.items():
            yield from walk(made, f"{before}{name} ") if isinstance(made, click.Group) else [before + name]

    return frozenset(walk(main, ""))


@pytest.fixture(scope="session")
def day(dovecot: Dovecot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """The day; whoever asks for it does not change it."""
    root = tmp_path_factory.mktemp("proofs")
    (root / "smtp").mkdir()
    user = dovecot.add_user()
    fill(user)
    with smtp_server.serve(root / "smtp") as sink, Unreliable(0.0) as network:
        day = Day(Home(root, user, sink, network))
        _evening(day, root)
        _review(day)
        _morning(day)
        yield day
        day.onlooker.close()


def _evening(day: Day, root: Path) -> None:
    day.run("announce", "network", "--done", "2026-05-01")
    # As long as somebody looks at a ledger SQLite leaves the write-ahead log in the folder.
    day.onlooker = sqlite3.connect(day.home.ledger)
    day.onlooker.execute("SELECT count(*) FROM messages").fetchone()
    for broken in ("nudger.looking:judge", "nudger.looking:read"):
        day.run("poll", "--as-of", POLLED, broken=broken, code=1)
    day.run("poll", "--as-of", POLLED)
    day.run("poll", "--as-of", POLLED, "--json")
    day.run("digest", "--as-of", TUESDAY)
    day.run("digest", "--send", "--as-of", TUESDAY)
    day.run("explain", _offered(day)[0], "--as-of", TUESDAY)
    for name in ("answers", "ideas", "status", "resolve"):
        day.run(name, "--as-of", TUESDAY)
    for name in ("scan", "classify"):
        day.run(name, str(_maildir(root)), "--internal", "voorbeeld.example")


def _maildir(root: Path) -> Path:
    folder = root / "mails"
    folder.mkdir(exist_ok=True)
    for number, mail in enumerate(demo_mails()[::12]):
        (folder / f"{number}.eml").write_bytes(mail.raw)
    return folder


def _review(day: Day) -> None:
    """Post what is offered first, decline the next as private, put the last off."""
    screen = day.home.terminal("review", "--as-of", TUESDAY)
    while "[p]laatsen" not in screen.until(KEYS):
        screen.press("l")  # who waits for an answer comes first, and is put off
    for key, shown in (("p", "[j/N]"), ("j", KEYS), ("n", WHY), ("1", KEYS), ("l", DOUBT), ("s", "")):
        screen.press(key)
        screen.until(shown)
    code = screen.end()
    assert code == 0, screen.seen
    day.ran["review"] = [Ran(code, screen.seen, "", day.home.notes())]


def _offered(day: Day) -> list[str]:
    with Ledger.open(day.home.ledger) as ledger:
        return [one.id[:8] for one in ledger.suggestions.in_states((State.OFFERED,))]


def _morning(day: Day) -> None:
    """What is seldom done, and whatever other command there is, without more words."""
    day.phrase.write_text("correct horse battery staple\n")
    day.phrase.chmod(0o600)
    day.run("report", "--html", "report.html", "--csv", "figures", "--as-of", TUESDAY)
    day.run("export", "reis.nudger", "--passphrase-file", str(day.phrase))
    day.run("privacy", "report", "--sample")
    day.run("privacy", "show", ANNA)
    for name in sorted(commands() - set(day.ran) - NOT_HERE):
        day.run(*name.split(), code=None)
    day.run("privacy", "forget", TOM)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is a proof."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.proof)
