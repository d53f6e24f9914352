"""Who said yes or stop by mail: what the contact mailbox adds to the leaders' files, and which of the two holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nudger.errors import ConfigError

if TYPE_CHECKING:
    from nudger.config.models import Participation

FILE = "participation.json"
VERSION = 1
HOW = "mail"


@dataclass(frozen=True, slots=True)
class Said:
    """The last word of one owner by mail: whether she takes part, and whether her weekly totals may be counted."""

    yes: bool
    figures: bool
    when: date


def load(folder: Path) -> dict[str, Said]:
    """The last word of each, by owner; empty where there is no file. Raises ConfigError where it is damaged.

    Guessing could read somebody who said stop.
    """
    path = folder / FILE
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return {name: _said(values) for name, values in _owners(stored).items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        raise ConfigError("participation-damaged", hint="participation-damaged-hint", path=str(path)) from None


def text(said: Mapping[str, Said]) -> str:
    """The file that :func:`load` reads."""
    owners = {
        name: {"yes": one.yes, "figures": one.figures, "when": one.when.isoformat()}
        for name, one in sorted(said.items())
    }
    return json.dumps({"version": VERSION, "owners": owners})


def holds(name: str, written: Participation | None, said: Said | None) -> Participation | None:
    """The yes that counts: the later of file and mail; of the same day the mail. None when there is none."""
    from nudger.config.models import Participation

    if said is None or (written is not None and written.when > said.when):
        return written
    return Participation(who=name, when=said.when, how=HOW, figures=said.figures) if said.yes else None


def _owners(stored: Mapping[str, Any]) -> Mapping[str, Any]:
    if stored["version"] != VERSION:
        raise ValueError
    owners: Mapping[str, Any] = stored["owners"]
    return owners


def _said(values: Mapping[str, object]) -> Said:
    if not (isinstance(values["yes"], bool) and isinstance(values["figures"], bool)):
        raise TypeError
    return Said(values["yes"], values["figures"], date.fromisoformat(str(values["when"])))
