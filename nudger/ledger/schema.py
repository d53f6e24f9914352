"""The tables, as numbered migrations. A landed migration is never edited; a later one changes what must change."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("nudger")

_TABLES = """
CREATE TABLE cursors (
    account TEXT NOT NULL, folder TEXT NOT NULL,
    uidvalidity INTEGER NOT NULL, last_uid INTEGER NOT NULL,
    PRIMARY KEY (account, folder)
) STRICT, WITHOUT ROWID;

CREATE TABLE sightings (
    account TEXT NOT NULL, folder TEXT NOT NULL,
    uidvalidity INTEGER NOT NULL, uid INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN
        ('suggest', 'ask', 'leave', 'gated', 'unreadable', 'gone', 'duplicate')),
    message TEXT NOT NULL, reason TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (account, folder, uidvalidity, uid)
) STRICT, WITHOUT ROWID;
CREATE INDEX sightings_message ON sightings (message);

CREATE TABLE messages (
    key TEXT PRIMARY KEY, thread TEXT NOT NULL,
    sent TEXT NOT NULL, sent_sure INTEGER NOT NULL, week TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('from', 'to', 'cc', '')),
    addressees INTEGER NOT NULL, language TEXT NOT NULL,
    is_reply INTEGER NOT NULL, new_author INTEGER NOT NULL,
    kind TEXT NOT NULL, talk REAL, worth REAL,
    verdict TEXT NOT NULL CHECK (verdict IN ('leave', 'ask', 'suggest')),
    gates TEXT NOT NULL, thread_gate TEXT NOT NULL, findings TEXT NOT NULL, model TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX messages_thread ON messages (thread, sent, role, new_author, gates);
CREATE INDEX messages_asks ON messages (thread, sent, role)
    WHERE kind IN ('idea', 'question') AND gates = '[]' AND thread_gate = '';
CREATE INDEX messages_sent ON messages (sent);

CREATE TABLE threads (
    key TEXT PRIMARY KEY,
    first TEXT NOT NULL, last TEXT NOT NULL,
    messages INTEGER NOT NULL, authors INTEGER NOT NULL, people INTEGER NOT NULL, addressees INTEGER NOT NULL,
    own_messages INTEGER NOT NULL, to_owner INTEGER NOT NULL, own_start INTEGER NOT NULL,
    language TEXT NOT NULL, kind TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('leave', 'ask', 'suggest')),
    worth REAL NOT NULL, gate TEXT NOT NULL, best TEXT NOT NULL,
    settled TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX threads_last ON threads (last);
CREATE INDEX threads_settled ON threads (settled, first);

