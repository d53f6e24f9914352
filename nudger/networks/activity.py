"""networks: from posts and replies to the conversations that the ledger remembers; pure, and nobody's name is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from nudger.ledger.activity_rows import READ, ActivityRow
from nudger.ledger.times import iso_week
from nudger.networks.base import Activity

SETTLE = timedelta(days=7)
"""People and replies are counted until this long after the first post, as they are in mail."""


@dataclass(frozen=True, slots=True)
class Eyes:
    """Through whose eyes a network is read: her ``accounts`` there, and the ids or links of what she ``posted``.

    ``key`` turns the id of a conversation into its keyed id; ``zone`` is the organisation's time zone.
    """

    network: str
    accounts: Collection[str]
    posted: Collection[str]
    key: Callable[[str], str]
    zone: tzinfo

    def own(self, one: Activity) -> bool:
        """Whether the owner wrote it."""
        return one.author in self.accounts or one.id in self.posted or (not one.is_reply and one.url in self.posted)


def conversations(found: Iterable[Activity], known: Mapping[str, ActivityRow], eyes: Eyes) -> Iterator[ActivityRow]:
    """The rows of the conversations in which these posts stand; ``known`` are those remembered, by keyed id.

    Of a conversation whose first post was not among them, what is remembered stays and moves on; one that nobody
    remembers began before the network was read, and is left out.
    """
    threads: dict[str, list[Activity]] = {}
    for one in sorted(found, key=lambda one: (one.at, one.id)):
        threads.setdefault(one.conversation, []).append(one)
    for id_, posts in threads.items():
        key = eyes.key(id_)
        first = next((one for one in posts if not one.is_reply), None)
        replies = [one for one in posts if one.is_reply]
        if first:
            yield _row(key, first, replies, eyes)
        elif key in known:
            yield _moved_on(known[key], replies, eyes)


def _row(key: str, first: Activity, replies: Sequence[Activity], eyes: Eyes) -> ActivityRow:
    early = [one for one in replies if one.at <= first.at + SETTLE]
    own = eyes.own(first)
    return ActivityRow(
        network=eyes.network,
        community=first.community,
        conversation=key,
        week=iso_week(first.at, eyes.zone),
        started=first.at,
        people=len({first.author, *(one.author for one in early)}),
        replies=len(early),
        own=own,
        first_answer=min((one.at for one in replies if one.author != first.author), default=None),
        last_reply=_last(one for one in replies if not eyes.own(one)),
        last_own=_last(one for one in replies if eyes.own(one)),
        url=first.url if own else "",
        source=READ,
    )


def _moved_on(row: ActivityRow, replies: Sequence[Activity], eyes: Eyes) -> ActivityRow:
    others = [one for one in replies if not eyes.own(one)]
    mine = [one for one in replies if eyes.own(one)]
    first = row.first_answer or min((one.at for one in (others if row.own else replies)), default=None)
    return replace(
        row,
        first_answer=first,
        last_reply=_later(row.last_reply, _last(others)),
        last_own=_later(row.last_own, _last(mine)),
    )


def _last(posts: Iterable[Activity]) -> datetime | None:
    return max((one.at for one in posts), default=None)


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    return max(filter(None, (one, other)), default=None)
