"""Open loops: what waits for the leader's answer, and the ideas with what became of them; no mail text."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sqlite_utils import Database

from nudger.ledger.keys import LedgerKey
from nudger.ledger.times import to_moment, to_moment_or_none, to_text


class LoopState(StrEnum):
    """Where an open loop stands."""

    OPEN = "open"
    SNOOZED = "snoozed"
    CLOSED = "closed"


LOOP_MOVES: dict[LoopState, frozenset[LoopState]] = {
    LoopState.OPEN: frozenset({LoopState.SNOOZED, LoopState.CLOSED}),
    LoopState.SNOOZED: frozenset({LoopState.OPEN, LoopState.CLOSED}),
    LoopState.CLOSED: frozenset({LoopState.OPEN}),
}
"""What may follow each state; from closed only an undo leads back."""

HOWS = ("answered", "elsewhere", "not-for-me", "handed-over")
"""How the leader closes a loop; ``withdrawn`` is a fifth that only the program gives (gated, or gone)."""

SEEN = "seen"
"""How a loop waits after "seen, I will come back to it": that word is no answer, so only the leader closes it."""

STAGES = ("asked", "answered", "tried", "result")
"""What became of an idea, in order."""


class IllegalLoopMoveError(ValueError):
    """A loop may not go from where it stands to the state asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """What waits for an answer: an ``idea`` or ``question`` in mail, or a ``reaction`` to an own post.

    ``message`` is the keyed message (of a reaction the keyed conversation), ``due`` the end of the promise.
    """

    key: str
    kind: str
    thread: str
    message: str
    opened: datetime
    due: datetime
    state: LoopState = LoopState.OPEN
    closed: datetime | None = None
    how: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """An idea that came in, by its loop. ``title`` and ``note`` were typed by the leader for this ledger."""

    loop: str
    title: str = ""
    stage: str = "asked"
    note: str = ""
    changed: datetime


class Asked(NamedTuple):
    """An idea or question that reached the owner: ``own`` when the owner wrote after it, ``other`` when another did."""

    message: str
    thread: str
    kind: str
    opened: datetime
    addressees: int
    own: datetime | None
    other: datetime | None


class Reaction(NamedTuple):
    """A reaction by somebody else to a post of the owner; ``conversation`` is keyed."""

    conversation: str
    opened: datetime
    answered: bool


class LoopRows:
    """Methods about open loops. Changing ones are called inside ``Ledger.atomic``."""

    def __init__(self, database: Database, key: LedgerKey) -> None:
        self._db = database
        self._key = key

    def id_of(self, kind: str, message: str) -> str:
        """The public id of a loop: ``l`` and 31 hexadecimal characters."""
        return "l" + self._key.of("loop", kind, message)[1:]

    def all(self) -> list[Loop]:
        """Every loop, oldest first."""
        return [_loop(row) for row in self._db.query("SELECT * FROM loops ORDER BY opened, key")]

    def find(self, prefix: str) -> list[Loop]:
        """Those whose id begins with ``prefix`` (with or without the ``l``)."""
        wanted = prefix.lower()
        return [loop for loop in self.all() if loop.key.startswith(wanted) or loop.key[1:].startswith(wanted)]

    def open(self, loop: Loop) -> bool:
        """Remember a new loop; False when it was known, and nothing changes."""
        columns = _columns(loop)
        marks = ", ".join("?" * len(columns))
        query = f"INSERT INTO loops ({', '.join(columns)}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608
        return self._db.conn.execute(query, list(columns.values())).rowcount == 1

    def move(self, loop: Loop, state: LoopState, **changes: object) -> Loop:
        """The loop in its new state. Raises IllegalLoopMoveError when the table forbids it or another run moved it."""
        if state not in LOOP_MOVES[loop.state]:
            raise IllegalLoopMoveError(f"{loop.state} -> {state}")
        return self._write(loop, replace(loop, state=state, **changes))  # type: ignore[arg-type]

    def defer(self, loop: Loop, due: datetime) -> Loop:
        """The same loop with another end of the promise: leave was taken meanwhile."""
        return self._write(loop, replace(loop, due=due))

    def restore(self, now: Loop, before: Loop) -> Loop:
        """Undo within one sitting: put back the row as it was."""
        return self._write(now, before)

    def asked(self, since: datetime) -> list[Asked]:
        """Ideas and questions in which the owner stands in To, sent at or after ``since``, oldest first."""
        rows = self._db.conn.execute(_ASKED, [to_text(since)])
        return [
            Asked(key, thread, kind, to_moment(sent), n, to_moment_or_none(own or ""), to_moment_or_none(other or ""))
            for key, thread, kind, sent, n, own, other in rows
        ]

    def reactions(self, since: datetime) -> list[Reaction]:
        """Reactions to the owner's own posts that came at or after ``since``, oldest first.

        Answered when the owner wrote after the last of them. Of a conversation that is known by a mail of the network
        it is never known whether the owner wrote, so only the leader can say so.
        """
        rows = self._db.conn.execute(
            "SELECT conversation, first_answer, last_own > max(first_answer, last_reply) FROM activity"
            " WHERE own = 1 AND first_answer >= ? AND first_answer <> '' ORDER BY first_answer, conversation",
            [to_text(since)],
        )
        return [Reaction(key, to_moment(at), bool(done)) for key, at, done in rows]

    def ideas(self) -> dict[str, Idea]:
        """What is written about ideas, by the id of the loop."""
        rows = self._db.query("SELECT * FROM ideas ORDER BY loop")
        return {row["loop"]: Idea(**{**row, "changed": to_moment(row["changed"])}) for row in rows}

    def write_idea(self, idea: Idea) -> None:
        """Remember what became of an idea."""
        self._db.table("ideas").upsert({**asdict(idea), "changed": to_text(idea.changed)}, pk="loop")

    def _write(self, before: Loop, after: Loop) -> Loop:
        columns = _columns(after)
        names = ", ".join(f"{name} = ?" for name in columns)
        done = self._db.conn.execute(
            f"UPDATE loops SET {names} WHERE key = ? AND state = ?",  # noqa: S608 - column names are ours
            [*columns.values(), before.key, str(before.state)],
        )
        if done.rowcount != 1:
            raise IllegalLoopMoveError(f"{before.key} is no longer {before.state}")
        return after


def _columns(loop: Loop) -> dict[str, object]:
    times = {name: to_text(getattr(loop, name)) for name in ("opened", "due", "closed", "until")}
    return {**asdict(loop), **times, "state": str(loop.state)}


def _loop(row: dict[str, object]) -> Loop:
    values = {**row, "state": LoopState(str(row["state"]))}
    for name in ("opened", "due", "closed", "until"):
        values[name] = to_moment_or_none(str(row[name]))
    return Loop(**values)  # type: ignore[arg-type]


_AFTER = "FROM messages AS later WHERE later.thread = ask.thread AND later.sent > ask.sent AND later.gates = '[]'"
_ASKED = f"""
SELECT ask.key, ask.thread, ask.kind, ask.sent, ask.addressees,
    (SELECT min(later.sent) {_AFTER} AND later.role = 'from'),
    (SELECT min(later.sent) {_AFTER} AND later.new_author = 1 AND later.role <> 'from')
FROM messages AS ask JOIN threads ON threads.key = ask.thread
WHERE ask.kind IN ('idea', 'question') AND ask.gates = '[]' AND ask.thread_gate = '' AND threads.gate = ''
    AND ask.role = 'to' AND ask.sent >= ?
ORDER BY ask.sent, ask.key
"""  # noqa: S608 - parts of one query
