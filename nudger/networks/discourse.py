"""discourse: Discourse through its API, with an administrator's key for one user, or a user's own key.

From documentation, not tried against the real service. Our marker is the ``external_id`` of a topic, by which it is
found again; a reply is looked for by its own source. The list of all posts comes in windows of fifty ids, in which any
number may be missing. A site can hold new posts back for a moderator; then it says so (Queued).

Sources: repo discourse/discourse_api_docs, openapi.json; discourse/discourse, posts_controller (windows of ids); for
limits meta.discourse.org, global rate limits (a user's key: 20 requests a minute).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nudger.errors import LoginRefused, NudgerError, Refused
from nudger.networks.base import (
    Absent,
    Capabilities,
    Community,
    Outcome,
    Post,
    Published,
    Queued,
    Rejected,
    Removal,
    Sought,
    Unknown,
)
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
_WINDOW = 50
_MOST_WINDOWS = 200


@dataclass(frozen=True)
class Discourse(Connector):
    """One account. ``places`` are numbers or names of categories; ids of posts are ``t/TOPIC`` and ``posts/POST``."""

    can = MARKDOWN

    def check(self) -> str:
        """The name of the user, which stands at every post. Only who is not signed in is refused here."""
        try:
            return self._account("session/current.json", "current_user", "username")
        except Refused:
            raise LoginRefused("network-login-refused", hint="network-login-refused-hint", network=self.name) from None

    def _listed(self) -> Iterator[Community]:
        return map(self._community, listed(self._read("site.json").value("categories")))

    def _one(self, id_: str) -> Community | None:
        category = self._object(f"c/{id_}/show.json", "category")
        if category.get("read_restricted"):
            return self._community(category)
        stats = self._read("about.json").value("about", "stats")
        users = number(at(stats, "users_count")) or number(at(stats, "user_count"))
        return self._community(category, users, "world" if self._open(id_) else "organisation")

    def _open(self, id_: str) -> bool:
        """Whether somebody without an account can read the category."""
        try:
            return self.client.stranger().get(f"c/{id_}/show.json").value("category") is not None
        except (NotSent, Lost):
            return True

    def _publish(self, post: Post, key: str, reply_to: str | None) -> Outcome:
        content: dict[str, Any] = {"raw": post.parts[0]}
        if reply_to:
            content["topic_id"] = int(reply_to.rpartition("/")[2])
        else:
            content |= {"title": post.title, "category": int(post.community.id), "external_id": key}
        outcome = self._sent(lambda answer: self._made(answer, bool(reply_to)), "POST", "posts.json", json=content)
        return Rejected("auth") if outcome == Rejected("forbidden") and not self._signed_in() else outcome

    def _signed_in(self) -> bool:
        """A wrong key and a closed category are refused alike, so this looks which it was."""
        try:
            return bool(self.check())
        except LoginRefused:
            return False
        except NudgerError:
            return True

    def _made(self, answer: Answer, reply: bool) -> Outcome:
        if answer.text("action") == "enqueued":
            return Queued(answer.text("pending_post", "id"))
        topic, link = answer.text("topic_id"), self._link(answer.text("topic_id"), answer.text("post_number") or "1")
        return published(answer.text("id"), link, "posts/") if reply else published(topic, link, "t/")

    def find(self, post: Post, key: str, since: datetime) -> Sought:
        """By its ``external_id``; what may be a reply, by its source."""
        if not post.title:
            return super().find(post, key, since)
        try:
            topic = self._read(f"t/external_id/{key}.json").text("id")
        except Refused:
            return Absent()
        except NudgerError:
            return Unknown()
        return Published(f"t/{topic}", self._link(topic, "1")) if topic else Unknown()

    def _standing(self, community: str, since: datetime) -> Iterator[Standing]:
        for one in self._posts(since):
            if str(one.get("category_id")) == community and one.get("post_type", 1) == 1:
                yield self._stands(one)

    def _posts(self, since: datetime) -> Iterator[Mapping[str, Any]]:
        """The posts of the whole site that this account sees, newest first, to the first one before ``since``."""
        page, lowest = self._read("posts.json"), 0
        for _ in range(_MOST_WINDOWS):
            found = listed(page.value("latest_posts"))
            for one in found:
                if moment(one.get("created_at")) < since:
                    return
                yield one
            lowest = min([*(number(one.get("id")) for one in found), lowest - _WINDOW if lowest else 1 << 62])
            if lowest <= 1 or lowest == 1 << 62:
                return
            page = self._read("posts.json", {"before": lowest - 1})

    def _stands(self, one: Mapping[str, Any]) -> Standing:
        root, number_ = f"t/{one.get('topic_id')}", str(one.get("post_number"))
        id_, title = (root, one.get("topic_title")) if number_ == "1" else (f"posts/{one.get('id')}", "")
        link = self._link(str(one.get("topic_id")), number_)
        text = f"{title or ''}\n{one.get('raw')}"
        return Standing(id_, root, str(one.get("username")), moment(one.get("created_at")), text, link)

    def retract(self, community: str, remote_id: str) -> Removal:
        """Delete topic or reply."""
        return self._removed("DELETE", f"{remote_id}.json")

    def _link(self, topic: str, number_: str) -> str:
        return f"{self.client.url}t/{topic}/{number_}"

    def _community(self, category: Mapping[str, Any], members: int = 0, outside: str = "organisation") -> Community:
        return Community(
            id=str(category.get("id") or ""),
            name=str(category.get("name") or ""),
            members=members,
            visibility="members" if category.get("read_restricted") else outside,
            may_post=category.get("permission") in (1, None),
            url=f"{self.client.url}c/{category.get('slug')}/{category.get('id')}",
            alias=str(category.get("slug") or ""),
        )
