"""Reading a mail: the one place where an accident with a foreign mail becomes ``unreadable: reason``.

Any sender can send anything, and one mail must never stop a nightly run. The reason is a word from a closed list: the
text of an exception may hold text of the mail.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from nudger.errors import Unreadable

_log = logging.getLogger(__name__)

P = ParamSpec("P")
R = TypeVar("R")


def closed_when_in_doubt(function: Callable[P, R]) -> Callable[P, R]:
    """Make every exception out of ``function`` an :class:`nudger.errors.Unreadable`.

    ``too-nested`` for a RecursionError, ``out-of-memory`` for a MemoryError, ``unexpected`` for any other.
    """

    @functools.wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except Unreadable:
            raise
        except Exception as error:  # noqa: BLE001 - the promise of this module
            _log.debug("unreadable: %s at %s", type(error).__name__, _place(error))
            raise Unreadable(_reason(error)) from None

    return guarded


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
