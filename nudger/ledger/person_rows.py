"""What the ledger holds of one person: keys that can be computed again from an address, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlite_utils import Database

from nudger.ledger.consent_rows import ConsentRows
from nudger.ledger.keys import LedgerKey


class Trace(NamedTuple):
    """One place where a person's key stands."""

    thread: str
    salt: str
    person: str


class PersonRows:
    """Methods about one person at a time. Changing ones are called inside ``Ledger.atomic``."""

    def __init__(self, database: Database, key: LedgerKey) -> None:
        self._run = database.conn.execute
        self._key = key
        self._consents = ConsentRows(database, key)

    def is_known(self, address: str) -> bool:
        """Whether the key of this address stands anywhere."""
        return any(True for _ in self._traces(address)) or any(self._agreed(address))

    def forget(self, address: str) -> bool:
        """Take the keys of this address out; gives whether there were any."""
        found = list(self._traces(address))
        for trace in found:
            self._run("DELETE FROM thread_people WHERE thread = ? AND salt = ? AND person = ?", trace)
        agreed = [thread for thread in self._consents.threads() if self._consents.withdraw(thread, address)]
        return bool(found or agreed)

    def _agreed(self, address: str) -> Iterator[bool]:
        return (self._consents.of(thread, address) is not None for thread in self._consents.threads())

    def protect(self, address: str, gate: str) -> frozenset[str]:
        """Put this thread gate on every message of the threads with this address; gives those threads."""
        threads = frozenset(trace.thread for trace in self._traces(address))
        for thread in sorted(threads):
            self._run("UPDATE messages SET thread_gate = ? WHERE thread = ? AND thread_gate = ''", [gate, thread])
        return threads

    def _traces(self, address: str) -> Iterator[Trace]:
        """Each thread keys its people apart, so each has to be asked."""
        salts = self._run("SELECT DISTINCT thread, salt FROM thread_people").fetchall()
        for thread, salt in salts:
            trace = Trace(thread, salt, self._key.of("person", salt, address.lower()))
            where = "SELECT 1 FROM thread_people WHERE thread = ? AND salt = ? AND person = ?"
            if self._run(where, trace).fetchone():
                yield trace
