"""viva-engage: Viva Engage (Yammer) through its REST API v1, with a delegated Entra token.

From documentation, not tried against the real service. Posts are form-encoded and plain. A post without a group would
go to All Company, so one without a numeric group is refused here. There is no place for a marker: a lost post is looked
for by its own words, and taken for absent only where this account wrote nothing at all in that group since.

Sources: learn.microsoft.com/rest/api/yammer, pages messages-json-post, messagesjson, messagesin_threadthreadidjson,
yammer-api-rate-limits (one poll a minute, or the app is blocked); form of a message: Apache Camel, camel-yammer.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from nudger.errors import NudgerError, Refused
from nudger.networks import answers, dialects
from nudger.networks.base import (
    Absent,
    Activity,
    Capabilities,
    Community,
    Draft,
    Outcome,
    Post,
    Published,
    Recent,
    Rejected,
    Removal,
    Retracted,
    Sought,
    Unknown,
)
from nudger.networks.http import Answer, Client

API = "https://www.yammer.com"
PLAIN = Capabilities(posts=True, reads=True, finds=True, retracts=True, dialect="plain", body_limit=10_000)
POLL_SECONDS = 60.0
"""A group is read once in this time at most; within it the earlier answer serves."""

_DATES = ("%Y/%m/%d %H:%M:%S %z", "%Y-%m-%dT%H:%M:%S.%f%z", "%Y-%m-%dT%H:%M:%S%z")
_NEVER = datetime.max.replace(tzinfo=UTC)

Message = Mapping[str, Any]


@dataclass(frozen=True)
class VivaEngage:
    """One account. ``places`` are the group ids of the configuration, as a number or as Microsoft Graph writes them."""

    name: str
    client: Client
    places: tuple[str, ...] = ()
    capabilities: Capabilities = PLAIN
    every: float = POLL_SECONDS
    _read_at: dict[str, tuple[float, datetime, list[Message]]] = field(default_factory=dict, compare=False)

    def check(self) -> str:
        """The id of the user, with that of the network (an account belongs to one)."""
        me = self._read("users/current.json")
        return f"{me.text('id')}@{me.text('network_id')}"

    def communities(self) -> Sequence[Community]:
        """The groups of the configuration, then the others that this account is in."""
        mine = self._read("groups.json", {"mine": 1}).json
        groups = [_community(group) for group in mine if isinstance(group, dict)] if isinstance(mine, list) else []
        wanted = filter(None, (self.community(place) for place in self.places))
        return tuple({group.id: group for group in (*wanted, *groups)}.values())

    def community(self, id_: str) -> Community | None:
        """The group, read now."""
        number = group_number(id_)
        try:
            found = self._read(f"groups/{number}.json").json if number else None
        except Refused:
            return None
        return _community(found, "" if id_ == number else id_) if isinstance(found, dict) else None

    def title(self, draft: Draft) -> str:
        """Nothing: the title is the first line."""
        return ""

    def render(self, draft: Draft) -> tuple[str, ...]:
        """Plain text: title, empty line, body."""
        return dialects.render(draft, self.capabilities)

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        """Post in a numbered group, or below a post; never where it could land with All Company."""
        if not (post.community.id.isascii() and post.community.id.isdigit()):
            return Rejected("not-found")
        place = {"replied_to_id": reply_to} if reply_to else {"group_id": post.community.id}
        form = {"body": post.parts[0], **place}
        answer = answers.attempted(lambda: self.client.send("POST", "api/v1/messages.json", form=form))
        if not isinstance(answer, Answer):
            return answer
        if not 200 <= answer.status < 300:
            return answers.refused(answer)
        remote_id = answer.text("messages", 0, "id")
        return Published(remote_id, answer.text("messages", 0, "web_url")) if remote_id else Unknown()

    def find(self, post: Post, key: str, since: datetime) -> Sought:
        """Our own post of these words; absent only where we wrote nothing there since."""
        try:
            me = self.check().partition("@")[0]
            own = [one for one in self._messages(post.community.id, since) if str(one.get("sender_id")) == me]
        except NudgerError:
            return Unknown()
        same = next((one for one in own if _words(_text(one)) == _words(post.parts[0])), None)
        if same:
            return Published(str(same["id"]), str(same.get("web_url", "")))
        return Unknown() if own else Absent()

    def activity(self, since: datetime, until: datetime) -> Iterator[Activity]:
        """Messages of the groups in the configuration."""
        network = self.check().partition("@")[2]
        for group in filter(None, map(group_number, self.places)):
            for one in self._polled(group, since):
                at, id_, root = _time(one), str(one["id"]), str(one.get("thread_id") or one["id"])
                if since <= at < until:
                    author, url = f"{one.get('sender_id')}@{network}", str(one.get("web_url", ""))
                    yield Activity(id_, root, group, author, at, id_ != root, url)

    def recent(self, community: str, since: datetime) -> Iterator[Recent]:
        """The messages that began a conversation in the group."""
        for one in self._polled(group_number(community), since):
            id_ = str(one["id"])
            if str(one.get("thread_id") or id_) == id_ and since <= _time(one) < _NEVER:
                yield Recent(id_, _text(one), _time(one), str(one.get("web_url", "")))

    def retract(self, community: str, remote_id: str) -> Removal:
        """Delete the message; one that is gone already counts as taken back."""
        answer = answers.attempted(lambda: self.client.send("DELETE", f"api/v1/messages/{remote_id}"))
        if not isinstance(answer, Answer):
            return answer
        return Retracted() if 200 <= answer.status < 300 or answer.status == 404 else answers.refused(answer)

    # Reading

    def _read(self, path: str, params: Mapping[str, str | int] | None = None) -> Answer:
        host = urlsplit(self.client.url).netloc
        return answers.reading(self.name, host, lambda: self.client.get(f"api/v1/{path}", params))

    def _polled(self, group: str, since: datetime) -> list[Message]:
        """The messages of a group, asked for once a minute at most."""
        read_at, from_, kept = self._read_at.get(group, (-self.every, _NEVER, []))
        if monotonic() - read_at >= self.every or from_ > since:
            kept = list(self._messages(group, since))
            self._read_at[group] = (monotonic(), since, kept)
        return kept

    def _messages(self, group: str, since: datetime) -> Iterator[Message]:
        """Messages of a group, newest first, paging back to the first one before ``since``."""
        params: dict[str, str | int] = {}
        while True:
            page = self._read(f"messages/in_group/{group}.json", params)
            found = page.value("messages")
            messages = [one for one in found if isinstance(one, dict) and one.get("id")] if found else []
            for one in messages:
                if _time(one) < since - timedelta(seconds=1):  # whole seconds on the wire
                    return
                yield one
            if not messages or not page.value("meta", "older_available"):
                return
            params["older_than"] = min(int(one["id"]) for one in messages)


def group_number(id_: str) -> str:
    """The number of a group, also from Graph's id (base64 of JSON with the number in it); empty when there is none."""
    if id_.isascii() and id_.isdigit():
        return id_
    try:
        inside = json.loads(base64.urlsafe_b64decode(id_ + "=" * (-len(id_) % 4)))
    except ValueError:
        return ""
    number = str(inside.get("id", "")) if isinstance(inside, dict) else ""
    return number if number.isascii() and number.isdigit() else ""


def _community(group: Mapping[str, Any], alias: str = "") -> Community:
    """A group; one that outsiders belong to is never posted in."""
    stats = group.get("stats")
    members = stats.get("members") if isinstance(stats, dict) else 0
    outsiders = bool(group.get("external"))
    inside = "members" if group.get("privacy") == "private" else "organisation"
    return Community(
        id=str(group.get("id", "")),
        name=str(group.get("full_name") or group.get("name") or ""),
        members=members if isinstance(members, int) else 0,
        visibility="world" if outsiders else inside,
        may_post=not outsiders,
        url=str(group.get("web_url", "")),
        alias=alias,
    )


def _text(message: Message) -> str:
    body = message.get("body")
    return str(body.get("plain", "")) if isinstance(body, dict) else ""


def _words(text: str) -> list[str]:
    return text.split()


def _time(message: Message) -> datetime:
    for form in _DATES:
        try:
            return datetime.strptime(str(message.get("created_at")), form).astimezone(UTC)
        except ValueError:
            continue
    return _NEVER
