"""tests/contracts: what every network that posts must do; a network's own test class says how its server is reached."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest

from nudger.errors import LoginRefused, Refused
from nudger.networks.base import (
    Absent,
    Activity,
    Community,
    Draft,
    Listing,
    Network,
    Outcome,
    Post,
    Published,
    Rejected,
    Retracted,
    compose,
)
from nudger.networks.connector import words
from nudger.networks.outbox import new_marker

Form = Literal["plain", "thread"]
MINUTE = timedelta(minutes=1)
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Stage:
    """A network with one community to post in, and what others can do there.

    ``answer(root, form)`` is somebody else's reply; ``closed`` a community that this account is not in; ``signed_out``
    and ``hasty`` give the same network with a bad token, and one that says "too fast" after a few posts.
    """

    network: Network
    community: str
    answer: Callable[[str, Form], str]
    closed: str
    signed_out: Callable[[], Network]
    hasty: Callable[[], tuple[Network, str]]


class NetworkContract:
    """A subclass gives the fixture ``stage``."""

    forms: tuple[Form, ...] = ("plain", "thread")

    @pytest.fixture
    def stage(self) -> Stage:
        raise NotImplementedError

    def post(self, network: Network, community: str, body: str = "Zullen we dit samen doen?") -> Post:
        place = network.community(community) or Community(community, community)
        return compose(network, Draft("Een idee", body, place.id, "nl"), network.check(), place)

    def publish(self, stage: Stage, key: str = "") -> tuple[Post, str, Outcome]:
        post, key = self.post(stage.network, stage.community), key or new_marker()
        return post, key, stage.network.publish(post, key)

    def standing(self, stage: Stage, since: timedelta = MINUTE) -> list[Activity]:
        now = datetime.now(UTC)
        return list(stage.network.activity(now - since, now + MINUTE))

    def test_check_tells_who_i_am_and_writes_nothing(self, stage: Stage) -> None:
        before = len(self.standing(stage))
        assert stage.network.check() == stage.network.check() != ""
        assert len(self.standing(stage)) == before

    def test_the_community_is_listed_and_can_be_asked_for_alone(self, stage: Stage) -> None:
        listed = [place for place in stage.network.communities() if place.called(stage.community)]
        assert listed == [stage.network.community(stage.community)]
        assert listed[0].may_post
        assert listed[0].members >= 2
        assert listed[0].visibility in ("members", "organisation", "world")

    def test_what_is_published_stands_there_once_under_its_id(self, stage: Stage) -> None:
        _, _, outcome = self.publish(stage)
        assert isinstance(outcome, Published)
        assert outcome.url
        found = [one for one in self.standing(stage) if one.id == outcome.remote_id]
        assert [(one.conversation, one.is_reply, one.author) for one in found] == [
            (outcome.remote_id, False, stage.network.check())
        ]

    def test_the_same_key_twice_is_found_as_one_post(self, stage: Stage) -> None:
        post, key, first = self.publish(stage)
        assert isinstance(first, Published)
        assert stage.network.find(post, key, datetime.now(UTC) - MINUTE) == first
        if "idempotent" in self.promises:
            assert stage.network.publish(post, key) == first
            assert sum(not one.is_reply for one in self.standing(stage)) == 1

    promises: tuple[str, ...] = ("idempotent", "marked")
    """What the server adds to our own care: it takes a key once; it has a place for our marker."""
    too_long = "too-long"
    """What it calls a text beyond all bounds."""
    shut = "forbidden"
    """What it calls a post in a community that this account is not in."""

    def test_what_was_never_posted_is_not_found(self, stage: Stage) -> None:
        post, _, _ = self.publish(stage)
        other = self.post(stage.network, stage.community, "Iets heel anders.")
        sought = stage.network.find(other, new_marker(), datetime.now(UTC) - MINUTE)
        assert sought == Absent() if "marked" in self.promises else not isinstance(sought, Published)
        assert post.hash != other.hash

    def test_what_does_not_fit_goes_on_as_a_reply(self, stage: Stage) -> None:
        post, _, first = self.publish(stage)
        assert isinstance(first, Published)
        second = stage.network.publish(post, new_marker(), first.remote_id)
        assert isinstance(second, Published)
        replies = [one for one in self.standing(stage) if one.is_reply]
        assert [(one.id, one.conversation) for one in replies] == [(second.remote_id, first.remote_id)]

    def test_replies_of_every_form_are_counted(self, stage: Stage) -> None:
        _, _, outcome = self.publish(stage)
        assert isinstance(outcome, Published)
        answers = {stage.answer(outcome.remote_id, form) for form in self.forms}
        replies = [one for one in self.standing(stage) if one.conversation == outcome.remote_id and one.is_reply]
        assert {one.id for one in replies} == answers
        assert all(one.author != stage.network.check() for one in replies)

    def test_posts_of_late_can_be_read_with_their_words(self, stage: Stage) -> None:
        network = stage.network
        assert isinstance(network, Listing)
        post, _, root = self.publish(stage)
        assert isinstance(root, Published)
        stage.answer(root.remote_id, self.forms[0])
        found = {one.id: one for one in network.recent(stage.community, datetime.now(UTC) - MINUTE)}
        assert words(post.parts[0])[-5:] == words(found[root.remote_id].text)[-5:]
        assert not set(found) - {root.remote_id}
        assert list(network.recent(stage.community, datetime.now(UTC) + MINUTE)) == []

    def test_activity_keeps_to_its_time(self, stage: Stage) -> None:
        _, _, outcome = self.publish(stage)
        assert isinstance(outcome, Published)
        [mine] = [one for one in self.standing(stage) if one.id == outcome.remote_id]
        assert [one for one in stage.network.activity(mine.at, mine.at + MINUTE) if one.id == mine.id]
        assert not [one for one in stage.network.activity(mine.at - MINUTE, mine.at) if one.id == mine.id]
        later = mine.at + timedelta(milliseconds=1)
        assert not [one for one in stage.network.activity(later, later + MINUTE) if one.id == mine.id]

    def test_too_long_is_split_without_losing_a_word_or_refused(self, stage: Stage) -> None:
        limit = stage.network.capabilities.body_limit
        words = [f"woord{number}" for number in range(limit // 8)]
        parts = self.post(stage.network, stage.community, " ".join(words)).parts
        assert len(parts) > 1
        assert TAG.sub(" ", " ".join(parts)).split()[-len(words) :] == words
        with pytest.raises(Refused):
            self.post(stage.network, stage.community, "x " * 5 * limit)

    def test_the_server_takes_a_part_of_the_longest_kind_and_refuses_one_beyond_all_bounds(self, stage: Stage) -> None:
        limit = stage.network.capabilities.body_limit
        post = self.post(stage.network, stage.community, "“ë” " * (limit // 9))
        assert isinstance(stage.network.publish(post.pieces[0], new_marker()), Published)
        huge = Post(("x" * 70_000,), post.network, post.account, post.community)
        assert stage.network.publish(huge, new_marker()) == Rejected(self.too_long)

    def test_too_fast_is_refused_with_a_time_to_wait(self, stage: Stage) -> None:
        network, community = stage.hasty()
        post = self.post(network, community)
        outcomes = [network.publish(post, new_marker()) for _ in range(4)]
        assert isinstance(outcomes[0], Published)
        assert isinstance(outcomes[-1], Rejected)
        assert outcomes[-1].kind == "rate-limited"
        assert 0 < outcomes[-1].retry_after < 300

    def test_a_bad_token_is_told_apart(self, stage: Stage) -> None:
        network = stage.signed_out()
        with pytest.raises(LoginRefused):
            network.check()
        place = Community(stage.community, "")
        post = compose(network, Draft("Een", "Idee", stage.community, "nl"), "", place)
        assert network.publish(post, new_marker()) == Rejected("auth")

    def test_a_closed_community_is_not_seen_and_not_posted_in(self, stage: Stage) -> None:
        assert stage.network.community(stage.closed) is None
        post = self.post(stage.network, stage.closed)
        assert stage.network.publish(post, new_marker()) == Rejected(self.shut)

    def test_what_is_taken_back_is_gone_and_stays_so(self, stage: Stage) -> None:
        _, _, outcome = self.publish(stage)
        assert isinstance(outcome, Published)
        for _ in range(2):
            assert stage.network.retract(stage.community, outcome.remote_id) == Retracted()
            assert not [one for one in self.standing(stage) if one.id == outcome.remote_id]
