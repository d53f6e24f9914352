"""``nudger review`` in a real pseudo-terminal: keys are sent, the screen is read, the ledger is looked at."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from nudger.platform import UNIX
from tests.nudger.nudges.terminal import Pseudo

pytestmark = pytest.mark.skipif(not UNIX, reason="pseudo-terminals exist on Unix only")

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.nudger.nudges.stage import play
play(sys.argv[1], sys.argv[2])
"""


class Terminal(Pseudo):
    """``play`` of a stage in a program of its own, in a terminal of 80 by 24."""

    def __init__(self, folder: Path, language: str, **environ: str) -> None:
        command = [sys.executable, "-c", PROGRAM, str(folder), language]
        super().__init__(lambda: os.execve(command[0], command, os.environ), folder, **environ)


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
