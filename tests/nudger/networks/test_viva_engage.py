"""Viva Engage against a stub of its documented API: the contract of networks, and its own traps."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest

from nudger.networks.base import Absent, Community, Post, Published, Rejected, Unknown
from nudger.networks.http import Client
from nudger.networks.viva_engage import VivaEngage, group_number
from tests.contracts.network_contract import Form, NetworkContract, Stage
from tests.servers.yammer import CLOSED, GROUP, Yammer

HOUR = timedelta(hours=1)


def viva(server: Yammer, token: str = "leider", every: float = 0.0) -> VivaEngage:
    return VivaEngage("plein", Client(server.url, lambda: {"Authorization": f"Bearer {token}"}), (GROUP,), every=every)


@pytest.fixture
def server() -> Iterator[Yammer]:
    with Yammer() as made:
        yield made


class TestVivaEngage(NetworkContract):
    forms = ("plain",)
    promises = ()
    too_long = "invalid"

    @pytest.fixture
    def stage(self, server: Yammer) -> Iterator[Stage]:
        with ExitStack() as stack:

            def answer(root: str, form: Form) -> str:
                return str(server.add(8, form, int(root))["id"])

            def hasty() -> tuple[VivaEngage, str]:
                return viva(stack.enter_context(Yammer(allowance=2))), GROUP

            yield Stage(viva(server), GROUP, answer, CLOSED, lambda: viva(server, "verlopen"), hasty)


@pytest.mark.parametrize("group", ["", "all", "Zorg", "-1", "４７"])
def test_without_a_numbered_group_nothing_leaves(server: Yammer, group: str) -> None:
    post = Post(("Een idee",), "plein", "7@1", Community(group, "Zorg"))
    outcome = viva(server).publish(post, "m")
    assert isinstance(outcome, Rejected)
    assert not server.messages


def test_a_post_names_its_group_and_a_reply_what_it_answers(server: Yammer) -> None:
    post = Post(("Een idee & meer",), "plein", "7@1", Community(GROUP, "Zorg"))
    outcome = viva(server).publish(post, "m")
    assert isinstance(outcome, Published)
    viva(server).publish(post, "m", outcome.remote_id)
    assert server.forms == [
        {"body": ["Een idee & meer"], "group_id": [GROUP]},
        {"body": ["Een idee & meer"], "replied_to_id": [outcome.remote_id]},
    ]


def test_a_group_is_polled_once_a_minute(server: Yammer) -> None:
    network, now = viva(server, every=60.0), datetime.now(UTC)
    for _ in range(5):
        list(network.activity(now - HOUR, now + HOUR))
    assert sum("in_group" in path for path in server.requests) == 1


def test_absent_is_said_only_where_this_account_wrote_nothing(server: Yammer) -> None:
    post = Post(("Een idee",), "plein", "7@1", Community(GROUP, "Zorg"))
    since = datetime.now(UTC) - HOUR
    server.add(8, "Een idee")
    assert viva(server).find(post, "m", since) == Absent()
    server.add(7, "Een idee dat de server anders opschreef")
    assert viva(server).find(post, "m", since) == Unknown()
    server.add(7, "Een   idee")
    assert isinstance(viva(server).find(post, "m", since), Published)


def test_a_group_with_outsiders_is_not_posted_in(server: Yammer) -> None:
    server.group["external"] = True
    place = viva(server).community(GROUP)
    assert place
    assert (place.visibility, place.may_post) == ("world", False)


def test_the_id_of_microsoft_graph_is_understood() -> None:
    graph = base64.urlsafe_b64encode(b'{"_type":"Group", "id":"4711"}').decode().rstrip("=")
    assert group_number(graph) == group_number("4711") == "4711"
    assert [group_number(odd) for odd in ("", "zorg", "W10", "eyJpZCI6ICJ4In0")] == ["", "", "", ""]
