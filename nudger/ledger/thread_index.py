"""The thread index of ``nudger.mail.threads`` on the ledger's tables: keyed ids and topics, people keyed per thread."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlite_utils import Database

from nudger.ledger.keys import LedgerKey
from nudger.ledger.times import shifted, to_moment, to_text
from nudger.mail.threads import Links, Thread

NEAREST = 20
"""Threads of one topic that are looked at."""

OWNER = "owner"
"""How the owner takes part, whatever address was used."""


class LedgerIndex:
    """A ``ThreadIndex`` in SQLite; used inside a transaction. Threads that changed are listed in ``touched``."""

    def __init__(self, database: Database, key: LedgerKey) -> None:
        self._run = database.conn.execute
        self._many = database.conn.executemany
        self._key = key
        self.touched: set[str] = set()

    def by_ids(self, ids: Sequence[str]) -> Mapping[str, Thread]:
        """The threads of those of ``ids`` that are known."""
        marks = ", ".join("?" * len(ids))
        join = "SELECT id, thread, created, first, last FROM thread_ids JOIN thread_index USING (thread)"
        rows = self._run(f"{join} WHERE id IN ({marks})", list(ids))
        return {row[0]: _thread(row[1:]) for row in rows}

    def by_topic(self, topic: str, moment: datetime, reach: timedelta) -> Sequence[Thread]:
        """Threads of this topic at most ``reach`` away from ``moment``, the nearest ones when there are many."""
        rows = self._run(
            "SELECT thread, created, first, last FROM thread_topics JOIN thread_index USING (thread)"
            " WHERE topic = ? AND first <= ? AND last >= ? ORDER BY last DESC, created LIMIT ?",
            [topic, to_text(shifted(moment, reach)), to_text(shifted(moment, -reach)), 4 * NEAREST],
        )
        return sorted(map(_thread, rows), key=lambda thread: (thread.gap(moment), thread.created))[:NEAREST]

    def has_topic(self, thread: str, topic: str) -> bool:
        """Whether a message of the thread has this topic."""
        found = self._run("SELECT 1 FROM thread_topics WHERE topic = ? AND thread = ?", [topic, thread])
        return found.fetchone() is not None

    def takes_part(self, thread: str, people: Collection[str]) -> bool:
        """Whether any of these addresses wrote or received a message of the thread."""
        known = set(self._run("SELECT salt, person FROM thread_people WHERE thread = ?", [thread]))
        salts = {salt for salt, _ in known}
        return any((salt, self._person(salt, person)) in known for salt in salts for person in people)

    def remember(self, thread: str, links: Links) -> str:
        """Add a message to a thread, old or new."""
        self._run(
            "INSERT INTO thread_index SELECT ?, coalesce(max(created), 0) + 1, ?, ? FROM thread_index WHERE true"
            " ON CONFLICT (thread) DO UPDATE SET first = min(first, excluded.first), last = max(last, excluded.last)",
            [thread, to_text(links.sent), to_text(links.sent)],
        )
        own = "INSERT INTO thread_ids VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET thread = excluded.thread"
        self._many(own, [(id_, thread) for id_ in (links.id, *links.conversations)])
        parents = [(id_, thread) for id_ in links.parents]
        self._many("INSERT INTO thread_ids VALUES (?, ?) ON CONFLICT DO NOTHING", parents)
        if links.topic:
            self._run("INSERT INTO thread_topics VALUES (?, ?) ON CONFLICT DO NOTHING", [links.topic, thread])
        self.add_people(thread, links.people)
        self.touched.add(thread)
        return thread

    def merge(self, loser: str, winner: str) -> None:
        """All of ``loser`` belongs to ``winner``; a dismissal of either is one of both."""
        ends = self._run("SELECT first, last FROM thread_index WHERE thread = ?", [loser]).fetchone()
        self._run("DELETE FROM thread_index WHERE thread = ?", [loser])
        self._run(
            "UPDATE thread_index SET first = min(first, ?), last = max(last, ?) WHERE thread = ?", [*ends, winner]
        )
        for table in ("thread_ids", "messages", "loops"):
            self._run(f"UPDATE {table} SET thread = ? WHERE thread = ?", [winner, loser])  # noqa: S608
        # A row that the winner has already keeps the winner's; the loser's is a double.
        for table in ("thread_topics", "thread_people", "suggestions", "verdicts"):
            self._run(f"UPDATE OR IGNORE {table} SET thread = ? WHERE thread = ?", [winner, loser])  # noqa: S608
        for table in ("thread_topics", "thread_people", "verdicts"):
            self._run(f"DELETE FROM {table} WHERE thread = ?", [loser])  # noqa: S608
        self._run("DELETE FROM threads WHERE key = ?", [loser])
        self.touched.discard(loser)
        self.touched.add(winner)

    def add_people(self, thread: str, people: Iterable[str]) -> None:
        """These take part in the thread."""
        rows = [(thread, thread, self._person(thread, person)) for person in people]
        self._many("INSERT INTO thread_people VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING", rows)

    def add_author(self, thread: str, person: str) -> bool:
        """This person wrote in the thread; gives whether that is new."""
        known = set(self._run("SELECT salt, person FROM thread_people WHERE thread = ? AND author = 1", [thread]))
        salts = {salt for salt, _ in known} | {thread}
        if any((salt, self._person(salt, person)) in known for salt in salts):
            return False
        self._run(
            "INSERT INTO thread_people VALUES (?, ?, ?, 1) ON CONFLICT (thread, salt, person) DO UPDATE SET author = 1",
            [thread, thread, self._person(thread, person)],
        )
        return True

    def _person(self, salt: str, person: str) -> str:
        return self._key.of("person", salt, person)


def _thread(row: Sequence[object]) -> Thread:
    key, created, first, last = row
    return Thread(str(key), int(str(created)), to_moment(str(first)), to_moment(str(last)))
