"""handoff: the network for every closed platform. Text ready to paste; a person posts it and records the link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from nudger.networks import dialects
from nudger.networks.base import (
    Activity,
    Capabilities,
    Community,
    Draft,
    Outcome,
    Post,
    Rejected,
    Removal,
    Sought,
    Unknown,
)

if TYPE_CHECKING:
    from nudger.networks.feeds import Feed

BY_HAND = Capabilities(posts=False, reads=False, finds=False, retracts=False, dialect="plain")


@dataclass(frozen=True)
class Handoff:
    """A network that a person posts to by hand. ``places`` are the communities named in the configuration."""

    name: str
    url: str = ""
    places: tuple[Community, ...] = ()
    feeds: tuple[Feed, ...] = ()

    @cached_property
    def capabilities(self) -> Capabilities:
        """Nothing is posted; replies are read where there is a feed."""
        return replace(BY_HAND, reads=bool(self.feeds))

    def check(self) -> str:
        """Nobody: there is no sign-in."""
        return ""

    def communities(self) -> Sequence[Community]:
        """What the configuration names."""
        return self.places

    def community(self, id_: str) -> Community | None:
        """The one of the configuration with this id."""
        return next((place for place in self.places if place.called(id_)), None)

    def title(self, draft: Draft) -> str:
        """Nothing: the title is the first line of the text to paste."""
        return ""

    def render(self, draft: Draft) -> tuple[str, ...]:
        """Title, empty line, body: as plain text to paste."""
        return dialects.render(draft, self.capabilities)

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        """Never posts: a person does."""
        return Rejected("by-hand")

    def find(self, post: Post, key: str, since: datetime) -> Sought:
        """Cannot look."""
        return Unknown()

    def activity(self, since: datetime, until: datetime) -> Iterator[Activity]:
        """What the feeds tell; nothing without them."""
        return (one for feed in self.feeds for one in feed.activity(since, until))

    def retract(self, community: str, remote_id: str) -> Removal:
        """A person takes it back."""
        return Rejected("by-hand")
