"""Reading a mail: the one place where an accident with a foreign mail becomes ``unreadable: reason``.

Any sender can send anything, and one mail must never stop a nightly run. The reason is a word from a closed list: the
text of an exception may hold text of the mail.
"""

from __future__ import annotations

import errno
import functools
import logging
import tempfile
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from nudger.errors import DiskTrouble, Unreadable

_log = logging.getLogger(__name__)

_OF_THE_MACHINE = {
    getattr(errno, name, None)
    for name in ("EIO", "ENOSPC", "EFBIG", "EDQUOT", "EROFS", "EACCES", "EPERM", "EMFILE", "ENFILE", "ENOENT")
}

P = ParamSpec("P")
R = TypeVar("R")


def closed_when_in_doubt(function: Callable[P, R]) -> Callable[P, R]:
    """Make every exception out of ``function`` an :class:`nudger.errors.Unreadable`.

    ``too-nested`` for a RecursionError, ``out-of-memory`` for a MemoryError, ``unexpected`` for any other. What is
    wrong with this machine is said of no mail: a full disk (a library may unpack something) raises DiskTrouble.
    """

    @functools.wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except Unreadable:
            raise
        except OSError as error:
            _blame_the_machine(error)
            raise Unreadable("unexpected") from None
        except Exception as error:  # noqa: BLE001 - the promise of this module
            _log.debug("unreadable: %s at %s", type(error).__name__, _place(error))
            raise Unreadable(_reason(error)) from None

    return guarded


def _blame_the_machine(error: OSError) -> None:
    """Raise DiskTrouble where no mail can be the cause."""
    if error.errno in _OF_THE_MACHINE:
        raise DiskTrouble("cannot-write", hint="cannot-write-hint", path=_temporary()) from None


def _temporary() -> str:
    try:
        return tempfile.gettempdir()
    except OSError:
        return "TMPDIR"


def _place(error: Exception) -> str:
    """File and line in which the exception arose; its text stays out of the log."""
    frames = error.__traceback__
    while frames and frames.tb_next:
        frames = frames.tb_next
    return f"{frames.tb_frame.f_code.co_filename}:{frames.tb_lineno}" if frames else "?"


def _reason(error: Exception) -> str:
    match error:
        case RecursionError():
            return "too-nested"
        case MemoryError():
            return "out-of-memory"
    return "unexpected"
