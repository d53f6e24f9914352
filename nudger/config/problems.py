"""What is wrong with a configuration, as lines for people: where, what, and the nearest valid key."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from nudger.config.models import Section, section_of
from nudger.texts import Texts
from nudger.texts.safe import safe

Place = tuple[str | int, ...]

_KINDS: Mapping[str, str] = {
    "missing": "config-required",
    "string_type": "config-type-text",
    "string_unicode": "config-type-text",
    "int_type": "config-type-whole",
    "int_parsing_size": "config-type-whole",
    "float_type": "config-type-number",
    "bool_type": "config-type-boolean",
    "date_type": "config-type-date",
    "tuple_type": "config-type-list",
    "dict_type": "config-type-table",
    "mapping_type": "config-type-table",
    "model_type": "config-type-table",
    "greater_than_equal": "config-at-least",
    "less_than_equal": "config-at-most",
    "finite_number": "config-type-number",
    "too_short": "config-too-few",
    "too_long": "config-too-many",
}
"""Error types of pydantic (docs.pydantic.dev, errors/validation_errors) → sentences. Its own texts quote the input."""

_CONSEQUENCES = frozenset({"default_factory_not_called"})
"""Errors that only follow from another one."""

_LONGEST_KEY = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: its place in the file, and the sentence ``errors-<key>`` with its values."""

    place: Place
    key: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def line(self, texts: Texts, file: str = "") -> str:
        """``goals[1].id: ...``, with the file's name before it where that is not the main file."""
        where = " ".join(filter(None, (file, path_text(self.place))))
        what = texts(f"errors-{self.key}", **self.values)
        return f"{where}: {what}" if where else what


def path_text(place: Place) -> str:
    """``goals[1].id``; arrays are counted from 1. Keys come from the file, so they are made safe and short."""
    text = ""
    for step in place:
        if isinstance(step, int):
            text += f"[{step + 1}]"
        else:
            text += f".{safe(step, width=_LONGEST_KEY)}"
    return text.removeprefix(".")


def problems(error: ValidationError, root: type[Section]) -> Iterator[Problem]:
    """Every mistake in a table of type ``root``; what only follows from another is left out."""
    details = [detail for detail in error.errors(include_url=False) if detail["type"] not in _CONSEQUENCES]
    for detail in details:
        place = _place(detail)
        inside = any(other["loc"][: len(place)] == place and len(other["loc"]) > len(place) for other in details)
        if not (inside and detail["type"] == "too_short"):
            yield _problem(place, detail, root)


def _place(detail: ErrorDetails) -> Place:
    """Where it is. A wrong name of a table (a mailbox, a network) is marked by pydantic with one step more."""
    named = detail["loc"][-1:] == ("[key]",) and detail["type"] != "extra_forbidden"
    return detail["loc"][:-1] if named else detail["loc"]


def _problem(place: Place, detail: ErrorDetails, root: type[Section]) -> Problem:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown(place, root)
    if kind == "literal_error":
        return _choice(place, context["expected"], detail["input"])
    if kind.startswith(("config-", "secret-")):
        return Problem(place, kind, context)
    bounds = {"ge": "bound", "le": "bound", "min_length": "bound", "max_length": "bound"}
    values = {bounds[name]: value for name, value in context.items() if name in bounds}
    return Problem(place, _KINDS.get(kind, "config-not-valid"), values)


def _unknown(place: Place, root: type[Section]) -> Problem:
    """An unknown key: the nearest one of its table, else the one table that has such a key."""
    key = str(place[-1])
    table = _table(place[:-1], root)
    if nearest := _nearest(key, list(table.model_fields) if table else []):
        return Problem(place, "config-unknown-nearest", {"nearest": nearest})
    homes = _homes(key, root)
    if len(homes) != 1:
        return Problem(place, "config-unknown")
    return Problem(place, "config-unknown-elsewhere" if homes[0] else "config-unknown-top", {"section": homes[0]})


def _choice(place: Place, expected: str, given: Any) -> Problem:
    """A value that is none of the few possible; the given one is never shown, because it may be a secret."""
    choices = re.findall(r"'([^']*)'", expected)
    nearest = _nearest(given, choices) if isinstance(given, str) else ""
    values = {"choices": ", ".join(choices or [expected])}
    if nearest:
        return Problem(place, "config-choice-nearest", {**values, "nearest": nearest})
    return Problem(place, "config-choice", values)


def _nearest(word: str, choices: Sequence[str]) -> str:
    return next(iter(difflib.get_close_matches(word.lower()[:100], choices, n=1)), "")


def _table(place: Place, root: type[Section]) -> type[Section] | None:
    """The type of the table at ``place``, or None where it is no table of ours."""
    table: type[Section] | None = root
    steps = iter(place)
    for step in steps:
        info = table.model_fields.get(str(step)) if table else None
        table = section_of(info.annotation) if info else None
        if info and get_origin(info.annotation) in {dict, tuple}:
            next(steps, None)  # the name of a mailbox, the number of a goal
    return table


def _homes(key: str, root: type[Section]) -> list[str]:
    """The sections that have such a key; an empty name is the top of the file."""
    tables = {name: section_of(info.annotation) for name, info in root.model_fields.items()}
    homes = [name for name, table in tables.items() if table and key in table.model_fields]
    return [*homes, ""] if key in tables and not tables[key] else homes
