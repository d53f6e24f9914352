"""Threads as one owner sees them: placing a message, and the thread row computed from its messages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from nudger.ledger.keys import LedgerKey
from nudger.ledger.records import MessageRow, ThreadRow
from nudger.ledger.summary import summarise
from nudger.ledger.thread_index import OWNER, LedgerIndex
from nudger.ledger.times import to_moment, to_text
from nudger.mail.threads import links, place
from rules.message import Message

_COLUMNS = (
    "key, first, last, messages, authors, people, addressees, own_messages, to_owner, own_start, language, kind,"
    " verdict, worth, gate, best"
)


class ThreadRows:
    """Methods about threads. Changing ones are called inside ``Ledger.atomic``."""

    def __init__(self, database: Database, key: LedgerKey) -> None:
        self._db = database
        self._key = key
        self._index = LedgerIndex(database, key)

    def place(self, message: Message, owner: Collection[str], *, counts: bool) -> tuple[str, bool]:
        """The thread of this message, and whether its author is new in it; ``counts`` is False for a gated message."""
        tied = links(message, owner=owner, key=lambda id_: self._key.of("message", id_))
        thread = place(tied, self._index)
        if message.owner_role:
            self._index.add_people(thread, [OWNER])
        author = OWNER if message.from_owner else message.sender.email if message.sender else ""
        return thread, bool(counts and author) and self._index.add_author(thread, author)

    def take_touched(self) -> set[str]:
        """The threads that changed since the last call."""
        touched, self._index.touched = self._index.touched, set()
        return touched

    def refresh(self, key: str, messages: Sequence[MessageRow]) -> None:
        """Compute the thread row anew from its messages."""
        people, authors = self._crowd(key)
        before = self._db.conn.execute("SELECT people, authors FROM threads WHERE key = ?", [key]).fetchone() or (0, 0)
        # People are forgotten some weeks after a thread falls silent; their number is not.
        row = summarise(key, messages, people=max(people, before[0]), authors=max(authors, before[1]))
        values = {
            **asdict(row),
            "first": to_text(row.first),
            "last": to_text(row.last),
            "own_start": int(row.own_start),
        }
        self._db.table("threads").upsert(values, pk="key")

    def get(self, key: str) -> ThreadRow | None:
        """The thread, or None."""
        return next(self._select("key = ?", [key]), None)

    def all(self) -> list[ThreadRow]:
        """Every thread, oldest first."""
        return list(self._select("true", []))

    def suggested(self) -> list[ThreadRow]:
        """Threads good enough to offer that were never offered."""
        return list(self._select("verdict = 'suggest' AND key NOT IN (SELECT thread FROM suggestions)", []))

    def doubtful(self, since: datetime) -> list[ThreadRow]:
        """Threads of the grey band with a message since then, about which nothing was said yet; the surest first."""
        where = "verdict = 'ask' AND gate = '' AND last >= ? AND key NOT IN (SELECT thread FROM verdicts)"
        found = self._select(where, [to_text(since)])
        return sorted(found, key=lambda thread: (-thread.worth, thread.key))

    def unsettled(self, before: datetime) -> list[ThreadRow]:
        """Threads that began before then and whose week does not count them yet."""
        return list(self._select("settled = '' AND first <= ?", [to_text(before)]))

    def settle(self, key: str, what: str) -> None:
        """The thread is counted in its week, as this."""
        self._db.conn.execute("UPDATE threads SET settled = ? WHERE key = ?", [what, key])

    def _crowd(self, thread: str) -> tuple[int, int]:
        """Distinct people and authors. People of joined threads are keyed apart, so the larger group counts."""
        rows = self._db.conn.execute(
            "SELECT count(*), sum(author) FROM thread_people WHERE thread = ? GROUP BY salt", [thread]
        ).fetchall()
        return max((row[0] for row in rows), default=0), max((row[1] for row in rows), default=0)

    def _select(self, where: str, values: Sequence[Any]) -> Iterator[ThreadRow]:
        rows = self._db.query(f"SELECT {_COLUMNS} FROM threads WHERE {where} ORDER BY first, key", values)  # noqa: S608
        return map(_thread, rows)


def _thread(row: dict[str, Any]) -> ThreadRow:
    first, last = to_moment(row["first"]), to_moment(row["last"])
    return ThreadRow(**{**row, "first": first, "last": last, "own_start": bool(row["own_start"])})
