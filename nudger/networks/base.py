"""The seam to the social networks: what every network can be asked, and the answers it can give.

``publish`` has four outcomes, because a post call has more than ok and failed: Published, Queued (a moderator must let
it through), Rejected (surely not posted) and Unknown (it may or may not stand there).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a network can do and bear. Limits count characters; 0 means unknown."""

    posts: bool
    reads: bool
    finds: bool
    retracts: bool
    dialect: str
    title_limit: int = 0
    body_limit: int = 0


@dataclass(frozen=True, slots=True)
class Community:
    """A group, channel, place, category or room. ``members`` is 0 and ``visibility`` empty where not known."""

    id: str
    name: str
    members: int = 0
    visibility: str = ""
    may_post: bool = True
    url: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The text proposed for the network. ``title`` may be empty; ``language`` is nl or en."""

    title: str
    body: str
    community: str
    language: str


@dataclass(frozen=True, slots=True)
class Post:
    """A draft as it will stand on the network: exactly these parts, for exactly this audience."""

    parts: tuple[str, ...]
    network: str
    account: str
    community: Community

    @property
    def hash(self) -> str:
        """What an approval is bound to: any change of text, links, community, visibility or account changes it."""
        values = [*self.parts, self.network, self.account, self.community.id, self.community.visibility]
        return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Published:
    """It stands on the network."""

    remote_id: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Queued:
    """The network took it and a moderator must let it through."""

    remote_id: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """Surely not posted. ``kind`` is a stable word, ``retry_after`` seconds (0: trying again does not help)."""

    kind: str
    retry_after: float = 0.0


@dataclass(frozen=True, slots=True)
class Unknown:
    """It cannot be known whether it was posted."""


Outcome = Published | Queued | Rejected | Unknown


class Network(Protocol):
    """One social network, signed in as one account."""

    @property
    def name(self) -> str:
        """Its name in the configuration."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What it can do and bear."""
        ...

    def check(self) -> str:
        """Who am I there; writes nothing."""
        ...

    def communities(self) -> Sequence[Community]:
        """Where this account may look or post."""
        ...

    def render(self, draft: Draft) -> tuple[str, ...]:
        """The parts of the post in the network's dialect: the first is the post, others go on as replies."""
        ...

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        """Post these exact parts, once; ``key`` is this attempt's marker."""
        ...
