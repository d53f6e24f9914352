"""``nudger export`` and ``import``: an owner moves to a new computer without losing what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from nudger.config.configuration import Config, find, load, owners, state_folder
from nudger.config.file import read
from nudger.config.loading import plain_secrets
from nudger.errors import CannotWrite, UnreadableInput, UsageError
from nudger.nightly.store import replace_file
from nudger.platform import private_file, private_folder
from nudger.privacy import backing_up
from nudger.privacy.archive import seal, unseal
from nudger.privacy.backing_up import copied
from nudger.show import json_line
from nudger.signin.secrets import secret

if TYPE_CHECKING:
    from nudger.app import App
    from nudger.launch import Context
    from nudger.texts.screen import Screen

CONFIG, LEDGER, KEY = "nudger.toml", "ledger.db", "ledger.key"
SHORTEST = 12
"""Characters of a passphrase: the file may lie on a stick in a train."""


def export(app: App, path: Path, passphrase_file: Path | None) -> None:
    """Write settings, ledger and key to ``path``, sealed. Raises UsageError, CannotWrite, DiskTrouble.

    Settings with a password in plain are left out, and that is said.
    """
    if path.exists():
        raise UsageError("export-exists", path=str(path))
    passphrase = _passphrase(app.screen, passphrase_file, new=True)
    parts = copied(app)
    config = app.place.config.path
    safe = not any(plain_secrets(read(config)))
    if safe:
        parts[CONFIG] = config.read_bytes()
    _write(path, seal(parts, passphrase))
    app.emit(
        lambda: {"path": str(path), "settings": safe},
        lambda: app.screen.say(
            "privacy-export-done" if safe else "privacy-export-done-without-settings", path=str(path)
        ),
    )


def export_all(context: Context, folder: Path, passphrase_file: Path | None) -> int:
    """A backup of all owners, each sealed with the same passphrase; gives the exit code. Raises as :func:`export`."""
    passphrase = _passphrase(context.screen, passphrase_file, new=True)
    return backing_up.export_all(context, context.apps(), folder, passphrase)


def import_(context: Context, path: Path, passphrase_file: Path | None) -> None:
    """Put an export in its place on this computer. Raises UnreadableInput, UsageError, ConfigError.

    Nothing that stands here already is replaced.
    """
    from nudger.app import only_owner

    try:
        data = path.read_bytes()
    except OSError:
        raise UnreadableInput("cannot-read", path=str(path)) from None
    parts = unseal(data, _passphrase(context.screen, passphrase_file, new=False), path)
    config_path = find(context.config_path, {})
    if CONFIG in parts and not config_path.exists():
        private_folder(config_path.parent)
        replace_file(config_path, parts[CONFIG].decode("utf-8"))
    config = load(config_path, context.texts.language)
    if LEDGER not in parts:
        _import_shared(context, parts, config)
        return
    owner = only_owner(owners(config), context.mailbox)
    ledger = (config.settings.ledger.directory or state_folder()) / f"{owner.name}.db"
    if ledger.exists():
        raise UsageError("import-exists", hint="import-exists-hint", path=str(ledger))
    private_folder(ledger.parent)
    _write(ledger.with_suffix(".key"), parts[KEY])
    _write(ledger, parts[LEDGER])
    if context.json:
        json_line({"ledger": str(ledger)})
    else:
        context.screen.say("privacy-import-done", owner=owner.name)


def _import_shared(context: Context, parts: Mapping[str, bytes], config: Config) -> None:
    names = backing_up.put_back(parts, config.settings.ledger.directory or state_folder())
    if context.json:
        json_line({"files": names})
    else:
        context.screen.say("privacy-import-shared", n=len(names))


def _write(path: Path, content: bytes) -> None:
    private_file(path)
    try:
        path.write_bytes(content)
    except OSError:
        path.unlink(missing_ok=True)
        raise CannotWrite("cannot-write", hint="cannot-write-hint", path=str(path)) from None


def _passphrase(screen: Screen, file: Path | None, *, new: bool) -> str:
    """From the file, else typed, twice when it is new. Raises UsageError, ConfigError."""
    if file:
        return _long_enough(secret({"file": str(file.absolute())}).reveal(), new=new)
    if not screen.interactive:
        raise UsageError("passphrase-needs-terminal", hint="passphrase-needs-terminal-hint")
    typed = _long_enough(screen.ask_hidden("privacy-passphrase-ask"), new=new)
    if new and screen.ask_hidden("privacy-passphrase-again") != typed:
        raise UsageError("passphrase-differs")
    return typed


def _long_enough(passphrase: str, *, new: bool) -> str:
    if new and len(passphrase) < SHORTEST:
        raise UsageError("passphrase-short", n=SHORTEST)
    return passphrase
