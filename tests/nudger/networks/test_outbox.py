"""The outbox against every answer a network can give, and against death at every step."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest

from nudger.errors import LedgerLocked, NetworkUnavailable, Refused
from nudger.ledger.ledger import Ledger
from nudger.ledger.outbox_rows import Attempt, Sending
from nudger.ledger.records import Suggestion
from nudger.ledger.states import State
from nudger.networks import outbox as module
from nudger.networks.base import (
    Community,
    Draft,
    Outcome,
    Post,
    Published,
    Queued,
    Rejected,
    Retracted,
    Sought,
    Unknown,
    compose,
)
from nudger.networks.http import SECONDS
from nudger.networks.memory import EVERYTHING, Memory
from nudger.networks.outbox import Outbox, patience, standing
from tests.factories import NOW, suggestion

TEXT = "Zullen we samen de fiets nemen?"


class Died(BaseException):
    """The process was killed."""


class Strange(Memory):
    """A Memory that answers as it is told, and may keep the post all the same."""

    answer: Outcome | None = None
    keeps = True
    dies = False

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        made = super().publish(post, key, reply_to) if self.keeps else Unknown()
        if self.dies:
            raise Died
        return made if self.answer is None else self.answer


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.in_memory() as made:
        yield made


def approved(ledger: Ledger, network: Memory, body: str = TEXT, thread: str = "t1") -> Suggestion:
    """A suggestion whose exact text and audience the leader approved."""
    offer = suggestion(thread, id="s" + hashlib.sha256(thread.encode()).hexdigest()[:31])
    post = compose(network, Draft("Fiets", body, "plein", "nl"), network.check(), network.places[0])
    with ledger.atomic():
        ledger.suggestions.offer(offer)
        return ledger.suggestions.move(
            offer,
            State.ACCEPTED,
            network=network.name,
            community="plein",
            decided_at=NOW.replace(microsecond=1234),  # as a real clock gives it
            approved_hash=post.hash,
            title="Fiets",
            body=body,
            language="nl",
        )


def again(ledger: Ledger, network: Memory, suggestion: Suggestion) -> Suggestion:
    """The leader looks once more and says yes."""
    place = network.community("plein") or Community("plein", "")
    post = compose(network, Draft(suggestion.title, suggestion.body, "plein", "nl"), network.check(), place)
    with ledger.atomic():
        if suggestion.state is State.REFUSED:
            suggestion = ledger.suggestions.move(suggestion, State.ACCEPTED)
        return ledger.suggestions.change(suggestion, approved_hash=post.hash)


def outbox(ledger: Ledger, network: Memory, **options: Any) -> Outbox:
    return Outbox(ledger, network, **{"waiting": lambda _seconds: None, **options})


def rows(ledger: Ledger) -> list[Attempt]:
    return [row for one in ledger.suggestions.all() for row in ledger.outbox.of(one.id)]


def test_it_is_posted_once_and_its_text_leaves_the_ledger(ledger: Ledger) -> None:
    network = Strange()
    result = outbox(ledger, network).send(approved(ledger, network))
    assert result.state is State.SENT
    assert [kept.post.parts for kept in network.posts.values()] == [(f"Fiets\n\n{TEXT}",)]
    [row] = rows(ledger)
    assert (row.state, row.remote_id, len(row.marker)) == (Sending.SENT, row.marker, 32)
    assert TEXT not in repr(ledger.canonical())
    assert result.suggestion.url == f"memory:{row.marker}"


def test_the_intent_is_in_the_ledger_before_the_network_is_touched(ledger: Ledger) -> None:
    network = Strange()
    seen: list[tuple[Sending, State]] = []

    def look(post: Post, key: str, reply_to: str | None = None) -> Outcome:
        seen.append((rows(ledger)[0].state, ledger.suggestions.all()[0].state))
        assert rows(ledger)[0].marker == key
        assert not ledger._db.conn.in_transaction
        return Published(key)

    network.publish = look  # type: ignore[method-assign]
    outbox(ledger, network).send(approved(ledger, network))
    assert seen == [(Sending.SENDING, State.SENDING)]


def _other_visibility(network: Memory, held: Suggestion) -> Suggestion:
    network.places = (replace(network.places[0], visibility="world"),)
    return held


def _other_community(network: Memory, held: Suggestion) -> Suggestion:
    network.places = (*network.places, replace(network.places[0], id="ander", name="Ander"))
    return replace(held, community="ander")


def _other_account(network: Memory, held: Suggestion) -> Suggestion:
    network.account = "iemand-anders"
    return held


def _community_gone(network: Memory, held: Suggestion) -> Suggestion:
    network.places = ()
    return held


def _closed(network: Memory, held: Suggestion) -> Suggestion:
    network.places = (replace(network.places[0], may_post=False),)
    return held


@pytest.mark.parametrize("change", [_other_visibility, _other_community, _other_account, _community_gone, _closed])
def test_a_change_after_the_approval_voids_it(
    ledger: Ledger, change: Callable[[Memory, Suggestion], Suggestion]
) -> None:
    network = Strange()
    result = outbox(ledger, network).send(change(network, approved(ledger, network)))
    assert (result.state, result.suggestion.approved_hash) == (State.ACCEPTED, "")
    assert result.reason in ("void", "forbidden")
    assert not network.posts
    assert not rows(ledger)


def test_a_changed_text_voids_the_approval(ledger: Ledger) -> None:
    network = Strange()
    held = approved(ledger, network)
    with ledger.atomic():
        held = ledger.suggestions.change(held, body="Iets anders.")
    assert outbox(ledger, network).send(held).reason == "void"
    assert not network.posts


def test_what_another_run_changed_meanwhile_is_not_posted(ledger: Ledger) -> None:
    network = Strange()
    held = approved(ledger, network)
    with ledger.atomic():
        ledger.suggestions.move(held, State.WITHDRAWN)
    with pytest.raises(LedgerLocked):
        outbox(ledger, network).send(held)
    assert not network.posts


def test_without_a_network_to_ask_nothing_is_sent(ledger: Ledger) -> None:
    network = Strange()
    held = approved(ledger, network)

    def away() -> str:
        raise NetworkUnavailable("network-unreachable", network="", host="", reason="cut")

    network.check = away  # type: ignore[method-assign]
    with pytest.raises(NetworkUnavailable):
        outbox(ledger, network).send(held)
    assert ledger.suggestions.all() == [held]
    assert not rows(ledger)


@pytest.mark.parametrize(
    ("answer", "keeps", "finds", "state"),
    [
        (None, True, True, State.SENT),
        (Queued("q1"), False, True, State.SENT),
        (Rejected("forbidden"), False, True, State.REFUSED),
        (Rejected("rate-limited", 5.0), False, True, State.REFUSED),
        (Unknown(), True, True, State.SENT),
        (Unknown(), False, True, State.ACCEPTED),
        (Unknown(), True, False, State.UNCERTAIN),
        (Unknown(), False, False, State.UNCERTAIN),
    ],
)
def test_what_each_answer_makes_of_it(
    ledger: Ledger, answer: Outcome | None, keeps: bool, finds: bool, state: State
) -> None:
    network = Strange(capabilities=replace(EVERYTHING, finds=finds))
    network.answer, network.keeps = answer, keeps
    result = outbox(ledger, network).send(approved(ledger, network))
    assert result.state is state
    assert len(network.posts) == (1 if keeps else 0)
    assert (TEXT in repr(ledger.canonical())) == (state is not State.SENT)


@pytest.mark.parametrize(("keeps", "finds"), list(product([True, False], repeat=2)))
def test_after_a_death_it_is_looked_for_and_never_posted_again(ledger: Ledger, keeps: bool, finds: bool) -> None:
    network = Strange(capabilities=replace(EVERYTHING, finds=finds))
    network.keeps, network.dies = keeps, True
    with pytest.raises(Died):
        outbox(ledger, network).send(approved(ledger, network))
    assert ledger.suggestions.all()[0].state is State.SENDING
    waited: list[float] = []
    [result] = outbox(ledger, network, waiting=waited.append).recover()
    expected = (State.SENT if keeps else State.ACCEPTED) if finds else State.UNCERTAIN
    assert result.state is expected
    assert len(network.posts) == (1 if keeps else 0)
    assert not waited or waited[0] > 20
    assert bool(waited) == finds


def test_what_came_back_is_posted_with_a_new_yes_under_the_same_marker(ledger: Ledger) -> None:
    network = Strange()
    network.answer, network.keeps = Unknown(), False
    held = outbox(ledger, network).send(approved(ledger, network)).suggestion
    assert outbox(ledger, network).send(held).reason == "void"
    network.answer, network.keeps = None, True
    assert outbox(ledger, network).send(again(ledger, network, held)).state is State.SENT
    markers = {row.marker for row in rows(ledger)}
    assert len(markers) == 1
    assert [row.state for row in rows(ledger)] == [Sending.ABSENT, Sending.SENT]


def test_another_network_or_account_is_never_asked_about_it(ledger: Ledger) -> None:
    network = Strange()
    network.keeps, network.dies = False, True
    with pytest.raises(Died):
        outbox(ledger, network).send(approved(ledger, network))
    for other in (Memory(name="elders"), Memory(account="iemand-anders")):
        [result] = outbox(ledger, other).recover()
        assert result.state is State.UNCERTAIN


def test_while_the_network_is_away_it_stays_uncertain_and_is_asked_again(ledger: Ledger) -> None:
    network = Strange()
    network.dies = True
    with pytest.raises(Died):
        outbox(ledger, network).send(approved(ledger, network))
    [result] = outbox(ledger, Memory(account="")).recover()
    assert result.state is State.UNCERTAIN
    [result] = outbox(ledger, network).recover()
    assert result.state is State.SENT


LONG = " ".join(f"woord{n}" for n in range(60))


@pytest.mark.parametrize("death", range(3))
def test_a_long_text_goes_on_in_replies_whatever_part_the_death_comes_at(ledger: Ledger, death: int) -> None:
    network = Strange(capabilities=replace(EVERYTHING, body_limit=200))
    held = approved(ledger, network, LONG)
    calls = 0
    publish = network.publish

    def dying(post: Post, key: str, reply_to: str | None = None) -> Outcome:
        nonlocal calls
        calls += 1
        outcome = publish(post, key, reply_to)
        if calls == death + 1:
            raise Died
        return outcome

    network.publish = dying  # type: ignore[method-assign]
    with pytest.raises(Died):
        outbox(ledger, network).send(held)
    [result] = outbox(ledger, network).recover()
    if result.state is State.ACCEPTED:
        result = outbox(ledger, network).send(again(ledger, network, result.suggestion))
    assert result.state is State.SENT
    kept = list(network.posts.values())
    assert " ".join(one.post.parts[0] for one in kept).split()[1:] == LONG.split()
    assert len({one.root for one in kept}) == 1


def test_when_a_part_stands_there_another_text_is_refused(ledger: Ledger) -> None:
    network = Strange(capabilities=replace(EVERYTHING, body_limit=200), allowance=1)
    held = outbox(ledger, network).send(approved(ledger, network, LONG)).suggestion
    assert held.state is State.REFUSED
    with ledger.atomic():
        held = ledger.suggestions.change(held, body="Iets korts.")
    with pytest.raises(Refused):
        outbox(ledger, network).send(again(ledger, network, held))
    assert len(network.posts) == 1


@pytest.mark.parametrize("sent", [True, False])
def test_the_leader_settles_what_cannot_be_known(ledger: Ledger, sent: bool) -> None:
    network = Strange(capabilities=replace(EVERYTHING, finds=False))
    network.answer = Unknown()
    held = outbox(ledger, network).send(approved(ledger, network)).suggestion
    settled = outbox(ledger, network).settle(held, sent=sent, url="https://plein.example/7")
    assert settled.state is (State.SENT if sent else State.ACCEPTED)
    assert [row.state for row in rows(ledger)] == [Sending.SENT if sent else Sending.ABSENT]
    assert not sent or settled.url == "https://plein.example/7"


def test_a_post_is_taken_back_with_all_its_parts(ledger: Ledger) -> None:
    network = Strange(capabilities=replace(EVERYTHING, body_limit=200))
    held = outbox(ledger, network).send(approved(ledger, network, LONG)).suggestion
    assert len(network.posts) > 1
    assert outbox(ledger, network).retract(held) == Retracted()
    assert not network.posts
    assert ledger.suggestions.all()[0].state is State.RETRACTED


def test_two_posts_are_told_apart(ledger: Ledger) -> None:
    network = Strange()
    for thread in ("t1", "t2"):
        outbox(ledger, network).send(approved(ledger, network, thread=thread))
    assert len(network.posts) == 2


@pytest.mark.parametrize(
    ("ago", "wait"), [(0.0, 30.0), (10.0, 20.0), (31.0, 0.0), (-3600.0, 30.0)], ids=["now", "some", "long", "future"]
)
def test_waiting_lasts_until_the_network_cannot_be_busy_with_it(ago: float, wait: float) -> None:
    begun = NOW - timedelta(seconds=ago)
    row = Attempt(
        suggestion="s",
        part=0,
        attempt=1,
        marker="m",
        state=Sending.SENDING,
        network="n",
        account="a",
        community="c",
        approved_hash="h",
        started_at=begun,
    )
    assert patience(row, NOW, timedelta(seconds=30)) == wait
    assert module.SETTLE.total_seconds() > SECONDS
    assert standing([row], 1) is State.UNCERTAIN


def test_the_hash_holds_everything_that_was_approved() -> None:
    place = Community("c", "C", visibility="members")
    post = Post(("a", "b"), "n", "me", place, "t")
    others = [
        replace(post, parts=("a",)),
        replace(post, parts=("ab",)),
        replace(post, network="m"),
        replace(post, account="you"),
        replace(post, title="u"),
        replace(post, community=replace(place, id="d")),
        replace(post, community=replace(place, visibility="world")),
    ]
    assert len({one.hash for one in (post, *others)}) == len(others) + 1
    assert replace(post, community=replace(place, members=7)).hash == post.hash


def _find_nothing(post: Post, key: str, since: datetime) -> Sought:
    assert since < datetime.now(UTC) - timedelta(minutes=59)
    return Unknown()


def test_it_is_looked_for_from_well_before_it_was_sent(ledger: Ledger) -> None:
    network = Strange()
    network.answer = Unknown()
    network.find = _find_nothing  # type: ignore[method-assign]
    assert outbox(ledger, network).send(approved(ledger, network)).state is State.UNCERTAIN
