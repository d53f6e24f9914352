"""Choosing a network: weights follow the goals, nothing is said that is not known, and the page can be sent."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from nudger.networks import advice, choice
from nudger.networks.advice import Advice
from nudger.networks.catalogue import CATALOGUE
from nudger.networks.choice import ASKED, WORTH
from nudger.platform import UNIX
from nudger.texts import LANGUAGES, Language, Texts
from tests.nudger.networks.test_commands import PROGRAM
from tests.nudger.nudges import test_conversation as terminal
from tests.test_cli import run


def test_weights_follow_the_goals_and_two_goals_take_the_heaviest() -> None:
    assert choice.weights(["ideas"])["documents"] == 0
    assert choice.weights(["errors"])["documents"] == 2
    assert choice.weights(["ideas", "errors"]) == {"exchange": 2, "documents": 2, "video": 1, "apps": 2}
    assert choice.weights([]) == choice.weights(["a goal of our own"])


def test_what_is_not_documented_is_not_known_and_counts_as_absent() -> None:
    found = {option.type: option for option in choice.options(choice.weights([]), ())}
    assert {found["coconut"].marks[point] for point in ASKED} == {"unknown"}
    assert found["coconut"].score == 0
    for option in found.values():
        assert set(option.marks.values()) <= set(WORTH)
        assert bool(option.source) is any(option.marks[point] != "unknown" for point in (*ASKED, "own_server"))


def test_what_nudger_can_do_comes_from_the_catalogue() -> None:
    can = {entry.type: entry.capabilities for entry in CATALOGUE}
    for option in choice.options(choice.weights([]), ()):
        assert (option.marks["posts"], option.marks["reads"]) == tuple(
            "yes" if holds else "no" for holds in (can[option.type].posts, can[option.type].reads)
        )


def test_what_the_organisation_has_comes_first_among_equals_and_answers_change_the_order() -> None:
    asked = choice.weights(["errors"])
    assert choice.options(asked, {"teams"})[0].type == "teams"
    assert choice.options(asked, {"viva-engage"})[0].type == "viva-engage"
    only_exchange = {"exchange": 2, "documents": 0, "video": 0, "apps": 0}
    assert choice.options(only_exchange, {"nodebb"})[0].type == "nodebb"
    assert choice.options(asked, {"nodebb"})[0].type != "nodebb"
    [best, second, *_] = choice.options(asked, ())
    assert best.score == second.score
    equal = Advice((), asked, (), [best, second])
    assert second.title in advice.reasons(equal, Texts("en"))[-1]
    assert "Take the one that you have already" in advice.reasons(equal, Texts("en"))[-1]
    nothing = choice.options(dict.fromkeys(ASKED, 0), ())
    assert all(0 <= option.score <= 1 for option in nothing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_for_it_fits_one_page_and_tells_the_same_in_both_forms(language: Language) -> None:
    texts = Texts(language)
    asked = choice.weights(["errors"])
    found = Advice(("Minder fouten",), asked, ("Werkt op een tablet | <b>",), choice.options(asked, ()))
    text, page = advice.markdown(found, texts), advice.page(found, texts)
    assert len(text.splitlines()) <= 60
    assert len({line.count("|") - line.count("\\|") for line in text.splitlines() if line.startswith("|")}) == 1
    assert "Werkt op een tablet | &lt;b&gt;" in page
    assert "http://" not in page
    assert "https://" not in page
    for sentence in advice.reasons(found, texts):
        assert sentence in text
        assert sentence in re.sub(r"&#39;", "'", page)


def test_without_a_configuration_and_without_a_terminal(tmp_path: Path) -> None:
    told = json.loads(run(tmp_path, "--json", "network", "choose", "--video", "0", "--documents", "2"))
    assert told["weights"] == {"exchange": 2, "documents": 2, "video": 0, "apps": 1}
    assert told["recommended"] == told["options"][0]["type"]
    shown = run(
        tmp_path, "--lang", "nl", "network", "choose", "--point", "Tablet", "--out", str(tmp_path / "advies.md")
    )
    assert "Ons advies:" in shown
    assert "Tablet" in (tmp_path / "advies.md").read_text(encoding="utf-8")
    run(tmp_path, "network", "choose", "--out", str(tmp_path / "nergens" / "x.md"), code=73)


@pytest.mark.skipif(not UNIX, reason="pseudo-terminals exist on Unix only")
def test_four_questions_and_a_recommendation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["--lang", "nl", "network", "choose"]
    monkeypatch.setattr(terminal, "PROGRAM", PROGRAM.format(words=words))
    screen = terminal.Terminal(tmp_path, "nl")
    for key in ("j", "n", " ", "h"):
        screen.until("[n]ee")
        screen.press(key)
    assert "Ons advies:" in screen.until("advies.md")
    assert screen.end() == 0
