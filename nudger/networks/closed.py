"""closed: what the networks share that nudger cannot look at: text to paste, a mail-in address, a workflow.

Their communities are those that the configuration names; what stands there can only be told by feeds, or by a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from nudger.errors import Refused
from nudger.networks import dialects
from nudger.networks.base import Activity, Capabilities, Community, Draft, Post, Rejected, Removal, Sought, Unknown

if TYPE_CHECKING:
    from nudger.networks.feeds import Feed


@dataclass(frozen=True, kw_only=True)
class Closed:
    """A subclass says what it ``can``, who it is (``check``) and how it posts (``publish``)."""

    can: ClassVar[Capabilities]

    name: str
    places: tuple[Community, ...] = ()
    feeds: tuple[Feed, ...] = ()

    @cached_property
    def capabilities(self) -> Capabilities:
        """Replies are read where there is a feed."""
        return replace(self.can, reads=bool(self.feeds))

    def communities(self) -> Sequence[Community]:
        """What the configuration names."""
        return self.places

    def community(self, id_: str) -> Community | None:
        """The one of the configuration with this id."""
        return next((place for place in self.places if place.called(id_)), None)

    def title(self, draft: Draft) -> str:
        """The title where one stands apart, else nothing: it is the first line of the text."""
        return dialects.title(draft, self.can) if self.can.titled else ""

    def render(self, draft: Draft) -> tuple[str, ...]:
        """One part, for a reply would stand nowhere. Raises Refused when the text is too long for it."""
        parts = dialects.render(draft, self.can)
        if len(parts) > 1:
            raise Refused("post-too-long", hint="post-too-long-hint")
        return parts

    def find(self, post: Post, key: str, since: datetime) -> Sought:
        """Cannot look."""
        return Unknown()

    def activity(self, since: datetime, until: datetime) -> Iterator[Activity]:
        """What the feeds tell; nothing without them."""
        return (one for feed in self.feeds for one in feed.activity(since, until))

    def retract(self, community: str, remote_id: str) -> Removal:
        """A person takes it back."""
        return Rejected("by-hand")
