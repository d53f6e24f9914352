"""login and logout, typed on a terminal against a real Dovecot; what cannot be typed is decided in the same process."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nudger.app import App
from nudger.config.configuration import load, owners
from nudger.errors import UsageError
from nudger.login import doors, login
from nudger.signin.microsoft import IMAP, NETWORKS, SMTP
from nudger.signin.signins import SignIns
from nudger.signin.store import Store
from nudger.texts import Texts
from nudger.texts.screen import Screen
from nudger.workplace import Workplace
from tests.servers.dovecot import PASSWORD, Dovecot, User
from tests.servers.identity import CLIENT, TENANT, Identity, identity
from tests.servers.scripted import Scripted

ROOT = Path(__file__).resolve().parents[2]
unix = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")

HEAD = """
version = 1
language = "en"
[organisation]
domains = ["voorbeeld.example"]
"""
MAILBOX = """
[mailboxes.fatima]
host = "127.0.0.1"
port = {port}
tls = "loopback-plain"
username = "{username}"
addresses = ["fatima@voorbeeld.example"]
"""
KEYRING = 'password = { keyring = "mail fatima" }\n'


class Terminal:
    """The program on a terminal of its own, and the person before it. The computer has no keyring."""

    def __init__(self, folder: Path, config: str) -> None:
        self.folder = folder
        self.config = folder / "nudger.toml"
        self.config.write_text(config, encoding="utf-8")
        self.environ = {
            "HOME": str(folder),
            "XDG_STATE_HOME": str(folder / "state"),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TERM": "dumb",
            "COLUMNS": "200",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }

    @property
    def kept(self) -> list[Path]:
        folder = self.folder / "state" / "nudger" / "signin"
        return sorted(folder.iterdir()) if folder.exists() else []

    def talk(self, *words: str, answers: dict[str, str]) -> tuple[int, str]:
        """Type each answer when its question has appeared; gives the exit code and all that the screen showed."""
        import pty

        master, slave = pty.openpty()
        command = [sys.executable, str(ROOT / "cli.py"), *words, "--config", str(self.config)]
        streams = {"stdin": slave, "stdout": slave, "stderr": slave}
        child = subprocess.Popen(command, env=self.environ, cwd=ROOT, start_new_session=True, **streams)
        os.close(slave)
        screen, waiting, deadline = "", dict(answers), time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                screen += os.read(master, 4096).decode()
            except OSError:  # Linux says so when the last writer is gone
                break
            for question in [question for question in waiting if question in screen]:
                os.write(master, f"{waiting.pop(question)}\n".encode())
        os.close(master)
        return child.wait(timeout=30), " ".join(screen.split())


@pytest.fixture
def user(dovecot: Dovecot) -> User:
    return dovecot.add_user()


def config(user: User) -> str:
    return HEAD + MAILBOX.format(port=user.server.port, username=user.name) + KEYRING


@unix
@pytest.mark.dovecot
def test_a_typed_password_is_tried_then_kept_then_used_then_forgotten(user: User, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, config(user))
    code, screen = terminal.talk("login", "mail", answers={"Password for mailbox fatima": PASSWORD})
    assert code == 0, screen
    assert "a file that only you can read" in screen
    assert PASSWORD not in screen
    [path] = terminal.kept
    assert (path.read_text(), path.stat().st_mode & 0o077) == (PASSWORD, 0)
    assert "INBOX" in terminal.talk("doctor", answers={})[1]
    code, screen = terminal.talk("logout", answers={})
    assert (code, terminal.kept) == (0, [])
    assert "1 entry is gone" in screen


@unix
@pytest.mark.dovecot
def test_a_wrong_password_is_said_and_not_kept(dovecot: Dovecot, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, HEAD + MAILBOX.format(port=dovecot.port, username="accent") + KEYRING)
    code, screen = terminal.talk("login", answers={"Password": "verkeerd-8d1f"})
    assert code == 77, screen
    assert "nudger tries once only" in screen
    assert "verkeerd" not in screen
    assert terminal.kept == []


def test_login_asks_nobody_where_nobody_is(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, HEAD + MAILBOX.format(port=1, username="x") + KEYRING)
    command = [sys.executable, str(ROOT / "cli.py"), "login", "--config", str(terminal.config)]
    done = subprocess.run(
        command, env=terminal.environ, cwd=ROOT, input="geheim\n", capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "terminal" in done.stderr


# --- decided in this process


class Person(Screen):
    """Someone who answers; what was said is kept."""

    def __init__(self) -> None:
        super().__init__(Texts("en"))
        self.said: list[str] = []

    @property
    def interactive(self) -> bool:
        return True

    def say(self, key: str, style: str = "", **values: object) -> None:
        self.said.append(self.texts(key, **values))


@pytest.fixture
def provider() -> Iterator[Identity]:
    with identity() as server:
        yield server


@pytest.fixture
def at_work(tmp_path: Path, provider: Identity, no_keyring: None) -> Callable[[str], App]:
    def make(text: str) -> App:
        path = tmp_path / "nudger.toml"
        path.write_text(HEAD + text, encoding="utf-8")
        loaded = load(path, "en", policy=tmp_path / "none")
        place = Workplace(loaded, owners(loaded)[0], Texts("en"), datetime.now(UTC), tmp_path)
        signins = SignIns(loaded.settings, place.owner.name, Store(tmp_path / "signin"))
        signins.__dict__["web"] = provider.web()
        place.__dict__["signins"] = signins
        return App(place, Person())

    return make


DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
APP = f'[microsoft]\ntenant = "{TENANT}"\nclient_id = "{CLIENT}"\n'
SENDING = '[digest.smtp]\nhost = "smtp.example"\nusername = "f"\nauth = "oauth2-microsoft"\n'


def microsoft(port: int, more: str = "") -> str:
    return MAILBOX.format(port=port, username="leider1") + f'auth = "oauth2-microsoft"\n{more}{APP}'


def test_one_code_serves_mail_sending_and_the_network(
    at_work: Callable[[str], App], provider: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []
    monkeypatch.setattr("nudger.networks.viva_engage.VivaEngage.check", lambda self: checked.append(_bearer(self)))
    monkeypatch.setattr("nudger.mail.smtp.check", lambda account: checked.append(account.token()))
    with Scripted(
        capabilities="IMAP4rev1 AUTH=XOAUTH2",
    ) as server:
        app = at_work(microsoft(server.account().port, SENDING + '[networks.plein]\ntype = "viva-engage"\n'))
        login(app, None)
    assert set(provider.forms[0]["scope"].split()) >= {IMAP, SMTP}
    assert "FJK2-9QRT" in app.screen.said[0]  # type: ignore[attr-defined]
    assert len(checked) == 2
    assert {provider.active[token] for token in checked} == {"leider1"}
    assert [form["grant_type"] for form in provider.forms if "device" in form.get("grant_type", "")] == [DEVICE]
    assert NETWORKS["viva-engage"] in provider.forms[-1]["scope"]


def _bearer(network: object) -> str:
    return str(network.client._headers()["Authorization"]).removeprefix("Bearer ")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        (microsoft(1), ["microsoft"]),
        (microsoft(1) + 'client_secret = { env = "X" }\n', ["service"]),
        (MAILBOX.format(port=1, username="f") + KEYRING, ["typed"]),
        (MAILBOX.format(port=1, username="f") + 'password = { env = "X" }\n', ["elsewhere"]),
        (MAILBOX.format(port=1, username="f") + 'auth = "oauth2-google"\n[google]\nclient_id = "g"\n', ["google"]),
        (
            MAILBOX.format(port=1, username="f") + 'auth = "oauth2-google"\n[google]\nservice_account = "g.json"\n',
            ["service"],
        ),
        (microsoft(1) + '[networks.plein]\ntype = "teams"\n', ["microsoft", "microsoft"]),
        (microsoft(1) + '[networks.plein]\ntype = "matrix"\n', ["microsoft", "nothing"]),
        (microsoft(1) + '[networks.plein]\ntype = "matrix"\ntoken = { keyring = "m" }\n', ["microsoft", "typed"]),
    ],
)
def test_every_door_has_its_way(text: str, ways: list[str], at_work: Callable[[str], App]) -> None:
    place = at_work(text).place
    assert [door.way for door in doors(place, None)] == ways
    assert [door.is_network for door in doors(place, "network")] == [True] * (len(ways) - 1)
    assert [door.is_network for door in doors(place, "mail")] == [False]


def test_without_a_terminal_nothing_is_asked(at_work: Callable[[str], App], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Person, "interactive", False)
    with pytest.raises(UsageError, match="login-needs-terminal"):
        login(at_work(microsoft(1)), None)
