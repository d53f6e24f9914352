"""``nudger review`` in a real pseudo-terminal: keys are sent, the screen is read, the ledger is looked at."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from pathlib import Path

import pytest

from nudger.platform import UNIX

pytestmark = pytest.mark.skipif(not UNIX, reason="pseudo-terminals exist on Unix only")
if UNIX:
    import fcntl
    import pty
    import struct
    import termios

ROOT = Path(__file__).resolve().parents[3]
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
PROGRAM = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.nudger.nudges.stage import play
play(sys.argv[1], sys.argv[2])
"""


class Terminal:
    """A child in a terminal of 80 by 24; everything it printed is kept."""

    def __init__(self, folder: Path, language: str, **environ: str) -> None:
        command = [sys.executable, "-c", PROGRAM, str(folder), language]
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            base = {"TERM": "xterm", "HOME": str(folder), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
            os.execve(sys.executable, command, base | environ)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.seen = ""

    def until(self, text: str, seconds: float = 40) -> str:
        """Read until the screen shows ``text``; gives what came since the last call."""
        fresh = ""
        deadline = time.monotonic() + seconds
        while text not in fresh:
            assert time.monotonic() < deadline, f"{text!r} did not come; there is:\n{fresh}"
            ready, _, _ = select.select([self.fd], [], [], 0.1)
            if ready:
                try:
                    got = os.read(self.fd, 65536)
                except OSError:
                    got = b""
                assert got or text in fresh, f"it ended before {text!r}:\n{fresh}"
                fresh += ESCAPE.sub("", got.decode("utf-8", "replace")).replace("\r", "")
        self.seen += fresh
        return fresh

    def press(self, keys: str) -> None:
        """Type one key, or a line that ends in a line feed, once the program waits for just that.

        A program that begins to wait for a key throws away what was typed before.
        """
        for_a_line = keys.endswith("\n")
        deadline = time.monotonic() + 40
        while bool(termios.tcgetattr(self.fd)[3] & termios.ICANON) is not for_a_line:
            assert time.monotonic() < deadline, "the program does not wait for a key"
            time.sleep(0.01)
        os.write(self.fd, keys.encode())

    def end(self) -> int:
        """Read to the end; the exit code."""
        while True:
            try:
                got = os.read(self.fd, 65536)
            except OSError:
                break
            if not got:
                break
            self.seen += ESCAPE.sub("", got.decode("utf-8", "replace")).replace("\r", "")
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


KEYS = "[s]toppen  [?]"


def states(folder: Path) -> list[str]:
    from nudger.ledger.ledger import Ledger

    with Ledger.open(folder / "stage.db") as ledger:
        return [str(one.state) for one in ledger.suggestions.all()]


def test_post_by_hand_then_undo_then_no(tmp_path: Path) -> None:
    screen = Terminal(tmp_path, "nl")
    shown = screen.until(KEYS)
    assert "Zullen we de fiets nemen" in shown
    assert "Jij begon dit" in shown or "Je begon dit zelf" in shown
    screen.press("p")
    assert "[j/N]" in screen.until("[j/N]")
    screen.press("j")
    screen.until("Plak hier de link")
    screen.press("https://plein.example/1\n")
    screen.until(KEYS)
    assert states(tmp_path) == ["handed_off", "offered"]
    screen.press("u")
    screen.until(KEYS)
    assert states(tmp_path) == ["offered", "offered"]
    screen.press("n")
    screen.until("[Enter]")
    screen.press("1")
    screen.until(KEYS)
    screen.press("l")
    assert screen.end() == 0
    assert states(tmp_path) == ["declined", "snoozed"]
    assert "Klaar." in screen.seen


def test_anything_but_yes_posts_nothing(tmp_path: Path) -> None:
    screen = Terminal(tmp_path, "en")
    keys = "[q]uit  [?]"
    screen.until(keys)
    for answer in ("\r", "n", " ", "p"):
        screen.press("p")
        screen.until("[y/N]")
        screen.press(answer)
        screen.until(keys)
    assert states(tmp_path) == ["offered", "offered"]
    screen.press("q")
    assert screen.end() == 0


def test_a_colleagues_idea_is_not_posted_from_a_template_and_the_author_can_be_asked(tmp_path: Path) -> None:
    screen = Terminal(tmp_path, "nl")
    screen.until(KEYS)
    screen.press("l")
    shown = screen.until(KEYS)
    assert "woorden van een ander gaan niet mee" in shown
    draft = shown[shown.index("Concept") :]
    assert "stilteruimte" not in draft
    screen.press("p")
    assert "nog niet af" in screen.until(KEYS)
    screen.press("v")
    assert screen.end() == 0
    assert states(tmp_path) == ["snoozed", "asked_author"]


def test_edit_in_the_leaders_own_editor(tmp_path: Path) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\nprintf "Nieuwe titel\\n\\nMijn eigen woorden. Wat vinden jullie?\\n" > "$1"\n')
    editor.chmod(0o700)
    screen = Terminal(tmp_path, "nl", EDITOR=str(editor))
    screen.until(KEYS)
    screen.press("b")
    shown = screen.until(KEYS)
    assert "Nieuwe titel" in shown
    assert "Mijn eigen woorden." in shown
    screen.press("s")
    assert screen.end() == 0
    assert not list((tmp_path / "drafts").iterdir())


def test_ctrl_c_loses_nothing_and_leaves_no_traceback(tmp_path: Path) -> None:
    screen = Terminal(tmp_path, "nl")
    screen.until(KEYS)
    screen.press("n")
    screen.until("[Enter]")
    screen.press("2")
    screen.until(KEYS)
    screen.press("\x03")
    assert screen.end() == 130
    assert "Traceback" not in screen.seen
    assert states(tmp_path) == ["declined", "offered"]
