"""handoff: the network for every closed platform. Text ready to paste; a person posts it and records the link."""

from __future__ import annotations

from dataclasses import dataclass

from nudger.networks.base import Capabilities, Outcome, Post, Rejected
from nudger.networks.closed import Closed

BY_HAND = Capabilities(posts=False, reads=False, finds=False, retracts=False, dialect="plain")


@dataclass(frozen=True, kw_only=True)
class Handoff(Closed):
    """A network that a person posts to by hand; ``url`` is where people open it."""

    can = BY_HAND

    url: str = ""

    def check(self) -> str:
        """Nobody: there is no sign-in."""
        return ""

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        """Never posts: a person does."""
        return Rejected("by-hand")
