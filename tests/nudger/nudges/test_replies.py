"""Replies on the network: which post is answered, exactly once, void when it changed, found again after a death."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nudger.errors import NetworkUnavailable
from nudger.following import own_posts
from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import SEEN, Loop, LoopState
from nudger.ledger.states import State
from nudger.ledger.suggestion_rows import IllegalMoveError
from nudger.networks.base import Activity, Outcome, Post
from nudger.networks.memory import EVERYTHING, Memory
from nudger.networks.outbox import ReplyBox
from nudger.networks.unfinished import unfinished
from nudger.nudges.answers import Answers, update
from nudger.nudges.audience import posted
from nudger.nudges.loops import Promise
from nudger.nudges.replies import Replies, Target
from nudger.nudges.workdays import Calendar
from nudger.posting import meant
from tests.factories import NOW
from tests.nudger.nudges import answer_stage as stage

TEXT = "Dank je. Hoe doen jullie dat?"


class DeathError(BaseException):
    """The program dies."""


class Fatal(Memory):
    """A network that takes the post, and then the program dies."""

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        Memory.publish(self, post, key, reply_to)
        raise DeathError


class Away(Memory):
    """A network that cannot be read."""

    def activity(self, since: datetime, until: datetime) -> Iterator[Activity]:
        raise NetworkUnavailable("network-unreachable", network=self.name, host="plein.example", reason="timeout")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    stage.prepare(tmp_path / "stage.db")
    with Ledger.open(tmp_path / "stage.db") as opened:
        yield opened


def memory(kind: type[Memory] = Memory) -> Memory:
    made = kind(name="plein", places=(stage.ZORG,), account="fatima")
    made.posts.update(stage.town(Path(), "well").posts)
    return made


def replies(ledger: Ledger, network: Memory) -> Replies:
    return Replies(ledger, network, ReplyBox(ledger, network, settle=timedelta(0), waiting=lambda _s: None), NOW)


def reaction(ledger: Ledger) -> Loop:
    return next(loop for loop in ledger.loops.all() if loop.kind == "reaction")


def unsent(ledger: Ledger) -> None:
    """As if the leader had posted on the network herself."""
    ledger._db.conn.execute("DELETE FROM outbox")


def test_the_own_post_is_known_from_the_outbox_or_found_on_the_network(ledger: Ledger) -> None:
    found = Target("p1", stage.ZORG)
    assert replies(ledger, memory()).target(reaction(ledger)) == found
    unsent(ledger)
    assert replies(ledger, memory()).target(reaction(ledger)) == found


def test_where_nudger_cannot_reply_the_leader_does(ledger: Ledger) -> None:
    idea = next(loop for loop in ledger.loops.all() if loop.kind == "idea")
    assert replies(ledger, memory()).target(idea) is None
    silent = memory()
    silent.capabilities = replace(EVERYTHING, posts=False)
    assert replies(ledger, silent).target(reaction(ledger)) is None
    closed = memory()
    closed.places = (replace(stage.ZORG, may_post=False),)
    assert replies(ledger, closed).target(reaction(ledger)) is None
    unsent(ledger)
    assert replies(ledger, memory(Away)).target(reaction(ledger)) is None


def send(ledger: Ledger, network: Memory, text: str = TEXT) -> State:
    desk, loop = replies(ledger, network), reaction(ledger)
    target = desk.target(loop)
    assert target
    return desk.send(loop, target, desk.post(target, TEXT, "nl"), text, "nl").state


def test_it_stands_below_the_post_and_the_loop_is_answered(ledger: Ledger) -> None:
    network = memory()
    assert send(ledger, network) is State.SENT
    [answer] = [kept for key, kept in network.posts.items() if key != "p1"]
    assert (answer.root, answer.post.text, answer.post.title) == ("p1", TEXT, "")
    assert (reaction(ledger).state, reaction(ledger).how) == (LoopState.CLOSED, "answered")
    assert [one.remote_id for one in own_posts(ledger, "plein")] == []
    assert posted(ledger.outbox.all(), datetime.now(UTC), UTC) == 0, "an answer is never held back"
    with pytest.raises(IllegalMoveError):
        send(ledger, network)


def test_other_bytes_than_were_approved_are_not_sent(ledger: Ledger) -> None:
    network = memory()
    assert send(ledger, network, text="Iets anders.") is State.ACCEPTED
    assert len(network.posts) == 1
    assert reaction(ledger).state is LoopState.OPEN


def test_a_death_after_sending_is_found_out_and_nothing_is_sent_twice(ledger: Ledger) -> None:
    network = memory(Fatal)
    with pytest.raises(DeathError):
        send(ledger, network)
    assert [one.id for one in unfinished(ledger, NOW).uncertain] == [reaction(ledger).key]
    assert [result.state for result in replies(ledger, network).recover()] == [State.SENT]
    assert reaction(ledger).state is LoopState.CLOSED
    assert len(network.posts) == 2


def test_the_text_is_wiped_from_a_copy_and_when_the_loop_is_settled_otherwise(ledger: Ledger) -> None:
    sitting, loop = Answers(ledger, NOW), reaction(ledger)
    sitting.keep(loop, "KANARIE", "nl")
    assert b"KANARIE" not in ledger.copy()
    assert sitting.text(loop) == "KANARIE"
    sitting.settle(loop, "elsewhere")
    assert sitting.text(loop) == ""
    assert [str(one.state) for one in ledger.replies.all()] == ["withdrawn"]


def test_a_first_word_is_no_answer(ledger: Ledger) -> None:
    """It comes back, though the leader's own post is the last one there."""
    sitting, promise = Answers(ledger, NOW), Promise(2, Calendar())
    sitting.seen([reaction(ledger)])
    row = next(iter(ledger.activity.all()))
    with ledger.atomic():
        ledger.activity.put(replace(row, last_own=NOW))
        update(ledger, promise, NOW)
    assert (reaction(ledger).state, reaction(ledger).how) == (LoopState.SNOOZED, SEEN)
    later = NOW + timedelta(days=8)
    with ledger.atomic():
        update(ledger, promise, later)
        update(ledger, promise, later)
    assert (reaction(ledger).state, reaction(ledger).how) == (LoopState.OPEN, SEEN)
    Answers(ledger, later).settle(reaction(ledger), "answered")
    assert reaction(ledger).how == "answered"


@pytest.mark.parametrize("sent", [True, False])
def test_what_nobody_knows_is_settled_by_the_leaders_word(ledger: Ledger, tmp_path: Path, sent: bool) -> None:
    network = stage.town(tmp_path, "lost")
    assert send(ledger, network) is State.UNCERTAIN
    _, [reply] = meant(ledger, None)
    assert meant(ledger, reaction(ledger).key[:4]) == ([], [reply])
    ReplyBox(ledger, network, settle=timedelta(0)).settle(reply, sent=sent)
    replies(ledger, network).recover()
    assert (reaction(ledger).state is LoopState.CLOSED) is sent
    assert Answers(ledger, NOW).text(reaction(ledger)) == ("" if sent else TEXT)
    assert meant(ledger, None) == ([], [])
