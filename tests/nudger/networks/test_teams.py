"""Teams against a stub of Microsoft Graph: the contract of networks, and its own traps; Workflows beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from nudger.config.models import Network as Settings
from nudger.errors import ConfigError, Refused
from nudger.networks import network
from nudger.networks.base import Draft, Published, Rejected, Unknown, compose
from nudger.networks.http import NotSent
from tests.nudger.networks.stubs import CASES, StubContract
from tests.servers.stub import Reply, Request, Stub
from tests.servers.teams import Teams

HOUR = timedelta(hours=1)


@pytest.fixture
def server() -> Iterator[Teams]:
    with Teams() as made:
        yield made


class TestTeams(StubContract):
    type = "teams"


def test_all_replies_of_all_chains_are_read(server: Teams) -> None:
    for _ in range(5):
        post = server.add(7, "<p>Een idee</p>", title="Titel")
        for _ in range(3):
            server.answer(str(post.id))
    now = datetime.now(UTC)
    found = list(CASES["teams"].network(server.url).activity(now - HOUR, now + HOUR))
    assert len({one.id for one in found}) == len(found) == 20
    assert sum(one.is_reply for one in found) == 15


def test_the_reply_of_a_chain_whose_beginning_was_removed_still_counts(server: Teams) -> None:
    post = server.add(7, "<p>Een idee</p>")
    answer = server.answer(str(post.id))
    server.remove(str(post.id), 7)
    now = datetime.now(UTC)
    [found] = CASES["teams"].network(server.url).activity(now - HOUR, now + HOUR)
    assert (found.id, found.conversation) == (answer, str(post.id))


@pytest.mark.parametrize(
    ("kind", "visibility", "may_post", "members"),
    [("standard", "organisation", True, 9), ("private", "members", True, 2), ("shared", "world", False, 2)],
)
def test_who_can_read_follows_team_and_channel(
    server: Teams, kind: str, visibility: str, may_post: bool, members: int
) -> None:
    server.kind = kind
    place = CASES["teams"].network(server.url).community(server.community)
    assert place
    assert (place.visibility, place.may_post, place.members) == (visibility, may_post, members)


def test_a_next_page_on_another_host_is_not_asked_for(server: Teams) -> None:
    client = CASES["teams"].network(server.url).client  # type: ignore[attr-defined]
    for address in ("https://elders.example/v1.0/me", f"{server.url.replace('127.0.0.1', 'localhost')}/v1.0/me"):
        with pytest.raises(NotSent):
            client.get(address)
    assert not server.requests


def test_without_a_team_the_configuration_is_at_fault() -> None:
    with pytest.raises(ConfigError):
        network("plein", Settings(type="teams", token="leider"), ())


class Workflow(Stub):
    """Takes a card at its secret address, with 202 and nothing more; source: see ``teams_workflow``."""

    def reply(self, request: Request) -> Reply:
        if request.query.get("sig") != "geheim":
            return 401, {"error": {"code": "DirectApiAuthorizationRequired"}}
        if self.hurried():
            return 429, "", {"Retry-After": "5"}
        return 202, ""


def test_a_workflow_takes_a_card_and_tells_nothing() -> None:
    with Workflow(allowance=1) as server:
        flow = network(
            "plein",
            Settings(type="teams-workflow", url=server.url, token=f"{server.url}/w/1?a=b&sig=geheim"),
            ("Zorg",),
        )
        place = flow.community("Zorg")
        assert place
        post = compose(flow, Draft("Titel", "Een *idee*\n\nTwee", "Zorg", "nl"), flow.check(), place)
        assert flow.publish(post, "m") == Unknown()
        [attachment] = server.requests[0].json["attachments"]
        texts = [run["text"] for block in attachment["content"]["body"] for run in block["inlines"]]
        assert texts == ["Titel", "Een *idee*", "Twee"]
        assert flow.publish(post, "m") == Rejected("rate-limited", 5.0)
        assert not isinstance(flow.find(post, "m", datetime.now(UTC)), Published)
        wrong = network(
            "plein", Settings(type="teams-workflow", url=server.url, token=f"{server.url}/w/1?sig=oud"), ("Zorg",)
        )
        assert wrong.publish(post, "m") == Rejected("auth")
        with pytest.raises(Refused):
            flow.render(Draft("", "lang " * 5000, "Zorg", "nl"))
