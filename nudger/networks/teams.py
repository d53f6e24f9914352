"""teams: channels of Microsoft Teams through Microsoft Graph, with a delegated Entra token.

From documentation, not tried against the real service. Bodies are HTML; a mention would need an entry in ``mentions``,
and none is ever sent. There is no place for a marker: a lost post is looked for by its own words. Microsoft asks not
to use Teams as a log: a post is what people will read, made by a person.

Sources: learn.microsoft.com/graph/api (channel-post-messages, chatmessage-post-replies, channel-list-messages,
chatmessage-softdelete, channel-get, team-get); size: some 28 KB with markup, else 413 (UiPath's documentation).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from nudger.networks.base import Capabilities, Community, Outcome, Post, Removal
from nudger.networks.connector import NEVER, Connector, Standing, at, listed, moment, number, published

API = "https://graph.microsoft.com"
HTML = Capabilities(
    posts=True,
    reads=True,
    finds=True,
    retracts=True,
    dialect="html",
    title_limit=255,
    body_limit=24_000,
    unit="bytes",
    titled=True,
)
_PAGE = 50


@dataclass(frozen=True)
class Teams(Connector):
    """One account in one team. ``team`` is the id of the team; ids of replies hold that of their post."""

    team: str = ""

    can = HTML
    path = "v1.0/"
    ids = re.compile(r"19:[\w.@-]+")

    def check(self) -> str:
        """The id of the user."""
        return self._account("me", "id")

    def _listed(self) -> Iterator[Community]:
        return map(self._community, listed(self._read(f"teams/{self._team}/channels").value("value")))

    def _one(self, id_: str) -> Community | None:
        channel = self._object(self._channel(id_))
        if channel.get("membershipType", "standard") == "standard":
            team = self._object(f"teams/{self._team}", params={"$select": "id,visibility,summary"})
            parts = [number(at(team, "summary", f"{who}Count")) for who in ("owners", "members", "guests")]
            inside = "organisation" if str(at(team, "visibility")).lower() == "public" else "members"
            return self._community(channel, sum(parts), inside)
        people = listed(self._read(f"{self._channel(id_)}/members").value("value"))
        return self._community(channel, len(people))

    def _publish(self, post: Post, key: str, reply_to: str | None) -> Outcome:
        content: dict[str, Any] = {"body": {"contentType": "html", "content": post.parts[0]}}
        path = f"{self._channel(post.community.id)}/messages"
        if reply_to:
            root = reply_to.partition("/")[0]
            path, prefix = f"{path}/{root}/replies", f"{root}/replies/"
        else:
            content["subject"], prefix = post.title, ""
        made = lambda answer: published(answer.text("id"), answer.text("webUrl"), prefix)  # noqa: E731 - used once
        return self._sent(made, "POST", path, json=content)

    def _standing(self, community: str, since: datetime) -> Iterator[Standing]:
        """Chains of a post and its replies, by the latest change in each."""
        page = self._read(f"{self._channel(community)}/messages", {"$top": _PAGE, "$expand": "replies"})
        while True:
            for post in listed(page.value("value")):
                replies = list(self._replies(post))
                if max(map(_changed, (post, *replies))) < since:
                    return
                root = str(post.get("id"))
                yield from (_standing(one, root) for one in (post, *replies) if _stands(one))
            following = page.text("@odata.nextLink")
            if not following:
                return
            page = self._read(following)

    def _replies(self, post: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        yield from listed(post.get("replies"))
        following = str(post.get("replies@odata.nextLink") or "")
        while following:
            page = self._read(following)
            yield from listed(page.value("value"))
            following = page.text("@odata.nextLink")

    def retract(self, community: str, remote_id: str) -> Removal:
        """Delete it softly: the text goes, a line stays that something was removed."""
        return self._removed("POST", f"{self._channel(community)}/messages/{remote_id}/softDelete", json={})

    @property
    def _team(self) -> str:
        return quote(self.team, safe="")

    def _channel(self, id_: str) -> str:
        return f"teams/{self._team}/channels/{quote(id_, safe='')}"

    def _community(self, channel: Mapping[str, Any], members: int = 0, visibility: str = "members") -> Community:
        """A channel; one that is shared with other teams may have outsiders in it and is never posted in."""
        shared = channel.get("membershipType") == "shared"
        return Community(
            id=str(channel.get("id") or ""),
            name=str(channel.get("displayName") or ""),
            members=members,
            visibility="world" if shared else visibility,
            may_post=not shared and not channel.get("isArchived"),
            url=str(channel.get("webUrl") or ""),
        )


def _changed(one: Mapping[str, Any]) -> datetime:
    times = [moment(one.get(name)) for name in ("lastModifiedDateTime", "createdDateTime")]
    return max((time for time in times if time != NEVER), default=NEVER)


def _stands(one: Mapping[str, Any]) -> bool:
    return one.get("messageType") == "message" and not one.get("deletedDateTime")


def _standing(one: Mapping[str, Any], root: str) -> Standing:
    id_ = str(one.get("id"))
    text = f"{one.get('subject') or ''}\n{at(one, 'body', 'content') or ''}"
    own = root if id_ == root else f"{root}/replies/{id_}"
    author = str(at(one, "from", "user", "id") or "")
    return Standing(own, root, author, moment(one.get("createdDateTime")), text, str(one.get("webUrl") or ""))
