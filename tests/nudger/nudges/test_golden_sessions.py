"""Golden sessions: what a terminal of 80 by 24 shows for the keys of a sitting, in both languages; Ctrl-C anywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from nudger.ledger.ledger import Ledger
from nudger.platform import UNIX
from tests.nudger.nudges.golden_sessions import FOLDER, SESSIONS, Session
from tests.nudger.nudges.terminal import COLUMNS, STYLE, Pseudo

pytestmark = pytest.mark.skipif(not UNIX, reason="pseudo-terminals exist on Unix only")

BY_NAME = {session.name: session for session in SESSIONS}


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.name)
def test_a_sitting_looks_as_it_was_read(session: Session, tmp_path: Path) -> None:
    text, raw = session.run(tmp_path)
    assert text == (FOLDER / f"{session.name}.txt").read_text("utf-8")
    assert max(map(cell_len, text.split("\n"))) <= COLUMNS
    assert "\x1b" not in STYLE.sub("", raw), "only styles: whatever was shown stays on the screen in its order"
    if session.name.startswith("digest"):
        assert len(text.rstrip().split("\n")) <= 25


@pytest.mark.parametrize("name", ["review.nl", "answers.en", "digest.nl"])
def test_without_colour_there_is_nothing_but_text(name: str, tmp_path: Path) -> None:
    text, raw = BY_NAME[name].run(tmp_path, NO_COLOR="1")
    assert "\x1b" not in raw
    assert "───" not in text.replace("─" * 24, ""), "a screen reader spells lines out"
    golden = (FOLDER / f"{name}.txt").read_text("utf-8")
    assert text == golden.replace("─" * COLUMNS, "---")


def test_what_is_pressed_is_named_on_the_line_above() -> None:
    """With a screen reader nobody sees brackets in a corner: each key stands in the last lines before it is asked."""
    for session in SESSIONS:
        for before in (FOLDER / f"{session.name}.txt").read_text("utf-8").split("\n⌨ ")[:-1]:
            assert re.search(r"\[[\w/]+\]", "\n".join(before.split("\n")[-3:])), before[-200:]


@pytest.mark.parametrize("session", [BY_NAME["review.nl"], BY_NAME["answers.en"]], ids=lambda session: session.name)
def test_ctrl_c_at_each_prompt_loses_nothing(session: Session, tmp_path: Path) -> None:
    for number in _prompts(session):
        folder = tmp_path / str(number)
        folder.mkdir()
        screen = Pseudo(lambda where=folder: session.play(where, session.language), folder)  # type: ignore[misc]
        for key in session.keys[:number]:
            screen.press(key)
        screen.settled()
        before = _kept(folder)
        assert screen.interrupt() == 130, session.keys[:number]
        assert "Traceback" not in screen.seen
        assert _kept(folder) == before, session.keys[:number]
        assert not list((folder / "drafts").iterdir())


def _prompts(session: Session) -> list[int]:
    """How many keys lead to each kind of prompt, told apart by its last line."""
    shown = (FOLDER / f"{session.name}.txt").read_text("utf-8").split("\n⌨ ")[:-1]
    first: dict[str, int] = {}
    for number, text in enumerate(shown):
        first.setdefault(text.rpartition("\n")[2], number)
    return sorted(first.values())


def _kept(folder: Path) -> object:
    with Ledger.open(folder / "stage.db") as ledger:
        return ledger.canonical()
