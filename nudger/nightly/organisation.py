"""``nudger report --organisation``: the windows that were made, as they were made; about one team it says why not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from nudger.config.configuration import state_folder
from nudger.errors import Refused
from nudger.nightly import handing
from nudger.shift import calendar
from nudger.shift.definition import DEFINITION
from nudger.shift.organisation import CELLS, MIN_OWNERS, WEEKS, Window
from nudger.show import json_line

if TYPE_CHECKING:
    from nudger.launch import Context
    from nudger.texts import Texts

SHOWN = 13
"""The last windows, a year."""


def show(context: Context, team: str | None) -> int:
    """Print the report; gives the exit code: 77 where one team or owner was asked for. Raises ConfigError."""
    if team is not None or context.mailbox is not None:
        return _refuse(context)
    config = context.config()
    windows = handing.load(config.settings.ledger.directory or state_folder())[-SHOWN:]
    if context.json:
        json_line({"definition": DEFINITION, "windows": [as_json(window) for window in windows]})
        return 0
    for line in lines(windows, context.texts):
        context.screen.line(line)
    return 0


def lines(windows: Sequence[Window], texts: Texts) -> Iterator[str]:
    """The report as a person reads it."""
    yield texts("organisation-title", n=MIN_OWNERS)
    if not windows:
        yield texts("organisation-none")
    for window in windows:
        yield ""
        yield _period(window, texts)
        if not window.group:
            yield f"  {texts('organisation-few', n=MIN_OWNERS)}"
            continue
        for name in CELLS:
            value = window.cells.get(name)
            told = texts("organisation-hidden") if value is None else texts("organisation-value", n=value)
            yield f"  {texts('organisation-' + name.replace('_', '-'))}: {told}"
    yield ""
    yield texts("organisation-footer", n=MIN_OWNERS, hash=DEFINITION)


def as_json(window: Window) -> dict[str, Any]:
    """Stable keys; nothing tells who was in the group, or how many."""
    return {"first": window.first, "weeks": WEEKS, "shown": bool(window.group), "cells": dict(window.cells)}


def _period(window: Window, texts: Texts) -> str:
    last = calendar.sunday(calendar.shift(window.first, WEEKS - 1))
    return texts("organisation-period", first=texts.date(calendar.monday(window.first)), last=texts.date(last))


def _refuse(context: Context) -> int:
    """The text for whoever asked about one team: what is possible, and why this is not."""
    if context.json:
        json_line({"status": "refused", "reason": "one-team"})
    else:
        context.screen.plain(context.texts("organisation-one-team", n=MIN_OWNERS))
    return Refused.exit_code
