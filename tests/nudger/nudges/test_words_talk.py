"""Working on a draft in a real terminal: forms, a quote only with a yes, personal data only with a typed word."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path

import pytest

from nudger.ledger.ledger import Ledger
from nudger.platform import UNIX
from tests.factories import ANNA
from tests.nudger.nudges import review_stage as stage
from tests.nudger.nudges.terminal import Pseudo

pytestmark = pytest.mark.skipif(not UNIX, reason="pseudo-terminals exist on Unix only")

KEYS = "[u] ongedaan  [s]toppen  [?]"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    stage.prepare(tmp_path / "stage.db", loops=False)
    return tmp_path


def start(folder: Path, **environ: str) -> Pseudo:
    screen = Pseudo(partial(stage.play, folder, "nl"), folder, **environ)
    screen.until(KEYS)
    return screen


def press(screen: Pseudo, key: str, shown: str = KEYS) -> str:
    screen.press(key)
    return re.sub(r"\s*\n", " ", screen.until(shown))


def editor(folder: Path, text: str) -> str:
    path = folder / "editor.sh"
    path.write_text(f'#!/bin/sh\nprintf "{text}" > "$1"\n', encoding="utf-8")
    path.chmod(0o700)
    return str(path)


def leave(screen: Pseudo) -> None:
    screen.press("s")
    assert screen.end() == 0


def posts(folder: Path) -> list[str]:
    path = folder / "posts.jsonl"
    return [json.loads(line)[0] for line in path.read_text().splitlines()] if path.exists() else []


def test_another_form_and_round_again(home: Path) -> None:
    screen = start(home)
    assert "Je stuurde dit aan 2 mensen. Kan dit opener?" in screen.seen
    assert "een uitnodiging om mee te praten" in press(screen, "f")
    assert "[Schrijf hier wat eruit kwam.]" in press(screen, "f")
    assert "Vorm: een idee." in press(screen, "f")
    leave(screen)


def test_an_edited_text_is_only_let_go_after_a_yes(home: Path) -> None:
    screen = start(home, EDITOR=editor(home, "Titel\\n\\nMijn eigen KANARIE. Wat vinden jullie?\\n"))
    press(screen, "b")
    press(screen, "f", "[j/N]")
    press(screen, "n")
    with Ledger.open(home / "stage.db") as ledger:
        assert "KANARIE" in ledger.suggestions.all()[0].body
    press(screen, "f", "[j/N]")
    assert "KANARIE" not in press(screen, "j")
    leave(screen)
    for path in home.glob("stage.db*"):
        assert b"KANARIE" not in path.read_bytes()


def test_a_colleague_is_quoted_only_after_a_recorded_yes(home: Path) -> None:
    screen = start(home)
    assert "dit zijn je eigen woorden" in press(screen, "w").lower()
    press(screen, "l")
    press(screen, "w", "[Enter] nee")
    assert "blijven die woorden hier weg" in press(screen, "\r")
    with Ledger.open(home / "stage.db") as ledger:
        assert ledger.consents.of("t2", ANNA.email) is None
        assert ledger.suggestions.all()[1].body == ""
    press(screen, "w", "[Enter] nee")
    shown = press(screen, "2")
    assert "> Zullen we een stilteruimte maken?" in shown
    leave(screen)
    with Ledger.open(home / "stage.db") as ledger:
        said = ledger.consents.of("t2", ANNA.email)
        assert said is not None
        assert said.how == "spoken"
        assert ledger.consents.of("t1", ANNA.email) is None
        with ledger.atomic():
            assert ledger.people.forget(ANNA.email)
        assert ledger.consents.of("t2", ANNA.email) is None


def test_personal_data_goes_out_or_stays_by_a_typed_word(home: Path) -> None:
    screen = start(home, EDITOR=editor(home, "Fiets\\n\\nBel Tom Bakker op 06-12345678. Wie doet mee?\\n"))
    press(screen, "b")
    assert "06-12345678" in press(screen, "p", "Enter: terug.")
    press(screen, "\n")
    press(screen, "p", "Enter: terug.")
    press(screen, "ja\n")
    assert posts(home) == []
    press(screen, "p", "Enter: terug.")
    shown = press(screen, "weg\n", "[j/N]")
    assert "Bel […] op […]. Wie doet mee?" in shown
    press(screen, "j")
    assert ["06-" in text or "Tom" in text for text in posts(home)] == [False]
    leave(screen)


def test_what_may_stay_stays(home: Path) -> None:
    screen = start(home, EDITOR=editor(home, "Fiets\\n\\nBel Tom Bakker. Wie doet mee?\\n"))
    press(screen, "b")
    press(screen, "p", "Enter: terug.")
    press(screen, "mag\n", "[j/N]")
    press(screen, "j")
    assert "Tom Bakker" in posts(home)[0]
    leave(screen)


@pytest.mark.parametrize(("keys", "shown"), [("p", "Enter: terug."), ("f", "[j/N]"), ("n", "zeg ik niet")])
def test_ctrl_c_at_each_prompt_keeps_the_edited_text(home: Path, keys: str, shown: str) -> None:
    screen = start(home, EDITOR=editor(home, "Fiets\\n\\nBel Tom Bakker. Wie doet mee?\\n"))
    press(screen, "b")
    press(screen, keys, shown)
    assert screen.interrupt() == 130
    assert "Traceback" not in screen.seen
    with Ledger.open(home / "stage.db") as ledger:
        first = ledger.suggestions.all()[0]
        assert (str(first.state), "Tom Bakker" in first.body) == ("offered", True)
    assert posts(home) == []
