"""Grouping any table by any column finds no person (promise M7): no group is all of one colleague and of no other."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from email.utils import getaddresses, parseaddr
from pathlib import Path

import pytest

from nudger.ledger.ledger import Ledger
from tests.proofs.conftest import Day
from tests.proofs.world import ALSO, OWNER, all_mails

pytestmark = [pytest.mark.dovecot, pytest.mark.xdist_group("proofs"), pytest.mark.timeout(600)]

FEW = 3
"""Threads in a group from which on it is no chance that one colleague was in all of them and in no other."""
Rows = list[dict[str, object]]


def groups(tables: Mapping[str, Rows]) -> Iterator[tuple[str, str, object, Rows]]:
    """Every table grouped by every column: table, column, value, and the rows that have it."""
    for table, rows in tables.items():
        for column in rows[0] if rows else ():
            by_value: defaultdict[object, Rows] = defaultdict(list)
            for row in rows:
                by_value[row[column]].append(row)
            yield from ((table, column, value, found) for value, found in by_value.items())


@dataclass(frozen=True)
class Truth:
    """What the mails say and the ledger must not: who wrote each message, who was in each thread; by the ledger's keys.

    The owner is left out, and so is whoever was in every thread.
    """

    author: Mapping[str, str]
    thread_of: Mapping[str, str]
    people: Mapping[str, frozenset[str]]

    def of_one_person(self, found: Rows, table: Rows) -> bool:
        """Whether some colleague wrote all and only the messages of the group, or was in all and only its threads."""
        messages, threads = self._keys(found)
        all_messages, all_threads = self._keys(table)
        if len(threads) < FEW:
            return False
        writers = {self.author[key] for key in messages}
        wrote = {key for key in all_messages if {self.author[key]} == writers}
        if messages and len(writers) == 1 and wrote == messages:
            return True
        together = frozenset.intersection(*(self.people.get(key, frozenset()) for key in threads))
        return any({key for key in all_threads if who in self.people.get(key, ())} == threads for who in together)

    def _keys(self, rows: Rows) -> tuple[set[str], set[str]]:
        values = {value for row in rows for value in row.values() if isinstance(value, str)}
        messages = values & self.author.keys()
        return messages, (values & self.people.keys()) | {self.thread_of[key] for key in messages}


def persons_found(tables: Mapping[str, Rows], truth: Truth) -> set[tuple[str, str]]:
    """Table and column by which a group comes out that is about one colleague."""
    return {
        (table, column)
        for table, column, _, rows in groups(tables)
        if len(rows) < len(tables[table]) and truth.of_one_person(rows, tables[table])
    }


def contents(path: Path) -> dict[str, Rows]:
    """Every table of the file, row by row."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')] for name in names}


def truth_of(path: Path) -> Truth:
    """The truth about a ledger of the mails of this proof."""
    thread_of = {str(row["key"]): str(row["thread"]) for row in contents(path)["messages"]}
    author: dict[str, str] = {}
    people: defaultdict[str, set[str]] = defaultdict(set)
    with Ledger.open(path) as ledger:
        for mail in all_mails():
            key = ledger.key.of("message", str(mail["Message-ID"]).strip())
            if key in thread_of:
                author[key] = parseaddr(str(mail["From"]))[1].lower()
                crowd = getaddresses([str(mail[name] or "") for name in ("From", "To", "Cc")])
                people[thread_of[key]] |= {address.lower() for _, address in crowd} - {OWNER, ALSO}
    theirs = {key: who for key, who in author.items() if who not in (OWNER, ALSO)}
    return Truth(theirs, thread_of, {thread: frozenset(crowd) for thread, crowd in people.items()})


def test_no_column_gathers_what_one_colleague_wrote_or_read(day: Day) -> None:
    truth = truth_of(day.home.ledger)
    assert len(truth.author) > 90
    assert persons_found(contents(day.home.ledger), truth) == set()


def test_the_same_colleague_in_two_threads_has_unrelated_keys(day: Day) -> None:
    rows = contents(day.home.ledger)["thread_people"]
    assert len(rows) > 20
    threads: defaultdict[object, set[object]] = defaultdict(set)
    for row in rows:
        threads[row["person"]].add(row["thread"])
    assert {len(found) for found in threads.values()} == {1}


@pytest.mark.parametrize("column", ["writer", "reader"])
def test_a_column_that_told_of_one_colleague_would_be_found(day: Day, column: str) -> None:
    truth = truth_of(day.home.ledger)
    tables = contents(day.home.ledger)
    for row in tables["messages"]:
        row["writer"] = hash(truth.author.get(str(row["key"])))
        row["reader"] = "p.nair@voorbeeld.example" in truth.people.get(str(row["thread"]), ())
        row.pop({"writer": "reader", "reader": "writer"}[column])
    assert persons_found(tables, truth) == {("messages", column)}
