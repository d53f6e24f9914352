"""Discourse, HumHub and NodeBB against stubs of their documented APIs: the contract, and their own traps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from nudger.errors import LoginRefused
from nudger.networks.base import Absent, Published, Queued, Rejected, Unknown
from tests.nudger.networks.stubs import CASES, StubContract
from tests.servers.discourse import Discourse
from tests.servers.nodebb import NodeBB

HOUR = timedelta(hours=1)


class TestDiscourse(StubContract):
    type = "discourse"
    promises = ("marked",)


class TestHumHub(StubContract):
    type = "humhub"


class TestNodeBB(StubContract):
    type = "nodebb"


@pytest.fixture(params=["discourse", "nodebb"])
def forum(request: pytest.FixtureRequest) -> Iterator[Discourse | NodeBB]:
    with CASES[request.param].stub() as made:
        made.type = request.param
        yield made


def test_what_a_moderator_must_let_through_is_queued(forum: Discourse | NodeBB) -> None:
    forum.queueing = True
    network = CASES[forum.type].network(forum.url)
    outcome = network.publish(StubContract().post(network, forum.community), "m")
    assert isinstance(outcome, Queued)
    assert outcome.remote_id
    assert not forum.kept


@pytest.mark.parametrize(("public", "visibility"), [(True, "world"), (False, "organisation")])
def test_who_can_read_is_asked_as_a_stranger(forum: Discourse | NodeBB, public: bool, visibility: str) -> None:
    forum.public = public
    place = CASES[forum.type].network(forum.url).community(forum.community)
    assert place
    assert place.visibility == visibility
    strangers = [one for one in forum.requests if not {"authorization", "api-key"} & set(one.headers)]
    assert len(strangers) == 1


def test_posts_are_found_across_empty_windows_of_ids() -> None:
    with Discourse() as server:
        network = CASES["discourse"].network(server.url)
        old = server.add(8, "Een idee", title="Titel")
        server.add(8, "Nog een", title="Titel").id += 260
        now = datetime.now(UTC)
        assert str(old.root) in {one.id.partition("/")[2] for one in network.activity(now - HOUR, now + HOUR)}


def test_a_reply_that_got_lost_is_found_by_its_words() -> None:
    with Discourse() as server:
        network = CASES["discourse"].network(server.url)
        post = StubContract().post(network, server.community)
        first = network.publish(post, "m")
        assert isinstance(first, Published)
        reply = post.pieces[0].__class__(("Het vervolg.",), post.network, post.account, post.community)
        since = datetime.now(UTC) - HOUR
        assert network.find(reply, "n", since) == Unknown()
        second = network.publish(reply, "n", first.remote_id)
        assert network.find(reply, "n", since) == second


@pytest.mark.parametrize(
    "sentence",
    [
        "You can only post once every 10 second(s) - please wait",
        "Je kunt maar eens per 10 seconden een bericht plaatsen",
    ],
)
def test_a_sentence_that_says_too_fast_is_understood(sentence: str) -> None:
    with NodeBB(allowance=0) as server:
        server.fast = sentence
        network = CASES["nodebb"].network(server.url)
        post = StubContract().post(network, server.community)
        assert network.publish(post, "m") == Rejected("rate-limited", 10.0)
        server.fast = "Category does not exist"
        assert network.publish(post, "m") == Rejected("invalid")


def test_a_name_with_escaped_signs_is_read_as_it_is_meant() -> None:
    with NodeBB() as server:
        place = CASES["nodebb"].network(server.url).community("Zorg & Welzijn")
        assert place
        assert place.id == server.community


def test_a_missing_post_is_absent_only_where_this_account_wrote_nothing() -> None:
    with NodeBB() as server:
        network = CASES["nodebb"].network(server.url)
        post = StubContract().post(network, server.community)
        since = datetime.now(UTC) - HOUR
        assert network.find(post, "m", since) == Absent()
        server.add(7, "Iets anders", title="Een idee")
        assert network.find(post, "m", since) == Unknown()


def test_a_guest_is_not_an_account() -> None:
    with NodeBB() as server, pytest.raises(LoginRefused):
        CASES["nodebb"].network(server.url, "verlopen").check()
