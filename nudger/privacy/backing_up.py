"""``nudger export --all`` and putting it back: a backup of every ledger and of what all owners share, each sealed.

Copies of ledgers hold no drafts (promise M6).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nudger.config.participation import FILE as PARTICIPATION
from nudger.contact import memory
from nudger.errors import CannotWrite, NudgerError, UsageError
from nudger.nightly import handing, store
from nudger.nightly.night import worst
from nudger.platform import private_file, private_folder
from nudger.privacy import optouts
from nudger.privacy.archive import seal
from nudger.show import json_line

if TYPE_CHECKING:
    from nudger.app import App
    from nudger.launch import Context

ENDING = ".nudger"
SHARED = f"shared{ENDING}"
SHARED_FILES = (PARTICIPATION, memory.FILE, memory.KEY, handing.FILE, handing.KEY, optouts.FILE, store.FILE)
"""What stands beside the ledgers and belongs to all owners together."""


def export_all(context: Context, apps: Sequence[App], folder: Path, passphrase: str) -> int:
    """Write ``folder/NAME.nudger`` for each owner with a ledger, and ``shared.nudger``; gives the exit code.

    What stood there is replaced. One owner whose ledger cannot be copied never stops the others.
    """
    private_folder(folder)
    written: list[str] = []
    failed: dict[str, NudgerError] = {}
    for app in apps:
        if not app.place.ledger_path.exists():
            continue
        try:
            _put(folder / f"{app.place.owner.name}{ENDING}", seal(copied(app), passphrase))
            written.append(app.place.owner.name)
        except NudgerError as error:
            failed[app.place.owner.name] = error
    _put(folder / SHARED, seal(_shared(apps[0].place.ledger_path.parent, apps[0]), passphrase))
    if context.json:
        json_line({"written": written, "failed": {name: trouble.key for name, trouble in failed.items()}})
    else:
        context.screen.say("privacy-exported-all", n=len(written), folder=str(folder))
        for name, trouble in failed.items():
            context.screen.line(f"{name}: {context.texts(f'errors-{trouble.key}', **trouble.values)}")
    return worst(trouble.exit_code for trouble in failed.values())


def copied(app: App) -> dict[str, bytes]:
    """The ledger without drafts, and its key. Raises LedgerLocked, LedgerError."""
    with app.place.ledger(alone=True) as ledger:
        return {"ledger.db": ledger.copy(), "ledger.key": app.place.ledger_path.with_suffix(".key").read_bytes()}


def put_back(parts: Mapping[str, bytes], state: Path) -> list[str]:
    """Put the shared files in their place; gives their names. Raises UsageError where one stands there already."""
    known = {name: content for name, content in parts.items() if name in SHARED_FILES}
    private_folder(state)
    for name in known:
        if (state / name).exists():
            raise UsageError("import-exists", hint="import-exists-hint", path=str(state / name))
    for name, content in known.items():
        _put(state / name, content)
    return sorted(known)


def _shared(state: Path, app: App) -> dict[str, bytes]:
    paths = {name: state / name for name in SHARED_FILES}
    paths[optouts.FILE] = optouts.path_of(app.place.config.settings, app.place.state)
    return {name: path.read_bytes() for name, path in paths.items() if path.exists()}


def _put(path: Path, content: bytes) -> None:
    """Write it beside its name and move it there, for this user only. Raises CannotWrite."""
    fresh = path.with_name(path.name + ".new")
    private_file(fresh)
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise CannotWrite("cannot-write", hint="cannot-write-hint", path=str(path)) from None
