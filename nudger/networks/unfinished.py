"""networks: posts that wait for the leader: it is not known whether they stand, not placed yet, or nobody looked.

Pure facts with their sentences, for ``status`` and the digest. Nothing here leads to the outbox.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from nudger.ledger.activity_rows import ActivityRow, NetworkRead
from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Reply, Suggestion
from nudger.ledger.states import State

AFTER = timedelta(days=2)
"""So long after a post whose reactions nobody can read, the leader is asked to look."""
UNTIL = timedelta(days=9)
"""And so long: one weekly digest tells it, and no second one."""
UNKNOWN = (State.UNCERTAIN, State.SENDING)
SHOWN = 5
"""Characters of an id that are shown."""

Sentence = tuple[str, Mapping[str, Any]]
"""A key of ``post.ftl`` with its values."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What waits. ``unseen`` stands on a network that nobody could read since."""

    uncertain: tuple[Suggestion | Reply, ...] = ()
    accepted: tuple[Suggestion, ...] = ()
    refused: tuple[Suggestion, ...] = ()
    unseen: tuple[Suggestion, ...] = ()

    def as_json(self) -> dict[str, list[str]]:
        """The ids, by what they wait for."""
        return {name: [one.id for one in getattr(self, name)] for name in self.__slots__}


def unfinished(ledger: Ledger, now: datetime) -> Unfinished:
    """What waits for the leader now."""
    every = ledger.suggestions.all()
    return Unfinished(
        uncertain=(*(one for one in every if one.state in UNKNOWN), *ledger.replies.in_states(UNKNOWN)),
        accepted=tuple(one for one in every if one.state is State.ACCEPTED),
        refused=tuple(one for one in every if one.state is State.REFUSED),
        unseen=tuple(unseen(every, ledger.activity.reads(), ledger.activity.all(), now)),
    )


def sentences(found: Unfinished) -> Iterator[Sentence]:
    """One line for each kind of waiting, what is most urgent first; the link stands with what must be looked at."""
    for one in found.uncertain:
        yield "post-waits-uncertain", {"id": one.id[:SHOWN], "where": one.community}
    if found.accepted or found.refused:
        yield "post-waits-review", {"n": len(found.accepted) + len(found.refused)}
    for one in found.unseen:
        yield "post-waits-look", {"where": one.community or one.network, "url": one.url}


def unseen(
    suggestions: Sequence[Suggestion], reads: Sequence[NetworkRead], activity: Sequence[ActivityRow], now: datetime
) -> list[Suggestion]:
    """Posts of two to nine days ago on a network that was not read since, and that sent no mail about them."""
    heard = {row.url for row in activity if row.own and row.first_answer} - {""}
    until = {read.network: read.until for read in reads}
    return [one for one in suggestions if _unread(one, until.get(one.network), now) and one.url not in heard]


def _unread(one: Suggestion, until: datetime | None, now: datetime) -> bool:
    if one.state not in (State.SENT, State.HANDED_OFF) or one.decided_at is None:
        return False
    read = until is not None and until >= one.decided_at + AFTER
    return not read and AFTER <= now - one.decided_at < UNTIL
