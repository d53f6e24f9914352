"""Goals: two that count, a third refused kindly, others resting; comments are kept; a goal ranks and places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nudger.config.configuration import load
from nudger.ledger.ledger import Ledger
from nudger.networks.base import Community
from nudger.nudges.goals import builtin_words
from nudger.nudges.homes import home
from nudger.nudges.judging import Goal, matching
from nudger.nudges.rules import policy
from nudger.nudges.suggestions import ANNOUNCED, update
from nudger.nudges.workdays import Calendar
from tests.command import command
from tests.factories import NOW, message, message_row

CONFIG = """version = 1  # the first line
[organisation]
domains = ["voorbeeld.example"]
# My own reason for this one.
[[goals]]
id = "errors"
promise_days = 3
[mailboxes.fatima]  # stays
host = "imap.voorbeeld.example"
username = "fatima"
password = { env = "NOWHERE" }
addresses = ["fatima@voorbeeld.example"]
"""


class Desk:
    """A leader at a command line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "nudger.toml"
        self.path.write_text(CONFIG, encoding="utf-8")

    def run(self, *words: str, code: int = 0) -> str:
        done = command(self.folder, *words, "--config", str(self.path), "--lang", "nl")
        assert done.code == code, done.err
        return done.out + done.err

    def goals(self) -> dict[str, bool]:
        settings = load(self.path, "en", policy=self.folder / "none").settings
        return {goal.id: goal.paused for goal in settings.goals}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_built_in_goal_needs_no_further_typing_and_a_third_is_refused_kindly(desk: Desk) -> None:
    said = desk.run("goal", "add", "workload")
    assert "Daaraan zie je het" in said
    assert "in het oog" in said
    refused = desk.run("goal", "add", "ideas", code=2)
    assert "twee is genoeg" in refused
    assert "nudger goal pause" in refused
    assert desk.goals() == {"errors": False, "workload": False}
    assert load(desk.path, "en", policy=desk.folder / "none").settings.goals[1].promise_days == 3


def test_resting_makes_room_and_the_comments_stay(desk: Desk) -> None:
    desk.run("goal", "add", "workload")
    desk.run("goal", "pause", "errors")
    desk.run("goal", "add", "Rust op de afdeling", "--word", "rust", "--community", "Team Zorg")
    assert desk.goals() == {"errors": True, "workload": False, "rust-op-de-afdeling": False}
    desk.run("goal", "add", "errors", code=2)
    desk.run("goal", "remove", "workload")
    desk.run("goal", "add", "errors")
    assert desk.goals() == {"errors": False, "rust-op-de-afdeling": False}
    text = desk.path.read_text(encoding="utf-8")
    assert all(part in text for part in ("# the first line", "# My own reason for this one.", "# stays"))
    assert desk.path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "words",
    [("add", "errors"), ("pause", "ideas"), ("remove", "ideas"), ("note", "ideas", "3"), ("add",), ("add", "a\nb")],
)
def test_what_cannot_be_is_told_and_changes_nothing(desk: Desk, words: tuple[str, ...]) -> None:
    desk.run("goal", *words, code=2)
    assert desk.path.read_text(encoding="utf-8") == CONFIG


def test_the_list_shows_measure_and_counter_measure(desk: Desk) -> None:
    desk.run("goal", "pause", "errors")
    row = json.loads(desk.run("goal", "list", "--json"))["goals"][0]
    assert (row["id"], row["paused"]) == ("errors", True)
    assert "(rust)" in desk.run("goal", "list")


def test_examples_are_not_from_marketing_and_need_no_configuration(desk: Desk) -> None:
    desk.path.unlink()
    cases = json.loads(desk.run("goal", "examples", "--json"))["examples"]
    assert list(cases) == ["care", "production", "schools"]
    assert all(len(lines) == 3 for lines in cases.values())


# --- what a goal does


def test_each_built_in_goal_knows_both_languages() -> None:
    assert set(builtin_words()) == {"ideas", "workload", "errors"}
    goals = [Goal(name, name, words) for name, words in builtin_words().items()]
    both = {
        "ideas": ("Ik heb een idee voor de nacht.", "I have a suggestion."),
        "workload": ("De werkdruk is hoog.", "The workload is high."),
        "errors": ("Drie medicatiefouten bij de overdracht.", "A mistake in the hand-over."),
    }
    for name, texts in both.items():
        for text in texts:
            assert f"goal.{name}" in matching(goals, message(subject="x", own_words=text)), text


def test_a_short_word_counts_where_a_word_begins_and_a_long_one_anywhere() -> None:
    goals = [Goal("a", "a", ("ai",)), Goal("b", "b", ("fouten",))]
    assert matching(goals, message(subject="mail", own_words="De email van Kai.")) == ()
    assert matching(goals, message(subject="AI-hulp", own_words="medicatiefouten")) == ("goal.a", "goal.b")


def offered(ledger: Ledger, keys: dict[str, tuple[str, ...]]) -> None:
    for number, (key, findings) in enumerate(keys.items()):
        for part, role in enumerate(("to", "from")):
            row = message_row(
                10 * number + part, key=f"{key}{part}", thread=key, role=role, findings=findings, sent=NOW
            )
            ledger.mail.add(row)
        ledger.threads.refresh(key, ledger.mail.of_thread(key))
    ledger._db.conn.execute("UPDATE threads SET people = 3, own_start = 0")
    ledger.settings.put(ANNOUNCED, "2026-01-01")
    update(ledger, policy({"per_digest": 2}), NOW, Calendar())


def test_a_goal_ranks_what_is_offered_and_picks_its_community() -> None:
    places = [Community("1", "Team Zorg"), Community("2", "Nacht")]
    homes = {"errors": "Team Zorg", "rust": "Nacht"}
    with Ledger.in_memory() as ledger, ledger.atomic():
        offered(ledger, {"a": (), "b": (), "c": ("goal.rust",), "d": ("goal.errors", "goal.rust")})
        found = {one.thread: one for one in ledger.suggestions.all()}
    assert {key: one.goal for key, one in found.items()} == {"c": "rust", "d": "errors"}
    named = {key: home(one, homes, places, "plein", any_will_do=False).name for key, one in found.items()}
    assert named == {"c": "Nacht", "d": "Team Zorg"}
