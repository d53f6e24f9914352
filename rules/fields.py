"""What can be said of a message: the fields a rule may name, each brought to one text form.

A field is an attribute of :class:`rules.message.Message`, or one of an address (``sender.name``). Its text form is the
text itself; one line an item for addresses (their email), attachments (their name) and other lists; ``true``, ``false``
or ``unknown``; or a number in digits. A finding's offsets point into this form, so it is all a rule ever sees.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any, get_type_hints

from rules.matching import Text
from rules.message import Address, Attachment, Message

HEADER = "header"
TEXT = "text"
STAGES = (HEADER, TEXT)
"""What must have been read before a field can be judged: header fields and structure, or the text too."""

_TEXT_FIELDS = frozenset({"own_words", "core", "context", "language", "greeting", "questions", "links"})
_PROSE = frozenset({"own_words", "core", "context"})


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name, what it holds (``text``, ``flag`` or ``number``), its stage, and how its text form is read.

    ``prose`` says that a line break may be the wrapping of a long line.
    """

    name: str
    holds: str
    stage: str
    prose: bool
    read: Callable[[Message], str]

    def text(self, message: Message) -> Text:
        """The field of this message, ready for tests."""
        return Text(self.read(message), prose=self.prose)


def _flag(value: bool | None) -> str:
    return "unknown" if value is None else "true" if value else "false"


def _email(value: Address | None) -> str:
    return value.email if value else ""


def _name(value: Address | None) -> str:
    return value.name if value else ""


_FORMS: Mapping[Any, tuple[str, Callable[[Any], str]]] = {
    str: ("text", str),
    bool: ("flag", _flag),
    bool | None: ("flag", _flag),
    int: ("number", str),
    tuple[str, ...]: ("text", "\n".join),
    Address | None: ("text", _email),
    tuple[Address, ...]: ("text", lambda values: "\n".join(map(_email, values))),
    tuple[Attachment, ...]: ("text", lambda values: "\n".join(value.name for value in values)),
}
"""From the type of an attribute to what it holds and its text form; an attribute of another type is no field."""

_NAMES: Mapping[Any, Callable[[Any], str]] = {
    Address | None: _name,
    tuple[Address, ...]: lambda values: "\n".join(map(_name, values)),
}


def _field(name: str, attribute: str, holds: str, form: Callable[[Any], str]) -> Field:
    stage = TEXT if attribute in _TEXT_FIELDS else HEADER
    return Field(name, holds, stage, attribute in _PROSE, lambda message: form(getattr(message, attribute)))


def _all_fields() -> dict[str, Field]:
    hints = get_type_hints(Message)
    types = {field.name: hints[field.name] for field in fields(Message)} | {"addressees": int}
    plain = [_field(name, name, *_FORMS[kind]) for name, kind in types.items() if kind in _FORMS]
    named = [_field(f"{name}.name", name, "text", _NAMES[kind]) for name, kind in types.items() if kind in _NAMES]
    return {field.name: field for field in plain + named}


FIELDS: Mapping[str, Field] = MappingProxyType(_all_fields())
"""All fields by name."""
