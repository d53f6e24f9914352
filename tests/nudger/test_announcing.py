"""Announcing at the command line: the goal first, the network later, the day remembered, the figures kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nudger.ledger.ledger import Ledger
from nudger.shift.facts import ANNOUNCED
from tests.command import command

CONFIG = """
version = 1
[organisation]
domains = ["voorbeeld.example"]
[[goals]]
id = "errors"
promise_days = 3
[mailboxes.fatima]
host = "imap.voorbeeld.example"
username = "fatima"
password = { env = "NOWHERE" }
addresses = ["fatima@voorbeeld.example"]
[networks.plein]
type = "handoff"
url = "https://plein.voorbeeld.example"
"""


class Desk:
    """A leader at a command line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "nudger.toml").write_text(CONFIG, encoding="utf-8")

    def run(self, *words: str, lang: str = "nl", code: int = 0) -> str:
        options = ["--config", str(self.folder / "nudger.toml"), "--lang", lang, "--as-of", "2026-06-02"]
        done = command(self.folder, *words, *options)
        assert done.code == code, done.err
        return done.out + done.err


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_text_about_the_goal_names_no_tool(desk: Desk, lang: str) -> None:
    text = json.loads(desk.run("announce", "goal", "--json", lang=lang))["text"]
    assert "3" in text
    assert not [word for word in ("plein", "nudger", "netwerk", "network", "http") if word in text.lower()]


def test_the_network_comes_after_the_goal(desk: Desk) -> None:
    assert "nudger announce goal" in desk.run("announce", "network", code=2)
    desk.run("announce", "goal")
    assert "https://plein.voorbeeld.example" in json.loads(desk.run("announce", "network", "--json"))["text"]


def test_the_day_is_remembered_for_the_report(desk: Desk) -> None:
    desk.run("announce", "--done", "2026-06-01")
    with Ledger.open(desk.folder / "state" / "nudger" / "fatima.db") as ledger:
        assert ledger.settings.get(ANNOUNCED) == "2026-06-01"


def test_the_monthly_figure_stands_with_its_goal(desk: Desk) -> None:
    desk.run("goal", "note", "errors", "12")
    desk.run("goal", "note", "errors", "14", "--month", "2026-05")
    desk.run("goal", "note", "errors", "13", "--month", "2026-05")
    assert json.loads(desk.run("goal", "list", "--json"))["goals"][0]["figures"] == {"2026-05": 13, "2026-06": 12}
    assert "2026-05" in desk.run("goal", "list")


@pytest.mark.parametrize("words", [("errors", "12", "--month", "mei"), ("ideeen", "12"), ("errors", "veel")])
def test_what_is_no_figure_is_told(desk: Desk, words: tuple[str, ...]) -> None:
    desk.run("goal", "note", *words, code=2)
