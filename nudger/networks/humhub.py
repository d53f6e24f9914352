"""humhub: HumHub through its REST API module, with a token of the person.

From documentation, not tried against the real service. Posts and comments have no place for a marker: a lost one is
looked for by its own source. Spaces are named by the id of their content container, by which posts are made.

Sources: repo humhub/rest, docs/swagger (auth, space, post, content, comment). Times carry no zone; they are taken
for UTC.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nudger.networks.base import Capabilities, Community, Outcome, Post
from nudger.networks.connector import Connector, Standing, at, listed, moment, number, published

MARKDOWN = Capabilities(posts=True, reads=True, finds=True, retracts=True, dialect="markdown", body_limit=40_000)
POST = "humhub\\modules\\post\\models\\Post"
_PAGE = 100
_WHO = {0: "members", 1: "organisation", 2: "world"}


@dataclass(frozen=True)
class HumHub(Connector):
    """One account. Ids of posts are ``post/ID``, of comments ``comment/ID``."""

    can = MARKDOWN
    path = "api/v1/"

    def check(self) -> str:
        """The id of the user."""
        return self._account("auth/current", "id")

    def _listed(self) -> Iterator[Community]:
        return map(_community, self._pages("space"))

    def _one(self, id_: str) -> Community | None:
        space = next((one for one in self._pages("space") if str(one.get("contentcontainer_id")) == id_), None)
        if space is None:
            return None
        return _community(space, number(self._read(f"space/{space.get('id')}/membership").value("total")))

    def _publish(self, post: Post, key: str, reply_to: str | None) -> Outcome:
        if reply_to:
            below = {"objectModel": POST, "objectId": int(reply_to.rpartition("/")[2])}
            comment = {**below, "Comment": {"message": post.parts[0]}}
            made = lambda answer: published(answer.text("id"), prefix="comment/")  # noqa: E731 - used once
            return self._sent(made, "POST", "comment", json=comment)
        content = {"data": {"message": post.parts[0]}}
        link = ("content", "metadata", "url")
        made = lambda answer: published(answer.text("id"), answer.text(*link), "post/")  # noqa: E731 - used once
        return self._sent(made, "POST", f"post/container/{post.community.id}", json=content)

    def _standing(self, community: str, since: datetime) -> Iterator[Standing]:
        """Posts by their latest change (a comment is one), each with its comments."""
        for content in self._pages(f"content/findByContainer/{community}", {"orderBy": "lastUpdate"}):
            known = content.get("metadata")
            if moment(at(known, "updated_at") or at(known, "created_at")) < since:
                return
            if at(known, "object_model") == POST:
                yield from self._conversation(content)

    def _conversation(self, content: Mapping[str, Any]) -> Iterator[Standing]:
        known = content.get("metadata")
        root = f"post/{at(known, 'object_id')}"
        author, link = str(at(known, "created_by", "id")), str(at(known, "url") or "")
        yield Standing(root, root, author, moment(at(known, "created_at")), url=link)
        if number(at(content, "comments", "total")):
            for one in self._pages(f"comment/content/{at(known, 'id')}"):
                at_, text = moment(one.get("createdAt")), str(one.get("message"))
                yield Standing(f"comment/{one.get('id')}", root, str(at(one, "createdBy", "id")), at_, text)

    def _source(self, one: Standing) -> str:
        return one.text or self._read(one.id).text("message")

    def _pages(self, path: str, params: Mapping[str, str | int] | None = None) -> Iterator[Mapping[str, Any]]:
        number_, pages = 1, 1
        while number_ <= pages:
            page = self._read(path, {**(params or {}), "page": number_, "limit": _PAGE})
            yield from listed(page.value("results"))
            number_, pages = number_ + 1, number(page.value("pages"))


def _community(space: Mapping[str, Any], members: int = 0) -> Community:
    return Community(
        id=str(space.get("contentcontainer_id") or ""),
        name=str(space.get("name") or ""),
        members=members,
        visibility=_WHO.get(number(space.get("visibility")), ""),
        may_post=space.get("status", 1) == 1,
        url=str(space.get("url") or ""),
    )
