"""memory: a network that lives in this process, for tests and the demo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from nudger.errors import LoginRefused
from nudger.networks import dialects
from nudger.networks.base import (
    Absent,
    Activity,
    Capabilities,
    Community,
    Draft,
    Outcome,
    Post,
    Published,
    Recent,
    Rejected,
    Removal,
    Retracted,
    Sought,
)

EVERYTHING = Capabilities(posts=True, reads=True, finds=True, retracts=True, dialect="plain", body_limit=40_000)


@dataclass(frozen=True, slots=True)
class Kept:
    """A post with what it answers and when it came."""

    post: Post
    author: str
    at: datetime
    root: str


@dataclass(slots=True)
class Memory:
    """Keeps what is posted, by the marker of the attempt: the same marker twice is one post.

    ``account`` empty plays a bad token; ``allowance`` is how many posts it takes before it says: too fast.
    """

    name: str = "memory"
    places: tuple[Community, ...] = (Community("plein", "Plein", members=128, visibility="organisation"),)
    capabilities: Capabilities = EVERYTHING
    account: str = "memory"
    allowance: int = 1_000_000
    posts: dict[str, Kept] = field(default_factory=dict)

    def check(self) -> str:
        """The account's name."""
        if not self.account:
            raise LoginRefused("network-login-refused", hint="network-login-refused-hint", network=self.name)
        return self.account

    def communities(self) -> Sequence[Community]:
        """The places it was made with."""
        return self.places

    def community(self, id_: str) -> Community | None:
        """The place with this id."""
        return next((place for place in self.places if place.called(id_)), None)

    def title(self, draft: Draft) -> str:
        """Nothing: the title is the first line."""
        return ""

    def render(self, draft: Draft) -> tuple[str, ...]:
        """Title, empty line, body."""
        return dialects.render(draft, self.capabilities)

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        """Keep the post under its marker."""
        if key in self.posts:
            return self._published(key)
        if refusal := self._refusal(post):
            return refusal
        self.allowance -= 1
        root = self.posts[reply_to].root if reply_to in self.posts else ""
        self.posts[key] = Kept(post, self.account, datetime.now(UTC), root or key)
        return self._published(key)

    def _refusal(self, post: Post) -> Rejected | None:
        if not self.account:
            return Rejected("auth")
        if not self.community(post.community.id):
            return Rejected("forbidden")
        if not dialects.fits(post.parts[0], self.capabilities):
            return Rejected("too-long")
        return Rejected("rate-limited", retry_after=1.0) if self.allowance <= 0 else None

    def _published(self, key: str) -> Published:
        return Published(remote_id=key, url=f"memory:{key}")

    def find(self, post: Post, key: str, since: datetime) -> Sought:
        """By its marker."""
        return self._published(key) if key in self.posts else Absent()

    def activity(self, since: datetime, until: datetime) -> Iterator[Activity]:
        """All that was kept in that time."""
        for key, kept in self.posts.items():
            if since <= kept.at < until:
                place = kept.post.community.id
                yield Activity(key, kept.root, place, kept.author, kept.at, kept.root != key, f"memory:{key}")

    def recent(self, community: str, since: datetime) -> Iterator[Recent]:
        """The posts that began a conversation there."""
        for key, kept in self.posts.items():
            if kept.root == key and kept.post.community.id == community and kept.at >= since:
                yield Recent(key, kept.post.text, kept.at, f"memory:{key}")

    def retract(self, community: str, remote_id: str) -> Removal:
        """Forget the post."""
        self.posts.pop(remote_id, None)
        return Retracted()
