"""What was seen and how far: sightings, cursors, message rows and the log of runs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlite_utils import Database

from nudger.ledger.records import Cursor, Location, MessageRow, Sighting, Trial
from nudger.ledger.times import to_moment, to_text


class MailRows:
    """Methods about messages. Changing ones are called inside ``Ledger.atomic``."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def cursor(self, account: str, folder: str) -> Cursor | None:
        """How far this folder was read, or None for a folder never read."""
        row = self._db.conn.execute(
            "SELECT uidvalidity, last_uid FROM cursors WHERE account = ? AND folder = ?", [account, folder]
        ).fetchone()
        return Cursor(*row) if row else None

    def move_cursor(self, account: str, folder: str, cursor: Cursor) -> None:
        """Remember how far the folder was read."""
        self._db.table("cursors").upsert(
            {"account": account, "folder": folder, "uidvalidity": cursor.uidvalidity, "last_uid": cursor.last_uid},
            pk=("account", "folder"),
        )

    def trial(self, account: str, folder: str) -> Trial | None:
        """What was being read here when the program died, or None."""
        row = self._db.conn.execute(
            "SELECT uidvalidity, first_uid, last_uid, tries FROM trials WHERE account = ? AND folder = ?",
            [account, folder],
        ).fetchone()
        return Trial(*row) if row else None

    def begin_trial(self, account: str, folder: str, trial: Trial) -> None:
        """Remember what is about to be read; it replaces what was remembered of this folder."""
        self._db.table("trials").upsert(
            {
                "account": account,
                "folder": folder,
                "uidvalidity": trial.uidvalidity,
                "first_uid": trial.first_uid,
                "last_uid": trial.last_uid,
                "tries": trial.tries,
            },
            pk=("account", "folder"),
        )

    def end_trial(self, account: str, folder: str) -> None:
        """Forget it: what was being read has its outcome, or was given up in good order."""
        self._db.conn.execute("DELETE FROM trials WHERE account = ? AND folder = ?", [account, folder])

    def add_sightings(self, account: str, folder: str, uidvalidity: int, sightings: Iterable[Sighting]) -> None:
        """One outcome a UID; a UID seen again keeps its first outcome, but counts the try.

        Where another message stands under it, its outcome takes the place of the old one: a server that was restored
        from a backup gives out UIDs a second time.
        """
        place, seen = (account, folder, uidvalidity), list(sightings)
        self._db.conn.executemany(
            "DELETE FROM sightings WHERE account = ? AND folder = ? AND uidvalidity = ? AND uid = ? AND message <> ?",
            [(*place, s.uid, s.message) for s in seen if s.message],
        )
        self._db.conn.executemany(
            "INSERT INTO sightings (account, folder, uidvalidity, uid, outcome, message, reason, tries)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (account, folder, uidvalidity, uid) DO UPDATE SET tries = tries + 1",
            [(*place, s.uid, s.outcome, s.message, s.reason, s.tries) for s in seen],
        )

    def unreadable(self, account: str, folder: str, uidvalidity: int, reason: str) -> set[int]:
        """The UIDs of this folder that are unreadable for this reason."""
        rows = self._db.conn.execute(
            "SELECT uid FROM sightings WHERE account = ? AND folder = ? AND uidvalidity = ?"
            " AND outcome = 'unreadable' AND reason = ?",
            [account, folder, uidvalidity, reason],
        )
        return {uid for (uid,) in rows}

    def unsettled(self, account: str, folder: str, uidvalidity: int, reasons: Sequence[str], most: int) -> list[int]:
        """UIDs that are unreadable for one of these reasons and were tried fewer than ``most`` times, ascending."""
        marks = ", ".join("?" * len(reasons))
        rows = self._db.conn.execute(
            "SELECT uid FROM sightings WHERE account = ? AND folder = ? AND uidvalidity = ?"  # noqa: S608
            f" AND outcome = 'unreadable' AND reason IN ({marks}) AND tries < ? ORDER BY uid",
            [account, folder, uidvalidity, *reasons, most],
        )
        return [uid for (uid,) in rows]

    def count_tries(self, account: str, folder: str, uidvalidity: int, uids: Iterable[int]) -> None:
        """These are about to be tried once more."""
        self._db.conn.executemany(
            "UPDATE sightings SET tries = tries + 1 WHERE account = ? AND folder = ? AND uidvalidity = ? AND uid = ?",
            [(account, folder, uidvalidity, uid) for uid in uids],
        )

    def rename_reason(self, account: str, folder: str, uidvalidity: int, reason: str, now: str) -> None:
        """Give a reason of this folder another word: what follows from the old one ends."""
        self._db.conn.execute(
            "UPDATE sightings SET reason = ? WHERE account = ? AND folder = ? AND uidvalidity = ? AND reason = ?",
            [now, account, folder, uidvalidity, reason],
        )

    def knows(self, key: str) -> bool:
        """Whether a message with this key was ever recorded; sightings outlive the message rows."""
        query = (
            "SELECT EXISTS (SELECT 1 FROM messages WHERE key = ?) OR EXISTS (SELECT 1 FROM sightings WHERE message = ?)"
        )
        return bool(self._db.conn.execute(query, [key, key]).fetchone()[0])

    def add(self, row: MessageRow) -> None:
        """Remember a message that :meth:`knows` did not know."""
        self._db.table("messages").insert(
            {
                "key": row.key,
                "thread": row.thread,
                "sent": to_text(row.sent),
                "sent_sure": int(row.sent_sure),
                "week": row.week,
                "role": row.role,
                "addressees": row.addressees,
                "language": row.language,
                "is_reply": int(row.is_reply),
                "new_author": int(row.new_author),
                "kind": row.kind,
                "talk": row.talk,
                "worth": row.worth,
                "verdict": row.verdict,
                "gates": json.dumps(row.gates),
                "thread_gate": row.thread_gate,
                "findings": json.dumps(row.findings),
                "model": row.model,
            }
        )

    def of_thread(self, thread: str) -> list[MessageRow]:
        """The messages of a thread, oldest first."""
        rows = self._db.query("SELECT * FROM messages WHERE thread = ? ORDER BY sent, key", [thread])
        return [_message(row) for row in rows]

    def locations(self, messages: Sequence[str]) -> list[Location]:
        """Where these messages were last seen; a message may stand in several folders."""
        marks = ", ".join("?" * len(messages))
        rows = self._db.conn.execute(
            f"SELECT account, folder, uidvalidity, uid, message FROM sightings WHERE message IN ({marks})"  # noqa: S608
            " ORDER BY message, account, folder, uidvalidity DESC, uid",
            list(messages),
        )
        return [Location(*row) for row in rows]

    def outcomes(self) -> dict[str, int]:
        """Outcome → number of UIDs, over all that was ever seen."""
        return dict(self._db.conn.execute("SELECT outcome, count(*) FROM sightings GROUP BY outcome ORDER BY outcome"))

    def log_run(self, run: str, command: str, started: datetime, ended: datetime, outcome: dict[str, object]) -> None:
        """One line in the log of runs: counts only."""
        self._db.table("runs").insert(
            {
                "id": run,
                "command": command,
                "started": to_text(started),
                "ended": to_text(ended),
                "outcome": json.dumps(outcome, sort_keys=True),
            }
        )

    def last_run(self, command: str) -> tuple[datetime, dict[str, object]] | None:
        """When this command last ended here, and its counts."""
        row = self._db.conn.execute(
            "SELECT ended, outcome FROM runs WHERE command = ? ORDER BY ended DESC, id DESC LIMIT 1", [command]
        ).fetchone()
        return (to_moment(row[0]), json.loads(row[1])) if row else None


def _message(row: dict[str, object]) -> MessageRow:
    values = dict(row)
    for name in ("sent_sure", "is_reply", "new_author"):
        values[name] = bool(values[name])
    for name in ("gates", "findings"):
        values[name] = tuple(json.loads(str(values[name])))
    values["sent"] = to_moment(str(values["sent"]))
    return MessageRow(**values)  # type: ignore[arg-type]
