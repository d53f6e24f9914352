"""Slack against a stub of its documented API: the contract of networks, and its own traps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from nudger.networks.base import Published, Rejected, Unknown
from tests.nudger.networks.stubs import CASES, StubContract
from tests.servers.slack import Slack

HOUR = timedelta(hours=1)


@pytest.fixture
def server() -> Iterator[Slack]:
    with Slack() as made:
        yield made


class TestSlack(StubContract):
    type = "slack"
    promises = ("marked",)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        ("fatal_error", Unknown()),
        ("internal_error", Unknown()),
        ("is_archived", Rejected("forbidden")),
        ("channel_not_found", Rejected("not-found")),
        ("token_revoked", Rejected("auth")),
        ("something_new", Rejected("invalid")),
        ("ratelimited", Rejected("rate-limited", 60.0)),
    ],
)
def test_an_error_with_status_200_means_what_it_says(server: Slack, error: str, outcome: Rejected | Unknown) -> None:
    network = CASES["slack"].network(server.url)
    post = TestSlack().post(network, server.community)
    server.failing = error
    assert network.publish(post, "m") == outcome
    assert isinstance(network.find(post, "m", datetime.now(UTC) - HOUR), Published)


def test_a_marker_in_somebody_elses_message_means_nothing(server: Slack) -> None:
    network = CASES["slack"].network(server.url)
    post = TestSlack().post(network, server.community)
    metadata = {"event_type": "nudger_post", "event_payload": {"marker": "m"}}
    server.add(8, "praatje", metadata=metadata)
    server.add(7, "praatje", metadata={**metadata, "event_type": "anders"})
    assert not isinstance(network.find(post, "m", datetime.now(UTC) - HOUR), Published)


def test_a_new_reply_in_a_thread_of_last_week_counts(server: Slack) -> None:
    post = server.add(7, "Een idee")
    post.at -= timedelta(days=7)
    reply = server.add(8, "Goed idee", post.id)
    now = datetime.now(UTC)
    [found] = CASES["slack"].network(server.url).activity(now - HOUR, now + HOUR)
    assert found.is_reply
    assert found.at == reply.at


def test_a_channel_shared_with_another_organisation_is_not_posted_in(server: Slack) -> None:
    server.outsiders = True
    place = CASES["slack"].network(server.url).community("zorg")
    assert place
    assert (place.visibility, place.may_post) == ("world", False)
