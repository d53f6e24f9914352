"""The leader's verdicts: what was taken, declined or answered; what ``train`` learns from."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from nudger.ledger.records import ThreadRow
from nudger.ledger.times import to_text


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
            },
            pk="thread",
        )

    def remove(self, thread: str) -> None:
        """Forget the verdict on this thread."""
        self._db.conn.execute("DELETE FROM verdicts WHERE thread = ?", [thread])

    def count(self) -> int:
        """How many verdicts there are."""
        return int(self._db.conn.execute("SELECT count(*) FROM verdicts").fetchone()[0])
