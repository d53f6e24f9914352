"""Every schema that ever landed opens today, with all that it held; the dumps stand in ``tests/golden/ledgers``."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from nudger.ledger.ledger import Ledger
from nudger.ledger.schema import KNOWN

DUMPS = sorted((Path(__file__).parents[2] / "golden" / "ledgers").glob("*.sql"))


@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: path.stem)
def test_an_old_ledger_opens_and_keeps_everything(dump: Path, tmp_path: Path) -> None:
    path = tmp_path / "fatima.db"
    before = _restored(dump, path)
    with Ledger.open(path) as ledger:
        after = _contents(ledger._db.conn)
        assert {row[2] for row in after["_sqlite_migrations"]} == KNOWN
        for table, rows in before.items():
            if table != "_sqlite_migrations":
                # A column that came later stands behind the old ones.
                width = len(rows[0]) if rows else 0
                assert [row[:width] for row in after[table]] == rows, table
        _read_everything(ledger)


def test_there_is_a_dump_of_the_first_schema() -> None:
    assert DUMPS[0].stem == "0001-first"


def _restored(dump: Path, path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
        contents = _contents(connection)
    connection.close()
    assert all(contents.values()), "each table of the dump holds something"
    return contents


def _contents(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: sorted(connection.execute(f'SELECT * FROM "{name}"')) for name in names}


def _read_everything(ledger: Ledger) -> None:
    """Through the typed methods, which would stumble over a value that they do not know."""
    threads = ledger.threads.all()
    assert threads
    assert [message for thread in threads for message in ledger.mail.of_thread(thread.key)]
    assert ledger.suggestions.all()
    assert ledger.activity.all()
    assert ledger.weeks.all()
    assert ledger.verdicts.count() == 1
