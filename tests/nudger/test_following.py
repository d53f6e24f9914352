"""A poll reads the networks too: with the leader's token, by night only with a reader's, and it never fails by them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from nudger import following
from nudger.app import App
from nudger.config.configuration import load, owners
from nudger.texts import Texts
from nudger.texts.screen import Screen
from nudger.workplace import Workplace
from tests.servers.unreliable import ME, ROOM, Unreliable

CONFIG = """version = 1
[organisation]
domains = ["voorbeeld.example"]
[[goals]]
id = "ideas"
community = "{room}"
[mailboxes.fatima]
host = "127.0.0.1"
port = 1
tls = "loopback-plain"
username = "fatima"
addresses = ["fatima@voorbeeld.example"]
password = "geheim"
[networks.plein]
type = "matrix"
url = "{url}"
{more}
"""
OWN, READER = 'token = "geheim-eigen"', '[networks.plein.reader]\ntoken = "geheim-lezer"'


@pytest.fixture
def server() -> Iterator[Unreliable]:
    with Unreliable() as made:
        yield made


def app(folder: Path, server: Unreliable, more: str, now: datetime | None = None) -> App:
    path = folder / "nudger.toml"
    path.write_text(CONFIG.format(url=server.url, room=ROOM, more=more), encoding="utf-8")
    path.chmod(0o600)
    config = load(path, "en", policy=folder / "none")
    place = Workplace(config, owners(config)[0], Texts("en"), now or datetime.now(UTC), folder / "state")
    return App(place, Screen(Texts("en"), quiet=True))


def talk(server: Unreliable) -> None:
    """An own post, and a reaction to it."""
    root = server.store({"body": "Wie gaat er mee?"})
    server.store({"body": "Ik.", "m.relates_to": {"m.in_reply_to": {"event_id": root}}})
    server.events[1]["sender"] = "@anna:nudger.test"


def kept(app: App) -> tuple[list[Any], list[Any]]:
    with app.place.ledger() as ledger:
        return list(ledger.activity.all()), ledger.activity.reads()


def test_the_leaders_own_run_reads_what_happened(tmp_path: Path, server: Unreliable) -> None:
    talk(server)
    mine = app(tmp_path, server, OWN)
    [heard] = mine.read().heard
    assert (heard.account, heard.trouble, len(heard.found)) == (ME, "", 2)
    [row], [read] = kept(mine)
    assert (row.own, row.people, row.replies, row.source) == (True, 2, 1, "read")
    assert ME not in repr(row)
    assert "anna" not in repr(row)
    assert read.trouble == ""
    assert read.begun == mine.place.now.replace(microsecond=0) - following.FIRST
    app(tmp_path, server, OWN, mine.place.now).read()
    assert kept(mine) == ([row], [read])


def test_a_night_reads_only_with_the_account_for_reading(tmp_path: Path, server: Unreliable) -> None:
    talk(server)
    by_night = app(tmp_path, server, OWN)
    assert by_night.read(unattended=True).heard == []
    assert kept(by_night) == ([], [])
    by_night = app(tmp_path, server, READER)
    assert [one.account for one in by_night.read(unattended=True).heard] == [""]
    [row], _ = kept(by_night)
    assert (row.own, row.url) == (False, "")


def test_a_network_that_is_away_is_remembered_as_unread_and_read_whole_later(
    tmp_path: Path, server: Unreliable, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime.now(UTC)
    first = app(tmp_path, server, OWN, now - timedelta(days=20))
    first.read()
    away = app(tmp_path, server, OWN, now - timedelta(days=10))
    monkeypatch.setattr(following, "PATIENCE", -1.0)
    talk(server)
    for event in server.events:
        event["origin_server_ts"] = int((now - timedelta(days=12)).timestamp() * 1000)
    [heard] = away.read().heard
    assert heard.trouble == "network-reading-long"
    rows, [read] = kept(away)
    assert (rows, read.trouble, read.until) == ([], "network-reading-long", first.place.now.replace(microsecond=0))
    monkeypatch.setattr(following, "PATIENCE", 60.0)
    later = app(tmp_path, server, OWN, now)
    later.read()
    [row], [read] = kept(later)
    assert (row.replies, read.trouble) == (1, "")


def test_a_network_without_a_token_does_not_stop_a_poll(tmp_path: Path, server: Unreliable) -> None:
    outcome = app(tmp_path, server, "").read()
    assert [one.trouble for one in outcome.heard] == ["network-no-token"]
    assert [mailbox.error is not None for mailbox in outcome.mailboxes] == [True]
