"""Counts a week, for the report: once a thread is a week old its verdict is fixed and added to the week it began in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

COUNTS = ("load", "talk", "own_talk", "left_on_mail", "ideas", "questions")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """What one ISO week held, under one definition and one model.

    ``load`` counts the mails that came or went, ``talk`` the threads that were talk, ``own_talk`` those the leader
    began, ``left_on_mail`` the internal threads of two or more people that rightly stayed, ``ideas`` and ``questions``
    the talk of those kinds.
    """

    week: str
    definition: str
    model: str
    load: int = 0
    talk: int = 0
    own_talk: int = 0
    left_on_mail: int = 0
    ideas: int = 0
    questions: int = 0


class WeekRows:
    """Methods about weekly counts. Changing ones are called inside ``Ledger.atomic``."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def add(self, row: WeekRow) -> None:
        """Add these counts to the week's row."""
        values = [getattr(row, name) for name in COUNTS]
        sums = ", ".join(f"{name} = {name} + excluded.{name}" for name in COUNTS)
        self._db.conn.execute(
            f"INSERT INTO weeks (week, definition, model, {', '.join(COUNTS)}) VALUES (?,?,?,?,?,?,?,?,?)"  # noqa: S608
            f" ON CONFLICT (week, definition, model) DO UPDATE SET {sums}",
            [row.week, row.definition, row.model, *values],
        )

    def all(self) -> Sequence[WeekRow]:
        """All rows, oldest week first."""
        rows = self._db.query("SELECT * FROM weeks ORDER BY week, definition, model")
        return [WeekRow(**row) for row in rows]

    def remove_before(self, week: str) -> None:
        """Forget weeks before this one."""
        self._db.conn.execute("DELETE FROM weeks WHERE week < ?", [week])
