"""zulip: Zulip through its REST API, with the API key of a person or a bot.

From documentation, not tried against the real service. A post is a message in a topic with the draft's title; its
replies are the later messages of that topic. The server cuts what is too long without a word, so that is refused here.
There is no place for a marker: a lost post is looked for by its own source. Zulip's Markdown knows no backslash; what
it would read as markup is written as character references (dialect ``zulip``).

Sources: zulip.com/api (send-message, get-messages, get-subscriptions, get-subscribers, delete-message, rest-error-
handling); repo zulip/zulip, zerver/lib/markdown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from nudger.errors import NudgerError
from nudger.networks.base import Capabilities, Community, Outcome, Post, Rejected, Removal, Retracted, Sought
from nudger.networks.connector import Connector, Standing, listed, moment, not_begun, number, published
from nudger.networks.http import Lost, NotSent

TOPICS = Capabilities(
    posts=True,
    reads=True,
    finds=True,
    retracts=True,
    dialect="zulip",
    title_limit=60,
    body_limit=10_000,
    titled=True,
)
NO_TOPIC = "(no topic)"
_PAGE = 100
_SECOND = timedelta(seconds=1)
"""Times on the wire are whole seconds."""


@dataclass(frozen=True)
class Zulip(Connector):
    """One account. ``places`` are the ids or names of channels that it is subscribed to."""

    can = TOPICS
    path = "api/v1/"

    def check(self) -> str:
        """The id of the user."""
        return self._account("users/me", "user_id")

    def _listed(self) -> Iterator[Community]:
        return map(self._community, self._subscriptions())

    def _one(self, id_: str) -> Community | None:
        channel = next((one for one in self._subscriptions() if str(one.get("stream_id")) == id_), None)
        if channel is None:
            return None
        members = self._read(f"streams/{id_}/members").value("subscribers")
        return self._community(channel, len(members) if isinstance(members, list) else 0)

    def _publish(self, post: Post, key: str, reply_to: str | None) -> Outcome:
        try:
            topic = self._topic(reply_to) if reply_to else post.title or NO_TOPIC
        except NudgerError as error:
            return not_begun(error)
        form = {"type": "stream", "to": post.community.id, "topic": topic, "content": post.parts[0]}
        made = lambda answer: published(answer.text("id"), self._link(post.community.id, topic, answer.text("id")))  # noqa: E731 - used once
        return self._sent(made, "POST", "messages", form=form)

    def _standing(self, community: str, since: datetime) -> Iterator[Standing]:
        roots: dict[str, str] = {}
        for one in self._messages(community, since - _SECOND):
            id_, topic = str(one.get("id")), str(one.get("subject"))
            root = roots.get(topic) or roots.setdefault(topic, self._begin(community, topic) or id_)
            text = f"{topic if root == id_ else ''}\n{one.get('content')}"
            at_, link = moment(one.get("timestamp")), self._link(community, topic, id_)
            yield Standing(id_, root, str(one.get("sender_id")), at_, text, link)

    def retract(self, community: str, remote_id: str) -> Removal:
        """Delete the message; the server refuses one that is gone like one that we may not delete, so we look."""
        removal = self._removed("DELETE", f"messages/{remote_id}")
        return Retracted() if removal == Rejected("invalid") and not self._there(remote_id) else removal

    def find(self, post: Post, key: str, since: datetime) -> Sought:
        """As everywhere, a second earlier."""
        return super().find(post, key, since - _SECOND)

    # Reading

    def _there(self, id_: str) -> bool:
        try:
            return self.client.get(f"{self.path}messages/{id_}").status != 400
        except (NotSent, Lost):
            return True

    def _topic(self, id_: str) -> str:
        return self._read(f"messages/{id_}").text("message", "subject")

    def _begin(self, community: str, topic: str) -> str:
        """The id of the first message of a topic."""
        narrow: list[dict[str, Any]] = [{"operator": "stream", "operand": int(community)}]
        narrow.append({"operator": "topic", "operand": topic})
        first = self._read("messages", self._window("oldest", 0, 1, narrow))
        return first.text("messages", 0, "id")

    def _messages(self, community: str, since: datetime) -> Iterator[dict[str, Any]]:
        """The messages of a channel, newest first, to the first one before ``since``."""
        narrow = [{"operator": "stream", "operand": int(community)}]
        anchor: str = "newest"
        while True:
            page = self._read("messages", self._window(anchor, _PAGE, 0, narrow))
            found = sorted(listed(page.value("messages")), key=_number, reverse=True)
            for one in found:
                if moment(one.get("timestamp")) < since:
                    return
                yield dict(one)
            if not found or page.value("found_oldest"):
                return
            anchor = str(_number(found[-1]))

    def _window(self, anchor: str, before: int, after: int, narrow: list[dict[str, Any]]) -> dict[str, str | int]:
        return {
            "anchor": anchor,
            "include_anchor": "true" if anchor == "oldest" else "false",
            "num_before": before,
            "num_after": after,
            "narrow": json.dumps(narrow),
            "apply_markdown": "false",
        }

    def _subscriptions(self) -> list[Any]:
        return listed(self._read("users/me/subscriptions").value("subscriptions"))

    def _link(self, community: str, topic: str, id_: str) -> str:
        hidden = quote(topic, safe="").replace(".", "%2E").replace("%", ".")
        return f"{self.client.url}#narrow/channel/{community}/topic/{hidden}/near/{id_}"

    def _community(self, channel: dict[str, Any], members: int = 0) -> Community:
        inside = "members" if channel.get("invite_only") else "organisation"
        return Community(
            id=str(channel.get("stream_id") or ""),
            name=str(channel.get("name") or ""),
            members=members,
            visibility="world" if channel.get("is_web_public") else inside,
            may_post=channel.get("stream_post_policy", 1) == 1 and not channel.get("is_archived"),
            url=f"{self.client.url}#narrow/channel/{channel.get('stream_id')}",
        )


def _number(message: Mapping[str, Any]) -> int:
    return number(message.get("id"))
