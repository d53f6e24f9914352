"""nudger/signin: what a sign-in leaves behind, in the keyring of this computer or in private files where it has none.

An entry has a name: that of ``keyring = "NAME"`` in the configuration, or of a token cache. It stands in one place
only. A file is written beside its name and moved over it, so that a crash leaves the old one or the new one.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from nudger.errors import CannotWrite, ConfigError
from nudger.platform import open_to_others, owned_by_me, private_file, private_folder

Place = Literal["keyring", "file"]

SERVICE = "nudger"
"""The name under which the keyring keeps our entries."""
WINDOWS_LIMIT = 1_200
"""Characters that fit in an entry of Windows (CRED_MAX_CREDENTIAL_BLOB_SIZE, 2,560 bytes, wincred.h)."""


class KeyringClosedError(Exception):
    """The keyring is locked, and no file holds the entry either."""


@dataclass(frozen=True, slots=True)
class Store:
    """Entries by name; ``folder`` is where the files stand."""

    folder: Path

    def get(self, name: str) -> str | None:
        """The value, None where there is none.

        Raises KeyringClosedError when the keyring does not answer, ConfigError when others can read the file.
        """
        closed, value = _from_keyring(name)
        if value is None:
            value = self._from_file(name)
        if value is None and closed:
            raise KeyringClosedError
        return value

    def put(self, name: str, value: str) -> Place:
        """Keep a value and say where. Raises CannotWrite, DiskTrouble."""
        if _into_keyring(name, value):
            self._path(name).unlink(missing_ok=True)
            return "keyring"
        self._into_file(name, value)
        _out_of_keyring(name)
        return "file"

    def remove(self, name: str) -> bool:
        """Forget an entry; gives whether there was one."""
        had_file = self._path(name).exists()
        self._path(name).unlink(missing_ok=True)
        return _out_of_keyring(name) or had_file

    def _path(self, name: str) -> Path:
        return self.folder / quote(name, safe="@ ")

    def _from_file(self, name: str) -> str | None:
        path = self._path(name)
        try:
            with path.open(encoding="utf-8") as file:
                if open_to_others(os.fstat(file.fileno()).st_mode) or not owned_by_me(path):
                    raise ConfigError("secret-file-open", hint="secret-file-open-hint", where=str(path))
                return file.read()
        except (OSError, UnicodeDecodeError):
            return None

    def _into_file(self, name: str, value: str) -> None:
        beside = private_file(private_folder(self.folder) / f"{self._path(name).name}.new")
        try:
            beside.write_text(value, encoding="utf-8")
            beside.replace(self._path(name))
        except OSError:
            raise CannotWrite("cannot-write", hint="cannot-write-hint", path=str(self._path(name))) from None


def usual() -> Store:
    """The store of this user."""
    from nudger.config.configuration import state_folder

    return Store(state_folder() / "signin")


# Each of these says what came of it and raises nothing: an error of a keyring may quote what it holds.


def _from_keyring(name: str) -> tuple[bool, str | None]:
    """Whether the keyring stayed closed, and the value; a computer without one has just no value there."""
    import keyring
    from keyring.errors import KeyringError, NoKeyringError

    try:
        return False, keyring.get_password(SERVICE, name)
    except NoKeyringError:
        return False, None
    except KeyringError:
        return True, None


def _into_keyring(name: str, value: str) -> bool:
    """Whether the value stands in the keyring now; some take everything and keep nothing, so it is read back."""
    import keyring
    from keyring.errors import KeyringError

    if os.name == "nt" and len(value) > WINDOWS_LIMIT:
        return False
    try:
        keyring.set_password(SERVICE, name, value)
        return keyring.get_password(SERVICE, name) == value
    except KeyringError:
        return False


def _out_of_keyring(name: str) -> bool:
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.delete_password(SERVICE, name)
    except KeyringError:
        return False
    return True
