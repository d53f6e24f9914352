"""How many different people took part on the networks in four weeks: keyed apart each time, then only their number."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlite_utils import Database

from nudger.ledger.keys import LedgerKey

WEEKS = 4
OPEN_DAYS = 14
"""So long after its end a block may still grow: networks are read again for a week."""


def block(day: date) -> date:
    """The Monday on which the block of four weeks around this day began; the same for everybody, for ever."""
    return date.fromordinal((day.toordinal() - 1) // (7 * WEEKS) * 7 * WEEKS + 1)


class CrowdRows:
    """Methods about the number of people. Changing ones are called inside ``Ledger.atomic``.

    The same person has unrelated keys in two blocks, and no count: the rows say that somebody took part, not how often.
    """

    def __init__(self, database: Database, key: LedgerKey) -> None:
        self._run = database.conn.execute
        self._many = database.conn.executemany
        self._key = key

    def note(self, network: str, people: Iterable[tuple[str, date]]) -> None:
        """These accounts of a network wrote something on these days."""
        begun = {(block(day).isoformat(), account) for account, day in people}
        rows = [(start, self._key.of("crowd", start, network, account)) for start, account in sorted(begun)]
        self._many("INSERT INTO crowd VALUES (?, ?) ON CONFLICT DO NOTHING", rows)

    def close(self, today: date) -> None:
        """Keep only the number of what ended two weeks ago."""
        ended = (today - timedelta(days=7 * WEEKS + OPEN_DAYS)).isoformat()
        self._run(
            "INSERT INTO crowds SELECT block, count(*) FROM crowd WHERE block <= ? GROUP BY block"
            " ON CONFLICT (block) DO UPDATE SET people = max(people, excluded.people)",
            [ended],
        )
        self._run("DELETE FROM crowd WHERE block <= ?", [ended])

    def sizes(self) -> dict[date, int]:
        """First day of each block → how many people took part in it."""
        rows = self._run(
            "SELECT block, max(n) FROM (SELECT block, people AS n FROM crowds"
            " UNION ALL SELECT block, count(*) FROM crowd GROUP BY block) GROUP BY block ORDER BY block"
        )
        return {date.fromisoformat(start): n for start, n in rows}
