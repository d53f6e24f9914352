"""What the connectors over HTTP share: the draft's form, looking for a post, counting replies, one reading of refusals.

A connector says how its server names things: ``_listed`` and ``_one`` for communities, ``_publish`` for a post,
``_standing`` for what stands in a community. ``understood`` gives an answer the status that it means, for servers whose
status says something else (Slack refuses with 200, NodeBB says "too fast" with 400).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar, TypeVar
from urllib.parse import urlsplit

from nudger.errors import LoginRefused, NetworkUnavailable, NudgerError, Refused
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

T = TypeVar("T")
NEVER = datetime.max.replace(tzinfo=UTC)
"""The time of what carries no time that can be read: it counts in no period, and ends no search."""

_MILLISECONDS_FROM = 1e11
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Standing:
    """A post or reply as it stands on the network. ``text`` is its source or its words, ``marker`` ours where kept."""

    id: str
    root: str
    author: str
    at: datetime
    text: str = ""
    url: str = ""
    marker: str = ""


@dataclass(frozen=True)
class Connector:
    """One account on one server. ``places`` are the communities of the configuration, by id or name."""

    name: str
    client: Client
    places: tuple[str, ...] = ()

    can: ClassVar[Capabilities]
    path: ClassVar[str] = ""
    """What every address of the API begins with."""
    ids: ClassVar[re.Pattern[str]] = re.compile(r"[0-9]{1,20}")
    """What the id of a community looks like; anything else is looked for among the names."""
    marks: ClassVar[bool] = False
    """Whether the server keeps our marker, so that what is not found is surely not there."""

    @property
    def capabilities(self) -> Capabilities:
        """What it can do and bear."""
        return self.can

    # What a connector says

    def check(self) -> str:
        """The id of the account. Raises NetworkUnavailable, LoginRefused."""
        raise NotImplementedError

    def _listed(self) -> Iterator[Community]:
        """The communities that this account sees, as a list tells them."""
        raise NotImplementedError

    def _one(self, id_: str) -> Community | None:
        """The community with this id, with all that is known of it. May raise Refused where it is not seen."""
        raise NotImplementedError

    def _publish(self, post: Post, key: str, reply_to: str | None) -> Outcome:
        """Write the first part, once."""
        raise NotImplementedError

    def _standing(self, community: str, since: datetime) -> Iterator[Standing]:
        """All posts and replies since then, others may be among them."""
        raise NotImplementedError

    def understood(self, answer: Answer) -> Answer:
        """The answer with the status that it means."""
        return answer

    def _source(self, one: Standing) -> str:
        """The text of one of our own, to compare with what we sent."""
        return one.text

    # What follows from it

    def communities(self) -> Sequence[Community]:
        """Those of the configuration, then the others that this account sees."""
        wanted = filter(None, map(self.community, self.places))
        found: dict[str, Community] = {}
        for place in (*wanted, *self._listed()):
            found.setdefault(place.id, place)
        return tuple(found.values())

    def community(self, id_: str) -> Community | None:
        """The community with this id or name, read now."""
        try:
            found = self._one(id_) if self.ids.fullmatch(id_) else None
            if found:
                return found
            named = next((place for place in self._listed() if place.called(id_)), None)
            return self._one(named.id) if named else None
        except Refused:
            return None

    def title(self, draft: Draft) -> str:
        """The title where it stands apart."""
        return dialects.title(draft, self.capabilities)

    def render(self, draft: Draft) -> tuple[str, ...]:
        """The parts of the post in the network's dialect. Raises Refused when it is too long in any number."""
        return dialects.render(draft, self.capabilities)

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        """Post the first part, once; what the server would cut is not sent."""
        if not dialects.fits(post.parts[0], self.capabilities):
            return Rejected("too-long")
        return self._publish(post, key, reply_to)

    def find(self, post: Post, key: str, since: datetime) -> Sought:
        """Our own post with this marker, or of these words; absent only where it surely would have been seen."""
        try:
            me = self.check()
            own = [one for one in self._standing(post.community.id, since) if one.author == me and one.at >= since]
            same = next((one for one in own if self._is(one, post, key)), None)
        except NudgerError:
            return Unknown()
        if same:
            return Published(same.id, same.url)
        return Unknown() if own and not self.marks else Absent()

    def _is(self, one: Standing, post: Post, key: str) -> bool:
        if self.marks:
            return one.marker == key
        return words(self._source(one)) == words(f"{post.title}\n{post.parts[0]}")

    def activity(self, since: datetime, until: datetime) -> Iterator[Activity]:
        """Posts and replies of the communities in the configuration."""
        for place in filter(None, map(self.community, self.places)):
            for one in self._standing(place.id, since):
                if since <= one.at < until:
                    yield Activity(one.id, one.root, place.id, one.author, one.at, one.id != one.root, one.url)

    def recent(self, community: str, since: datetime) -> Iterator[Recent]:
        """The posts that began a conversation there."""
        for one in self._standing(community, since):
            if one.id == one.root and since <= one.at < NEVER:
                yield Recent(one.id, " ".join(words(self._source(one))), one.at, one.url)

    def retract(self, community: str, remote_id: str) -> Removal:
        """Delete it; what is gone already counts as taken back."""
        return self._removed("DELETE", remote_id)

    # How it asks

    @property
    def _host(self) -> str:
        return urlsplit(self.client.url).netloc

    def _read(self, path: str, params: Mapping[str, str | int] | None = None) -> Answer:
        """Read below ``path``, or at a full address that the server gave. Raises as :func:`answers.reading`."""
        address = path if "://" in path else self.path + path
        return answers.reading(self.name, self._host, lambda: self.understood(self.client.get(address, params)))

    def _object(self, path: str, *inside: str, params: Mapping[str, str | int] | None = None) -> Mapping[str, Any]:
        """The JSON object that stands there. Raises NetworkUnavailable also where there is none."""
        found = at(self._read(path, params).json, *inside)
        if not isinstance(found, dict):
            raise self._unusable()
        return found

    def _account(self, path: str, *inside: str) -> str:
        """Who we are, by the id or name that stands there; never nobody."""
        account = self._read(path).text(*inside)
        if not account:
            raise self._unusable()
        return account

    def _unusable(self) -> NetworkUnavailable:
        return NetworkUnavailable("network-reply-unusable", hint="network-hint", network=self.name, host=self._host)

    def _seen(self, path: str) -> bool:
        """Whether this account is let in there."""
        try:
            self._read(path)
        except Refused:
            return False
        return True

    def _sent(self, then: Callable[[Answer], T], method: str, path: str, **content: Any) -> T | Rejected | Unknown:
        """Write once; ``then`` says what came of it where the server took it."""
        send = lambda: self.understood(self.client.send(method, self.path + path, **content))  # noqa: E731 - used once
        answer = answers.attempted(send)
        if not isinstance(answer, Answer):
            return answer
        return then(answer) if 200 <= answer.status < 300 else answers.refused(answer)

    def _removed(self, method: str, path: str, **content: Any) -> Removal:
        removal = self._sent(lambda _: Retracted(), method, path, **content)
        return Retracted() if removal == Rejected("not-found") else removal


