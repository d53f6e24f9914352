"""Passwords and tokens: where they are kept, and a value that shows itself nowhere.

The configuration says where a secret is (:func:`secret`); it is fetched only when :meth:`Secret.reveal` asks for it.
No error, repr or log line holds the value: what a command or a file said is never passed on.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from nudger.errors import ConfigError, Refused
from nudger.platform import open_to_others, owned_by_me, path_from
from nudger.signin import store

COMMAND_SECONDS = 30.0
LARGEST = 65_536
"""Bytes of a secret file that are read at most; a token is a few thousand."""
HIDDEN = "•••"
KEYRING_CLOSED = "secret-keyring-closed"


class Secret:
    """A secret that is fetched when it is needed; two are equal when they come from the same place.

    ``kind`` is ``command``, ``env``, ``file``, ``keyring`` or ``plain``. It is no dataclass, so that ``asdict`` and the
    like find nothing in it. Only a reference can be pickled, never a plain value.
    """

    __slots__ = ("_source", "kind")

    def __init__(self, kind: str, source: tuple[str, ...]) -> None:
        """``source`` is the words of the command, the name, the path, or the plain value itself."""
        self.kind = kind
        self._source = source

    def reveal(self) -> str:
        """The value: its first line. Raises ConfigError where it is not found, Refused where the keyring says no."""
        value, failure = _FETCH[self.kind](*self._source)
        if failure:
            kind = Refused if failure == KEYRING_CLOSED else ConfigError
            raise kind(failure, hint=_HINTS.get(failure, ""), where=self._source[0], seconds=int(COMMAND_SECONDS))
        return value

    @property
    def reference(self) -> str:
        """Where it is kept, to show to a person: ``keyring: plein``; of a command only the program."""
        return self.kind if self.kind == "plain" else f"{self.kind}: {self._source[0]}"

    @property
    def entry(self) -> str:
        """The name of its entry in the keyring; empty for the other kinds."""
        return self._source[0] if self.kind == "keyring" else ""

    def __repr__(self) -> str:
        return HIDDEN

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and (self.kind, self._source) == (other.kind, other._source)

    def __hash__(self) -> int:
        return hash((self.kind, self._source))

    def __reduce__(self) -> tuple[Callable[..., Secret], tuple[str, tuple[str, ...]]]:
        if self.kind == "plain":
            raise TypeError("a plain secret is not pickled")
        return Secret, (self.kind, self._source)

    def __copy__(self) -> Secret:
        return self

    def __deepcopy__(self, memo: object) -> Secret:
        return self


def secret(spec: object, folder: Path | None = None) -> Secret:
    """The secret that ``spec`` describes: text, or a table with one of ``command``, ``env``, ``file``, ``keyring``.

    A relative file is looked for in ``folder``, the folder of the configuration. Raises ConfigError whose key says what
    is wrong with the description.
    """
    if isinstance(spec, str):
        return Secret("plain", (spec,)) if spec else _wrong("secret-form")
    if not isinstance(spec, Mapping) or len(spec) != 1:
        return _wrong("secret-form")
    [(kind, source)] = spec.items()
    if kind == "command" and isinstance(source, list | tuple):
        words = tuple(source)
        return Secret(kind, words) if words and all(map(_is_text, words)) else _wrong("secret-command-form")
    if kind == "command":
        return _wrong("secret-command-form")
    if kind not in {"env", "file", "keyring"} or not _is_text(source):
        return _wrong("secret-form")
    return Secret(kind, (str(path_from(source, folder or Path())) if kind == "file" else source,))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value) and "\0" not in value


def _wrong(key: str) -> NoReturn:
    raise ConfigError(key)


# Each way of fetching gives the value and what failed, one of them empty. They raise nothing themselves: the frames and
# the caught errors hold what a command or a file said, and a traceback would carry it along.

Fetched = tuple[str, str]


def _from_command(*words: str) -> Fetched:
    try:
        done = subprocess.run(  # noqa: S603 - the user's own command, without a shell
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=COMMAND_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "", "secret-command-slow"
    except OSError:
        return "", "secret-command-missing"
    return ("", "secret-command-failed") if done.returncode else _first_line(done.stdout)


def _from_environment(name: str) -> Fetched:
    value = os.environ.get(name)
    return ("", "secret-env-missing") if value is None else _first_line(value.encode("utf-8", "surrogateescape"))


def _from_file(name: str) -> Fetched:
    try:
        with Path(name).open("rb") as file:
            if not _private(Path(name), os.fstat(file.fileno())):
                return "", "secret-file-open"
            return _first_line(file.read(LARGEST))
    except OSError:
        return "", "secret-file-missing"


def private_text(path: Path) -> str:
    """A whole key or certificate file. Raises ConfigError where others can read it, OSError and ValueError."""
    with path.open(encoding="utf-8") as file:
        if not _private(path, os.fstat(file.fileno())):
            raise ConfigError("secret-file-open", hint="secret-file-open-hint", where=str(path))
        return file.read(LARGEST)


def _private(path: Path, status: os.stat_result) -> bool:
    """Whether no one else can read it. systemd guards its credentials by access lists, which modes don't show."""
    credentials = os.environ.get("CREDENTIALS_DIRECTORY")
    if credentials and path.is_relative_to(credentials):
        return True
    return owned_by_me(path) and not open_to_others(status.st_mode)


def _from_keyring(name: str) -> Fetched:
    try:
        value = store.usual().get(name)
    except store.KeyringClosedError:
        return "", KEYRING_CLOSED
    except ConfigError as error:
        return "", error.key
    return ("", "secret-keyring-missing") if value is None else _first_line(value.encode("utf-8", "surrogateescape"))


def _first_line(content: bytes) -> Fetched:
    line = content.split(b"\n", 1)[0].rstrip(b"\r")
    try:
        return (line.decode("utf-8"), "") if line else ("", "secret-empty")
    except UnicodeDecodeError:
        return "", "secret-empty"


_FETCH: Mapping[str, Callable[..., Fetched]] = {
    "command": _from_command,
    "env": _from_environment,
    "file": _from_file,
    "keyring": _from_keyring,
    "plain": lambda value: (value, ""),
}
_HINTS = {
    "secret-command-missing": "secret-command-hint",
    "secret-command-failed": "secret-command-hint",
    "secret-command-slow": "secret-command-hint",
    "secret-file-missing": "secret-file-missing-hint",
    "secret-file-open": "secret-file-open-hint",
    "secret-keyring-missing": "secret-keyring-missing-hint",
    KEYRING_CLOSED: "secret-keyring-closed-hint",
}
