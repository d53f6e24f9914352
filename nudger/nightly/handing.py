"""Handing over: the weekly totals of owners who said a separate yes become one window of the organisation's report.

Nothing of one owner leaves her ledger: the sums are made in memory, and the file holds sums and keyed names.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nudger.errors import ConfigError, NudgerError
from nudger.ledger.keys import LedgerKey, open_key
from nudger.ledger.ledger import Ledger
from nudger.nightly.store import replace_file
from nudger.shift import calendar
from nudger.shift.definition import DEFINITION
from nudger.shift.facts import MOVED
from nudger.shift.organisation import WEEKS, Totals, Window, closed, make, weeks_of

if TYPE_CHECKING:
    from nudger.config.configuration import Owner
    from nudger.workplace import Workplace

FILE = "organisation.json"
KEY = "organisation.key"
VERSION = 1


def hand_over(owners: Iterable[Owner], state: Path, today: date, place_of: Callable[[Owner], Workplace]) -> None:
    """Make the window that has just closed, if it was not made. Raises ConfigError, CannotWrite, DiskTrouble.

    An owner counts who shares her figures and whose mailbox was read after the window ended.
    """
    first, made = closed(today), load(state)
    if any(window.first == first for window in made):
        return
    key = open_key(state / KEY)
    sharing = [owner for owner in owners if owner.participation and owner.participation.figures]
    found = {key.of("owner", owner.name): _totals(place_of(owner), first) for owner in sharing}
    handed = {name: totals for name, totals in found.items() if totals}
    window = make(first, handed, made, _seed(key, first))
    _save(state, [*made, window])


def load(state: Path) -> list[Window]:
    """The windows that were made, oldest first. Raises ConfigError where the file is damaged.

    Guessing could make a window twice.
    """
    path = state / FILE
    try:
        return list(map(_window, _windows(json.loads(path.read_text(encoding="utf-8")))))
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, KeyError):
        raise ConfigError("organisation-damaged", hint="organisation-damaged-hint", path=str(path)) from None


def totals(ledger: Ledger, first: str) -> Totals:
    """What a ledger holds of one window."""
    weeks = frozenset(weeks_of(first))
    rows = [row for row in ledger.weeks.all() if row.week in weeks and row.definition == DEFINITION]
    talk, ideas, questions = (sum(getattr(row, name) for row in rows) for name in ("talk", "ideas", "questions"))
    moved = min(talk, sum(s.week in weeks for s in ledger.suggestions.in_states(MOVED)))
    return Totals(
        mails=sum(row.load for row in rows),
        talk=talk,
        ideas=ideas,
        questions=questions,
        discussions=talk - ideas - questions,
        stayed=talk - moved,
        moved=moved,
        left_on_mail=sum(row.left_on_mail for row in rows),
    )


def _totals(place: Workplace, first: str) -> Totals | None:
    """What this owner hands over; None where her mailbox was not read to the end of the window."""
    if not place.ledger_path.exists():
        return None
    last = calendar.sunday(calendar.shift(first, WEEKS - 1)) + timedelta(days=1)
    try:
        with place.ledger() as ledger:
            read = ledger.mail.last_run("poll")
            return totals(ledger, first) if read and read[0] >= datetime.combine(last, time(), UTC) else None
    except NudgerError:
        return None


def _seed(key: LedgerKey, first: str) -> str:
    return key.of("lot", first)


def _save(state: Path, windows: Iterable[Window]) -> None:
    stored = [{"first": window.first, "group": sorted(window.group), "cells": dict(window.cells)} for window in windows]
    replace_file(state / FILE, json.dumps({"version": VERSION, "windows": stored}))


def _windows(stored: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    if stored["version"] != VERSION:
        raise ValueError
    windows: list[Mapping[str, Any]] = stored["windows"]
    return windows


def _window(values: Mapping[str, Any]) -> Window:
    cells = {str(name): None if value is None else int(value) for name, value in values["cells"].items()}
    return Window(str(values["first"]), frozenset(values["group"]), cells)