CREATE TABLE thread_index (
    thread TEXT PRIMARY KEY, created INTEGER NOT NULL UNIQUE, first TEXT NOT NULL, last TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE thread_ids (
    id TEXT PRIMARY KEY, thread TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_ids_thread ON thread_ids (thread);

CREATE TABLE thread_topics (
    topic TEXT NOT NULL, thread TEXT NOT NULL,
    PRIMARY KEY (topic, thread)
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_topics_thread ON thread_topics (thread);

CREATE TABLE thread_people (
    thread TEXT NOT NULL, salt TEXT NOT NULL, person TEXT NOT NULL, author INTEGER NOT NULL,
    PRIMARY KEY (thread, salt, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE suggestions (
    id TEXT NOT NULL UNIQUE, thread TEXT PRIMARY KEY,
    state TEXT NOT NULL, week TEXT NOT NULL, kind TEXT NOT NULL, own INTEGER NOT NULL, goal TEXT NOT NULL,
    offered_at TEXT NOT NULL, shown INTEGER NOT NULL, decided_at TEXT NOT NULL, reason TEXT NOT NULL,
    until TEXT NOT NULL, network TEXT NOT NULL, community TEXT NOT NULL, url TEXT NOT NULL,
    approved_hash TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, language TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    suggestion TEXT NOT NULL, part INTEGER NOT NULL, attempt INTEGER NOT NULL,
    marker TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sending', 'sent', 'refused', 'absent', 'uncertain', 'retracted')),
    network TEXT NOT NULL, account TEXT NOT NULL, community TEXT NOT NULL, approved_hash TEXT NOT NULL,
    started_at TEXT NOT NULL, settled_at TEXT NOT NULL,
    remote_id TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (suggestion, part, attempt)
) STRICT, WITHOUT ROWID;

CREATE TABLE loops (
    key TEXT PRIMARY KEY, kind TEXT NOT NULL, thread TEXT NOT NULL, message TEXT NOT NULL,
    opened TEXT NOT NULL, due TEXT NOT NULL, state TEXT NOT NULL, closed TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE verdicts (
    thread TEXT PRIMARY KEY, verdict TEXT NOT NULL, reason TEXT NOT NULL, given_at TEXT NOT NULL,
    kind TEXT NOT NULL, message TEXT NOT NULL, numbers TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
    network TEXT NOT NULL, community TEXT NOT NULL, conversation TEXT NOT NULL,
    week TEXT NOT NULL, started TEXT NOT NULL, people INTEGER NOT NULL, replies INTEGER NOT NULL,
    own INTEGER NOT NULL, first_answer TEXT NOT NULL,
    PRIMARY KEY (network, community, conversation)
) STRICT, WITHOUT ROWID;

CREATE TABLE weeks (
    week TEXT NOT NULL, definition TEXT NOT NULL, model TEXT NOT NULL,
    load INTEGER NOT NULL DEFAULT 0, talk INTEGER NOT NULL DEFAULT 0, own_talk INTEGER NOT NULL DEFAULT 0,
    left_on_mail INTEGER NOT NULL DEFAULT 0, ideas INTEGER NOT NULL DEFAULT 0, questions INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (week, definition, model)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    name TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
    id TEXT PRIMARY KEY, command TEXT NOT NULL, started TEXT NOT NULL, ended TEXT NOT NULL, outcome TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


@MIGRATIONS(name="0001-first")
def first(db: Database) -> None:
    """The tables of the first release."""
    for statement in _TABLES.split(";"):
        if statement.strip():
            db.conn.execute(statement)


@MIGRATIONS(name="0002-trials")
def trials(db: Database) -> None:
    """The messages that are being read right now, so that a death in the middle of one is counted."""
    db.conn.execute(
        "CREATE TABLE trials ("
        " account TEXT NOT NULL, folder TEXT NOT NULL, uidvalidity INTEGER NOT NULL,"
        " first_uid INTEGER NOT NULL, last_uid INTEGER NOT NULL, tries INTEGER NOT NULL,"
        " PRIMARY KEY (account, folder)"
        ") STRICT, WITHOUT ROWID"
    )


@MIGRATIONS(name="0003-activity")
def activity(db: Database) -> None:
    """When a conversation on the network last moved, where it stands and how that is known; how far each was read."""
    for name in ("last_reply", "last_own", "url"):
        db.conn.execute(f"ALTER TABLE activity ADD COLUMN {name} TEXT NOT NULL DEFAULT ''")
    db.conn.execute(
        "ALTER TABLE activity ADD COLUMN source TEXT NOT NULL DEFAULT 'read' CHECK (source IN ('read', 'mail'))"
    )
    db.conn.execute(
        "CREATE TABLE network_reads ("
        " network TEXT PRIMARY KEY, begun TEXT NOT NULL, until TEXT NOT NULL,"
        " tried TEXT NOT NULL, trouble TEXT NOT NULL"
        ") STRICT, WITHOUT ROWID"
    )


@MIGRATIONS(name="0004-loops")
def loops(db: Database) -> None:
    """How and until when a loop is settled, and what became of an idea in words that the leader typed."""
    for name in ("how", "until"):
        db.conn.execute(f"ALTER TABLE loops ADD COLUMN {name} TEXT NOT NULL DEFAULT ''")
    db.conn.execute(
        "CREATE TABLE ideas ("
        " loop TEXT PRIMARY KEY, title TEXT NOT NULL,"
        " stage TEXT NOT NULL CHECK (stage IN ('asked', 'answered', 'tried', 'result')),"
        " note TEXT NOT NULL, changed TEXT NOT NULL"
        ") STRICT, WITHOUT ROWID"
    )


@MIGRATIONS(name="0004-mutes")
def mutes(db: Database) -> None:
    """Circles of people that are left alone for a while, and how often a suggestion was put off."""
    db.conn.execute(
        "CREATE TABLE mutes ("
        " key TEXT PRIMARY KEY, what TEXT NOT NULL CHECK (what IN ('circle', 'thread')), until TEXT NOT NULL"
        ") STRICT, WITHOUT ROWID"
    )
    db.conn.execute("ALTER TABLE suggestions ADD COLUMN snoozes INTEGER NOT NULL DEFAULT 0")


@MIGRATIONS(name="0005-digests")
def digests(db: Database) -> None:
    """Which digests went out for which moments, and what their answers by mail asked for."""
    db.conn.execute(
        "CREATE TABLE digests ("
        " moment TEXT PRIMARY KEY, message TEXT NOT NULL, token TEXT NOT NULL,"
        " state TEXT NOT NULL CHECK (state IN ('sending', 'sent', 'empty')), sent_at TEXT NOT NULL"
        ") STRICT, WITHOUT ROWID"
    )
    db.conn.execute(
        "CREATE TABLE mail_answers ("
        " message TEXT NOT NULL, line INTEGER NOT NULL, target TEXT NOT NULL, word TEXT NOT NULL,"
        " outcome TEXT NOT NULL CHECK (outcome IN ('done', 'unknown', 'late', 'garbled')),"
        " given_at TEXT NOT NULL, told INTEGER NOT NULL DEFAULT 0,"
        " PRIMARY KEY (message, line)"
        ") STRICT, WITHOUT ROWID"
    )


@MIGRATIONS(name="0008-audits")
def audits(db: Database) -> None:
    """Threads drawn by lot, and whether the leader calls them talk."""
    db.conn.execute(
        "CREATE TABLE audits ("
        " thread TEXT PRIMARY KEY, counted_as TEXT NOT NULL CHECK (counted_as IN ('talk', 'other')),"
        " model TEXT NOT NULL, talk INTEGER NOT NULL, given_at TEXT NOT NULL"
        ") STRICT, WITHOUT ROWID"
    )


@MIGRATIONS(name="0011-training")
def training(db: Database) -> None:
    """Which model made the numbers that are kept of a decided thread."""
    db.conn.execute("ALTER TABLE verdicts ADD COLUMN base TEXT NOT NULL DEFAULT ''")


@MIGRATIONS(name="0012-authors")
def authors(db: Database) -> None:
    """What a colleague said about being quoted, and the leader's own replies on the network."""
    db.conn.execute(
        "CREATE TABLE consents ("
        " thread TEXT NOT NULL, person TEXT NOT NULL,"
        " how TEXT NOT NULL CHECK (how IN ('mail', 'spoken', 'network')), given_at TEXT NOT NULL,"
        " PRIMARY KEY (thread, person)"
        ") STRICT, WITHOUT ROWID"
    )
    db.conn.execute(
        "CREATE TABLE replies ("
        " id TEXT PRIMARY KEY, state TEXT NOT NULL, network TEXT NOT NULL, community TEXT NOT NULL,"
        " root TEXT NOT NULL, url TEXT NOT NULL, approved_hash TEXT NOT NULL, body TEXT NOT NULL,"
        " language TEXT NOT NULL, decided_at TEXT NOT NULL"
        ") STRICT, WITHOUT ROWID"
    )


@MIGRATIONS(name="0014-shift")
def shift(db: Database) -> None:
    """Whether a lot decided if a thread was offered or held, and when a mail in it first led to the network.

    And how many people took part on the networks in four weeks.
    """
    db.conn.execute("ALTER TABLE suggestions ADD COLUMN drawn INTEGER NOT NULL DEFAULT 0")
    db.conn.execute("ALTER TABLE suggestions ADD COLUMN crossed TEXT NOT NULL DEFAULT ''")
    db.conn.execute(
        "CREATE TABLE crowd (block TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (block, person))"
        " STRICT, WITHOUT ROWID"
    )
    db.conn.execute("CREATE TABLE crowds (block TEXT PRIMARY KEY, people INTEGER NOT NULL) STRICT, WITHOUT ROWID")


KNOWN = frozenset(
    {
        "0001-first",
        "0002-trials",
        "0003-activity",
        "0004-loops",
        "0004-mutes",
        "0005-digests",
        "0008-audits",
        "0011-training",
        "0012-authors",
        "0014-shift",
    }
)
"""Every migration that this program knows; a ledger with another one was written by a newer nudger."""
