"""What only Unix has: modes, owners, umask. Elsewhere these do what they can and never claim more.

Windows keeps private files private by the profile folder they are in (its access lists are inherited); there
:func:`open_to_others` cannot tell and says False.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from nudger.errors import CannotWrite, DiskTrouble

UNIX = os.name == "posix"

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_OTHERS = 0o077
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)


def private_umask() -> None:
    """From now on nothing that this process makes can be read by others."""
    os.umask(_OTHERS)


def private_folder(path: Path) -> Path:
    """The folder, made where missing (its parents too), for the owner only. Raises CannotWrite.

    A folder that stands already is closed to others as well; one that another person owns, or links to, is refused.
    """
    with _explained(path):
        for folder in reversed([path, *path.parents]):
            if not folder.exists():
                folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        _close(path, PRIVATE_FOLDER)
    return path


def private_file(path: Path) -> Path:
    """The file, made empty where missing, for the owner only. Raises CannotWrite.

    It is made with its mode, so there is no moment at which others can open it. A link is refused, and so is another
    person's file.
    """
    with _explained(path):
        if path.is_symlink():
            raise CannotWrite("not-yours", path=str(path))
        # One that stands is not opened: closing it would free the locks that SQLite holds on it in this process.
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _NO_FOLLOW, PRIVATE_FILE))
        _close(path, PRIVATE_FILE)
        if not path.is_file() or not os.access(path, os.R_OK | os.W_OK):
            raise CannotWrite("cannot-write", hint="cannot-write-hint", path=str(path))
    return path


def path_from(text: str, folder: Path) -> Path:
    """The path that a person wrote: ``~`` is the home folder where that is known, relative ones begin in ``folder``."""
    try:
        return folder / Path(text).expanduser()
    except RuntimeError:
        return folder / text


def open_to_others(mode: int) -> bool:
    """Whether a ``st_mode`` lets anyone but the owner in."""
    return UNIX and bool(stat.S_IMODE(mode) & _OTHERS)


def owned_by_me(path: Path) -> bool:
    """Whether the file or folder, and the link that leads there, is this user's or the system's. Raises OSError."""
    return not UNIX or {path.lstat().st_uid, path.stat().st_uid} <= {0, os.geteuid()}


def _close(path: Path, mode: int) -> None:
    if not owned_by_me(path):
        raise CannotWrite("not-yours", path=str(path))
    found = path.stat().st_mode
    # A folder that all share (/tmp has the sticky bit) is not ours to close; what lies in it is closed by itself.
    if open_to_others(found) and not found & stat.S_ISVTX:
        path.chmod(mode)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        kind = DiskTrouble if error.errno in {errno.EIO, errno.ENOSPC} else CannotWrite
        raise kind("cannot-write", hint="cannot-write-hint", path=str(path)) from None
