"""``nudger review`` on a network that posts, in a real terminal: nothing without a yes; what each answer looks like."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nudger.ledger.ledger import Ledger
from nudger.ledger.states import State
from nudger.platform import UNIX
from tests.nudger.nudges import test_conversation as terminal

pytestmark = pytest.mark.skipif(not UNIX, reason="pseudo-terminals exist on Unix only")

KEYS = terminal.KEYS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(
        terminal, "PROGRAM", terminal.PROGRAM.replace("tests.nudger.nudges.stage", "tests.nudger.networks.stage")
    )
    return tmp_path


def posts(folder: Path) -> list[list[str]]:
    path = folder / "posts.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def begin(folder: Path, mood: str, members: int = 14) -> terminal.Terminal:
    (folder / "mood").write_text(f"{mood} {members}")
    screen = terminal.Terminal(folder, "nl")
    screen.until(KEYS)
    return screen


def test_the_text_that_was_shown_is_posted_after_a_yes(folder: Path) -> None:
    screen = begin(folder, "well")
    screen.press("p")
    shown = screen.until("[j/N]")
    assert "14 mensen kunnen dit lezen." in shown
    screen.press("n")
    screen.until(KEYS)
    assert posts(folder) == []
    screen.press("p")
    screen.until("[j/N]")
    screen.press("j")
    after = screen.until(KEYS)
    assert "Het staat in Team Zorg" in after
    [[text, community]] = posts(folder)
    assert community == "zorg"
    assert all(line in shown for line in text.splitlines())
    assert terminal.states(folder) == ["sent", "offered"]
    screen.press("u")
    assert "niets om ongedaan te maken" in screen.until(KEYS)
    screen.press("s")
    assert screen.end() == 0


def test_far_more_readers_are_typed_before_posting(folder: Path) -> None:
    screen = begin(folder, "well", members=3120)
    for typed in ("", "312"):
        screen.press("p")
        screen.until("[j/N]")
        screen.press("j")
        screen.until("(3120)")
        screen.press(f"{typed}\n")
        screen.until(KEYS)
    assert posts(folder) == []
    screen.press("p")
    screen.until("[j/N]")
    screen.press("j")
    screen.until("(3120)")
    screen.press("3120\n")
    screen.until(KEYS)
    assert len(posts(folder)) == 1
    screen.press("s")
    assert screen.end() == 0


def test_a_refusal_says_why_and_leaves_the_choice(folder: Path) -> None:
    screen = begin(folder, "no")
    screen.press("p")
    screen.until("[j/N]")
    screen.press("j")
    assert "Je mag daar niet plaatsen" in screen.until(KEYS)
    assert terminal.states(folder) == ["refused", "offered"]
    screen.press("s")
    assert screen.end() == 0
    again = begin(folder, "well")
    again.press("p")
    again.until("[j/N]")
    again.press("j")
    again.until("Het staat in Team Zorg")
    again.press("s")
    assert again.end() == 0
    assert len(posts(folder)) == 1


def test_a_lost_answer_is_looked_up(folder: Path) -> None:
    screen = begin(folder, "lost")
    screen.press("p")
    screen.until("[j/N]")
    screen.press("j")
    assert "Het staat in Team Zorg" in screen.until(KEYS)
    screen.press("s")
    assert screen.end() == 0
    assert len(posts(folder)) == 1


def test_what_cannot_be_known_is_said_and_never_posted_again(folder: Path) -> None:
    screen = begin(folder, "blind")
    screen.press("p")
    screen.until("[j/N]")
    screen.press("j")
    assert "resolve st1" in screen.until(KEYS)
    screen.press("s")
    assert screen.end() == 0
    assert terminal.states(folder) == ["uncertain", "offered"]
    (folder / "mood").write_text("blind 14")
    again = terminal.Terminal(folder, "nl")
    assert "resolve st1" in again.until(KEYS)
    again.press("s")
    assert again.end() == 0
    assert len(posts(folder)) == 1


def test_a_post_about_the_same_is_shown_first(folder: Path) -> None:
    (folder / "standing").write_text("Voorstel: samen de fiets naar de cliënt, wie doet mee volgende week?")
    screen = begin(folder, "well")
    screen.press("p")
    shown = screen.until("[j/N]")
    assert "“Voorstel: samen" in shown
    assert "memory:s1" in shown
    assert "14 mensen" not in shown
    screen.press("n")
    screen.until(KEYS)
    assert posts(folder) == []
    screen.press("p")
    screen.until("[j/N]")
    screen.press("j")
    assert "14 mensen kunnen dit lezen. De mail ging naar" in screen.until("[j/N]")
    screen.press("j")
    screen.until(KEYS)
    assert len(posts(folder)) == 1
    screen.press("s")
    assert screen.end() == 0


def test_after_the_posts_of_a_day_nothing_more_goes_out(folder: Path) -> None:
    screen = begin(folder, "lost")
    screen.press("p")
    screen.until("[j/N]")
    screen.press("j")
    screen.until(KEYS)
    screen.press("s")
    assert screen.end() == 0
    assert len(posts(folder)) == 1
    with Ledger.open(folder / "stage.db") as ledger, ledger.atomic():
        [open_one] = ledger.suggestions.in_states((State.OFFERED,))
        ledger.suggestions.change(open_one, body="Wie heeft er een fiets over?", language="nl")
    again = begin(folder, "well")
    again.press("p")
    assert "genoeg geplaatst" in again.until(KEYS)
    again.press("s")
    assert again.end() == 0
    assert len(posts(folder)) == 1
