"""matrix: a Matrix home server (Synapse and others), through its client-server API.

A post is an ``m.text`` event without formatting, so what was approved is what stands there, and it calls nobody
(``m.mentions`` is empty). Its marker is the transaction id, which the server itself refuses to take twice, and stands
in the event too. Replies come in two forms, thread replies and plain ones; both count. Rooms with end-to-end encryption
are refused: this program could not read back what it posted there.

Source: spec.matrix.org, client-server API v1.11; every call was run against Synapse 1.163.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from json import dumps
from secrets import token_hex
from typing import Any
from urllib.parse import quote

from nudger.errors import NetworkUnavailable, NudgerError
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

MARKER = "nudger.marker"
"""The field of an event that carries our marker; it counts only in events of our own account."""

TEXT = Capabilities(posts=True, reads=True, finds=True, retracts=True, dialect="plain", body_limit=40_000, unit="bytes")
"""An event may have 65,536 bytes; JSON escapes and signatures take their share."""

MARGIN = timedelta(hours=1)
"""How far the clocks of server and client may differ."""

_PAGE = 100
_STATE = ("name", "canonical_alias", "join_rules", "history_visibility", "guest_access", "encryption", "power_levels")
_CREATORS_RULE_FROM = 12
"""From this room version on, those who made a room may do everything, and stand in no list of powers."""
_KINDS = {
    "M_UNKNOWN_TOKEN": "auth",
    "M_MISSING_TOKEN": "auth",
    "M_FORBIDDEN": "forbidden",
    "M_NOT_FOUND": "not-found",
    "M_TOO_LARGE": "too-long",
    "M_LIMIT_EXCEEDED": "rate-limited",
}


@dataclass(frozen=True)
class Matrix:
    """One account on one home server. ``places`` are the room ids or aliases of the configuration."""

    name: str
    client: Client
    places: tuple[str, ...] = ()
    capabilities: Capabilities = TEXT

    def check(self) -> str:
        """The user id, ``@fatima:voorbeeld.example``."""
        return self._read("account/whoami").text("user_id")

    def communities(self) -> Sequence[Community]:
        """The rooms joined, those of the configuration first and in its order."""
        rooms = list(self._rooms())
        wanted = [room for place in self.places for room in rooms if room.called(place)]
        return tuple(dict.fromkeys([*wanted, *sorted(rooms, key=lambda room: room.name.casefold())]))

    def community(self, id_: str) -> Community | None:
        """The joined room, read now."""
        only = None if not id_.startswith("!") else id_
        return next((room for room in self._rooms(only) if room.called(id_)), None)

    def title(self, draft: Draft) -> str:
        """Nothing: the title is the first line."""
        return ""

    def render(self, draft: Draft) -> tuple[str, ...]:
        """Plain text: title, empty line, body."""
        return dialects.render(draft, self.capabilities)

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        """Send the event. The server answers a second time with the event of the first time."""
        room = quote(post.community.id, safe="")
        path = f"_matrix/client/v3/rooms/{room}/send/m.room.message/{quote(key, safe='')}"
        content = _content(post.parts[0], key, reply_to)
        answer = answers.attempted(lambda: self.client.send("PUT", path, json=content))
        if not isinstance(answer, Answer):
            return answer
        event = answer.text("event_id")
        if 200 <= answer.status < 300:
            return Published(event, _link(post.community.id, event)) if event else Unknown()
        return _refusal(answer)

    def find(self, post: Post, key: str, since: datetime) -> Sought:
        """Our own event with this marker; the whole room since then is looked through."""
        try:
            me = self.check()
            for event in self._events(post.community.id, since - MARGIN):
                if event.get("sender") == me and _mapping(event.get("content")).get(MARKER) == key:
                    return Published(str(event["event_id"]), _link(post.community.id, str(event["event_id"])))
        except NudgerError:
            return Unknown()
        return Absent()

    def activity(self, since: datetime, until: datetime) -> Iterator[Activity]:
        """Messages of the rooms in the configuration, of all joined rooms where it names none."""
        rooms = list(self._rooms())
        for room in [room for room in rooms if any(map(room.called, self.places))] or rooms:
            events = [event for event in self._events(room.id, since) if _is_message(event)]
            roots = _roots(events)
            for event in events:
                at = _time(event)
                if since <= at < until:
                    id_, root = str(event["event_id"]), roots[str(event["event_id"])]
                    yield Activity(id_, root, room.id, str(event.get("sender")), at, root != id_, _link(room.id, id_))

    def recent(self, community: str, since: datetime) -> Iterator[Recent]:
        """The messages that began a conversation in the room."""
        events = [event for event in self._events(community, since) if _is_message(event)]
        roots = _roots(events)
        for event in events:
            id_ = str(event["event_id"])
            if roots[id_] == id_:
                body = str(_mapping(event.get("content")).get("body", ""))
                yield Recent(id_, body, _time(event), _link(community, id_))

    def retract(self, community: str, remote_id: str) -> Removal:
        """Redact the event: its text goes, and a note stays that something was taken back."""
        room, event = quote(community, safe=""), quote(remote_id, safe="")
        # The same transaction id each time, so that taking back twice is as once.
        path = f"_matrix/client/v3/rooms/{room}/redact/{event}/nudger-{event}"
        answer = answers.attempted(lambda: self.client.send("PUT", path, json={}))
        if not isinstance(answer, Answer):
            return answer
        return Retracted() if 200 <= answer.status < 300 else _refusal(answer)

    # Reading

    @cached_property
    def _host(self) -> str:
        return self.client.url.split("//", 1)[1].split("/", 1)[0]

    def _read(self, path: str, params: Mapping[str, str | int] | None = None) -> Answer:
        read = lambda: self.client.get(f"_matrix/client/v3/{path}", params)  # noqa: E731 - said once, used once
        return answers.reading(self.name, self._host, read)

    def _rooms(self, only: str | None = None) -> Iterator[Community]:
        """Joined rooms with the few facts that matter, from one call that keeps nothing and marks nothing as read."""
        room: dict[str, Any] = {
            "state": {"types": [f"m.room.{name}" for name in _STATE], "lazy_load_members": True},
            "timeline": {"limit": 1, "types": ["m.room.message"], "lazy_load_members": True},
            "ephemeral": {"types": []},
            "account_data": {"types": []},
        }
        # Synapse keeps the answer to such a question for two minutes; an approval needs what is true now, so no
        # question is asked twice.
        room["timeline"]["not_senders"] = [f"@{token_hex(8)}:nobody.example"]
        if only:
            room["rooms"] = [only]
        filter_ = {"room": room, "presence": {"types": []}, "account_data": {"types": []}}
        found = self._read("sync", {"filter": dumps(filter_), "timeout": 0, "set_presence": "offline"})
        joined = _mapping(found.value("rooms", "join"))
        me = self.check() if joined else ""
        for id_, facts in joined.items():
            yield _room(id_, _mapping(facts), me, lambda room: self._made(room, me))

    def _made(self, room: str, me: str) -> bool:
        """Whether this account made the room, where that gives every power. Synapse leaves this out of a sync."""
        event = self._read(f"rooms/{quote(room, safe='')}/state/m.room.create", {"format": "event"})
        version, more = event.text("content", "room_version"), event.value("content", "additional_creators")
        creators = [event.text("sender"), *(more if isinstance(more, list) else [])]
        return version.isdigit() and int(version) >= _CREATORS_RULE_FROM and me in creators

    def _events(self, room: str, since: datetime) -> Iterator[Mapping[str, Any]]:
        """Messages of a room, newest first, to the first one before ``since`` or the beginning."""
        params: dict[str, str | int] = {"dir": "b", "limit": _PAGE, "filter": '{"types":["m.room.message"]}'}
        while True:
            page = self._read(f"rooms/{quote(room, safe='')}/messages", params)
            chunk = page.value("chunk")
            if not isinstance(chunk, list):
                raise NetworkUnavailable(
                    "network-reply-unusable", hint="network-hint", network=self.name, host=self._host
                )
            events = [event for event in chunk if isinstance(event, dict) and event.get("event_id")]
            for event in events:
                if _time(event) < since:
                    return
                yield event
            end = page.text("end")
            if not end or end == params.get("from"):
                return
            params["from"] = end


def _content(text: str, key: str, reply_to: str | None) -> dict[str, object]:
    content: dict[str, object] = {"msgtype": "m.text", "body": text, "m.mentions": {}, MARKER: key}
    if reply_to:
        fallback = {"m.in_reply_to": {"event_id": reply_to}, "is_falling_back": True}
        content["m.relates_to"] = {"rel_type": "m.thread", "event_id": reply_to, **fallback}
    return content


def _refusal(answer: Answer) -> Rejected | Unknown:
    """The server's own code says more than the status."""
    meant = answers.refused(answer)
    kind = _KINDS.get(answer.text("errcode"), "")
    if isinstance(meant, Unknown) or not kind:
        return meant
    return Rejected(kind, answers.wait(answer) if kind == "rate-limited" else 0.0)


