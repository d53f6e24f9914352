"""feeds: reads Atom and RSS, for platforms without an API that still tell what is new, such as Coconut.

A feed holds the newest entries only, so a conversation that comes and goes between two runs is missed. Replies are told
from first posts where the feed says so (RFC 4685, ``thr:in-reply-to``); without that every entry begins a conversation.

Sources: RFC 4287 (Atom), RFC 4685, rssboard.org/rss-specification.
"""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from nudger.errors import ConfigError, NetworkUnavailable
from nudger.networks import answers
from nudger.networks.base import Activity
from nudger.networks.http import Client, Lost, NotSent

MOST = 500
"""Entries of one feed that are looked at."""
ENTITY = re.compile(rb"<!entity", re.IGNORECASE)
"""A feed has no need of entities of its own; they can be written to swell without end."""
LONGEST = 500
"""Characters of an id, a name or a link that are kept."""


@dataclass(frozen=True)
class Feed:
    """One address that gives a feed; ``community`` is where its entries stand."""

    network: str
    url: str
    client: Client
    community: str

    def activity(self, since: datetime, until: datetime) -> Iterator[Activity]:
        """The entries of that time, in the order of the feed. Raises NetworkUnavailable, Refused, ConfigError."""
        for entry in self._entries():
            at = _moment(entry)
            id_ = _text(entry, "id") or _text(entry, "link")
            if at is not None and id_ and since <= at < until:
                yield self._activity(entry, id_, at)

    def _activity(self, entry: Mapping[str, Any], id_: str, at: datetime) -> Activity:
        answered = _answered(entry)
        return Activity(
            id=id_,
            conversation=answered or id_,
            community=self.community,
            author=_text(entry, "author"),
            at=at,
            is_reply=bool(answered),
            url=_text(entry, "link"),
        )

    def _entries(self) -> list[Mapping[str, Any]]:
        feedparser = _parser()
        try:
            answer = self.client.get(self.url)
        except (NotSent, Lost) as failure:
            raise answers.unreachable(self.network, self.client.host, failure.kind) from None
        if not 200 <= answer.status < 300:
            raise answers.complaint(self.network, self.client.host, answer)
        if not answer.whole or ENTITY.search(answer.body):
            raise self._unusable()
        try:
            # From bytes, never from an address: feedparser would fetch it by itself.
            found = feedparser.parse(
                answer.body, response_headers={"content-type": answer.headers.get("content-type", "")}
            )
        except Exception:  # noqa: BLE001 - on damaged feeds it lets UnicodeDecodeError and KeyError through
            raise self._unusable() from None
        if not found.get("version"):
            raise self._unusable()
        return list(found.entries[:MOST])

    def _unusable(self) -> NetworkUnavailable:
        return NetworkUnavailable(
            "network-reply-unusable", hint="network-hint", network=self.network, host=self.client.host
        )


def _parser() -> Any:
    try:
        import feedparser
    except ImportError:
        raise ConfigError("network-feeds-extra", hint="network-feeds-extra-hint") from None
    return feedparser


def _moment(entry: Mapping[str, Any]) -> datetime | None:
    """When it was published; feedparser gives UTC, and nothing for what is no time."""
    name = next((name for name in ("published_parsed", "updated_parsed") if name in entry), "")
    given = entry[name] if name else None
    try:
        return datetime.fromtimestamp(timegm(given), UTC) if given else None
    except (ValueError, OverflowError, OSError):
        return None


def _answered(entry: Mapping[str, Any]) -> str:
    """The id of the entry that this one answers; empty for one that begins a conversation."""
    answered = entry.get("thr_in-reply-to")
    return _text(answered, "ref") if isinstance(answered, Mapping) else ""


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    return value.strip()[:LONGEST] if isinstance(value, str) else ""
