"""A child in a real pseudo-terminal of 80 by 24: keys are sent, what it prints is kept as the screen shows it."""

from __future__ import annotations

import os
import re
import select
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path

from nudger.platform import UNIX

if UNIX:
    import fcntl
    import pty
    import termios

STYLE = re.compile(r"\x1b\[[0-9;]*m")
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
ROWS, COLUMNS = 24, 80
SECONDS = 40.0


class Pseudo:
    """``play`` in a fork of this process, in a terminal. ``raw`` is every octet, ``seen`` the text without styles."""

    def __init__(self, play: Callable[[], int], folder: Path, **environ: str) -> None:
        self.pid, fd = pty.fork()
        if self.pid == 0:
            self._child(play, folder, environ)
        self._sit_at(fd)

    def _sit_at(self, fd: int) -> None:
        """Look at and type into this end of a terminal."""
        self.fd = fd
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.raw = ""
        self._typed_at = -1

    @staticmethod
    def _child(play: Callable[[], int], folder: Path, environ: dict[str, str]) -> None:
        """Never comes back into the test; pytest's own capture is put aside."""
        code = 70
        try:
            # Another number than 0, or input() would go through the readline that pytest has loaded.
            sys.stdin = os.fdopen(os.dup(0), encoding="utf-8")
            for number, name in ((1, "stdout"), (2, "stderr")):
                setattr(sys, name, os.fdopen(number, "w", encoding="utf-8", closefd=False))
            kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
            os.environ.clear()
            os.environ.update({"TERM": "xterm", "HOME": str(folder), "LANG": "C.UTF-8", **kept, **environ})
            while os.get_terminal_size(0).columns != COLUMNS:
                time.sleep(0.005)
            code = play()
        except (KeyboardInterrupt, EOFError):
            code = 130
        finally:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            os._exit(code)

    @property
    def seen(self) -> str:
        """What the screen has shown, line by line."""
        return ESCAPE.sub("", self.raw).replace("\r", "")

    def until(self, text: str) -> str:
        """Read until ``text`` is shown; gives what came since the last call."""
        start, deadline = len(self.raw), time.monotonic() + SECONDS
        while text not in (fresh := ESCAPE.sub("", self.raw[start:]).replace("\r", "")):
            assert time.monotonic() < deadline, f"{text!r} did not come; there is:\n{fresh}"
            assert self._read(), f"it ended before {text!r}:\n{fresh}"
        return fresh

    def press(self, keys: str) -> None:
        """Type one key, or a line that ends in a line feed, once the program waits for just that.

        A program that begins to wait throws away what was typed before; so something new has to be shown first.
        """
        self.settled(for_a_line=keys.endswith("\n"))
        self._typed_at = len(self.raw)
        os.write(self.fd, keys.encode())

    def settled(self, *, for_a_line: bool = False) -> None:
        """Read until the program waits for a key, or for a line."""
        deadline = time.monotonic() + SECONDS
        while len(self.raw) <= self._typed_at or self._takes_lines is not for_a_line:
            assert time.monotonic() < deadline, f"the program does not wait for a key:\n{self.seen}"
            assert self._read(), f"it ended:\n{self.seen}"
        while select.select([self.fd], [], [], 0)[0] and self._read():
            pass

    def interrupt(self) -> int:
        """Ctrl-C at whatever prompt stands there; the exit code."""
        time.sleep(0.05)
        os.write(self.fd, b"\x03")
        return self.end()

    @property
    def _takes_lines(self) -> bool:
        return bool(termios.tcgetattr(self.fd)[3] & termios.ICANON)

    def end(self) -> int:
        """Read to the end; the exit code."""
        while self._read():
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _read(self) -> bool:
        """What there is, if anything comes within a moment; False at the end."""
        ready, _, _ = select.select([self.fd], [], [], 0.02)
        if not ready:
            return True
        try:
            got = os.read(self.fd, 65536)
        except OSError:
            return False
        self.raw += got.decode("utf-8", "replace")
        return bool(got)
