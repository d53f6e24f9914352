"""Suggestions: offered at most once a thread, moved only along the table of states, their text wiped at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlite_utils import Database

from nudger.ledger.keys import LedgerKey
from nudger.ledger.records import Suggestion
from nudger.ledger.states import MAY_HOLD_TEXT, State, allowed
from nudger.ledger.times import to_moment, to_moment_or_none, to_text


class IllegalMoveError(ValueError):
    """A suggestion may not go from where it stands to the state asked for."""


class SuggestionRows:
    """Methods about suggestions. Changing ones are called inside ``Ledger.atomic``."""

    def __init__(self, database: Database, key: LedgerKey) -> None:
        self._db = database
        self._key = key

    def id_of(self, thread: str) -> str:
        """The public id of a thread's suggestion: ``s`` and 31 hexadecimal characters."""
        return "s" + self._key.of("suggestion", thread)[1:]

    def all(self) -> list[Suggestion]:
        """Every suggestion ever made that is still remembered, oldest offer first."""
        return [_suggestion(row) for row in self._db.query("SELECT * FROM suggestions ORDER BY offered_at, id")]

    def in_states(self, states: Sequence[State]) -> list[Suggestion]:
        """Those in one of these states, oldest offer first."""
        return [suggestion for suggestion in self.all() if suggestion.state in states]

    def find(self, prefix: str) -> list[Suggestion]:
        """Those whose id begins with ``prefix`` (with or without the ``s``)."""
        wanted = prefix.lower()
        return [s for s in self.all() if s.id.startswith(wanted) or s.id[1:].startswith(wanted)]

    def offer(self, suggestion: Suggestion) -> bool:
        """Remember a new offer; False when this thread was offered or held before, and nothing changes."""
        before = self._db.conn.total_changes
        columns = _columns(suggestion)
        marks = ", ".join("?" * len(columns))
        self._db.conn.execute(
            f"INSERT INTO suggestions ({', '.join(columns)}) VALUES ({marks}) ON CONFLICT DO NOTHING",  # noqa: S608
            list(columns.values()),
        )
        return self._db.conn.total_changes > before

    def move(self, suggestion: Suggestion, state: State, **changes: object) -> Suggestion:
        """The suggestion in its new state, with these other fields changed; text is wiped where it may not stand.

        Raises IllegalMoveError when the table of states forbids it, or when another run moved it meanwhile.
        """
        if not allowed(suggestion.state, state):
            raise IllegalMoveError(f"{suggestion.state} -> {state}")
        return self._write(suggestion, replace(suggestion, state=state, **changes))  # type: ignore[arg-type]

    def change(self, suggestion: Suggestion, **changes: object) -> Suggestion:
        """The same state with other fields changed."""
        return self._write(suggestion, replace(suggestion, **changes))  # type: ignore[arg-type]

    def restore(self, now: Suggestion, before: Suggestion) -> Suggestion:
        """Undo within one ``review``: put back the row as it was, unless it has left this machine meanwhile."""
        if now.state in (State.SENDING, State.SENT, State.UNCERTAIN):
            raise IllegalMoveError(f"{now.state} cannot be undone")
        return self._write(now, before)

    def _write(self, before: Suggestion, after: Suggestion) -> Suggestion:
        if after.state not in MAY_HOLD_TEXT:
            after = replace(after, title="", body="")
        columns = _columns(after)
        names = ", ".join(f"{name} = ?" for name in columns)
        done = self._db.conn.execute(
            f"UPDATE suggestions SET {names} WHERE thread = ? AND state = ?",  # noqa: S608 - column names are ours
            [*columns.values(), before.thread, str(before.state)],
        )
        if done.rowcount != 1:
            raise IllegalMoveError(f"{before.id} is no longer {before.state}")
        # As it is read back, in whole seconds: two readings of one row are equal.
        return _suggestion(columns)


def _columns(suggestion: Suggestion) -> dict[str, object]:
    s = suggestion
    return {
        "id": s.id,
        "thread": s.thread,
        "state": str(s.state),
        "week": s.week,
        "kind": s.kind,
        "own": int(s.own),
        "goal": s.goal,
        "offered_at": to_text(s.offered_at),
        "shown": s.shown,
        "decided_at": to_text(s.decided_at),
        "reason": s.reason,
        "until": to_text(s.until),
        "network": s.network,
        "community": s.community,
        "url": s.url,
        "approved_hash": s.approved_hash,
        "title": s.title,
        "body": s.body,
        "language": s.language,
        "snoozes": s.snoozes,
        "drawn": int(s.drawn),
        "crossed": to_text(s.crossed),
    }


def _suggestion(row: dict[str, object]) -> Suggestion:
    values = dict(row)
    values["state"] = State(str(values["state"]))
    values["own"] = bool(values["own"])
    values["offered_at"] = to_moment(str(values["offered_at"]))
    values["drawn"] = bool(values["drawn"])
    for name in ("decided_at", "until", "crossed"):
        values[name] = to_moment_or_none(str(values[name]))
    return Suggestion(**values)  # type: ignore[arg-type]
