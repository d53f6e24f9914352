"""The connectors that are tested against stubs: what each one's configuration says, and the contract of networks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest

from nudger.config.models import Network as Settings
from nudger.networks import network
from nudger.networks.base import Network
from tests.contracts.network_contract import Form, NetworkContract, Stage
from tests.servers.discourse import Discourse
from tests.servers.humhub import HumHub
from tests.servers.jive import Jive
from tests.servers.mattermost import Mattermost
from tests.servers.nodebb import NodeBB
from tests.servers.slack import Slack
from tests.servers.stub import Stub
from tests.servers.teams import TEAM, Teams
from tests.servers.zulip import Zulip


@dataclass(frozen=True)
class Case:
    """A ``type`` of the configuration, its stub and its other settings."""

    type: str
    stub: type[Stub]
    settings: Mapping[str, Any] = field(default_factory=dict)

    def network(self, url: str, token: str = "leider", *places: str, **more: Any) -> Network:
        """As a configuration makes it."""
        settings = Settings(type=self.type, url=url, token=token, **{**self.settings, **more})
        return network("plein", settings, places or (self.stub.community,))


CASES = {
    case.type: case
    for case in (
        Case("jive", Jive),
        Case("mattermost", Mattermost, {"team": "voorbeeld"}),
        Case("zulip", Zulip, {"username": "leider@voorbeeld.example"}),
        Case("teams", Teams, {"team": TEAM}),
        Case("slack", Slack),
        Case("discourse", Discourse, {"username": "leider"}),
        Case("humhub", HumHub),
        Case("nodebb", NodeBB),
    )
}


class StubContract(NetworkContract):
    """The contract against a stub; a subclass names its ``type``."""

    type: str
    forms = ("plain",)
    promises = ()

    @pytest.fixture
    def server(self) -> Iterator[Stub]:
        with CASES[self.type].stub() as made:
            yield made

    @pytest.fixture
    def stage(self, server: Stub) -> Iterator[Stage]:
        case = CASES[self.type]
        with ExitStack() as stack:

            def answer(root: str, form: Form) -> str:
                return server.answer(root)

            def hasty() -> tuple[Network, str]:
                return case.network(stack.enter_context(case.stub(allowance=2)).url), case.stub.community

            signed_out = lambda: case.network(server.url, "verlopen")  # noqa: E731 - said once
            yield Stage(case.network(server.url), case.stub.community, answer, case.stub.closed, signed_out, hasty)
