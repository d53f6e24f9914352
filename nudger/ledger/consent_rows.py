"""Consents: which author agreed to be quoted in which thread, how and when; each author as a key of that thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlite_utils import Database

from nudger.ledger.keys import LedgerKey
from nudger.ledger.times import to_moment, to_text

How = Literal["mail", "spoken", "network"]
HOWS: tuple[How, ...] = ("mail", "spoken", "network")


@dataclass(frozen=True, slots=True)
class Consent:
    """A yes: ``how`` it came and when it was written down."""

    how: str
    given_at: datetime


class ConsentRows:
    """Methods about consents. Changing ones are called inside ``Ledger.atomic``."""

    def __init__(self, database: Database, key: LedgerKey) -> None:
        self._db = database
        self._key = key

    def give(self, thread: str, author: str, how: How, now: datetime) -> None:
        """Write down that the author (an address) agreed to be quoted from this thread."""
        row = {"thread": thread, "person": self._person(thread, author), "how": how, "given_at": to_text(now)}
        self._db.table("consents").upsert(row, pk=("thread", "person"))

    def of(self, thread: str, author: str) -> Consent | None:
        """What this author said about this thread; None when nothing is known."""
        query = "SELECT how, given_at FROM consents WHERE thread = ? AND person = ?"
        row = self._db.conn.execute(query, [thread, self._person(thread, author)]).fetchone()
        return Consent(row[0], to_moment(row[1])) if row else None

    def withdraw(self, thread: str, author: str) -> bool:
        """Take the yes back; gives whether there was one."""
        query = "DELETE FROM consents WHERE thread = ? AND person = ?"
        return self._db.conn.execute(query, [thread, self._person(thread, author)]).rowcount > 0

    def threads(self) -> list[str]:
        """The threads in which somebody agreed."""
        return [row[0] for row in self._db.conn.execute("SELECT DISTINCT thread FROM consents ORDER BY thread")]

    def _person(self, thread: str, author: str) -> str:
        return self._key.of("consent", thread, author.lower())
