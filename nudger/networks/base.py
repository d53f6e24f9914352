"""The seam to the social networks: what every network can be asked, and the answers it can give.

``publish`` has four outcomes, because a post call has more than ok and failed: Published, Queued (a moderator must let
it through), Rejected (surely not posted) and Unknown (it may or may not stand there). Reading raises
``nudger.errors``: NetworkUnavailable when trying later helps, Refused or LoginRefused when it does not.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, Protocol, runtime_checkable

Dialect = Literal["plain", "markdown", "html", "mrkdwn", "zulip"]
Unit = Literal["characters", "bytes"]
Visibility = Literal["", "members", "organisation", "world"]
"""Who can read: those who were let in, everyone with an account, everyone at all; empty where not known."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a network can do and bear. Limits count ``unit``; 0 means unknown.

    ``finds`` says that it lists posts reliably, so that a post that is not found is surely not there. ``titled`` says
    that a title stands apart from the text.
    """

    posts: bool
    reads: bool
    finds: bool
    retracts: bool
    dialect: Dialect
    title_limit: int = 0
    body_limit: int = 0
    unit: Unit = "characters"
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Community:
    """A group, channel, place, category or room. ``members`` is 0 and ``visibility`` empty where not known.

    ``alias`` is a second name by which the configuration may call it.
    """

    id: str
    name: str
    members: int = 0
    visibility: str = ""
    may_post: bool = True
    url: str = ""
    alias: str = ""

    def called(self, name: str) -> bool:
        """Whether the configuration means this one by ``name``."""
        return bool(name) and name in (self.id, self.alias, self.name)


@dataclass(frozen=True, slots=True)
class Draft:
    """The text proposed for the network. ``title`` may be empty; ``language`` is nl or en."""

    title: str
    body: str
    community: str
    language: str


@dataclass(frozen=True, slots=True)
class Post:
    """A draft as it will stand on the network: exactly these parts, for exactly this audience.

    The first part is the post, the others are replies to it that carry what did not fit. ``title`` is empty where the
    network has no title apart.
    """

    parts: tuple[str, ...]
    network: str
    account: str
    community: Community
    title: str = ""

    @property
    def hash(self) -> str:
        """What an approval is bound to: any change of text, links, community, visibility or account changes it."""
        values = [self.network, self.account, self.community.id, self.community.visibility, self.title, *self.parts]
        return hashlib.sha256(json.dumps(values).encode()).hexdigest()

    @property
    def pieces(self) -> tuple[Post, ...]:
        """One post for each call to the network: the first with the title, the others with one part each."""
        first, *others = self.parts
        return (replace(self, parts=(first,)), *(replace(self, parts=(part,), title="") for part in others))

    @property
    def text(self) -> str:
        """Everything a reader will see, as one text; what is shown before an approval."""
        return "\n\n".join(filter(None, (self.title, *self.parts)))


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
    """It cannot be known whether it was posted, or taken back."""


@dataclass(frozen=True, slots=True)
class Absent:
    """Looked for to the end of a reliable list: it is not there."""


@dataclass(frozen=True, slots=True)
class Retracted:
    """It was taken back."""


Outcome = Published | Queued | Rejected | Unknown
Sought = Published | Absent | Unknown
Removal = Retracted | Rejected | Unknown


@dataclass(frozen=True, slots=True)
class Activity:
    """One post or reply that stands on the network.

    ``conversation`` is the id of the post that began it; ``author`` is the network's id of its writer, to tell own from
    other and to count people inside one conversation, never to be kept.
    """

    id: str
    conversation: str
    community: str
    author: str
    at: datetime
    is_reply: bool
    url: str = ""


@dataclass(frozen=True, slots=True)
class Recent:
    """A post with its words, to compare with what is about to be posted; shown at most, never kept."""

    id: str
    text: str
    at: datetime
    url: str = ""


@runtime_checkable
class Listing(Protocol):
    """A network whose posts can be read with their words."""

    def recent(self, community: str, since: datetime) -> Iterator[Recent]:
        """The posts (no replies) of this community since then, in no special order."""
        ...


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
        """Who am I there; writes nothing. Raises NetworkUnavailable, LoginRefused."""
        ...

    def communities(self) -> Sequence[Community]:
        """Where this account may look or post, those of the configuration first; writes nothing."""
        ...

    def community(self, id_: str) -> Community | None:
        """This community as it is now, None when this account cannot see it."""
        ...

    def title(self, draft: Draft) -> str:
        """The title in the network's dialect; empty where a title does not stand apart."""
        ...

    def render(self, draft: Draft) -> tuple[str, ...]:
        """The parts of the post in the network's dialect: the first is the post, others go on as replies.

        Raises Refused when the text is too long for this network however it is split.
        """
        ...

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        """Post the first part (and the title), once; ``key`` is its marker, ``reply_to`` what it goes on from.

        Only :mod:`nudger.networks.outbox` calls this.
        """
        ...

    def find(self, post: Post, key: str, since: datetime) -> Sought:
        """Look for a post of this account with this marker, written after ``since``, paging to the end."""
        ...

    def activity(self, since: datetime, until: datetime) -> Iterator[Activity]:
        """Posts and replies of the communities in the configuration in [since, until), in no special order."""
        ...

    def retract(self, community: str, remote_id: str) -> Removal:
        """Take a post back; doing it twice is as once."""
        ...


def compose(network: Network, draft: Draft, account: str, community: Community, *, reply: bool = False) -> Post:
    """The post that a draft becomes: the exact bytes and audience that an approval holds for. A reply has no title."""
    title = "" if reply else network.title(draft)
    return Post(network.render(draft), network.name, account, community, title)
