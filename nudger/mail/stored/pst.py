"""nudger/mail: an Outlook data file (``.pst``), unpacked by the program readpst into a folder that only its user can
enter and that goes away when the source is closed.

readpst is another's program on a file from anywhere: it gets no shell, no input and a limited time.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from nudger.errors import UnreadableInput

SIGNATURE = b"!BDN"
"""The first octets of such a file (MS-PST section 2.2.2.6)."""
SECONDS = 900.0
"""After so long readpst is stopped."""

_OPTIONS = ("-e", "-b", "-8", "-q", "-t", "e", "-j", "0")
"""Each mail in a file of its own, in UTF-8 where it is known, without the rich text twin; mail only; one process."""


class UnpackedPst:
    """The mails of one ``.pst`` as files. Raises UnreadableInput: ``pst-program``, ``pst-damaged``, ``pst-slow``."""

    def __init__(self, path: Path) -> None:
        self._folder = TemporaryDirectory(prefix="nudger-pst-", ignore_cleanup_errors=True)
        try:
            _unpack(path, Path(self._folder.name))
        except BaseException:
            self.remove()
            raise

    def folders(self) -> dict[str, Callable[[], list[Path]]]:
        """For each mail folder, named as Outlook shows it, what lists its mails in their order."""
        root = Path(self._folder.name)
        found = sorted({mail.parent for mail in root.rglob("*.eml")})
        return {folder.relative_to(root).as_posix(): partial(_mails, folder) for folder in found}

    def remove(self) -> None:
        """Take the unpacked mails away."""
        self._folder.cleanup()


def _unpack(path: Path, folder: Path) -> None:
    program = shutil.which("readpst")
    if program is None:
        raise UnreadableInput("pst-program", hint="pst-program-hint", path=str(path))
    command = [program, *_OPTIONS, "-o", str(folder), str(path.resolve())]
    quiet = subprocess.DEVNULL
    try:
        subprocess.run(command, stdin=quiet, stdout=quiet, stderr=quiet, check=True, timeout=SECONDS)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise UnreadableInput("pst-slow", hint="pst-slow-hint", path=str(path)) from None
    except (OSError, subprocess.SubprocessError):
        raise UnreadableInput("pst-damaged", hint="pst-damaged-hint", path=str(path)) from None


def _mails(folder: Path) -> list[Path]:
    """The mails of a folder, which readpst numbers from 1."""
    return sorted(folder.glob("*.eml"), key=lambda mail: (len(mail.stem), mail.stem))