def published(remote_id: str, url: str = "", prefix: str = "") -> Published | Unknown:
    """It stands there, where the server gave it an id; ``prefix`` goes before the id."""
    return Published(prefix + remote_id, url) if remote_id else Unknown()


def not_begun(error: NudgerError) -> Rejected:
    """Nothing was sent, because something that had to be read first could not be."""
    if isinstance(error, LoginRefused):
        return Rejected("auth")
    return Rejected("not-sent-timeout", 60.0) if isinstance(error, NetworkUnavailable) else Rejected("not-found")


def moment(value: object) -> datetime:
    """A time as servers write it: ISO 8601 (UTC where it says no zone), seconds or milliseconds since 1970."""
    try:
        number = float(str(value))
    except ValueError:
        return _written_moment(str(value))
    try:
        return datetime.fromtimestamp(number / 1000 if number > _MILLISECONDS_FROM else number, UTC)
    except (ValueError, OverflowError, OSError):
        return NEVER


def _written_moment(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return NEVER
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def words(text: str) -> list[str]:
    """The words a reader sees in plain text or HTML."""
    return html.unescape(_TAG.sub(" ", text)).split()


def listed(value: object) -> list[Mapping[str, Any]]:
    """The objects of a JSON list; empty where it is none."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def at(value: object, *path: str) -> Any:
    """What stands at a place in nested JSON objects; None where it is not there."""
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def number(value: object) -> int:
    """A count; 0 where it is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
