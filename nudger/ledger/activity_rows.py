"""Conversations on the network, one row each: counts and times, no text and no name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from nudger.ledger.times import to_moment, to_moment_or_none, to_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """One conversation as it stood seven days after it ``started``; ``conversation`` is its keyed id.

    ``people`` wrote in it, ``replies`` followed the first post, ``own`` says that the owner began it, and
    ``first_answer`` is when somebody other than its author first reacted.
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


class ActivityRows:
    """Methods about network conversations. Changing ones are called inside ``Ledger.atomic``."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, row: ActivityRow) -> None:
        """Remember a conversation, or what became of it."""
        self._db.conn.execute(
            "INSERT OR REPLACE INTO activity VALUES (?,?,?,?,?,?,?,?,?)",
            [
                row.network,
                row.community,
                row.conversation,
                row.week,
                to_text(row.started),
                row.people,
                row.replies,
                int(row.own),
                to_text(row.first_answer),
            ],
        )

    def all(self) -> Sequence[ActivityRow]:
        """Every conversation, oldest first."""
        rows = self._db.query("SELECT * FROM activity ORDER BY started, network, community, conversation")
        return [_activity(row) for row in rows]


def _activity(row: dict[str, object]) -> ActivityRow:
    values = {**row, "own": bool(row["own"]), "started": to_moment(str(row["started"]))}
    values["first_answer"] = to_moment_or_none(str(row["first_answer"]))
    return ActivityRow(**values)  # type: ignore[arg-type]
