"""``nudger answers`` and ``ideas``: listed, settled and undone by id; a community walked past without names."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from nudger.answering import _settle, refresh, unanswered
from nudger.app import MailboxOutcome, PollOutcome
from nudger.config.configuration import load, owners
from nudger.errors import MailboxError, NudgerError, UsageError
from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import Loop, LoopState
from nudger.networks.base import Activity
from nudger.poll import FolderOutcome
from nudger.texts import Texts
from nudger.workplace import Workplace
from tests.factories import NOW, message_row
from tests.test_cli import run

CONFIG = """version = 1
[organisation]
domains = ["voorbeeld.example"]
[mailboxes.fatima]
host = "127.0.0.1"
tls = "loopback-plain"
username = "fatima"
addresses = ["fatima@voorbeeld.example"]
password = { env = "NO" }
[ledger]
directory = "ledgers"
"""
LOOP = Loop(
    key="l" + "a" * 31, kind="idea", thread="t1", message="k1",
    opened=NOW - timedelta(days=9), due=NOW - timedelta(days=7),
)  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "nudger.toml").write_text(CONFIG, encoding="utf-8")
    with Ledger.open(tmp_path / "ledgers" / "fatima.db") as ledger, ledger.atomic():
        ledger.loops.open(LOOP)
    return tmp_path


def test_a_loop_is_listed_settled_and_opened_again(home: Path) -> None:
    words = ("--config", "nudger.toml", "--as-of", "2026-06-02")
    assert "laaa" in run(home, "answers", *words, "--lang", "nl")
    assert "an idea for you" in run(home, "answers", *words, "--lang", "en")
    run(home, "answers", *words, "--exit-code", code=10)
    done = json.loads(run(home, "answers", "laaa", "elsewhere", *words, "--json"))
    assert (done["state"], done["how"]) == ("closed", "elsewhere")
    assert json.loads(run(home, "answers", *words, "--json")) == {"loops": []}
    run(home, "answers", "laaa", "elsewhere", *words)
    assert "undo" in run(home, "answers", "laaa", "later", *words, code=2)
    assert json.loads(run(home, "answers", "aaa", "undo", *words, "--json"))["state"] == "open"
    assert run(home, "answers", "lbbb", "later", *words, code=2)


def test_an_idea_gets_a_title_and_a_result_typed_by_the_leader(home: Path) -> None:
    words = ("--config", "nudger.toml", "--lang", "nl")
    assert "nog zonder titel" in run(home, "ideas", *words)
    run(home, "ideas", "laaa", "tried", "--title", "Een fiets", *words)
    shown = run(home, "ideas", *words)
    assert "Een fiets: uitgeprobeerd" in shown
    assert json.loads(run(home, "ideas", *words, "--json"))["ideas"][0]["title"] == "Een fiets"


def test_what_a_word_does_not_fit_is_said() -> None:
    with Ledger.in_memory() as ledger:
        with ledger.atomic():
            ledger.loops.open(LOOP)
        later = _settle(ledger, LOOP, "later", NOW)
        assert later.state is LoopState.SNOOZED
        assert _settle(ledger, later, "later", NOW) == later
        with ledger.atomic():
            gone = ledger.loops.move(later, LoopState.CLOSED, how="withdrawn", until=None)
        with pytest.raises(UsageError):
            _settle(ledger, gone, "undo", NOW)


def test_conversations_without_a_reply_by_another_oldest_first() -> None:
    def post(id_: str, conversation: str, author: str, days: int, community: str = "zorg") -> Activity:
        return Activity(id_, conversation, community, author, NOW - timedelta(days=days), id_ != conversation, id_)

    found = unanswered(
        [
            post("young", "young", "a", 1),
            post("old", "old", "a", 9),
            post("self", "old", "a", 8),
            post("lively", "lively", "a", 7),
            post("reply", "lively", "b", 6),
            post("elsewhere", "elsewhere", "a", 5, "keuken"),
        ],
        "zorg",
    )
    assert [one.url for one in found] == ["old", "young"]


@pytest.mark.parametrize(
    ("folders", "error", "found"),
    [(["INBOX", "Sent"], None, 1), (["INBOX"], None, 0), (["INBOX", "Sent"], MailboxError("x"), 0)],
)
def test_loops_open_only_where_inbox_and_sent_were_read_in_one_run(
    home: Path, folders: list[str], error: NudgerError | None, found: int
) -> None:
    config = load(home / "nudger.toml", "nl", policy=home / "none.toml")
    place = Workplace(config, owners(config)[0], Texts("nl"), NOW, home)
    outcome = PollOutcome([MailboxOutcome("fatima", [FolderOutcome(name) for name in folders], error)])
    with Ledger.in_memory() as ledger, ledger.atomic():
        ledger.settings.put("sent:fatima", "Sent")
        ledger.mail.add(message_row(1, sent=NOW - timedelta(days=9)))
        ledger.threads.refresh("t1", ledger.mail.of_thread("t1"))
        refresh(place, ledger, outcome)
        assert len(ledger.loops.all()) == found
        ledger.settings.remove("sent:fatima")
        refresh(place, ledger, outcome)
        assert len(ledger.loops.all()) == found
