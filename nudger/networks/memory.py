"""memory: a network that lives in this process, for tests and the demo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nudger.networks.base import Capabilities, Community, Draft, Outcome, Post, Published

EVERYTHING = Capabilities(posts=True, reads=True, finds=True, retracts=True, dialect="plain")


@dataclass(slots=True)
class Memory:
    """Keeps what is posted, by the marker of the attempt: the same marker twice is one post."""

    name: str = "memory"
    places: tuple[Community, ...] = (Community("plein", "Plein", members=128, visibility="organisation"),)
    capabilities: Capabilities = EVERYTHING
    posts: dict[str, Post] = field(default_factory=dict)

    def check(self) -> str:
        """The account's name."""
        return "memory"

    def communities(self) -> Sequence[Community]:
        """The places it was made with."""
        return self.places

    def render(self, draft: Draft) -> tuple[str, ...]:
        """Title, empty line, body."""
        return ("\n\n".join(filter(None, (draft.title, draft.body))),)

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        """Keep the post under its marker."""
        self.posts.setdefault(key, post)
        return Published(remote_id=key, url=f"memory:{key}")
