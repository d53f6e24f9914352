"""The file that remembers how the owners' mailboxes fare; replaced as a whole, so that a crash leaves the old one."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from nudger.errors import CannotWrite, DiskTrouble
from nudger.nightly.health import Health
from nudger.platform import private_file

FILE = "nightly.json"
VERSION = 1


def load(path: Path) -> dict[str, Health]:
    """What is remembered, by owner; empty where there is no file or it cannot be understood: nothing hangs on it."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return {name: _health(values) for name, values in stored["owners"].items()} if _known(stored) else {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def save(path: Path, owners: Mapping[str, Health]) -> None:
    """Write it, for this user only. Raises CannotWrite, DiskTrouble."""
    text = json.dumps({"version": VERSION, "owners": {name: _plain(owners[name]) for name in sorted(owners)}})
    replace_file(path, text)


def replace_file(path: Path, text: str, mode: int = 0o600) -> None:
    """Put ``text`` in the place of the file, at once or not at all. Raises CannotWrite, DiskTrouble."""
    fresh = path.with_name(path.name + ".new")
    try:
        private_file(fresh)
        with fresh.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(mode)
        fresh.replace(path)
    except OSError as error:
        kind = DiskTrouble if error.errno in {5, 28} else CannotWrite
        raise kind("cannot-write", hint="cannot-write-hint", path=str(path)) from None


def _known(stored: Mapping[str, Any]) -> bool:
    return bool(stored["version"] == VERSION)


def _plain(health: Health) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(health).items()}


def _health(values: Mapping[str, Any]) -> Health:
    days = {name: date.fromisoformat(values[name]) for name in ("since", "tried", "told") if values[name]}
    return Health(
        failure=str(values["failure"]), nights=int(values["nights"]), told_owner=bool(values["told_owner"]), **days
    )