def _room(id_: str, facts: Mapping[str, Any], me: str, is_creator: Callable[[str], bool]) -> Community:
    events = [*_list(facts, "state", "events"), *_list(facts, "timeline", "events")]
    state = {event.get("type"): _mapping(event.get("content")) for event in events if "state_key" in event}
    alias = str(state.get("m.room.canonical_alias", {}).get("alias", ""))
    members = _mapping(facts.get("summary")).get("m.joined_member_count")
    return Community(
        id=id_,
        name=str(state.get("m.room.name", {}).get("name", "")) or alias or id_,
        members=members if isinstance(members, int) else 0,
        visibility=_visibility(state),
        may_post="m.room.encryption" not in state and (_power_suffices(state, me) or is_creator(id_)),
        url=f"https://matrix.to/#/{id_}",
        alias=alias,
    )


def _visibility(state: Mapping[Any, Mapping[str, Any]]) -> str:
    history = state.get("m.room.history_visibility", {}).get("history_visibility")
    guests = state.get("m.room.guest_access", {}).get("guest_access")
    joining = state.get("m.room.join_rules", {}).get("join_rule", "invite")
    if history == "world_readable" or (guests == "can_join" and joining == "public"):
        return "world"
    return "organisation" if joining == "public" else "members"


def _power_suffices(state: Mapping[Any, Mapping[str, Any]], me: str) -> bool:
    levels = state.get("m.room.power_levels", {})
    own = _mapping(levels.get("users")).get(me, levels.get("users_default", 0))
    needed = _mapping(levels.get("events")).get("m.room.message", levels.get("events_default", 0))
    return isinstance(own, int) and isinstance(needed, int) and own >= needed


