"""What the leader says of threads drawn by lot, was this talk: from that it is known how often the model is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlite_utils import Database

from nudger.ledger.times import to_text

TALK, OTHER = "talk", "other"
"""What a thread was counted as: talk, or a conversation that rightly stays on mail. All else is counted as nothing."""


@dataclass(frozen=True, slots=True)
class Audited:
    """Of ``n`` threads counted as one thing, drawn by lot, ``talk`` were talk in the leader's eyes."""

    talk: int = 0
    n: int = 0


class AuditRows:
    """Methods about threads looked at again. Changing ones are called inside ``Ledger.atomic``."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, thread: str, counted_as: str, model: str, now: datetime, *, talk: bool) -> None:
        """Remember what the leader said of this thread, and which model had counted it."""
        row = {
            "thread": thread,
            "counted_as": counted_as,
            "model": model,
            "talk": int(talk),
            "given_at": to_text(now),
        }
        self._db.table("audits").upsert(row, pk="thread")

    def remove(self, thread: str) -> None:
        """Forget it."""
        self._db.conn.execute("DELETE FROM audits WHERE thread = ?", [thread])

    def found(self, counted_as: str, model: str) -> Audited:
        """What was said of the threads that this model counted as this."""
        row = self._db.conn.execute(
            "SELECT coalesce(sum(talk), 0), count(*) FROM audits WHERE counted_as = ? AND model = ?",
            [counted_as, model],
        ).fetchone()
        return Audited(*row)

    def draw(self, counted_as: str, model: str, since: datetime) -> Sequence[str]:
        """The threads that may still be asked about, in an order that chance decided once and for all.

        Only what the report counts: threads that this model judged and no gate stopped. What the leader called private
        is left alone.
        """
        rows = self._db.conn.execute(_DRAW, [counted_as, to_text(since), model])
        return sorted((row[0] for row in rows), key=_lot)


_DRAW = """
SELECT key FROM threads WHERE settled = ? AND gate = '' AND first >= ?
AND (SELECT model FROM messages WHERE thread = threads.key ORDER BY sent, key LIMIT 1) = ?
AND key NOT IN (SELECT thread FROM audits)
AND key NOT IN (SELECT thread FROM verdicts WHERE reason = 'private')
"""


def _lot(thread: str) -> bytes:
    """A thread's number in the lottery; its key is secret and means nothing, so this is chance."""
    return sha256(b"audit" + thread.encode()).digest()
