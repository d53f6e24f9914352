"""kit team and the phase in status: the page tells what is so, names only whom the leader typed, and keeps nothing."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from nudger.ledger.ledger import Ledger
from nudger.nudges import suggestions
from nudger.nudges.rules import policy
from nudger.nudges.workdays import Calendar
from nudger.start.phases import sentences, standing
from nudger.texts import Texts
from tests.command import command
from tests.factories import NOW, suggestion

CONFIG = """version = 1
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


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "nudger.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def run(home: Path, *words: str, code: int = 0) -> str:
    done = command(home, *words, "--config", str(home / "nudger.toml"), "--as-of", "2026-06-02")
    assert done.code == code, done.err
    return done.out + done.err


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_for_the_team(home: Path, lang: str) -> None:
    page = run(home, "kit", "team", "--lang", lang)
    assert "https://plein.voorbeeld.example" in page
    assert "3" in page
    assert page.count("## ") == 6
    named = run(home, "kit", "team", "--ambassador", "Els", "--ambassador", "Tom", "--lang", lang)
    assert "Els, Tom" in named
    assert run(home, "kit", "team", "--lang", lang) == page
    assert not (home / "state").exists()


def test_the_contact_mailbox_stands_on_it(home: Path) -> None:
    path = home / "nudger.toml"
    path.write_text(CONFIG.replace("[[goals]]", 'contact = "nudger@voorbeeld.example"\n[[goals]]'), encoding="utf-8")
    assert 'Mail "geen nudger" naar nudger@voorbeeld.example' in run(home, "kit", "team", "--lang", "nl")


def test_without_a_goal_there_is_no_page(home: Path) -> None:
    (home / "nudger.toml").write_text(CONFIG.replace('[[goals]]\nid = "errors"\npromise_days = 3\n', ""))
    run(home, "kit", "team", code=78)


# --- the phase


def said(ledger: Ledger) -> list[str]:
    return list(sentences(standing(ledger, policy(), NOW, Calendar()), Texts("en")))


def test_each_phase_says_what_may_come() -> None:
    with Ledger.in_memory() as ledger, ledger.atomic():
        assert "before the announcement" in said(ledger)[0]
        ledger.settings.put(suggestions.OBSERVE_UNTIL, "2026-06-02")
        assert "only looking" in said(ledger)[0]
        ledger.settings.put(suggestions.OBSERVE_UNTIL, "2026-06-01")
        ledger.settings.put(suggestions.ANNOUNCED, "2026-05-25")
        assert "At most two" in said(ledger)[0]
        ledger.settings.put(suggestions.ANNOUNCED, "2026-05-01")
        assert said(ledger) == ["Phase: under way."]
        ledger.settings.put(suggestions.STOP_ASKED, "2026-06-01T09:00:00Z")
        assert "Shall nudger stop?" in said(ledger)[1]
        suggestions.pause(ledger, NOW + timedelta(days=3))
        assert [line.partition(" nudger")[0] for line in said(ledger)] == ["Until 5 June 2026"]
        suggestions.pause(ledger, None)
        assert "any more" in said(ledger)[0]


def test_status_shows_the_phase_and_no_person(home: Path) -> None:
    run(home, "announce", "--done", "2026-05-25")
    with Ledger.open(home / "state" / "nudger" / "fatima.db") as ledger, ledger.atomic():
        ledger.mail.log_run("r1", "poll", NOW, NOW, {"new": 3})
        ledger.suggestions.offer(suggestion())
    told = json.loads(run(home, "status", "--json"))
    assert (told["phase"], told["paused_until"], told["asked_to_stop"]) == ("first", None, False)
    assert "At most two" in run(home, "status", "--lang", "en")
