"""Small facts that outlive a run: the Sent folder's name, the announcement date, a pause."""

from __future__ import annotations

from sqlite_utils import Database


class Settings:
    """Name → text."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def get(self, name: str, default: str = "") -> str:
        """The value, or ``default``."""
        row = self._db.conn.execute("SELECT value FROM settings WHERE name = ?", [name]).fetchone()
        return str(row[0]) if row else default

    def beginning(self, start: str) -> list[tuple[str, str]]:
        """(name, value) of every setting whose name begins so, by name."""
        where = "SELECT name, value FROM settings WHERE substr(name, 1, ?) = ? ORDER BY name"
        return [(str(name), str(value)) for name, value in self._db.conn.execute(where, [len(start), start])]

    def put(self, name: str, value: str) -> None:
        """Remember; inside a transaction."""
        self._db.conn.execute(
            "INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", [name, value]
        )

    def remove(self, name: str) -> None:
        """Forget; inside a transaction."""
        self._db.conn.execute("DELETE FROM settings WHERE name = ?", [name])
