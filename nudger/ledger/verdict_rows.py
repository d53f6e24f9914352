"""The leader's verdicts: what was taken, declined or answered; what ``train`` learns from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from nudger.ledger.records import ThreadRow
from nudger.ledger.times import to_moment, to_text


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """What the leader said of a thread, and why (a stable word); ``message`` is the mail that carried the thread.

    ``numbers`` are what a model made of that mail, without any word, and ``base`` names that model. A row with a base
    but without numbers could not be read any more.
    """

    thread: str
    verdict: str
    reason: str
    given_at: datetime
    kind: str
    message: str
    numbers: tuple[float, ...]
    base: str


class VerdictRows:
    """Methods about verdicts. Changing ones are called inside ``Ledger.atomic``."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, thread: ThreadRow, verdict: str, reason: str, now: datetime) -> None:
        """Remember what the leader said of this thread; a later word replaces an earlier one."""
        self._db.table("verdicts").upsert(
            {
                "thread": thread.key,
                "verdict": verdict,
                "reason": reason,
                "given_at": to_text(now),
                "kind": thread.kind,
                "message": thread.best,
                "numbers": "[]",
                "base": "",
            },
            pk="thread",
        )

    def remove(self, thread: str) -> None:
        """Forget the verdict on this thread."""
        self._db.conn.execute("DELETE FROM verdicts WHERE thread = ?", [thread])

    def keep_numbers(self, thread: str, numbers: Sequence[float], base: str) -> None:
        """Keep what the model ``base`` made of the thread's mail; no numbers where it could not be read."""
        values = [json.dumps(list(numbers)), base, thread]
        self._db.conn.execute("UPDATE verdicts SET numbers = ?, base = ? WHERE thread = ?", values)

    def all(self) -> list[VerdictRow]:
        """Every verdict, oldest first."""
        rows = self._db.query("SELECT * FROM verdicts ORDER BY given_at, thread")
        return [_verdict(row) for row in rows]

    def count(self) -> int:
        """How many verdicts there are."""
        return int(self._db.conn.execute("SELECT count(*) FROM verdicts").fetchone()[0])


def _verdict(row: dict[str, Any]) -> VerdictRow:
    given_at, numbers = to_moment(row["given_at"]), tuple(map(float, json.loads(row["numbers"])))
    return VerdictRow(**{**row, "given_at": given_at, "numbers": numbers})
