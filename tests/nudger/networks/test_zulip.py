"""Zulip against a stub of its documented API: the contract of networks, and its own traps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from nudger.networks.base import Published, Rejected
from tests.nudger.networks.stubs import CASES, StubContract
from tests.servers.zulip import Zulip

HOUR = timedelta(hours=1)


@pytest.fixture
def server() -> Iterator[Zulip]:
    with Zulip() as made:
        yield made


class TestZulip(StubContract):
    type = "zulip"
    shut = "invalid"


def test_a_reply_to_an_old_topic_belongs_to_its_first_message(server: Zulip) -> None:
    old = server.add(7, "Een idee", title="Fietsen")
    old.at -= timedelta(days=9)
    reply = server.add(8, "Goed idee", title="Fietsen")
    now = datetime.now(UTC)
    [found] = CASES["zulip"].network(server.url).activity(now - HOUR, now + HOUR)
    assert (found.id, found.conversation, found.is_reply) == (str(reply.id), str(old.id), True)


def test_a_reply_goes_to_the_topic_of_its_post_and_nowhere_else(server: Zulip) -> None:
    network = CASES["zulip"].network(server.url)
    post = TestZulip().post(network, server.community)
    first = network.publish(post, "m")
    assert isinstance(first, Published)
    network.publish(post.pieces[0], "n", first.remote_id)
    assert [one.title for one in server.kept] == ["Een idee", "Een idee"]
    assert network.publish(post, "o", "999") == Rejected("not-sent-timeout", 60.0)
    assert len(server.kept) == 2


def test_a_link_leads_to_the_message_in_its_topic(server: Zulip) -> None:
    network = CASES["zulip"].network(server.url)
    outcome = network.publish(TestZulip().post(network, server.community), "m")
    assert isinstance(outcome, Published)
    assert outcome.url == f"{server.url}/#narrow/channel/4711/topic/Een.20idee/near/{outcome.remote_id}"
