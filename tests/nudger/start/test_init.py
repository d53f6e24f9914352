"""init at a real terminal against a real Dovecot, in both languages; broken off and taken up; without questions."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from nudger.config.configuration import load
from nudger.demo.mailbox import messages
from nudger.ledger.ledger import Ledger
from tests.command import command
from tests.golden.sessions import same
from tests.servers.dovecot import PASSWORD, Dovecot, User
from tests.servers.terminal import LINES, Terminal

pytestmark = [
    pytest.mark.dovecot,
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals"),
]

DAY = ("--as-of", "2026-06-26T18:00")
SENT = "Verzonden items"
Steps = tuple[tuple[str, str], ...]


@pytest.fixture
def home() -> Iterator[Path]:
    """A home folder whose path is always as long, so that lines break alike."""
    path = Path(tempfile.mkdtemp(prefix="nudger-", dir="/tmp"))
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="module")
def user(dovecot: Dovecot) -> User:
    """Fatima's mailbox of five weeks. The folder that is marked as sent mail is empty: her program uses another."""
    user = dovecot.add_user("fatima-init")
    user.create("Projecten", "Sent", SENT)
    for folder in ("INBOX", SENT):
        mails = [(mail.raw, mail.arrival) for mail in messages(weeks=5) if mail.folder == folder]
        user.append_all(mails, folder)
    return user


def dutch(user: User) -> Steps:
    return (
        ("English (en)", "nl\n"),
        ("Sta je daar zelf achter?", "ja\n"),
        ("Binnen hoeveel werkdagen", "\n"),
        ("Welk doel?", "1 2 3\n"),
        ("Meer dan twee doelen", "3 1\n"),
        ("Je mailadres", "fatima@voorbeeld.example\n"),
        ("Waar staat je mail?", "3\n"),
        ("mailserver", f"127.0.0.1:{user.server.port}\n"),
        ("om mee aan te melden", f"{user.name}\n"),
        ("Andere adressen", "f.jansen@voorbeeld.example\n"),
        ("na de @", "\n"),
        ("je ziet niet wat je typt", f"{PASSWORD}\n"),
        ("Welke lezen?", "\n"),
        ("Welk netwerk?", "\n"),
        ("Hoe noemen jullie het?", "\n"),
        ("De link ernaartoe", "https://plein.voorbeeld.example\n"),
        ("In welke groep", "Team Zorg\n"),
        ("Op welke dag", "do 09:00\n"),
        ("Opslaan?", "ja\n"),
        ("26 weken teruglezen", "ja\n"),
    )


def english(user: User) -> Steps:
    return (
        ("English (en)", "\n"),
        ("Do you stand behind", "maybe\n"),
        ("Type yes or no", "yes\n"),
        ("working days", "3\n"),
        ("Which goal?", "4\n"),
        ("in a few words", "Hand-overs without gaps\n"),
        ("Which words belong", "hand-over, handover, checklist\n"),
        ("Your mail address", "fatima@voorbeeld\n"),
        ("An example", "fatima@voorbeeld.example\n"),
        ("Where is your mail?", "3\n"),
        ("mail server", f"127.0.0.1:{user.server.port}\n"),
        ("to sign in with", f"{user.name}\n"),
        ("Other addresses", "\n"),
        ("after the @", "\n"),
        ("Password", "wrong-4471\n"),
        ("Try once more?", "yes\n"),
        ("Password", f"{PASSWORD}\n"),
        ("Which ones to read?", "1, Projecten\n"),
        ("Is that an address of yours?", "\n"),
        ("Which network?", "13\n"),
        ("questions? [y]es", "yes\n"),
        ("up to date? [y]es", "no\n"),
        ("Video? [y]es", "\n"),
        ("phone? [y]es", "helps\n"),
        ("Take this network?", "no\n"),
        ("What do you call it?", "square\n"),
        ("The link to it", "\n"),
        ("In which group", "\n"),
        ("On which day", "\n"),
        ("Save it?", "yes\n"),
        ("read back 26 weeks", "yes\n"),
    )


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_whole_walk(user: User, home: Path, lang: str) -> None:
    before = user.snapshot()
    terminal = Terminal(home, ["init", *DAY])
    try:
        terminal.play(*(dutch(user) if lang == "nl" else english(user)))
        assert terminal.end() == 0, terminal.text
    finally:
        terminal.kill()
    same(f"init-{lang}", terminal.text, home, user.server.port)
    assert terminal.longest < LINES
    assert PASSWORD not in terminal.text
    assert user.snapshot() == before

    path = home / "config" / "nudger" / "nudger.toml"
    assert path.stat().st_mode & 0o777 == 0o600
    mailbox = load(path, "en", policy=home / "none").settings.mailboxes["fatima"]
    assert mailbox.sent == SENT
    with Ledger.open(home / "state" / "nudger" / "fatima.db") as ledger:
        assert ledger.suggestions.all() == []
        assert sum(ledger.mail.outcomes().values()) > 15


