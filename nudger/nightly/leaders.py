"""``nudger leaders``: the owners of an organisation, one file each; who they are, adding many, and taking one out.

Adding a leader never says yes for her: the file comes without ``[participation]``, and until that is there she is not
read.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nudger.config.configuration import LEADERS, Config, Owner, owners, state_folder
from nudger.config.types import valid_name
from nudger.contact import deeds
from nudger.errors import ConfigError, UnreadableInput, UsageError
from nudger.ledger.ledger import Ledger
from nudger.ledger.states import State
from nudger.nightly.store import FILE as HEALTH
from nudger.nightly.store import load, replace_file, save
from nudger.platform import private_folder
from nudger.show import json_line

if TYPE_CHECKING:
    from nudger.launch import Context
    from nudger.texts.screen import Screen

COLUMNS = ("name", "language", "address")
LARGEST = 1_000_000
ENDINGS = (".db", ".db-wal", ".db-shm", ".db-journal", ".key", ".lock", ".outbox.lock")
"""The files of one ledger, by what follows the name; spelled out, for another leader may be called ``anna.b``."""


@dataclass(frozen=True, slots=True)
class Row:
    """One leader of a CSV file: ``name`` names her file, ledger and place in the template; the rest may be empty."""

    name: str
    language: str = ""
    address: str = ""

    def toml(self) -> str:
        """The leader's file. Names are checked and addresses are quoted, so that a cell stays a value."""
        lines = [f'language = "{self.language}"\n'] if self.language else []
        if self.address:
            lines.append(f"[mailboxes.{_quoted(self.name)}]\naddresses = [{_quoted(self.address)}]\n")
            lines.append(f"[digest]\nto = {_quoted(self.address)}\n")
        return "\n".join(lines)


def import_(context: Context, path: Path) -> None:
    """Make a file for each row of a CSV file with the columns name, language and address (the last two optional).

    Who has a file already keeps it. Raises UnreadableInput naming every wrong row, and then makes none; UsageError,
    ConfigError, CannotWrite.
    """
    folder = private_folder(context.config().folder / LEADERS)
    rows = list(_rows(path))
    fresh = [row for row in rows if not (folder / f"{row.name}.toml").exists()]
    for row in fresh:
        replace_file(folder / f"{row.name}.toml", row.toml())
    try:
        context.config()
    except ConfigError:
        # A file that does not fit the template would stop the night for all.
        for row in fresh:
            (folder / f"{row.name}.toml").unlink()
        raise
    if context.json:
        json_line({"added": [row.name for row in fresh], "known": len(rows) - len(fresh)})
    else:
        context.screen.say("leaders-added", n=len(fresh), known=len(rows) - len(fresh))


def _rows(path: Path) -> Iterator[Row]:
    try:
        text = path.read_bytes()[:LARGEST].decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UnreadableInput("cannot-read", path=str(path)) from None
    dialect = csv.excel if text.partition("\n")[0].count(";") == 0 else _Semicolon
    reader = csv.DictReader(text.splitlines(), dialect=dialect)
    if "name" not in (reader.fieldnames or ()):
        raise UnreadableInput("leaders-no-name", hint="leaders-no-name-hint", path=str(path))
    found = [(number, _row(cells)) for number, cells in enumerate(reader, 2)]
    wrong = tuple(str(number) for number, row in found if row is None)
    if wrong:
        raise UnreadableInput("leaders-wrong", hint="leaders-wrong-hint", path=str(path), rows=", ".join(wrong))
    yield from dict.fromkeys(row for _, row in found if row)


class _Semicolon(csv.excel):
    """What a Dutch spreadsheet writes."""

    delimiter = ";"


def _row(cells: Mapping[str, str | None]) -> Row | None:
    row = Row(*((cells.get(column) or "").strip() for column in COLUMNS))
    address_fits = not row.address or (row.address.count("@") == 1 and row.address.isprintable())
    return row if valid_name(row.name) and row.language in ("", "nl", "en") and address_fits else None


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def listed(context: Context) -> None:
    """Every owner: whether she said yes, when and how, and how her mailbox fares; nothing about her mail."""
    config = context.config()
    health = load(_state(config) / HEALTH)
    found = [_facts(owner, health[owner.name].failure if owner.name in health else "") for owner in owners(config)]
    if context.json:
        json_line(found)
        return
    if not found:
        context.screen.say("leaders-none")
    for facts in found:
        context.screen.line(_line(context.screen, facts))


def _facts(owner: Owner, failure: str) -> dict[str, object]:
    yes = owner.participation
    return {
        "name": owner.name,
        "participates": owner.participates,
        "when": yes.when.isoformat() if yes else None,
        "how": yes.how if yes else None,
        "trouble": failure,
    }


def _line(screen: Screen, facts: Mapping[str, object]) -> str:
    key = "leaders-yes" if facts["when"] else "leaders-own" if facts["participates"] else "leaders-no"
    line = screen.texts(key, name=facts["name"], when=facts["when"] or "", how=facts["how"] or "")
    return f"{line} {screen.texts('leaders-trouble')}" if facts["trouble"] else line


def remove(context: Context, name: str) -> None:
    """Take a leader out: her file, ledger, key, yes and sign-ins. Posts of unknown fate are listed first and stop it.

    Raises UsageError, and where nobody can type the name; nothing is removed before.
    """
    config = context.config()
    leader = next((leader for leader in config.leaders if leader.name == name), None)
    if leader is None:
        known = ", ".join(leader.name for leader in config.leaders)
        raise UsageError("mailbox-unknown", name=name, known=known)
    ledger = _state(config) / f"{name}.db"
    uncertain = _uncertain(ledger)
    if uncertain:
        raise UsageError("leaders-uncertain", hint="leaders-uncertain-hint", name=name, urls=", ".join(uncertain))
    if not context.screen.interactive:
        raise UsageError("leaders-needs-terminal")
    context.screen.say("leaders-remove", name=name, path=str(ledger))
    if context.screen.ask_line("leaders-type-name", name=name) != name:
        context.screen.say("leaders-kept")
        return
    _sign_out(context, config, name)
    for ending in ENDINGS:
        ledger.with_name(name + ending).unlink(missing_ok=True)
    shutil.rmtree(ledger.with_suffix(".models"), ignore_errors=True)
    leader.path.unlink()
    _forget(_state(config), name)
    context.screen.say("leaders-removed", name=name)


def _sign_out(context: Context, config: Config, name: str) -> None:
    """Remove the sign-ins that are kept for her alone; what others use too stays."""
    from nudger.login import doors, entries
    from nudger.workplace import Workplace

    places = {
        owner.name: Workplace(config, owner, context.texts, context.now, _state(config)) for owner in owners(config)
    }
    found = {owner: set(entries(place, doors(place, None))) for owner, place in places.items()}
    shared = {entry for owner, names in found.items() if owner != name for entry in names}
    for entry in found[name] - shared:
        places[name].signins.store.remove(entry)


def _forget(state: Path, name: str) -> None:
    """What stands of her beside the ledgers: her last word by mail, and how her mailbox fared."""
    deeds.forget(state, name)
    health = load(state / HEALTH)
    if health.pop(name, None):
        save(state / HEALTH, health)


def _uncertain(path: Path) -> list[str]:
    if not path.exists():
        return []
    with Ledger.open(path) as ledger:
        return [s.id[:4] for s in ledger.suggestions.in_states((State.SENDING, State.UNCERTAIN))]


def _state(config: Config) -> Path:
    return config.settings.ledger.directory or state_folder()
