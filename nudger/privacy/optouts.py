"""Rights: the colleagues who want no part in it. One list for all owners; nobody is told who stands in it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from nudger.config.file import MISSING, read
from nudger.errors import ConfigError
from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import LoopState
from nudger.ledger.states import MOVES, State
from nudger.nightly.store import replace_file
from nudger.platform import private_folder

if TYPE_CHECKING:
    from nudger.config.models import Settings

FILE = "optout.toml"
GATE = "common.protected"
"""The rule that holds where somebody in a conversation stands in the list."""

HEAD = "# Colleagues who want no part in it: addresses, or @domain for a whole domain. It counts for every owner.\n"
WITHDRAWABLE = tuple(state for state, next_states in MOVES.items() if State.WITHDRAWN in next_states)


def path_of(settings: Settings, state: Path) -> Path:
    """The file of the configuration, else one beside the ledgers."""
    return settings.organisation.optout or (settings.ledger.directory or state) / FILE


def load(path: Path) -> frozenset[str]:
    """The addresses and ``@domain`` entries; empty where there is no file yet.

    Raises ConfigError where it cannot be understood: nobody who opted out is read because of a typing mistake.
    """
    try:
        raw = read(path)
    except ConfigError as error:
        if error.key == MISSING:
            return frozenset()
        raise
    entries = raw.get("addresses")
    if set(raw) - {"addresses"} or not isinstance(entries, list) or not all(map(_is_entry, entries)):
        raise ConfigError("optout-wrong", hint="optout-wrong-hint", path=str(path))
    return frozenset(entry.strip().lower() for entry in entries)


def add(path: Path, address: str) -> bool:
    """Put an address in the list; False when it stood there. Raises ConfigError, CannotWrite, DiskTrouble."""
    private_folder(path.parent)
    with FileLock(path.with_name(path.name + ".lock"), mode=0o600):
        known = load(path)
        if address.lower() in known:
            return False
        entries = "".join(f"    {json.dumps(entry)},\n" for entry in sorted({*known, address.lower()}))
        replace_file(path, f"{HEAD}addresses = [\n{entries}]\n")
    return True


def protect(ledger: Ledger, address: str, now: datetime) -> None:
    """Never offer a thread in which this address takes part, and withdraw what waits of it; inside a transaction."""
    threads = ledger.people.protect(address, GATE)
    for thread in sorted(threads):
        ledger.threads.refresh(thread, ledger.mail.of_thread(thread))
    for suggestion in ledger.suggestions.in_states(WITHDRAWABLE):
        if suggestion.thread in threads:
            ledger.suggestions.move(suggestion, State.WITHDRAWN, decided_at=now)
    for loop in ledger.loops.all():
        if loop.thread in threads and loop.state is not LoopState.CLOSED:
            ledger.loops.move(loop, LoopState.CLOSED, how="withdrawn", closed=now)


def _is_entry(entry: object) -> bool:
    return isinstance(entry, str) and entry.count("@") == 1 and not entry.endswith("@") and entry.isprintable()
