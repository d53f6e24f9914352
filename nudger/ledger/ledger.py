"""Ledger: opens the one SQLite file of an owner, guards its transactions, and hands out the typed methods."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from nudger.errors import DiskTrouble, LedgerError, LedgerLocked, LedgerTooNew
from nudger.ledger.activity_rows import ActivityRows
from nudger.ledger.ask_rows import AskRows
from nudger.ledger.audit_rows import AuditRows
from nudger.ledger.consent_rows import ConsentRows
from nudger.ledger.crowd_rows import CrowdRows
from nudger.ledger.digest_rows import DigestRows
from nudger.ledger.keys import LedgerKey, open_key
from nudger.ledger.loop_rows import LoopRows
from nudger.ledger.mail_rows import MailRows
from nudger.ledger.mute_rows import MuteRows
from nudger.ledger.outbox_rows import OutboxRows
from nudger.ledger.person_rows import PersonRows
from nudger.ledger.reply_rows import ReplyRows
from nudger.ledger.schema import KNOWN, MIGRATIONS
from nudger.ledger.settings import Settings
from nudger.ledger.suggestion_rows import SuggestionRows
from nudger.ledger.thread_rows import ThreadRows
from nudger.ledger.verdict_rows import VerdictRows
from nudger.ledger.week_rows import WeekRows
from nudger.platform import private_file, private_folder

BUSY_SECONDS = 30.0


class Ledger:
    """What nudger remembers for one owner. Use as a context manager; every change happens inside :meth:`atomic`.

    ``mail``, ``threads``, ``suggestions``, ``outbox``, ``verdicts``, ``audits``, ``weeks``, ``activity``, ``crowds``,
    ``asks``, ``people``, ``consents``, ``loops``, ``replies``, ``mutes``, ``digests`` and ``settings`` hold the
    methods, by subject.
    """

    def __init__(self, database: Database, key: LedgerKey, path: Path | None = None) -> None:
        self.key = key
        self.path = path
        self._db = database
        self.mail = MailRows(database)
        self.threads = ThreadRows(database, key)
        self.suggestions = SuggestionRows(database, key)
        self.outbox = OutboxRows(database)
        self.verdicts = VerdictRows(database)
        self.weeks = WeekRows(database)
        self.activity = ActivityRows(database, key)
        self.crowds = CrowdRows(database, key)
        self.asks = AskRows(database)
        self.audits = AuditRows(database)
        self.people = PersonRows(database, key)
        self.consents = ConsentRows(database, key)
        self.loops = LoopRows(database, key)
        self.replies = ReplyRows(database)
        self.mutes = MuteRows(database, key)
        self.digests = DigestRows(database, key)
        self.settings = Settings(database)

    @classmethod
    def open(cls, path: Path) -> Ledger:
        """The ledger in ``path``, made with its key (``.key`` beside it) when it is not there; files 0600, folder 0700.

        Raises LedgerTooNew, LedgerError (damaged), LedgerLocked, CannotWrite.
        """
        private_folder(path.parent)
        key = open_key(path.with_suffix(".key"))
        private_file(path)
        with _explained(path):
            database = _connect(path)
            try:
                _migrate(database, path)
            except BaseException:
                database.conn.close()
                raise
        return cls(database, key, path)

    @classmethod
    def in_memory(cls) -> Ledger:
        """A ledger that leaves no trace: for ``scan`` and tests."""
        database = _tuned(sqlite3.connect(":memory:", isolation_level=None))
        MIGRATIONS.apply(database)
        return cls(database, LedgerKey(b"\x00" * 32))

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; never raises."""
        self._db.conn.close()

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """One transaction that takes the write lock at once, so that two runs never decide on the same past.

        Raises LedgerLocked when another nudger keeps it longer than 30 s, DiskTrouble when the disk is full.
        """
        with _explained(self.path):
            self._db.conn.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._db.conn.in_transaction:
                    self._db.conn.execute("ROLLBACK")
                raise
            self._db.conn.execute("COMMIT")

    def wipe_traces(self) -> None:
        """Take what was overwritten out of the write-ahead log too (promise M6); tries until no reader is busy."""
        for _ in range(100):
            busy = self._db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            if not busy:
                return

    def copy(self) -> bytes:
        """The whole ledger as one file, for a backup or a new computer; drafts are blanked (promise M6)."""
        copied = sqlite3.connect(":memory:")
        with closing(copied):
            self._db.conn.backup(copied)
            copied.execute("PRAGMA secure_delete = ON")
            copied.execute("UPDATE suggestions SET title = '', body = ''")
            copied.execute("UPDATE replies SET body = ''")
            copied.commit()
            copied.execute("VACUUM")
            return bytes(copied.serialize())

    def canonical(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every table but ``runs``, ordered by natural key: two ledgers are equal when this is equal."""
        names = [row[0] for row in self._db.conn.execute(_TABLE_NAMES)]
        return {name: sorted(self._db.conn.execute(f'SELECT * FROM "{name}"')) for name in names}  # noqa: S608


_TABLE_NAMES = """
SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
AND name NOT IN ('runs', '_sqlite_migrations') ORDER BY name
"""


def _connect(path: Path) -> Database:
    return _tuned(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None))


def _tuned(connection: sqlite3.Connection) -> Database:
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    return Database(connection, execute_plugins=False)


def _migrate(database: Database, path: Path) -> None:
    unknown = {done.name for done in MIGRATIONS.applied(database)} - KNOWN
    if unknown:
        raise LedgerTooNew("ledger-too-new", hint="ledger-too-new-hint", path=str(path), version=max(unknown))
    if not MIGRATIONS.pending(database):
        return
    # Asking again under the write lock keeps two first runs from making the tables twice.
    database.conn.execute("BEGIN IMMEDIATE")
    try:
        MIGRATIONS.apply(database)
        database.conn.execute("COMMIT")
    except BaseException:
        if database.conn.in_transaction:
            database.conn.execute("ROLLBACK")
        raise


@contextmanager
def _explained(path: Path | None) -> Iterator[None]:
    where = str(path or ":memory:")
    try:
        yield
    except sqlite3.OperationalError as error:
        message = str(error)
        if "locked" in message or "busy" in message:
            raise LedgerLocked("ledger-locked", hint="ledger-locked-hint", path=where) from None
        if "full" in message or "I/O" in message or "readonly" in message or "unable to open" in message:
            raise DiskTrouble("ledger-cannot-write", hint="ledger-cannot-write-hint", path=where) from None
        raise
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError | sqlite3.InterfaceError):
            raise
        raise LedgerError("ledger-damaged", hint="ledger-damaged-hint", path=where) from None
