"""The log for who keeps nudger running: a JSON line an event, from a closed list of fields; never text from a mail."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from pathlib import Path

from nudger.errors import CannotWrite
from nudger.platform import private_file

FIELDS = frozenset({"command", "mailbox", "folder", "status", "seen", "new", "outcomes", "offered", "seconds", "code"})
"""What may be logged. Anything else is left out, so that a slip in a caller cannot leak."""


class RunLog:
    """Adds lines to a file (0600); without a file it does nothing. Every line carries the id of this run."""

    def __init__(self, path: Path | None) -> None:
        self.run = uuid.uuid4().hex
        self._path = private_file(path) if path else None

    def event(self, name: str, **fields: object) -> None:
        """Write one line. Raises CannotWrite."""
        if self._path is None:
            return
        known = {key: value for key, value in fields.items() if key in FIELDS}
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        line = json.dumps({"time": moment, "run": self.run, "event": name, **known})
        try:
            with self._path.open("a", encoding="ascii") as file:
                file.write(line + "\n")
        except OSError:
            raise CannotWrite("cannot-write", path=str(self._path)) from None
