"""jive: Jive (Aurea) through its REST API core v3: discussions, questions, blog posts, and ideas where installed.

From documentation, not tried against the real service. Bodies are HTML. Before its JSON the server puts a line that
keeps it from being run as a script; it is taken off only where it stands. A post has no place for a marker that every
version keeps, so a lost one is looked for by its own words.

Sources: developers.jivesoftware.com, api/v3/cloud/rest (ContentService, DiscussionEntity, MessageEntity, PostEntity,
PlaceService); the line before the JSON: Jive's Android SDK, JiveJsonInputStream.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from nudger.networks.base import Capabilities, Community, Outcome, Post
from nudger.networks.connector import Connector, Standing, at, listed, moment, number, published
from nudger.networks.http import Answer

HTML = Capabilities(
    posts=True,
    reads=True,
    finds=True,
    retracts=True,
    dialect="html",
    title_limit=255,
    body_limit=40_000,
    titled=True,
)
GUARD = b"throw 'allowIllegalResourceCall is false.';"
_GROUPS = {"OPEN": "organisation", "MEMBER_ONLY": "organisation", "PRIVATE": "members", "SECRET": "members"}
_WITH_MESSAGES = ("discussion", "question")
"""The kinds whose replies are messages; the others have comments."""

Kind = Literal["discussion", "question", "post", "idea"]


@dataclass(frozen=True)
class Jive(Connector):
    """One account. ``kind`` is what a draft becomes; ids of posts are their places in the API (``contents/17``)."""

    kind: Kind = "discussion"

    can = HTML
    path = "api/core/v3/"

    def understood(self, answer: Answer) -> Answer:
        """Without the guard before the JSON."""
        return replace(answer, body=answer.body.removeprefix(GUARD).lstrip())

    def check(self) -> str:
        """The id of the person."""
        return self._account("people/@me", "id")

    def _listed(self) -> Iterator[Community]:
        return map(_community, self._pages("places", {"count": 100, "filter": "type(space,group,blog)"}))

    def _one(self, id_: str) -> Community | None:
        return _community(self._object(f"places/{id_}"))

    def _publish(self, post: Post, key: str, reply_to: str | None) -> Outcome:
        body = {"type": "text/html", "text": f"<body>{post.parts[0]}</body>"}
        if reply_to:
            path, prefix = self._below(reply_to)
            content: dict[str, Any] = {"type": prefix.rstrip("s/"), "content": body}
        else:
            path, prefix = "contents", "contents/"
            parent = f"{self.client.url}{self.path}places/{post.community.id}"
            content = {**_kind(self.kind), "subject": post.title, "content": body, "parent": parent}
        made = lambda answer: published(_id(answer.json), _link(answer.json), prefix)  # noqa: E731 - used once
        return self._sent(made, "POST", path, json=content)

    def _below(self, remote_id: str) -> tuple[str, str]:
        """Where a reply to this goes, and what ids of such replies begin with."""
        if self.kind in _WITH_MESSAGES:
            return f"messages/{remote_id}", "messages/"
        return f"{remote_id}/comments", "comments/"

    def _standing(self, community: str, since: datetime) -> Iterator[Standing]:
        """Contents by their latest activity, each with its replies."""
        newest: dict[str, str | int] = {"count": 100, "sort": "latestActivityDesc", "directive": "silent"}
        for content in self._pages(f"places/{community}/contents", newest):
            if moment(content.get("lastActivityDate", content.get("updated"))) < since:
                return
            root = f"contents/{_id(content)}"
            yield _standing(content, root, root)
            if content.get("replyCount"):
                yield from self._replies(root, str(content.get("type")))

    def _replies(self, root: str, kind: str) -> Iterator[Standing]:
        path, prefix = (
            (f"messages/{root}", "messages/") if kind in _WITH_MESSAGES else (f"{root}/comments", "comments/")
        )
        for reply in self._pages(path, {"count": 100}):
            yield _standing(reply, f"{prefix}{_id(reply)}", root)

    def _pages(self, path: str, params: Mapping[str, str | int]) -> Iterator[Mapping[str, Any]]:
        page = self._read(path, params)
        while True:
            yield from listed(page.value("list"))
            following = page.text("links", "next")
            if not following:
                return
            page = self._read(following)


def _kind(kind: Kind) -> dict[str, Any]:
    return {"type": "discussion", "question": True} if kind == "question" else {"type": kind}


def _id(content: object) -> str:
    """The key of the API; ``id`` alone is only the number in the address of a content."""
    return str(at(content, "contentID") or at(content, "id") or "")


def _link(content: object) -> str:
    return str(at(content, "resources", "html", "ref") or "")


def _standing(content: Mapping[str, Any], id_: str, root: str) -> Standing:
    title = str(content.get("subject") or "") if id_ == root else ""
    text = f"{title}\n{at(content, 'content', 'text') or ''}"
    return Standing(id_, root, str(at(content, "author", "id")), moment(content.get("published")), text, _link(content))


def _community(place: Mapping[str, Any]) -> Community:
    """A place; one that outsiders see is never posted in."""
    allowed = at(place, "resources", "contents", "allowed")
    outsiders = bool(place.get("visibleToExternalContributors"))
    return Community(
        id=str(place.get("placeID") or ""),
        name=str(place.get("name") or ""),
        members=number(place.get("memberCount")) or number(place.get("followerCount")),
        visibility="world" if outsiders else _GROUPS.get(str(place.get("groupType")), "organisation"),
        may_post=not outsiders and (not isinstance(allowed, list) or "POST" in allowed),
        url=_link(place),
    )
