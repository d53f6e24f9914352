"""Conversations on the network, one row each: counts and times, no text and no name; and how far each was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlite_utils import Database

from nudger.ledger.keys import LedgerKey
from nudger.ledger.times import to_moment, to_moment_or_none, to_text

READ, MAIL = "read", "mail"
"""How a conversation is known: the network itself was read, or it sent a mail about a reaction."""

_TIMES = ("first_answer", "last_reply", "last_own")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """One conversation; ``conversation`` is its keyed id.

    ``people`` wrote in it and ``replies`` followed the first post, both within seven days after it ``started``; ``own``
    says that the owner began it. ``first_answer`` is when somebody other than its author first reacted, ``last_reply``
    when somebody other than the owner last did, ``last_own`` when the owner last replied. ``url`` is kept of own posts
    only. Of a conversation known by ``mail`` only the reactions to an own post are known, so it counts in no share.
    """

    network: str
    community: str
    conversation: str
    week: str
    started: datetime
    people: int
    replies: int
    own: bool
    first_answer: datetime | None = None
    last_reply: datetime | None = None
    last_own: datetime | None = None
    url: str = ""
    source: str = READ


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkRead:
    """How far a network was read, from ``begun`` to ``until``; ``trouble`` says why the last try failed.

    Both are None where reading never succeeded.
    """

    network: str
    begun: datetime | None = None
    until: datetime | None = None
    tried: datetime
    trouble: str = ""


class ActivityRows:
    """Methods about network conversations. Changing ones are called inside ``Ledger.atomic``."""

    def __init__(self, database: Database, key: LedgerKey) -> None:
        self._db = database
        self._key = key

    def key(self, network: str, id_: str) -> str:
        """The keyed id of a conversation."""
        return self._key.of("conversation", network, id_)

    def put(self, row: ActivityRow) -> None:
        """Remember a conversation, or what became of it."""
        times = {name: to_text(getattr(row, name)) for name in ("started", *_TIMES)}
        values = {**asdict(row), **times, "own": int(row.own)}
        self._db.table("activity").upsert(values, pk=("network", "community", "conversation"))

    def all(self) -> Sequence[ActivityRow]:
        """Every conversation, oldest first."""
        rows = self._db.query("SELECT * FROM activity ORDER BY started, network, community, conversation")
        return [_activity(row) for row in rows]

    def link(self, conversation: str) -> str:
        """Where an own post stands, by the keyed id of its conversation; empty where that is not known."""
        query = "SELECT max(url) FROM activity WHERE conversation = ?"
        return str(self._db.conn.execute(query, [conversation]).fetchone()[0] or "")

    def note_read(self, read: NetworkRead) -> None:
        """Remember how far a network was read."""
        times = {name: to_text(getattr(read, name)) for name in ("begun", "until", "tried")}
        self._db.table("network_reads").upsert({**asdict(read), **times}, pk="network")

    def reads(self) -> list[NetworkRead]:
        """How far each network was read, by name."""
        return [_read(row) for row in self._db.query("SELECT * FROM network_reads ORDER BY network")]


def _activity(row: dict[str, object]) -> ActivityRow:
    values = {**row, "own": bool(row["own"]), "started": to_moment(str(row["started"]))}
    for name in _TIMES:
        values[name] = to_moment_or_none(str(row[name]))
    return ActivityRow(**values)  # type: ignore[arg-type]


def _read(row: dict[str, object]) -> NetworkRead:
    times = {name: to_moment_or_none(str(row[name])) for name in ("begun", "until", "tried")}
    return NetworkRead(**{**row, **times})  # type: ignore[arg-type]
