"""What waits for an answer, talked through in a real terminal: texts, keys of both languages, undo, Ctrl-C, leave."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import Loop
from nudger.ledger.states import State
from nudger.nudges.leave import begin, returned
from nudger.nudges.seen_talk import picked
from nudger.platform import UNIX
from nudger.texts import Language
from tests.factories import NOW
from tests.nudger.nudges import answer_stage as stage
from tests.nudger.nudges.terminal import Pseudo

pytestmark = pytest.mark.skipif(not UNIX, reason="pseudo-terminals exist on Unix only")

KEYS = {"nl": "[s]toppen  [?]", "en": "[q]uit  [?]"}


def start(folder: Path, language: Language = "nl", mood: str = "", **environ: str) -> Pseudo:
    screen = Pseudo(partial(stage.play, folder, language, mood), folder, **environ)
    screen.until(KEYS[language])
    return screen


def press(screen: Pseudo, key: str, shown: str = KEYS["nl"]) -> str:
    """What came up to ``shown``, with the lines of a sentence joined."""
    screen.press(key)
    return re.sub(r"\s*\n", " ", screen.until(shown))


def leave_it(screen: Pseudo) -> None:
    screen.press("s")
    assert screen.end() == 0


def loops(folder: Path) -> list[str]:
    """State and how of each, in the order in which they are shown."""
    with Ledger.open(folder / "stage.db") as ledger:
        found = {loop.kind: f"{loop.state} {loop.how}".strip() for loop in ledger.loops.all()}
    return [found[kind] for kind in ("idea", "reaction", "question")]


def posts(folder: Path) -> list[list[str]]:
    path = folder / "posts.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def test_each_gets_its_word_and_undo_goes_back_until_it_is_left(tmp_path: Path) -> None:
    screen = start(tmp_path)
    assert "“Fiets naar de cliënt”" in screen.seen
    assert "plein.example/1" in press(screen, "l")
    assert "“Night shift”" in press(screen, "e")
    assert loops(tmp_path) == ["snoozed", "closed elsewhere", "open"]
    assert "plein.example/1" in press(screen, "u")
    assert "“Fiets" in press(screen, "u")
    assert loops(tmp_path) == ["open", "open", "open"]
    assert "niets om ongedaan" in press(screen, "u")
    press(screen, "n")
    press(screen, "l")
    screen.press("n")
    assert screen.end() == 0
    assert loops(tmp_path) == ["closed not-for-me", "snoozed", "closed not-for-me"]


def test_a_mail_is_answered_in_the_language_of_who_asked_and_by_the_leaders_own_hand(tmp_path: Path) -> None:
    screen = start(tmp_path)
    press(screen, "l")
    press(screen, "l")
    shown = press(screen, "a", "[Enter] terug")
    assert "Thank you for asking." in shown
    press(screen, "\r")
    assert loops(tmp_path)[2] == "open"
    press(screen, "a", "[Enter] terug")
    screen.press("j")
    assert screen.end() == 0
    assert loops(tmp_path)[2] == "closed answered"


def test_what_was_edited_is_kept_until_it_is_settled(tmp_path: Path) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\nprintf "Dat hebben we al geprobeerd, en KANARIE.\\n" > "$1"\n')
    editor.chmod(0o700)
    screen = start(tmp_path, EDITOR=str(editor))
    press(screen, "a", "[Enter] terug")
    shown = press(screen, "b", "[Enter] terug")
    assert "KANARIE" in shown
    assert "Tip: “Dat hebben we al geprobeerd”" in shown
    screen.press("\x03")
    assert screen.end() == 130
    again = start(tmp_path)
    assert "KANARIE" in press(again, "a", "[Enter] terug")
    press(again, "j")
    leave_it(again)
    for path in tmp_path.glob("stage.db*"):
        assert b"KANARIE" not in path.read_bytes()
    assert not list((tmp_path / "drafts").iterdir())


def test_handing_over_gives_a_text(tmp_path: Path) -> None:
    screen = start(tmp_path, "en")
    assert "Wil jij reageren?" in press(screen, "h", KEYS["en"])
    screen.press("q")
    assert screen.end() == 0
    assert loops(tmp_path)[0] == "closed handed-over"


def test_a_reply_goes_below_the_own_post_only_after_a_yes_to_the_exact_text(tmp_path: Path) -> None:
    screen = start(tmp_path, mood="well")
    press(screen, "l")
    press(screen, "a", "[Enter] terug")
    shown = press(screen, "p", "[j/N]")
    assert "14 mensen in Team Zorg kunnen dit lezen." in shown
    press(screen, "n", "[Enter] terug")
    assert posts(tmp_path) == []
    press(screen, "p", "[j/N]")
    assert "Het staat in Team Zorg" in press(screen, "j")
    [[text, root]] = posts(tmp_path)
    assert root == "p1"
    assert text in shown
    assert "“Fiets" in press(screen, "u"), "what stands there is not undone; the one before it is"
    leave_it(screen)
    assert loops(tmp_path) == ["open", "closed answered", "open"]


def test_a_reply_that_may_stand_there_is_never_sent_again(tmp_path: Path) -> None:
    screen = start(tmp_path, mood="lost")
    press(screen, "l")
    press(screen, "a", "[Enter] terug")
    press(screen, "p", "[j/N]")
    assert "nudger resolve l" in press(screen, "j")
    leave_it(screen)
    again = start(tmp_path, mood="lost")
    assert "nudger resolve l" in press(again, "a")
    leave_it(again)
    assert len(posts(tmp_path)) == 1


def test_a_refused_reply_is_kept_and_can_be_tried_again(tmp_path: Path) -> None:
    screen = start(tmp_path, mood="no")
    press(screen, "l")
    press(screen, "a", "[Enter] terug")
    press(screen, "p", "[j/N]")
    assert "Je mag daar niet plaatsen" in press(screen, "j", "[Enter] terug")
    press(screen, "\r")
    leave_it(screen)
    with Ledger.open(tmp_path / "stage.db") as ledger:
        assert [(one.state, bool(one.body)) for one in ledger.replies.all()] == [(State.REFUSED, True)]
    again = start(tmp_path, mood="well")
    press(again, "a", "[Enter] terug")
    press(again, "p", "[j/N]")
    assert "Het staat in Team Zorg" in press(again, "j")
    leave_it(again)
    with Ledger.open(tmp_path / "stage.db") as ledger:
        assert [(one.state, one.body) for one in ledger.replies.all()] == [(State.SENT, "")]


@pytest.mark.parametrize("keys", ["", "a", "ap"])
def test_ctrl_c_at_each_prompt_loses_nothing(tmp_path: Path, keys: str) -> None:
    screen = start(tmp_path, mood="well")
    press(screen, "e")
    for key, shown in zip(keys, ("[Enter] terug", "[j/N]"), strict=False):
        press(screen, key, shown)
    screen.press("\x03")
    assert screen.end() == 130
    assert "Traceback" not in screen.seen
    assert loops(tmp_path) == ["closed elsewhere", "open", "open"]
    assert posts(tmp_path) == []


def test_after_leave_several_get_a_first_word_at_once(tmp_path: Path) -> None:
    stage.prepare(tmp_path / "stage.db")
    with Ledger.open(tmp_path / "stage.db") as ledger, ledger.atomic():
        begin(ledger, (NOW - timedelta(days=8)).date(), (NOW - timedelta(days=1)).date())
    screen = Pseudo(partial(stage.play, tmp_path, "nl"), tmp_path)
    shown = screen.until("Enter: geen.")
    assert [f"{number}  " in shown for number in (1, 2, 3)] == [True] * 3
    screen.press("1 3\n")
    after = screen.until(KEYS["nl"])
    assert "Gezien, dank je." in after
    assert "Seen, thank you." in after
    assert loops(tmp_path) == ["snoozed seen", "open", "snoozed seen"]
    press(screen, "u")
    assert loops(tmp_path) == ["open", "open", "open"]
    leave_it(screen)


def test_which_are_meant() -> None:
    some = [Loop(key=f"l{n}", kind="idea", thread="t", message="k", opened=NOW, due=NOW) for n in range(3)]
    assert picked("1, 3", some) == [some[0], some[2]]
    assert picked("alle", some) == picked("ALL", some) == some
    assert picked("", some) == picked("1; drop", some) == picked("-1", some) == picked("9", some) == []


def test_leave_is_over_for_two_weeks() -> None:
    with Ledger.in_memory() as ledger, ledger.atomic():
        today = NOW.date()
        assert returned(ledger, today) is None
        days = (today - timedelta(days=20), today - timedelta(days=6))
        begin(ledger, *days)
        assert returned(ledger, days[1]) is None
        assert returned(ledger, today) == days
        assert returned(ledger, today + timedelta(days=9)) is None
