"""Mattermost against a stub of its documented API: the contract of networks, and its own traps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from nudger.networks.base import Published, Rejected
from tests.nudger.networks.stubs import CASES, StubContract
from tests.servers.mattermost import Mattermost


@pytest.fixture
def server() -> Iterator[Mattermost]:
    with Mattermost() as made:
        yield made


class TestMattermost(StubContract):
    type = "mattermost"
    promises = ("marked",)


def test_a_channel_can_be_named_as_in_its_address(server: Mattermost) -> None:
    network = CASES["mattermost"].network(server.url)
    assert network.community("zorg") == network.community("Zorg") == network.community(server.community)


def test_a_link_leads_to_the_team_or_finds_it(server: Mattermost) -> None:
    for team, place in (("voorbeeld", "voorbeeld"), (None, "_redirect")):
        network = CASES["mattermost"].network(server.url, team=team)
        outcome = network.publish(TestMattermost().post(network, server.community), "m")
        assert isinstance(outcome, Published)
        assert outcome.url == f"{server.url}/{place}/pl/{outcome.remote_id}"


def test_a_server_with_a_smaller_limit_says_too_long(server: Mattermost, monkeypatch: pytest.MonkeyPatch) -> None:
    network = CASES["mattermost"].network(server.url)
    monkeypatch.setattr("nudger.networks.mattermost.Mattermost.can", replace(network.capabilities, body_limit=50_000))
    post = TestMattermost().post(network, server.community, "lang " * 4000)
    assert network.publish(post, "m") == Rejected("too-long")
