"""Proofs: counts every commit and every socket write of a process, and ends it hard before or after a chosen one.

The way in which mbsync's tests cut a run at every line of its journal, before and after.
"""

from __future__ import annotations

import os
import socket
import sqlite3
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

CUT = 86
"""The exit code of a process that was cut at its point."""


@dataclass
class Points:
    """``at`` is the point to end at, from 1; 0 ends nowhere. Each point's name is added to the file ``log``."""

    log: Path
    at: int = 0
    passed: int = 0

    def install(self) -> None:
        """Count from now on, in this process."""
        for name in ("send", "sendall"):
            setattr(socket.socket, name, self._around(name, getattr(socket.socket, name)))
        connect = sqlite3.connect
        points = self

        class Counting(sqlite3.Connection):
            """A connection whose commits are points."""

            def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
                if not sql.startswith("COMMIT"):
                    return super().execute(sql, *args)
                points.reach("before a commit")
                cursor = super().execute(sql, *args)
                points.reach("after a commit")
                return cursor

        def connected(*args: Any, **kwargs: Any) -> sqlite3.Connection:
            return connect(*args, **kwargs, factory=Counting)

        sqlite3.connect = connected  # type: ignore[assignment]

    def reach(self, what: str) -> None:
        """One more point."""
        self.passed += 1
        with self.log.open("a") as file:
            file.write(f"{what}\n")
        if self.passed == self.at:
            os._exit(CUT)

    def _around(self, name: str, original: Any) -> Any:
        @wraps(original)
        def written(*args: Any) -> Any:
            self.reach(f"before a {name}")
            result = original(*args)
            self.reach(f"after a {name}")
            return result

        return written
