"""mattermost: Mattermost through its REST API v4, with a personal access token or that of a bot.

From documentation, not tried against the real service. The marker stands in the ``props`` of a post, which the server
keeps and gives back, and in ``pending_post_id``, by which it refuses a second one for some thirty seconds.

Sources: api.mattermost.com (repo mattermost/mattermost-api-reference, v4/source: posts, channels, teams, users);
mattermost/mattermost#10006 (pending_post_id); 16,383 characters: Virtomize/mail2most#7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import quote

from nudger.networks.base import Capabilities, Community, Outcome, Post
from nudger.networks.connector import Connector, Standing, at, listed, moment, number, published
from nudger.networks.http import Answer

MARKDOWN = Capabilities(posts=True, reads=True, finds=True, retracts=True, dialect="markdown", body_limit=16_000)
MARKER = "nudger_marker"
_PAGE = 200
_MEANT = {
    "model.post.is_valid.message_length.app_error": 413,
    "api.post.create_post.can_not_post_to_deleted.error": 403,
}
"""What some refusals with status 400 mean, by their ``id``."""


@dataclass(frozen=True)
class Mattermost(Connector):
    """One account. ``team`` is the name of the team in addresses; without it links find their team themselves."""

    team: str = ""

    can = MARKDOWN
    path = "api/v4/"
    ids = re.compile(r"[a-z0-9]{26}")
    marks = True

    def understood(self, answer: Answer) -> Answer:
        """A text that is too long is refused with 400."""
        return replace(answer, status=_MEANT.get(answer.text("id"), answer.status))

    def check(self) -> str:
        """The id of the user."""
        return self._account("users/me", "id")

    def _listed(self) -> Iterator[Community]:
        for channel in listed(self._read("users/me/channels").json):
            if channel.get("type") in ("O", "P"):
                yield self._community(channel)

    def _one(self, id_: str) -> Community | None:
        place = self._community(self._object(f"channels/{id_}"))
        members = number(self._read(f"channels/{id_}/stats").value("member_count"))
        return replace(place, members=members, may_post=place.may_post and self._seen(f"channels/{id_}/members/me"))

    def _publish(self, post: Post, key: str, reply_to: str | None) -> Outcome:
        content = {
            "channel_id": post.community.id,
            "message": post.parts[0],
            "root_id": reply_to or "",
            "pending_post_id": f"{post.account}:{key}",
            "props": {MARKER: key},
        }
        made = lambda answer: published(answer.text("id"), self._link(answer.text("id")))  # noqa: E731 - used once
        return self._sent(made, "POST", "posts", json=content)

    def _standing(self, community: str, since: datetime) -> Iterator[Standing]:
        """Posts by the time they were made. (``since`` of the API is the time of change, and leaves holes.)"""
        number_ = 0
        while True:
            page = self._read(f"channels/{community}/posts", {"page": number_, "per_page": _PAGE})
            posts, order = page.value("posts"), page.value("order")
            found = [at(posts, str(id_)) for id_ in order] if isinstance(order, list) else []
            for one in listed(found):
                if moment(one.get("create_at")) < since:
                    return
                if not one.get("type") and not one.get("delete_at"):
                    yield self._stands(one)
            if len(found) < _PAGE:
                return
            number_ += 1

    def retract(self, community: str, remote_id: str) -> Any:
        """Delete the post, with its replies."""
        return self._removed("DELETE", f"posts/{quote(remote_id, safe='')}")

    def _stands(self, one: Mapping[str, Any]) -> Standing:
        id_ = str(one.get("id"))
        marker, text = str(at(one, "props", MARKER) or ""), str(one.get("message"))
        root = str(one.get("root_id") or id_)
        return Standing(id_, root, str(one.get("user_id")), moment(one.get("create_at")), text, self._link(id_), marker)

    def _link(self, id_: str) -> str:
        return f"{self.client.url}{quote(self.team, safe='') or '_redirect'}/pl/{id_}"

    def _community(self, channel: Mapping[str, Any]) -> Community:
        name = str(channel.get("name") or "")
        return Community(
            id=str(channel.get("id") or ""),
            name=str(channel.get("display_name") or name),
            visibility="organisation" if channel.get("type") == "O" else "members",
            may_post=not channel.get("delete_at"),
            url=f"{self.client.url}{quote(self.team, safe='')}/channels/{name}" if self.team else "",
            alias=name,
        )
