"""What was done with the contact mailbox, in one file that is replaced as a whole; mails stand in it as keys.

The mailbox is only read, so nothing in it says what was handled.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from nudger.errors import ConfigError
from nudger.nightly.store import replace_file

FILE = "contact.json"
KEY = "contact.key"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Receipt:
    """A confirmation that has not gone out: what was done, for whom, in which language."""

    word: str
    to: str
    language: str


@dataclass(frozen=True, slots=True)
class Memory:
    """How far the folder was read, the keys of the mails that were carried out, and the confirmations to send."""

    uidvalidity: int = 0
    last_uid: int = 0
    handled: frozenset[str] = frozenset()
    receipts: tuple[Receipt, ...] = field(default=())

    def with_handled(self, key: str, receipt: Receipt) -> Memory:
        """This mail was carried out, and its sender is to be told."""
        return replace(self, handled=self.handled | {key}, receipts=(*self.receipts, receipt))


def load(path: Path) -> Memory:
    """What is remembered; nothing where there is no file. Raises ConfigError where it cannot be understood.

    Guessing would carry out an old mail again.
    """
    try:
        return _memory(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Memory()
    except (OSError, ValueError, TypeError, KeyError):
        raise ConfigError("contact-damaged", hint="contact-damaged-hint", path=str(path)) from None


def save(path: Path, memory: Memory) -> None:
    """Write it, for this user only. Raises CannotWrite, DiskTrouble."""
    receipts = [asdict(receipt) for receipt in memory.receipts]
    values = {**asdict(memory), "version": VERSION, "handled": sorted(memory.handled), "receipts": receipts}
    replace_file(path, json.dumps(values))


def _memory(stored: Mapping[str, Any]) -> Memory:
    if stored["version"] != VERSION:
        raise ValueError
    receipts = tuple(Receipt(**values) for values in stored["receipts"])
    return Memory(int(stored["uidvalidity"]), int(stored["last_uid"]), frozenset(stored["handled"]), receipts)
