"""Replies: the leader's answers to reactions on the network; their text is wiped at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlite_utils import Database

from nudger.ledger.records import Reply
from nudger.ledger.states import MAY_HOLD_TEXT, State, allowed
from nudger.ledger.suggestion_rows import IllegalMoveError
from nudger.ledger.times import to_moment_or_none, to_text

DROPPED = {State.ACCEPTED: State.WITHDRAWN, State.REFUSED: State.DECLINED}
"""What becomes of an approved reply when its loop was settled in another way."""


class ReplyRows:
    """Methods about replies. Changing ones are called inside ``Ledger.atomic``."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Reply]:
        """Every reply, by the id of its loop."""
        return [_reply(row) for row in self._db.query("SELECT * FROM replies ORDER BY id")]

    def in_states(self, states: Sequence[State]) -> list[Reply]:
        """Those in one of these states."""
        return [reply for reply in self.all() if reply.state in states]

    def find(self, prefix: str) -> list[Reply]:
        """Those whose id begins with ``prefix`` (with or without the ``l``)."""
        wanted = prefix.lower()
        return [one for one in self.all() if one.id.startswith(wanted) or one.id[1:].startswith(wanted)]

    def approve(self, reply: Reply) -> Reply:
        """The leader saw it and said yes: new, or in the place of one that was approved and does not stand anywhere.

        Raises IllegalMoveError for one that was sent, or may have been.
        """
        before = next((one for one in self.all() if one.id == reply.id), None)
        if before and before.state not in (State.ACCEPTED, State.REFUSED, State.WITHDRAWN, State.DECLINED):
            raise IllegalMoveError(f"{before.state} -> {State.ACCEPTED}")
        self._db.table("replies").upsert(_columns(reply), pk="id")
        return _reply(_columns(reply))

    def move(self, suggestion: Reply, state: State, **changes: Any) -> Reply:
        """The reply in its new state; text is wiped where it may not stand. Raises IllegalMoveError."""
        if not allowed(suggestion.state, state):
            raise IllegalMoveError(f"{suggestion.state} -> {state}")
        return self._write(suggestion, replace(suggestion, state=state, **changes))

    def change(self, suggestion: Reply, **changes: Any) -> Reply:
        """The same state with other fields changed."""
        return self._write(suggestion, replace(suggestion, **changes))

    def drop(self, loop: str) -> None:
        """Let go of an approved reply whose loop was settled otherwise; what was sent stays as it is."""
        for reply in self.in_states(list(DROPPED)):
            if reply.id == loop:
                self.move(reply, DROPPED[reply.state])

    def _write(self, before: Reply, after: Reply) -> Reply:
        if after.state not in MAY_HOLD_TEXT:
            after = replace(after, body="")
        columns = _columns(after)
        names = ", ".join(f"{name} = ?" for name in columns)
        done = self._db.conn.execute(
            f"UPDATE replies SET {names} WHERE id = ? AND state = ?",  # noqa: S608 - column names are ours
            [*columns.values(), before.id, str(before.state)],
        )
        if done.rowcount != 1:
            raise IllegalMoveError(f"{before.id} is no longer {before.state}")
        return _reply(columns)


def _columns(reply: Reply) -> dict[str, object]:
    return {**asdict(reply), "state": str(reply.state), "decided_at": to_text(reply.decided_at)}


def _reply(row: dict[str, object]) -> Reply:
    values = {**row, "state": State(str(row["state"])), "decided_at": to_moment_or_none(str(row["decided_at"]))}
    return Reply(**values)  # type: ignore[arg-type]
