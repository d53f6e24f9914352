"""The outbox: one row for each attempt to post one part, written before the network is touched. No text in it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from sqlite_utils import Database

MARKER_BYTES = 16


class Sending(StrEnum):
    """Where one attempt stands. ``absent``: looked for, and surely not there."""

    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    ABSENT = "absent"
    UNCERTAIN = "uncertain"
    RETRACTED = "retracted"


OPEN = (Sending.SENDING, Sending.UNCERTAIN)
"""What must still be found out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One attempt to post one part of a suggestion, to exactly this audience.

    ``marker`` is random and stands in the post where the network has a place for it; a later attempt for the same
    ``approved_hash`` uses it again, so that a post which arrives very late is still recognised as this one.
    """

    suggestion: str
    part: int
    attempt: int
    marker: str
    state: Sending
    network: str
    account: str
    community: str
    approved_hash: str
    started_at: datetime
    settled_at: datetime | None = None
    remote_id: str = ""
    url: str = ""
    reason: str = ""


def new_marker() -> str:
    """128 random bits; nothing that a mail could know."""
    return secrets.token_hex(MARKER_BYTES)


class OutboxRows:
    """Methods about attempts. Changing ones are called inside ``Ledger.atomic``."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of(self, suggestion: str) -> list[Attempt]:
        """Every attempt for a suggestion (its id), by part, oldest first."""
        return self._where("suggestion = ?", [suggestion])

    def all(self) -> list[Attempt]:
        """Every attempt."""
        return self._where("1", [])

    def open(self) -> list[Attempt]:
        """Attempts of which it is not yet known what became of them."""
        return self._where("state IN (?, ?)", [str(state) for state in OPEN])

    def begin(self, attempt: Attempt) -> Attempt:
        """Write down what is about to be sent, numbered after the earlier attempts for this part."""
        before = [row for row in self.of(attempt.suggestion) if row.part == attempt.part]
        attempt = replace(attempt, attempt=len(before) + 1)
        self._db.conn.execute("INSERT INTO outbox VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", _columns(attempt))
        return attempt

    def settle(self, attempt: Attempt, state: Sending, now: datetime, **found: str) -> Attempt:
        """Write down what became of it: ``remote_id``, ``url``, ``reason``."""
        after = replace(attempt, state=state, settled_at=now, **found)  # type: ignore[arg-type]
        values = [str(state), _text(now), after.remote_id, after.url, after.reason]
        self._db.conn.execute(
            "UPDATE outbox SET state = ?, settled_at = ?, remote_id = ?, url = ?, reason = ?"
            " WHERE suggestion = ? AND part = ? AND attempt = ?",
            [*values, attempt.suggestion, attempt.part, attempt.attempt],
        )
        return after

    def _where(self, condition: str, values: Sequence[object]) -> list[Attempt]:
        rows = self._db.query(
            f"SELECT * FROM outbox WHERE {condition} ORDER BY suggestion, part, attempt",  # noqa: S608 - our own words
            list(values),
        )
        return [_attempt(row) for row in rows]


def _columns(attempt: Attempt) -> list[object]:
    return [_column(value) for value in astuple(attempt)]


def _column(value: object) -> object:
    if value is None:
        return ""
    return _text(value) if isinstance(value, datetime) else str(value) if isinstance(value, StrEnum) else value


def _text(moment: datetime) -> str:
    """With milliseconds: how long ago an attempt began decides how long to wait before looking for it."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _attempt(row: dict[str, object]) -> Attempt:
    values = dict(row)
    values["state"] = Sending(str(values["state"]))
    values["started_at"] = datetime.fromisoformat(str(values["started_at"]))
    values["settled_at"] = datetime.fromisoformat(str(settled)) if (settled := values["settled_at"]) else None
    return Attempt(**values)  # type: ignore[arg-type]
