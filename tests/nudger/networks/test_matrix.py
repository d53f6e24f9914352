"""Matrix against a real Synapse: the contract of networks, and what only Matrix has."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from nudger.networks.base import Published, Rejected
from nudger.networks.http import Client
from nudger.networks.matrix import Matrix
from nudger.networks.outbox import new_marker
from tests.contracts.network_contract import Form, NetworkContract, Stage
from tests.servers.synapse import Person, Synapse

pytestmark = [pytest.mark.synapse, pytest.mark.xdist_group("synapse")]
ROOMS = count()


def matrix(person: Person, *places: str, token: str = "") -> Matrix:
    """nudger, signed in as this person."""
    bearer = {"Authorization": f"Bearer {token or person.token}"}
    return Matrix("plein", Client(person.server.url, lambda: bearer), places)


@pytest.fixture(scope="module")
def leader(synapse: Synapse) -> Person:
    return synapse.register()


@pytest.fixture(scope="module")
def anna(synapse: Synapse) -> Person:
    return synapse.register("anna")


@pytest.fixture
def room(leader: Person, anna: Person) -> str:
    made = leader.room(f"ideeen{next(ROOMS)}")
    anna.join(made)
    return made


class TestMatrix(NetworkContract):
    @pytest.fixture
    def stage(self, synapse: Synapse, leader: Person, anna: Person, room: str) -> Stage:
        def answer(root: str, form: Form) -> str:
            plain, thread = {"m.in_reply_to": {"event_id": root}}, {"rel_type": "m.thread", "event_id": root}
            return anna.say(room, form, plain if form == "plain" else thread)

        def hasty() -> tuple[Matrix, str]:
            somebody = synapse.register(hurried=True)
            made = somebody.room("haast")
            return matrix(somebody, made), made

        closed = anna.room(f"dicht{next(ROOMS)}")
        return Stage(matrix(leader, room), room, answer, closed, lambda: matrix(leader, token="verlopen"), hasty)


def test_a_room_can_be_named_by_its_alias(leader: Person, room: str) -> None:
    place = matrix(leader).community(room)
    assert place
    assert matrix(leader).community(place.alias) == place
    assert matrix(leader, place.alias).communities()[0] == place


def test_who_can_read_follows_the_room(leader: Person, room: str) -> None:
    assert matrix(leader).community(room).visibility == "organisation"
    leader.call("PUT", f"v3/rooms/{room}/state/m.room.join_rules", {"join_rule": "invite"})
    leader.call("PUT", f"v3/rooms/{room}/state/m.room.guest_access", {"guest_access": "forbidden"})
    assert matrix(leader).community(room).visibility == "members"
    leader.call("PUT", f"v3/rooms/{room}/state/m.room.history_visibility", {"history_visibility": "world_readable"})
    assert matrix(leader).community(room).visibility == "world"


def test_an_encrypted_room_is_not_posted_in(leader: Person, room: str) -> None:
    leader.call("PUT", f"v3/rooms/{room}/state/m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"})
    assert not matrix(leader).community(room).may_post


def test_where_only_some_may_write_a_reader_may_not(leader: Person, anna: Person, room: str) -> None:
    levels = leader.call("GET", f"v3/rooms/{room}/state/m.room.power_levels")
    leader.call("PUT", f"v3/rooms/{room}/state/m.room.power_levels", {**levels, "events_default": 50})
    assert matrix(leader).community(room).may_post
    assert not matrix(anna).community(room).may_post
    post = TestMatrix().post(matrix(anna), room)
    assert matrix(anna).publish(post, new_marker()) == Rejected("forbidden")


def test_the_post_calls_nobody_and_has_no_markup(leader: Person, anna: Person, room: str) -> None:
    network = matrix(leader, room)
    outcome = network.publish(
        TestMatrix().post(network, room, "@room @anna:nudger.test <b>vet</b> **vet**"), new_marker()
    )
    assert isinstance(outcome, Published)
    [event] = leader.messages(room)
    assert event["content"]["m.mentions"] == {}
    assert "formatted_body" not in event["content"]
    assert event["content"]["body"] == "Een idee\n\n@ room @ anna:nudger.test <b>vet</b> **vet**"
    noticed = anna.call("GET", "v3/notifications?only=highlight")["notifications"]
    assert not [one for one in noticed if one["event"]["event_id"] == outcome.remote_id]


def test_a_marker_in_somebody_elses_message_means_nothing(leader: Person, anna: Person, room: str) -> None:
    network, key = matrix(leader, room), new_marker()
    content = {"msgtype": "m.text", "body": key, "nudger.marker": key}
    anna.call("PUT", f"v3/rooms/{room}/send/m.room.message/een", content)
    post = TestMatrix().post(network, room)
    assert not isinstance(network.find(post, key, datetime.now(UTC) - timedelta(hours=1)), Published)


def test_looking_goes_on_to_the_end_of_a_long_room(
    leader: Person, anna: Person, room: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nudger.networks.matrix._PAGE", 4)
    network, key = matrix(leader, room), new_marker()
    post = TestMatrix().post(network, room)
    outcome = network.publish(post, key)
    for number in range(13):
        anna.say(room, f"praatje {number}")
    assert network.find(post, key, datetime.now(UTC) - timedelta(hours=1)) == outcome
