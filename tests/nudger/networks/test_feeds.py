"""Atom and RSS from a server on this machine: what is new is read, hostile or broken feeds change nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from nudger.app import App
from nudger.config.configuration import load, owners
from nudger.config.models import Network as Settings
from nudger.errors import ConfigError, LoginRefused, NetworkUnavailable, NudgerError
from nudger.ledger.ledger import Ledger
from nudger.ledger.states import State
from nudger.networks import network
from nudger.networks.base import Activity
from nudger.networks.handoff import Handoff
from nudger.networks.hosts import hosts
from nudger.networks.mail_in import MailIn
from nudger.texts import Texts
from nudger.texts.screen import Screen
from nudger.workplace import Workplace
from tests.factories import suggestion
from tests.servers.stub import Reply, Request, Stub

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><title>Zorg</title>
<entry><id>tag:zorg,1</id><title>Kan het anders?</title><author><name>Fatima</name></author>
<published>2026-11-23T09:00:00+01:00</published><link href="https://coconut.voorbeeld.example/1"/></entry>
<entry><id>tag:zorg,2</id><title>Re</title><author><name>Anna</name></author><thr:in-reply-to ref="tag:zorg,1"/>
<updated>2026-11-23T10:00:00Z</updated><link href="https://coconut.voorbeeld.example/2"/></entry>
<entry><id>tag:zorg,0</id><title>Oud</title><published>2026-01-01T10:00:00Z</published></entry>
<entry><id>tag:zorg,9</id><title>Zonder tijd</title><published>gisteren</published></entry></feed>"""
RSS = """<rss version="2.0"><channel><title>Zorg</title><item><guid>5</guid><author>anna@voorbeeld.example</author>
<pubDate>Mon, 23 Nov 2026 09:00:00 GMT</pubDate><link>https://coconut.voorbeeld.example/5</link></item></channel></rss>"""
SWELLING = f'<!DOCTYPE l [<!ENTITY a "{"a" * 99}"><!ENTITY b "{"&a;" * 99}">]>' + RSS.replace("Zorg", "&b;" * 99)
UPKEEP = "<html><body>Onderhoud</body></html>"
DAMAGED = ATOM.replace("utf-8", "ut\udcb9-8")
CONFIG = """version = 1
[organisation]
domains = ["voorbeeld.example"]
[[goals]]
id = "ideas"
community = "team-zorg"
[mailboxes.fatima]
host = "127.0.0.1"
port = 1
tls = "loopback-plain"
username = "fatima"
addresses = ["fatima@voorbeeld.example"]
password = "geheim"
[networks.plein]
type = "coconut"
feeds = ["{url}/feed.xml"]
"""


class Page(Stub):
    """Gives one page to everyone, or to who knows the password."""

    def __init__(self) -> None:
        super().__init__()
        self.page, self.status, self.closed_page = ATOM, 200, False

    def reply(self, request: Request) -> Reply:
        if self.closed_page and request.user is None:
            return 401, "who are you"
        return self.status, self.page, {"Content-Type": "application/xml"}


@pytest.fixture
def page() -> Iterator[Page]:
    with Page() as made:
        yield made


def read(page: Page, **more: Any) -> list[Activity]:
    settings = Settings(type="coconut", feeds=[f"{page.url}/feed.xml"], **more)
    there = network("plein", settings, ("team-zorg",))
    assert there.capabilities.reads
    return list(there.activity(NOW - timedelta(days=28), NOW))


def test_atom_tells_posts_from_replies_and_leaves_out_what_is_old_or_without_a_time(page: Page) -> None:
    first, reply = read(page)
    assert (first.id, first.conversation, first.is_reply, first.community) == (
        "tag:zorg,1",
        "tag:zorg,1",
        False,
        "team-zorg",
    )
    assert first.at == datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert (reply.conversation, reply.is_reply, reply.author) == ("tag:zorg,1", True, "Anna")


