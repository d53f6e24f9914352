"""``network``, ``resolve`` and ``retract`` as a person types them, against a server that loses answers."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from nudger.ledger.ledger import Ledger
from nudger.ledger.outbox_rows import Attempt, Sending
from nudger.ledger.states import State
from nudger.platform import UNIX, private_file
from tests.factories import NOW, suggestion
from tests.nudger.nudges import test_conversation as terminal
from tests.servers.unreliable import ME, ROOM, Unreliable
from tests.test_cli import ROOT, run

CONFIG = """
version = 1
language = "nl"
[organisation]
domains = ["voorbeeld.example"]
[[goals]]
id = "ideas"
community = "{room}"
[mailboxes.fatima]
host = "imap.voorbeeld.example"
username = "fatima@voorbeeld.example"
addresses = ["fatima@voorbeeld.example"]
password = "geheim-mail"
[networks.plein]
type = "matrix"
url = "{url}"
token = "geheim-token"
[ledger]
directory = "{folder}"
"""
OTHER = "!zorg:nudger.test"
PROGRAM = (
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv = ['nudger', *{{words!r}}]; from cli import run; run()"
)


@dataclass
class Home:
    """A configuration that leads to the server, and the ledger beside it."""

    folder: Path
    server: Unreliable

    def run(self, *words: str, code: int = 0) -> str:
        return run(self.folder, "--config", str(self.folder / "nudger.toml"), *words, code=code)

    def hold(self, state: State, row: Sending, remote_id: str = "") -> None:
        """One suggestion in this state, with one attempt."""
        with Ledger.open(self.folder / "fatima.db") as ledger, ledger.atomic():
            texts = {"body": "Zullen we de fiets nemen?", "language": "nl"} if state is State.UNCERTAIN else {}
            ledger.suggestions.offer(suggestion("t1", state, id="sabcdef", network="plein", community=ROOM, **texts))
            attempt = Attempt(
                suggestion="sabcdef",
                part=0,
                attempt=0,
                marker="m" * 32,
                state=row,
                network="plein",
                account=ME,
                community=ROOM,
                approved_hash="h",
                started_at=NOW,
                remote_id=remote_id,
            )
            ledger.outbox.begin(attempt)

    def state(self) -> State:
        with Ledger.open(self.folder / "fatima.db") as ledger:
            return ledger.suggestions.all()[0].state

    def terminal(self, monkeypatch: pytest.MonkeyPatch, *words: str) -> terminal.Terminal:
        every = ["--config", str(self.folder / "nudger.toml"), *words]
        monkeypatch.setattr(terminal, "PROGRAM", PROGRAM.format(words=every))
        return terminal.Terminal(self.folder, "nl")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with Unreliable() as server:
        text = CONFIG.format(url=server.url, room=ROOM, folder=tmp_path)
        private_file(tmp_path / "nudger.toml").write_text(text)
        yield Home(tmp_path, server)


def test_the_network_is_tested_without_posting(home: Home) -> None:
    told = json.loads(home.run("--json", "network", "test"))
    assert told == {"network": "plein", "account": ME, "posts": True, "communities": {ROOM: True}, "ok": True}
    [place] = json.loads(home.run("--json", "network", "communities"))["communities"]
    assert (place["id"], place["members"], place["visibility"], place["may_post"]) == (ROOM, 9, "organisation", True)
    assert not home.server.events


def test_a_network_that_is_away_says_so_without_the_token(home: Home) -> None:
    home.server.shutdown()
    home.server.server_close()
    told = home.run("network", "test", code=75)
    assert "neemt niet op" in told
    assert "geheim" not in told


def test_a_person_reads_who_it_is_and_what_is_there(home: Home) -> None:
    told = home.run("network", "test")
    assert f"laat je binnen als {ME}" in told
    assert "geheim" not in told
    assert "9 leden" in home.run("network", "communities")


def test_the_list_tells_what_can_be_done_where_and_how_that_was_tested(home: Home) -> None:
    rows = {row["type"]: row for row in json.loads(home.run("--json", "network", "list"))["networks"]}
    assert rows["matrix"] | {"posts": True, "tested": "server", "chosen": True} == rows["matrix"]
    assert rows["coconut"] | {"posts": False, "tested": "hand", "chosen": False} == rows["coconut"]


def test_resolve_finds_what_stands_there(home: Home) -> None:
    home.hold(State.UNCERTAIN, Sending.UNCERTAIN)
    home.server.store({"body": "Zullen we de fiets nemen?", "nudger.marker": "m" * 32})
    home.server.events[0]["origin_server_ts"] = int(NOW.timestamp() * 1000)
    assert "staat in" in home.run("resolve")
    assert home.state() is State.SENT


def test_resolve_takes_the_leaders_word_where_the_network_cannot_tell(home: Home) -> None:
    home.hold(State.UNCERTAIN, Sending.UNCERTAIN)
    home.server.shutdown()
    home.server.server_close()
    told = json.loads(home.run("--json", "resolve"))
    assert told == {"uncertain": [{"id": "sabcdef", "network": "plein", "community": ROOM}]}
    home.run("resolve", "--sent", "https://plein.example/1", code=2)
    home.run("resolve", "sabc", "--sent", "https://plein.example/1")
    assert home.state() is State.SENT
    with Ledger.open(home.folder / "fatima.db") as ledger:
        [one] = ledger.suggestions.all()
        assert (one.url, one.body) == ("https://plein.example/1", "")


def test_status_says_what_waits(home: Home) -> None:
    home.hold(State.UNCERTAIN, Sending.UNCERTAIN)
    with Ledger.open(home.folder / "fatima.db") as ledger, ledger.atomic():
        ledger.mail.log_run("r1", "poll", NOW, NOW, {"new": 0})
    assert json.loads(home.run("--json", "status"))["posts"]["uncertain"] == ["sabcdef"]
    assert "nudger resolve sabcd" in home.run("status")


def test_retract_needs_a_person_and_something_to_take_back(home: Home) -> None:
    home.hold(State.UNCERTAIN, Sending.UNCERTAIN)
    home.run("retract", "sabc", code=2)


@pytest.mark.skipif(not UNIX, reason="pseudo-terminals exist on Unix only")
def test_retract_shows_the_replies_and_asks(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    remote = home.server.store({"body": "Zullen we de fiets nemen?"})
    home.hold(State.SENT, Sending.SENT, remote)
    home.server.store({"body": "Goed plan", "m.relates_to": {"m.in_reply_to": {"event_id": remote}}})
    for event, who in zip(home.server.events, (ME, "@anna:nudger.test"), strict=True):
        event |= {"sender": who, "origin_server_ts": int(NOW.timestamp() * 1000)}
    screen = home.terminal(monkeypatch, "retract", "sabc")
    shown = screen.until("[j/N]")
    assert "Er staat één reactie onder." in shown
    assert "spijt me" in shown
    screen.press("n")
    assert screen.end() == 0
    assert home.state() is State.SENT


@pytest.mark.skipif(not UNIX, reason="pseudo-terminals exist on Unix only")
def test_what_was_pasted_by_hand_is_taken_back_by_hand(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(home.folder / "fatima.db") as ledger, ledger.atomic():
        ledger.suggestions.offer(
            suggestion("t1", State.HANDED_OFF, id="sabcdef", community="zorg", url="https://a.example/1")
        )
    screen = home.terminal(monkeypatch, "retract", "sabc")
    assert "https://a.example/1" in screen.until("[j/N]")
    screen.press("j")
    assert screen.end() == 0
    assert home.state() is State.RETRACTED


@pytest.mark.skipif(not UNIX, reason="pseudo-terminals exist on Unix only")
def test_a_post_moves_to_another_community_after_a_fresh_yes(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    remote = home.server.store({"body": "Fietsen\n\nZullen we de fiets nemen?"})
    home.server.events[0]["origin_server_ts"] = int(NOW.timestamp() * 1000)
    home.server.rooms.append(OTHER)
    home.hold(State.SENT, Sending.SENT, remote)
    home.run("retract", "sabc", "--to", ROOM, code=2)
    home.run("retract", "sabc", "--to", "!niets:nudger.test", code=2)
    assert home.state() is State.SENT
    screen = home.terminal(monkeypatch, "retract", "sabc", "--to", OTHER)
    screen.until("[j/N]")
    screen.press("j")
    shown = screen.until("een andere toets")
    assert "Zullen we de fiets nemen?" in shown
    assert "9 mensen kunnen dit lezen." in shown
    assert home.state() is State.RETRACTED
    assert home.server.events == []
    home.server.dice = Always()
    screen.press("j")
    screen.until("Het staat in")
    assert screen.end() == 0
    [event] = home.server.events
    assert (event["room_id"], event["content"]["body"]) == (OTHER, "Fietsen\n\nZullen we de fiets nemen?")
    assert home.state() is State.SENT


class Always(random.Random):
    """No bad luck."""

    def random(self) -> float:
        return 0.9


@pytest.mark.skipif(not UNIX, reason="pseudo-terminals exist on Unix only")
def test_without_a_yes_nothing_is_placed_elsewhere(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    home.server.rooms.append(OTHER)
    remote = home.server.store({"body": "Zullen we de fiets nemen?"})
    home.server.events[0]["origin_server_ts"] = int(NOW.timestamp() * 1000)
    home.hold(State.SENT, Sending.SENT, remote)
    screen = home.terminal(monkeypatch, "retract", "sabc", "--to", OTHER)
    screen.until("[j/N]")
    screen.press("j")
    screen.until("een andere toets")
    screen.press("n")
    assert "Er is niets geplaatst" in screen.until("GROEP")
    assert screen.end() == 0
    assert (home.server.events, home.state()) == ([], State.RETRACTED)
    with Ledger.open(home.folder / "fatima.db") as ledger:
        assert ledger.suggestions.all()[0].body == ""
