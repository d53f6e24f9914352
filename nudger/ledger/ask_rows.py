"""Ideas and questions in mail and when they were first answered, straight from the message rows; nobody is named."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlite_utils import Database

from nudger.ledger.times import to_text


class Ask(NamedTuple):
    """The first idea or question of a thread; times in seconds since 1970, None for not yet.

    ``role`` is the owner's part in it (from, to, cc), ``answered`` when somebody else first wrote after it,
    ``by_owner`` when the owner did.
    """

    opened: int
    role: str
    answered: int | None
    by_owner: int | None


class AskRows:
    """Methods about ideas and questions."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def since(self, moment: datetime) -> list[Ask]:
        """Those of internal threads that were sent at or after ``moment``, oldest first."""
        rows = self._db.conn.execute(_ASKS, [to_text(moment)])
        return [Ask(opened, role, _first(role, answered, own), own) for opened, role, answered, own in rows]

    def reads_own_mail(self) -> bool:
        """Whether any mail of the owner was read: without it nothing can be called unanswered."""
        return bool(self._db.conn.execute("SELECT EXISTS (SELECT 1 FROM messages WHERE role = 'from')").fetchone()[0])


def _first(role: str, answered: int | None, own: int | None) -> int | None:
    """The owner may have written in the thread before, and be no new author; to an own ask the owner is no answer."""
    times = [moment for moment in (answered, None if role == "from" else own) if moment is not None]
    return min(times, default=None)


_AFTER = "FROM messages WHERE thread = ask.thread AND sent > ask.sent AND gates = '[]'"
_ASKS = f"""
WITH ask AS (
    SELECT thread, min(sent) AS sent, role FROM messages
    WHERE kind IN ('idea', 'question') AND gates = '[]' AND thread_gate = '' AND sent >= ?
    GROUP BY thread
)
SELECT CAST(strftime('%s', sent) AS INTEGER), role,
    CAST(strftime('%s', (SELECT min(sent) {_AFTER} AND new_author = 1)) AS INTEGER),
    CAST(strftime('%s', (SELECT min(sent) {_AFTER} AND role = 'from')) AS INTEGER)
FROM ask ORDER BY sent, thread
"""  # noqa: S608 - parts of one query
