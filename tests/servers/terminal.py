"""tests/servers: a real pseudo-terminal of 80 by 24 with the program in it, and a person who types and reads.

:meth:`Terminal.play` waits until a text stands on the screen, then types; the screen is what pyte makes of the octets.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyte

ROOT = Path(__file__).resolve().parents[2]
COLUMNS, LINES = 80, 24
LONG = 600
"""Lines that are kept of a session: all that scrolled away can be read again."""


class Terminal:
    """The program ``words`` on a terminal of its own; ``home`` holds all that it may write."""

    def __init__(self, home: Path, words: Sequence[str], environ: Mapping[str, str] | None = None) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self._screen = pyte.Screen(COLUMNS, LONG)
        self._stream = pyte.ByteStream(self._screen)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        streams = {"stdin": slave, "stdout": slave, "stderr": slave}
        command = [sys.executable, str(ROOT / "cli.py"), *words]
        environ = {**usual_environ(home), **(environ or {})}
        self._child = subprocess.Popen(
            command,
            env=environ,
            cwd=home,
            start_new_session=True,
            preexec_fn=_own_terminal,  # noqa: PLW1509 - no thread runs here
            **streams,
        )
        os.close(slave)
        self.longest = 0
        """The most lines that came between two keys: what a person has to read at once."""
        self._seen = 0

    @property
    def text(self) -> str:
        """All lines so far, without the empty ones at the end."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    def wait_for(self, text: str, seconds: float = 60) -> None:
        """Until ``text``, wherever its line is broken, stands below what was there when the last key was typed."""
        deadline = time.monotonic() + seconds
        while text not in " ".join("\n".join(self.text.splitlines()[self._seen :]).split()):
            assert time.monotonic() < deadline, f"{text!r} does not come:\n{self.text}"
            if not self._read(0.1) and self._child.poll() is not None:
                self._read(0.1)
                assert text in " ".join(self.text.split()), f"the program ended before {text!r}:\n{self.text}"
                return
        while self._read(0.05):
            pass

    def type(self, keys: str) -> None:
        """Press keys; ``\\n`` is Enter, ``\\x03`` Ctrl-C."""
        lines = len(self.text.splitlines())
        self.longest = max(self.longest, lines - self._seen)
        self._seen = max(0, lines - 1)
        os.write(self._master, keys.encode())

    def play(self, *steps: tuple[str, str]) -> None:
        """For each (text, keys): wait for the text, then press the keys."""
        for text, keys in steps:
            self.wait_for(text)
            self.type(keys)

    def end(self, seconds: float = 90) -> int:
        """Read until the program is gone; gives its exit code."""
        deadline = time.monotonic() + seconds
        while self._child.poll() is None:
            assert time.monotonic() < deadline, f"the program does not end:\n{self.text}"
            self._read(0.1)
        while self._read(0.05):
            pass
        self.longest = max(self.longest, len(self.text.splitlines()) - self._seen)
        os.close(self._master)
        return self._child.returncode

    def kill(self) -> None:
        """End the program at once, where it is still there."""
        if self._child.poll() is None:
            os.killpg(self._child.pid, signal.SIGKILL)
            self._child.wait(timeout=10)

    def _read(self, seconds: float) -> bool:
        """Take what the program wrote; whether there was anything."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            octets = os.read(self._master, 65_536)
        except OSError:  # Linux says so when the last writer is gone
            return False
        self._stream.feed(octets)
        return bool(octets)


def _own_terminal() -> None:
    """In the child: the terminal is the one of this session, so that Ctrl-C reaches the program."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def usual_environ(home: Path) -> dict[str, str]:
    """A person's environment whose home is ``home``, without colour and without a keyring."""
    return {
        "HOME": str(home),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        "NO_COLOR": "1",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "EDITOR": "true",
    }