def test_rss_is_read_too(page: Page) -> None:
    page.page = RSS
    [one] = read(page)
    assert (one.id, one.url, one.is_reply) == ("5", "https://coconut.voorbeeld.example/5", False)


def test_a_closed_feed_opens_with_name_and_password(page: Page) -> None:
    page.closed_page = True
    with pytest.raises(LoginRefused):
        read(page)
    assert len(read(page, username="fatima", token="leider")) == 2


@pytest.mark.parametrize(
    ("text", "status"),
    [(UPKEEP, 200), ("", 200), (SWELLING, 200), ("\x00\xff", 200), (DAMAGED, 200), (ATOM, 500)],
    ids=["page", "empty", "swelling", "binary", "damaged", "error"],
)
def test_what_is_no_feed_is_said(page: Page, text: str, status: int) -> None:
    page.page, page.status = text, status
    with pytest.raises(NetworkUnavailable):
        read(page)


def test_an_entry_that_points_elsewhere_makes_no_request(page: Page) -> None:
    page.page = ATOM.replace("https://coconut.voorbeeld.example", page.url + "/elders")
    read(page)
    assert [request.path for request in page.requests] == ["/feed.xml"]


def test_without_the_part_that_reads_feeds_it_is_said_what_to_type(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(ConfigError) as failure:
        read(page)
    assert failure.value.key == "network-feeds-extra"


def test_coconut_takes_mail_where_it_has_an_address_and_text_to_paste_elsewhere() -> None:
    smtp = {"host": "smtp.voorbeeld.example", "username": "f@voorbeeld.example", "password": "geheim"}
    mailed = Settings(type="coconut", smtp=smtp, feeds=["https://coconut.voorbeeld.example/feed"])  # type: ignore[arg-type]
    assert isinstance(network("plein", mailed, ("zorg@coconut.voorbeeld.example",)), MailIn)
    assert hosts(mailed) == ("smtp.voorbeeld.example", "coconut.voorbeeld.example")
    pasted = network("plein", Settings(type="coconut"), ("zorg",))
    assert isinstance(pasted, Handoff)
    assert not pasted.capabilities.reads


def app(folder: Path, page: Page) -> App:
    path = folder / "nudger.toml"
    path.write_text(CONFIG.format(url=page.url), encoding="utf-8")
    path.chmod(0o600)
    config = load(path, "nl", policy=folder / "none")
    place = Workplace(config, owners(config)[0], Texts("nl"), NOW, folder / "state")
    return App(place, Screen(Texts("nl"), quiet=True))


def test_a_night_reads_the_feed_and_knows_the_leaders_own_post_by_its_link(tmp_path: Path, page: Page) -> None:
    night = app(tmp_path, page)
    with night.place.ledger() as ledger, ledger.atomic():
        pasted(ledger)
    [heard] = night.read(unattended=True).heard
    assert heard.trouble == ""
    with night.place.ledger() as ledger:
        [row] = ledger.activity.all()
    assert (row.own, row.replies, row.people, row.community) == (True, 1, 2, "team-zorg")
    assert "Anna" not in repr(row)
    page.status = 503
    [heard] = app(tmp_path, page).read(unattended=True).heard
    assert heard.trouble == "network-busy"


def pasted(ledger: Ledger) -> None:
    """A suggestion that the leader pasted, with its link."""
    made = suggestion("t1", network="plein", url="https://coconut.voorbeeld.example/1", language="nl")
    ledger.suggestions.offer(made)
    accepted = ledger.suggestions.move(made, State.ACCEPTED)
    ledger.suggestions.move(accepted, State.HANDED_OFF, url="https://coconut.voorbeeld.example/1")


def test_a_feed_at_another_host_than_the_configuration_names_is_not_asked(page: Page) -> None:
    page.status = 302
    with pytest.raises(NudgerError):
        read(page)
    assert len(page.requests) == 1
