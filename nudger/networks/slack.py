"""slack: Slack through its Web API, with a token of the organisation's own internal app.

From documentation, not tried against the real service. Refusals come with status 200 and ``ok: false``. The marker
stands in the metadata of a message. Text is sent with markup turned off, and ``<``, ``>`` and ``&`` escaped, so that
nobody is called. Our own app keeps the usual limits; a shared one would read once a minute (since 2025-05-29).

Sources: docs.slack.dev (chat.postMessage, chat.delete, conversations.history, .replies, .info, users.conversations,
auth.test, rate limits, message metadata, formatting text); slackapi/slack-api-specs#10 (no idempotency).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from nudger.errors import NudgerError
from nudger.networks.base import Capabilities, Community, Outcome, Post, Removal
from nudger.networks.connector import Connector, Standing, at, listed, moment, number, published
from nudger.networks.http import Answer

API = "https://slack.com"
MRKDWN = Capabilities(posts=True, reads=True, finds=True, retracts=True, dialect="mrkdwn", body_limit=4_000)
"""Longer texts may be split by Slack itself; it cuts at 40,000."""
LOOK_BACK = timedelta(days=30)
"""A thread older than this is not looked at for new replies."""
EVENT = "nudger_post"
_MEANT = {
    **dict.fromkeys(("invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive"), 401),
    **dict.fromkeys(("missing_scope", "not_in_channel", "is_archived", "restricted_action", "no_permission"), 403),
    **dict.fromkeys(("channel_not_found", "message_not_found", "thread_not_found"), 404),
    **dict.fromkeys(("fatal_error", "internal_error", "service_unavailable", "request_timeout"), 500),
    "msg_too_long": 413,
    "ratelimited": 429,
    "rate_limited": 429,
}
"""The status that an ``error`` means. After the fourth group Slack may have posted it all the same."""


@dataclass(frozen=True)
class Slack(Connector):
    """One account in one workspace. Ids of posts are their time (``ts``)."""

    can = MRKDWN
    path = "api/"
    ids = re.compile(r"[CG][A-Z0-9]{6,20}")
    marks = True

    def understood(self, answer: Answer) -> Answer:
        """The status by what stands in ``error``."""
        if not 200 <= answer.status < 300 or answer.value("ok") is not False:
            return answer
        return replace(answer, status=_MEANT.get(answer.text("error"), 400))

    def check(self) -> str:
        """The id of the user."""
        return self._account("auth.test", "user_id")

    def _listed(self) -> Iterator[Community]:
        kinds = {"types": "public_channel,private_channel", "exclude_archived": "true"}
        return (self._community(one) for one in self._pages("users.conversations", "channels", kinds))

    def _one(self, id_: str) -> Community | None:
        asked: dict[str, str | int] = {"channel": id_, "include_num_members": "true"}
        return self._community(self._object("conversations.info", "channel", params=asked))

    def _publish(self, post: Post, key: str, reply_to: str | None) -> Outcome:
        content: dict[str, Any] = {
            "channel": post.community.id,
            "text": post.parts[0],
            "mrkdwn": False,
            "parse": "none",
            "link_names": False,
            "unfurl_links": False,
            "unfurl_media": False,
            "metadata": {"event_type": EVENT, "event_payload": {"marker": key}},
            **({"thread_ts": reply_to} if reply_to else {}),
        }
        made = lambda answer: published(answer.text("ts"), self._link(post.community.id, answer.text("ts")))  # noqa: E731 - used once
        return self._sent(made, "POST", "chat.postMessage", json=content)

    def _standing(self, community: str, since: datetime) -> Iterator[Standing]:
        from_ = {"channel": community, "include_all_metadata": "true", "oldest": f"{since.timestamp():.6f}"}
        earlier = {**from_, "oldest": f"{(since - LOOK_BACK).timestamp():.6f}"}
        for post in self._pages("conversations.history", "messages", earlier):
            root = str(post.get("thread_ts") or post.get("ts"))
            yield from self._stands(post, community, root)
            if post.get("reply_count") and moment(post.get("latest_reply")) >= since:
                for reply in self._pages("conversations.replies", "messages", {**from_, "ts": root}):
                    if reply.get("ts") != root:
                        yield from self._stands(reply, community, root)

    def retract(self, community: str, remote_id: str) -> Removal:
        """Delete the message."""
        return self._removed("POST", "chat.delete", json={"channel": community, "ts": remote_id})

    def _stands(self, one: Mapping[str, Any], community: str, root: str) -> Iterator[Standing]:
        """A message of a person or an app; what the channel itself tells has a ``subtype``."""
        if one.get("subtype") in (None, "bot_message") and one.get("ts"):
            ts = str(one["ts"])
            ours = at(one, "metadata", "event_type") == EVENT
            marker = str(at(one, "metadata", "event_payload", "marker") or "") if ours else ""
            author, link = str(one.get("user") or one.get("bot_id")), self._link(community, ts)
            yield Standing(ts, root, author, moment(ts), str(one.get("text")), link, marker)

    def _pages(self, method: str, what: str, params: Mapping[str, str | int]) -> Iterator[Mapping[str, Any]]:
        cursor = ""
        while True:
            page = self._read(method, {**params, "limit": 200, **({"cursor": cursor} if cursor else {})})
            yield from listed(page.value(what))
            cursor = page.text("response_metadata", "next_cursor")
            if not cursor:
                return

    @cached_property
    def _site(self) -> str:
        """The address of the workspace; empty where it is not told, for a post stands without it too."""
        try:
            return self._read("auth.test").text("url")
        except NudgerError:
            return ""

    def _link(self, community: str, ts: str) -> str:
        return f"{self._site}archives/{community}/p{ts.replace('.', '')}" if ts and self._site else ""

    def _community(self, channel: Mapping[str, Any]) -> Community:
        """A channel; one that is shared with other organisations is never posted in."""
        outsiders = bool(channel.get("is_ext_shared") or channel.get("is_pending_ext_shared"))
        inside = "members" if channel.get("is_private") else "organisation"
        return Community(
            id=str(channel.get("id") or ""),
            name=str(channel.get("name") or ""),
            members=number(channel.get("num_members")),
            visibility="world" if outsiders else inside,
            may_post=not outsiders and bool(channel.get("is_member", True)) and not channel.get("is_archived"),
        )
