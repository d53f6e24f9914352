"""Jive against a stub of its documented API: the contract of networks, and its own traps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from nudger.networks.base import Absent, Draft, Published, Unknown, compose
from nudger.networks.jive import GUARD
from tests.nudger.networks.stubs import CASES, StubContract
from tests.servers.jive import Jive
from tests.servers.stub import ANNA, LEADER

HOUR = timedelta(hours=1)


@pytest.fixture
def server() -> Iterator[Jive]:
    with Jive() as made:
        yield made


class TestJive(StubContract):
    type = "jive"


@pytest.mark.parametrize(
    ("post_as", "sent"),
    [
        ("discussion", {"type": "discussion", "question": None}),
        ("question", {"type": "discussion", "question": True}),
        ("post", {"type": "post", "question": None}),
        ("idea", {"type": "idea", "question": None}),
    ],
)
def test_a_draft_becomes_what_the_configuration_says(server: Jive, post_as: str, sent: dict[str, object]) -> None:
    network = CASES["jive"].network(server.url, post_as=post_as)
    place = network.community(server.community)
    assert place
    post = compose(network, Draft("Titel", "Tekst", place.id, "nl"), network.check(), place)
    outcome = network.publish(post, "m")
    assert isinstance(outcome, Published)
    assert server.kept[0].more == sent
    below = network.publish(post.pieces[0], "n", outcome.remote_id)
    assert isinstance(below, Published)
    assert below.remote_id.startswith("messages/" if post_as in ("discussion", "question") else "comments/")


@pytest.mark.parametrize("guarded", [True, False])
def test_the_guard_goes_only_where_it_stands(server: Jive, guarded: bool) -> None:
    server.guarded = guarded
    text = GUARD.decode()
    server.add(LEADER, f"<body><p>{text}</p></body>", title="Titel", type="discussion")
    network = CASES["jive"].network(server.url)
    place = network.community(server.community)
    assert place
    post = compose(network, Draft("Titel", text, place.id, "nl"), network.check(), place)
    assert isinstance(network.find(post, "m", datetime.now(UTC) - HOUR), Published)


def test_a_lost_post_is_absent_only_where_this_account_wrote_nothing(server: Jive) -> None:
    network = CASES["jive"].network(server.url)
    place = network.community(server.community)
    assert place
    post = compose(network, Draft("Titel", "Tekst", place.id, "nl"), network.check(), place)
    since = datetime.now(UTC) - HOUR
    server.add(ANNA, "<body><p>Tekst</p></body>", title="Titel", type="discussion")
    assert network.find(post, "m", since) == Absent()
    server.add(LEADER, "<body><p>Tekst</p></body>", title="Een andere titel", type="discussion")
    assert network.find(post, "m", since) == Unknown()
    for _ in range(4):
        server.add(ANNA, "praatje", title="x", type="discussion")
    server.kept[0].author = LEADER
    assert isinstance(network.find(post, "m", since), Published)