def test_ctrl_c_loses_nothing_and_the_next_walk_goes_on(user: User, home: Path) -> None:
    path = home / "config" / "nudger" / "nudger.toml"
    first = Terminal(home, ["init", *DAY, "--no-read"])
    try:
        first.play(*dutch(user)[:12], ("Welke lezen?", "\x03"))
        assert first.end() == 130
    finally:
        first.kill()
    assert "Wat je zei, is bewaard" in first.text
    assert not path.exists()
    second = Terminal(home, ["init", *DAY, "--no-read"])
    try:
        second.play(
            ("English (en)", "\n"), ("zelf achter", "ja\n"), ("[2]", "\n"), ("[3 1]", "\n"),
            ("[fatima@voorbeeld.example]", "\n"), ("[3]", "\n"), (f"[127.0.0.1:{user.server.port}]", "\n"),
            (f"[{user.name}]", "\n"), ("[f.jansen@voorbeeld.example]", "\n"), ("[voorbeeld.example]", "\n"),
            ("Welke lezen", "\n"), ("Welk netwerk", "\n"), ("Hoe noemen", "\n"),
            ("De link", "\n"), ("In welke groep", "\n"), ("Op welke dag", "\n"), ("Opslaan?", "ja\n"),
        )  # fmt: skip
        assert second.end() == 0, second.text
    finally:
        second.kill()
    assert "Je was al eens begonnen" in second.text
    assert "Je bent al aangemeld" in second.text
    assert path.is_file()
    assert not path.with_name("nudger.toml.new").exists()


def test_who_does_not_stand_behind_it_sets_nothing_up(home: Path) -> None:
    terminal = Terminal(home, ["init", "--lang", "nl"])
    try:
        terminal.play(("zelf achter", "nee\n"))
        assert terminal.end() == 0
    finally:
        terminal.kill()
    assert "eerlijk antwoord" in terminal.text
    assert not (home / "config").exists()


# --- without questions


def run(home: Path, *words: str, code: int = 0) -> str:
    with patch.dict(os.environ, {"MAIL_PASSWORD": PASSWORD}):
        done = command(home, *words, *DAY)
    assert done.code == code, done.err
    return done.out + done.err


def options(user: User) -> list[str]:
    place = f"127.0.0.1:{user.server.port}"
    words = f"--goal errors --days 2 --address fatima@voorbeeld.example --host {place} --username {user.name}"
    return words.split()


def test_everything_by_options(user: User, home: Path) -> None:
    words = ["init", *options(user), "--password-env", "MAIL_PASSWORD", "--community", "Team Zorg"]
    told = json.loads(run(home, *words, "--json"))
    assert told["mails"] > 15
    assert all(set(row) == {"kind", "people", "own_start", "last"} for row in told["earlier"])
    path = home / "config" / "nudger" / "nudger.toml"
    written = path.read_text(encoding="utf-8")
    assert (path.stat().st_mode & 0o777, 'password = { env = "MAIL_PASSWORD" }' in written) == (0o600, True)
    assert "--overwrite" in run(home, *words, code=2)
    assert path.read_text(encoding="utf-8") == written
    run(home, *words, "--goal", "ideas", "--overwrite", "--no-read")
    assert path.with_name("nudger.toml.old").read_text(encoding="utf-8") == written
    assert path.with_name("nudger.toml.old").stat().st_mode & 0o777 == 0o600


def test_what_is_missing_or_wrong_comes_at_once_and_writes_nothing(user: User, home: Path) -> None:
    assert "--goal, --days, --address, --host" in run(home, "init", code=2)
    run(home, "init", *options(user), "--password-env", "NOWHERE", code=78)
    assert not list((home / "config").rglob("nudger.toml*"))


def test_microsoft_without_an_app_ends_at_the_page_for_it(home: Path) -> None:
    words = "--goal errors --days 2 --address fatima@voorbeeld.example --host outlook.office365.com".split()
    run(home, "init", *words, "--auth", "oauth2-microsoft")
    assert "voorbeeld.example/adminconsent" in run(home, "kit", "it")
