"""A whole review: answers first, then suggestions, then two questions; undo reaches back to its first decision."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from nudger.ledger.ledger import Ledger
from nudger.platform import UNIX
from tests.nudger.nudges import review_stage as stage
from tests.nudger.nudges.terminal import Pseudo

pytestmark = pytest.mark.skipif(not UNIX, reason="pseudo-terminals exist on Unix only")

ANSWERS, SUGGESTIONS, QUESTIONS = "[d]oorgeven", "[p]laatsen", "[j]a  [n]ee"


def start(folder: Path) -> Pseudo:
    screen = Pseudo(partial(stage.play, folder, "nl"), folder)
    screen.until(ANSWERS)
    return screen


def press(screen: Pseudo, keys: str, shown: str) -> None:
    for key in keys:
        screen.press(key)
    screen.until(shown)


def word(folder: Path) -> tuple[list[str], list[str], int]:
    """States of the loops and of the suggestions, and how many verdicts there are."""
    with Ledger.open(folder / "stage.db") as ledger:
        loops = [str(one.state) for one in ledger.loops.all()]
        return loops, [str(one.state) for one in ledger.suggestions.all()], ledger.verdicts.count()


def test_answers_then_suggestions_then_questions_and_undo_all_the_way_back(tmp_path: Path) -> None:
    screen = start(tmp_path)
    press(screen, "eee", SUGGESTIONS)
    press(screen, "ll", QUESTIONS)
    press(screen, "j", QUESTIONS)
    assert word(tmp_path) == (["closed"] * 3, ["snoozed"] * 2, 1)
    press(screen, "u", QUESTIONS)
    press(screen, "u", SUGGESTIONS)
    press(screen, "u", SUGGESTIONS)
    press(screen, "u", ANSWERS)
    press(screen, "uu", ANSWERS)
    assert word(tmp_path) == (["open"] * 3, ["offered"] * 2, 0)
    press(screen, "eee", SUGGESTIONS)
    press(screen, "ll", QUESTIONS)
    screen.press("n")
    screen.until(QUESTIONS)
    screen.press("j")
    assert screen.end() == 0
    assert word(tmp_path) == (["closed"] * 3, ["snoozed"] * 2, 2)


@pytest.mark.parametrize("keys", ["s", "ees", "eees", "eeells"])
def test_stopping_anywhere_leaves_the_rest(tmp_path: Path, keys: str) -> None:
    screen = start(tmp_path)
    for key in keys:
        screen.press(key)
    assert screen.end() == 0
    assert screen.seen.rstrip().endswith("Klaar.")
    loops, suggestions, verdicts = word(tmp_path)
    assert loops.count("closed") == keys.count("e")
    assert suggestions.count("snoozed") == keys.count("l")
    assert verdicts == 0