def _is_message(event: Mapping[str, Any]) -> bool:
    """A message that stands: not taken back, and not a later version of another one."""
    content = _mapping(event.get("content"))
    return "body" in content and _mapping(content.get("m.relates_to")).get("rel_type") != "m.replace"


def _roots(events: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The event that began each one's conversation; ``events`` are newest first."""
    roots: dict[str, str] = {}
    for event in reversed(events):
        id_, relation = str(event["event_id"]), _mapping(_mapping(event.get("content")).get("m.relates_to"))
        parent = relation.get("event_id") if relation.get("rel_type") == "m.thread" else None
        parent = parent or _mapping(relation.get("m.in_reply_to")).get("event_id")
        roots[id_] = roots.get(str(parent), str(parent)) if parent else id_
    return roots


def _time(event: Mapping[str, Any]) -> datetime:
    stamp = event.get("origin_server_ts")
    return datetime.fromtimestamp(stamp / 1000, UTC) if isinstance(stamp, int) else datetime.max.replace(tzinfo=UTC)


def _link(room: str, event: str) -> str:
    return f"https://matrix.to/#/{room}/{event}"


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(facts: Mapping[str, Any], *path: str) -> list[Mapping[str, Any]]:
    found: Any = facts
    for step in path:
        found = _mapping(found).get(step)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
