"""nodebb: NodeBB through its write API v3 and read API, with a token of the person.

The wire was seen on a real NodeBB 4.11 once; this connector is tested against a stub of it. New accounts stand in a
moderator's queue (202, ``queued``). "Too fast" comes with status 400 and a sentence. There is no place for a marker: a
lost post is looked for by its own source.

Sources: repo NodeBB/NodeBB, public/openapi (write: topics, posts, posts/pid/raw; read: category, topic, categories).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from nudger.errors import NudgerError
from nudger.networks.base import Capabilities, Community, Outcome, Post, Queued, Rejected, Removal, Retracted
from nudger.networks.connector import Connector, Standing, at, listed, moment, number, published
from nudger.networks.http import Answer, Lost, NotSent

MARKDOWN = Capabilities(
    posts=True,
    reads=True,
    finds=True,
    retracts=True,
    dialect="markdown",
    title_limit=255,
    body_limit=32_000,
    titled=True,
)
_TOO_FAST = re.compile(r"\b(\d{1,5}) ?second", re.IGNORECASE)
"""What both languages of ours say of it; the server sends a sentence, and no code."""
_SIGNED_OUT = "not-authorised"
_WRITE = "api/v3/"


@dataclass(frozen=True)
class NodeBB(Connector):
    """One account. ``places`` are numbers or names of categories; ids of posts are ``topics/TID`` and ``posts/PID``."""

    can = MARKDOWN

    def understood(self, answer: Answer) -> Answer:
        """Too fast is 400, a bad token 403; without a token it says plainly Forbidden."""
        message = answer.text("status", "message")
        if answer.status == 400 and (found := _TOO_FAST.search(message)):
            return replace(answer, status=429, headers={**answer.headers, "retry-after": found[1]})
        signed_out = answer.status == 403 and (answer.text("status", "code") == _SIGNED_OUT or answer.json is None)
        return replace(answer, status=401) if signed_out else answer

    def check(self) -> str:
        """The id of the user. Raises LoginRefused also where the server takes us for a guest (0)."""
        return self._account("api/self", "uid")

    def _listed(self) -> Iterator[Community]:
        return map(self._community, self._categories())

    def _one(self, id_: str) -> Community | None:
        category = next((one for one in self._categories() if str(one.get("cid")) == id_), None)
        if category is None:
            return None
        page = f"api/category/{category.get('slug')}"
        may_post = self._read(page).value("privileges", "topics:create") is not False
        members = number(self._read("api/users").value("userCount"))
        place = self._community(category, "world" if self._open(page) else "organisation")
        return replace(place, may_post=may_post, members=members)

    def _open(self, page: str) -> bool:
        """Whether somebody without an account can read it."""
        try:
            return self.client.stranger().get(page).value("cid") is not None
        except (NotSent, Lost):
            return True

    def _publish(self, post: Post, key: str, reply_to: str | None) -> Outcome:
        if reply_to:
            return self._sent(self._replied, "POST", f"{_WRITE}{reply_to}", json={"content": post.parts[0]})
        content = {"cid": int(post.community.id), "title": post.title, "content": post.parts[0]}
        return self._sent(self._begun, "POST", f"{_WRITE}topics", json=content)

    def _begun(self, answer: Answer) -> Outcome:
        return _queued(answer) or published(
            answer.text("response", "tid"), self._topic(answer.text("response", "tid")), "topics/"
        )

    def _replied(self, answer: Answer) -> Outcome:
        pid = answer.text("response", "pid")
        return _queued(answer) or published(pid, f"{self.client.url}post/{pid}", "posts/")

    def _standing(self, community: str, since: datetime) -> Iterator[Standing]:
        """Topics by their latest reply, each with its posts."""
        category = next((one for one in self._categories() if str(one.get("cid")) == community), None)
        if category is None:
            return
        for topic in self._pages(f"api/category/{category.get('slug')}", "topics", {"sort": "recently_replied"}):
            pinned = bool(topic.get("pinned"))
            if moment(topic.get("lastposttimeISO")) < since and not pinned:
                return
            if not topic.get("deleted"):
                yield from self._conversation(topic)

    def _conversation(self, topic: Mapping[str, Any]) -> Iterator[Standing]:
        root = f"topics/{topic.get('tid')}"
        for one in self._pages(f"api/topic/{topic.get('slug')}", "posts", {}):
            first = one.get("pid") == topic.get("mainPid")
            id_, link = (root, self._topic(str(topic.get("tid")))) if first else _below(self.client.url, one)
            title = html.unescape(str(topic.get("title"))) if first else ""
            if not one.get("deleted"):
                key = str(one.get("pid"))
                yield Standing(id_, root, str(one.get("uid")), moment(one.get("timestampISO")), title, link, key)

    def _source(self, one: Standing) -> str:
        """Title and source; here ``marker`` is the number of the post."""
        return f"{one.text}\n{self._read(f'{_WRITE}posts/{one.marker}/raw').text('response', 'content')}"

    def retract(self, community: str, remote_id: str) -> Removal:
        """Delete it; what is deleted already is refused like what we may not delete, so we look."""
        removal = self._removed("DELETE", f"{_WRITE}{remote_id}/state")
        return Retracted() if removal == Rejected("invalid") and self._gone(remote_id) else removal

    def _gone(self, remote_id: str) -> bool:
        try:
            return bool(self._read(f"{_WRITE}{remote_id}").value("response", "deleted"))
        except NudgerError:
            return False

    def _categories(self) -> Iterator[Mapping[str, Any]]:
        todo = list(listed(self._read("api/categories").value("categories")))
        while todo:
            category = todo.pop(0)
            yield category
            todo += listed(category.get("children"))

    def _pages(self, path: str, what: str, params: Mapping[str, str | int]) -> Iterator[Mapping[str, Any]]:
        number_, pages = 1, 1
        while number_ <= pages:
            page = self._read(path, {**params, "page": number_})
            yield from listed(page.value(what))
            number_, pages = number_ + 1, number(page.value("pagination", "pageCount"))

    def _topic(self, tid: str) -> str:
        return f"{self.client.url}topic/{tid}"

    def _community(self, category: Mapping[str, Any], visibility: str = "organisation") -> Community:
        slug = str(category.get("slug") or "")
        return Community(
            id=str(category.get("cid") or ""),
            name=html.unescape(str(category.get("name") or "")),
            visibility=visibility,
            may_post=not category.get("disabled"),
            url=f"{self.client.url}category/{slug}",
            alias=slug,
        )


def _queued(answer: Answer) -> Queued | None:
    held = answer.value("response", "queued") is True
    return Queued(str(at(answer.value("response"), "id") or "")) if held else None


def _below(url: str, one: Mapping[str, Any]) -> tuple[str, str]:
    return f"posts/{one.get('pid')}", f"{url}post/{one.get('pid')}"
