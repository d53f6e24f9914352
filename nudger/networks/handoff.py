"""handoff: the network for every closed platform. Text ready to paste; a person posts it and records the link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nudger.networks.base import Capabilities, Community, Draft, Outcome, Post, Rejected

BY_HAND = Capabilities(posts=False, reads=False, finds=False, retracts=False, dialect="plain")


@dataclass(frozen=True, slots=True)
class Handoff:
    """A network that a person posts to by hand. ``places`` are the communities named in the configuration."""

    name: str
    url: str = ""
    places: tuple[Community, ...] = ()
    capabilities: Capabilities = BY_HAND

    def check(self) -> str:
        """Nobody: there is no sign-in."""
        return ""

    def communities(self) -> Sequence[Community]:
        """What the configuration names."""
        return self.places

    def render(self, draft: Draft) -> tuple[str, ...]:
        """Title, empty line, body: as plain text to paste."""
        return ("\n\n".join(filter(None, (draft.title.strip(), draft.body.strip()))),)

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        """Never posts: a person does."""
        return Rejected("by-hand")
