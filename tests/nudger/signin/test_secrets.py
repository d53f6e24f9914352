"""Secrets: from where they come, what is refused, and that the value shows itself nowhere."""

from __future__ import annotations

import copy
import logging
import os
import pickle
import subprocess
import sys
import traceback
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from nudger.errors import ConfigError, NudgerError, Refused
from nudger.signin import secrets
from nudger.signin.secrets import Secret, secret
from nudger.signin.store import SERVICE
from nudger.texts import LANGUAGES, Texts

CANARY = "kanarie-7f3a-geheim"
unix = pytest.mark.skipif(sys.platform == "win32", reason="no modes")


class DictKeyring(KeyringBackend):
    """A keyring in memory; ``locked`` refuses."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked(f"locked, it holds {CANARY}")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture
def ring() -> Iterator[DictKeyring]:
    before, mine = keyring.get_keyring(), DictKeyring()
    keyring.set_keyring(mine)
    yield mine
    keyring.set_keyring(before)


def python(code: str) -> dict[str, list[str]]:
    return {"command": [sys.executable, "-c", code]}


def private(path: Path, content: bytes, mode: int = 0o600) -> Path:
    path.write_bytes(content)
    path.chmod(mode)
    return path


# --- from where


def test_plain() -> None:
    assert secret(CANARY).reveal() == CANARY


def test_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUDGER_TEST", f"{CANARY}\nrest")
    assert secret({"env": "NUDGER_TEST"}).reveal() == CANARY


@pytest.mark.parametrize("content", [b"%s", b"%s\nlogin: fatima\n", b"%s\r\n"])
def test_file_gives_its_first_line(content: bytes, tmp_path: Path) -> None:
    private(tmp_path / "mail", content % CANARY.encode())
    assert secret({"file": "mail"}, tmp_path).reveal() == CANARY
    assert secret({"file": str(tmp_path / "mail")}).reveal() == CANARY


def test_file_in_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    private(tmp_path / "mail", CANARY.encode())
    assert secret({"file": "~/mail"}, Path("/elsewhere")).reveal() == CANARY


def test_command_gives_its_first_line() -> None:
    assert secret(python(f"print({CANARY!r}); print('login: fatima')")).reveal() == CANARY


def test_command_runs_without_a_shell(tmp_path: Path) -> None:
    planted = tmp_path / "planted"
    words = [sys.executable, "-c", "import sys; print(sys.argv[1])", f"$(touch {planted}); x"]
    assert secret({"command": words}).reveal() == f"$(touch {planted}); x"
    assert not planted.exists()


def test_command_is_asked_when_needed_and_cannot_ask_back() -> None:
    assert secret(python("import sys; print(repr(sys.stdin.read()))")).reveal() == "''"


def test_keyring(ring: DictKeyring) -> None:
    ring.set_password(SERVICE, "fatima", CANARY)
    assert secret({"keyring": "fatima"}).reveal() == CANARY


# --- what is refused


@pytest.mark.parametrize(
    ("spec", "key"),
    [
        ("", "secret-form"),
        (7, "secret-form"),
        (None, "secret-form"),
        ([CANARY], "secret-form"),
        ({}, "secret-form"),
        ({"env": "A", "file": "b"}, "secret-form"),
        ({"plain": CANARY}, "secret-form"),
        ({"env": ""}, "secret-form"),
        ({"file": 7}, "secret-form"),
        ({"keyring": "a\0b"}, "secret-form"),
        ({"command": "pass show mail"}, "secret-command-form"),
        ({"command": []}, "secret-command-form"),
        ({"command": ["pass", 7]}, "secret-command-form"),
        ({"command": ["pa\0ss"]}, "secret-command-form"),
    ],
)
def test_wrong_description(spec: object, key: str) -> None:
    with pytest.raises(ConfigError) as caught:
        secret(spec)
    assert caught.value.key == key


@unix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660])
def test_file_that_others_can_read_is_refused(mode: int, tmp_path: Path) -> None:
    private(tmp_path / "mail", CANARY.encode(), mode)
    with pytest.raises(ConfigError) as caught:
        secret({"file": "mail"}, tmp_path).reveal()
    assert caught.value.key == "secret-file-open"


@unix
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() != 0, reason="only root can give a file away")
def test_file_of_another_person_is_refused(tmp_path: Path) -> None:
    os.chown(private(tmp_path / "mail", CANARY.encode()), 12345, 12345)
    with pytest.raises(ConfigError) as caught:
        secret({"file": "mail"}, tmp_path).reveal()
    assert caught.value.key == "secret-file-open"


@unix
def test_credentials_of_systemd_are_guarded_by_their_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    private(tmp_path / "mail", CANARY.encode(), 0o440)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert secret({"file": "mail"}, tmp_path).reveal() == CANARY
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "inside"))
    with pytest.raises(ConfigError):
        secret({"file": "mail"}, tmp_path).reveal()


def failing(tmp_path: Path, ring: DictKeyring, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Secret]]:
    """Every way in which fetching fails while the value is near, with the key of the error."""
    monkeypatch.setattr(secrets, "COMMAND_SECONDS", 0.6)
    value = f"{CANARY[:5]!r} + {CANARY[5:]!r}"  # so that the words of the command do not hold it
    say = f"import sys, time; v = {value}; print(v, flush=True); print(v, file=sys.stderr, flush=True)"
    yield "secret-command-failed", secret(python(f"{say}; sys.exit(1)"))
    yield "secret-command-slow", secret(python(f"{say}; time.sleep(20)"))
    yield "secret-command-missing", secret({"command": [str(tmp_path / "absent")]})
    yield "secret-empty", secret(python(f"print(); print({value})"))
    yield "secret-empty", secret(python(f"import sys; sys.stdout.buffer.write(({value}).encode() + bytes([255]))"))
    yield "secret-env-missing", secret({"env": "NUDGER_TEST_ABSENT"})
    monkeypatch.setenv("NUDGER_TEST_EMPTY", f"\n{CANARY}")
    yield "secret-empty", secret({"env": "NUDGER_TEST_EMPTY"})
    yield "secret-file-missing", secret({"file": "absent"}, tmp_path)
    yield "secret-file-missing", secret({"file": "."}, tmp_path)
    private(tmp_path / "binary", CANARY.encode() + b"\xff")
    yield "secret-empty", secret({"file": "binary"}, tmp_path)
    yield "secret-keyring-missing", secret({"keyring": "absent"})
    ring.locked = True
    yield "secret-keyring-closed", secret({"keyring": "fatima"})


def everything_told(error: NudgerError) -> str:
    """All that an error could put into a log: with locals, with what caused it, in both languages."""
    told = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    chain = f"{error.__cause__!r} {error.__context__!r} {vars(error.__context__) if error.__context__ else ''}"
    return told + repr(error) + chain + "".join(line for language in LANGUAGES for line in Texts(language).error(error))


def test_no_failure_tells_the_value(
    tmp_path: Path, ring: DictKeyring, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for key, made in failing(tmp_path, ring, monkeypatch):
        with pytest.raises((ConfigError, Refused)) as caught:
            made.reveal()
        assert caught.value.key == key
        assert CANARY not in everything_told(caught.value), key
    assert CANARY not in caplog.text


# --- the value shows itself nowhere


@dataclass
class Account:
    name: str
    password: Secret


def test_canary_is_in_no_text_about_a_secret() -> None:
    made = secret(CANARY)
    account = Account("fatima", made)
    texts = [
        repr(made),
        str(made),
        f"{made}",
        f"{made!r:>9}",
        f"{made} {made!r}",
        repr([made]),
        repr({made: made}),
    ]
    texts += [repr(account), repr(asdict(account)), str(vars(account)), str(dir(made)), made.reference]
    assert [text for text in texts if CANARY in text] == []
    assert str(made) == "•••"


def test_reference_names_the_place_and_not_the_words_of_a_command() -> None:
    assert secret({"keyring": "plein"}).reference == "keyring: plein"
    assert secret({"command": ["pass", CANARY]}).reference == "command: pass"
    assert secret(CANARY).reference == "plain"


def test_only_a_reference_travels() -> None:
    made = secret({"env": "NUDGER_TEST"})
    assert pickle.loads(pickle.dumps(made)) == made
    with pytest.raises(TypeError):
        pickle.dumps(secret(CANARY))
    plain = secret(CANARY)
    assert copy.deepcopy(plain) is plain is copy.copy(plain)


def test_equal_by_place() -> None:
    assert secret({"env": "A"}) == secret({"env": "A"}) != secret({"env": "B"})
    assert secret({"env": "A"}) != "A"
    assert len({secret({"env": "A"}), secret({"env": "A"})}) == 1


def test_keyring_is_loaded_only_when_asked() -> None:
    code = "import sys, nudger.signin.secrets as s; s.secret({'keyring': 'x'}); print('keyring' in sys.modules)"
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=True)
    assert done.stdout.split() == [b"False"]
