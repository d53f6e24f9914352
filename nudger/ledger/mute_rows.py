"""Circles of people that are left alone for a while, as keys of the whole circle: no key stands for one person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from nudger.ledger.keys import LedgerKey
from nudger.ledger.thread_index import OWNER
from nudger.ledger.times import to_text


class MuteRows:
    """Methods about muted circles. Changing ones are called inside ``Ledger.atomic``."""

    def __init__(self, database: Database, key: LedgerKey) -> None:
        self._run = database.conn.execute
        self._key = key

    def mute(self, circle: Iterable[str], thread: str, until: datetime) -> None:
        """Leave these people, as one circle (without the owner), alone until then: this thread, others, later ones."""
        people = frozenset(circle)
        self._put(self._circle(people), "circle", until)
        self._put(thread, "thread", until)
        for other in self._threads_of(people):
            self._put(other, "thread", until)

    def note(self, circle: Iterable[str], thread: str, now: datetime) -> None:
        """A message between these people was read: where their circle is muted, its thread is."""
        found = self._run(
            "SELECT until FROM mutes WHERE key = ? AND until > ?", [self._circle(frozenset(circle)), to_text(now)]
        ).fetchone()
        if found:
            self._run("INSERT INTO mutes VALUES (?, 'thread', ?) ON CONFLICT DO NOTHING", [thread, found[0]])

    def threads(self, now: datetime) -> frozenset[str]:
        """The threads that are muted now."""
        rows = self._run("SELECT key FROM mutes WHERE what = 'thread' AND until > ?", [to_text(now)])
        return frozenset(row[0] for row in rows)

    def lift(self, circle: Iterable[str]) -> None:
        """Undo: forget that this circle is muted, and the threads with it."""
        key = self._circle(frozenset(circle))
        self._run("DELETE FROM mutes WHERE until = (SELECT until FROM mutes WHERE key = ?)", [key])

    def _put(self, key: str, what: str, until: datetime) -> None:
        self._run(
            "INSERT INTO mutes VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET until = excluded.until",
            [key, what, to_text(until)],
        )

    def _circle(self, people: frozenset[str]) -> str:
        return self._key.of("circle", *sorted(people))

    def _threads_of(self, people: frozenset[str]) -> list[str]:
        """Threads between exactly these people; each thread keys its people apart, so each has to be asked."""
        crowds: dict[tuple[str, str], set[str]] = {}
        for thread, salt, person in self._run("SELECT thread, salt, person FROM thread_people"):
            crowds.setdefault((thread, salt), set()).add(person)
        wanted = {*people, OWNER}
        return [
            thread
            for (thread, salt), crowd in crowds.items()
            if len(wanted) - 1 <= len(crowd) <= len(wanted)
            and crowd | {self._key.of("person", salt, OWNER)} == {self._key.of("person", salt, one) for one in wanted}
        ]
