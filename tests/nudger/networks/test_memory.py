"""memory keeps the contract of networks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nudger.networks.base import Community, Post, Published
from nudger.networks.memory import Memory
from tests.contracts.network_contract import Form, NetworkContract, Stage


class TestMemory(NetworkContract):
    @pytest.fixture
    def stage(self) -> Stage:
        network = Memory()
        colleague = Memory(posts=network.posts, account="anna")

        def answer(root: str, form: Form) -> str:
            post = Post((form,), "memory", "anna", Community("plein", "Plein"))
            outcome = colleague.publish(post, form, root)
            assert isinstance(outcome, Published)
            return outcome.remote_id

        return Stage(
            network,
            "plein",
            answer,
            "elders",
            lambda: replace(network, account=""),
            lambda: (Memory(allowance=3), "plein"),
        )
