"""nudger/mail: the parts of a message and which of them is its text, from an IMAP BODYSTRUCTURE.

Real servers send broken structures (reference: the BODYSTRUCTURE grammar of RFC 3501 §7.4.2 and §9; MailKit issues 878,
919, 1393, 1446, 1841): strings where lists belong, numbers where strings belong, empty multiparts. Whatever stands in a
field of the wrong type counts as absent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nudger.errors import Unreadable
from nudger.mail.mime.charset import decode
from nudger.mail.mime.parameters import PARAMETER_LIMIT, assembled, file_name, parameters
from nudger.mail.source import TEXT_LIMIT, Part

DEPTH_LIMIT = 20
"""Multiparts within multiparts; a message with more is not read."""
PART_LIMIT = 300
"""Leaves of one message; one with more is not read."""
VALUE_LIMIT = 2_000
"""Octets of a name, type or parameter that are kept."""
BLANK_SIZE = 2
"""A text of this many octets is an empty line."""

_FIRST_ONLY = frozenset({"multipart/signed", "multipart/report"})
_ALTERNATIVE = "multipart/alternative"
_MULTIPARTS = frozenset(
    {"mixed", "alternative", "related", "signed", "encrypted", "report", "digest", "parallel", "form-data"}
)


# Which part is the text


def choose_text(parts: Sequence[Part]) -> Part | None:
    """The part that holds what the author wrote, or None.

    It is the first text in reading order that is not an attachment, not empty and not in a forwarded message; where
    that is HTML with a plain twin (in one ``multipart/alternative``), the twin. Of a signed message or a report only
    the first part counts. An HTML body before a plain footer, as lists and gateways make it, stays the text.
    """
    texts = [part for part in parts if _is_body(part)]
    filled = [part for part in texts if part.size > BLANK_SIZE] or texts
    if not filled:
        return None
    first = filled[0]
    if first.media_type == "text/plain":
        return first
    return next((part for part in filled if part.media_type == "text/plain" and _twins(part, first)), first)


def choose_texts(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The text, and its HTML twin when that is smaller than TEXT_LIMIT; empty when there is no text."""
    text = choose_text(parts)
    if text is None:
        return ()
    if text.media_type != "text/plain":
        return (text,)
    html = [part for part in parts if _is_body(part) and part.media_type == "text/html" and _twins(part, text)]
    return (text, *[part for part in html[:1] if part.size < TEXT_LIMIT])


def is_hollow(parts: Sequence[Part]) -> bool:
    """A multipart in which a server found nothing, mostly because its boundary never comes: the text is around it."""
    return not any(part.size for part in parts) and all(part.inside for part in parts)


def _is_body(part: Part) -> bool:
    return (
        part.media_type in ("text/plain", "text/html")
        and part.disposition != "attachment"
        and "message/rfc822" not in part.inside
        and all(number == "1" for number in _places(part, _FIRST_ONLY))
    )


def _twins(one: Part, other: Part) -> bool:
    """Both stand in the same multipart/alternative."""
    return not _alternatives(one).isdisjoint(_alternatives(other))


def _alternatives(part: Part) -> frozenset[str]:
    """The sections of the alternatives around a part; the root's is empty."""
    numbers = part.section.split(".")
    return frozenset(".".join(numbers[:depth]) for depth, around in enumerate(part.inside) if around == _ALTERNATIVE)


def _places(part: Part, containers: frozenset[str]) -> Iterator[str]:
    """The part's number within each of these containers around it."""
    return (
        number for number, around in zip(part.section.split("."), part.inside, strict=False) if around in containers
    )


# From imapclient's nested tuples to parts


def parts_from_bodystructure(structure: Any) -> tuple[Part, ...]:
    """The leaves of a BODYSTRUCTURE as imapclient parses it, in order; a forwarded message is one leaf.

    Raises Unreadable (``too-deep``, ``too-many-parts``, ``no-structure``) beyond DEPTH_LIMIT and PART_LIMIT, or where
    there is no structure at all.
    """
    if not isinstance(structure, tuple) or not structure:
        raise Unreadable("no-structure")
    parts: list[Part] = []
    for part in _leaves(structure, (), ()):
        parts.append(part)
        if len(parts) > PART_LIMIT:
            raise Unreadable("too-many-parts")
    return tuple(parts)


def _leaves(fields: tuple[Any, ...], numbers: tuple[int, ...], inside: tuple[str, ...]) -> Iterator[Part]:
    if not _is_multipart(fields):
        yield _leaf(fields, ".".join(map(str, numbers or (1,))), inside)
        return
    if len(inside) == DEPTH_LIMIT:
        raise Unreadable("too-deep")
    children, subtype = _children(fields)
    for number, child in enumerate(children, start=1):
        yield from _leaves(child, (*numbers, number), (*inside, f"multipart/{subtype}"))


def _is_multipart(fields: tuple[Any, ...]) -> bool:
    """Parts first; or a subtype with nothing before it, which is how servers write a multipart that has no parts."""
    return isinstance(fields[0], (list, tuple)) or _word(fields[0]) in _MULTIPARTS


def _children(fields: tuple[Any, ...]) -> tuple[list[tuple[Any, ...]], str]:
    # imapclient gathers the parts of a multipart in a list, except in a forwarded message, where it leaves them bare.
    listed = fields[0] if isinstance(fields[0], list) else [field for field in fields if isinstance(field, tuple)]
    children = [child for child in listed if isinstance(child, tuple) and child]
    subtype = next((_word(field) for field in fields if isinstance(field, bytes)), "")
    return children, subtype or "mixed"


def _leaf(fields: tuple[Any, ...], section: str, inside: tuple[str, ...]) -> Part:
    get = dict(enumerate(fields)).get
    media_type = f"{_word(get(0)) or 'text'}/{_word(get(1)) or 'plain'}"
    named = _parameters(get(2))
    disposition, disposed = _disposition(fields[_extension_start(media_type) :])
    size = get(6)
    return Part(
        section=section,
        media_type=media_type,
        parameters=named,
        encoding=_word(get(5)) or "7bit",
        disposition=disposition,
        filename=file_name(disposed, named),
        size=size if isinstance(size, int) else 0,
        inside=inside,
    )


def _extension_start(media_type: str) -> int:
    """Where the optional fields begin: after the line count of a text; after envelope, body and lines of a message."""
    if media_type == "message/rfc822":
        return 10
    return 8 if media_type.startswith("text/") else 7


def _disposition(extension: tuple[Any, ...]) -> tuple[str, Mapping[str, str]]:
    """Its kind and parameters. Exchange and pymap send a string instead of a list, sometimes in a neighbour's place."""
    for field in extension:
        if isinstance(field, tuple) and len(field) == 2 and isinstance(field[1], tuple | None):
            return _word(field[0]), _parameters(field[1])
        if isinstance(field, bytes) and field.lower().startswith((b"attachment", b"inline")):
            return _word(field.partition(b";")[0]), parameters(_text(field))
    return "", {}


def _parameters(field: Any) -> Mapping[str, str]:
    """A flat list of names and values, by lower-case name."""
    if not isinstance(field, tuple):
        return {}
    kept = field[: 2 * PARAMETER_LIMIT]
    return assembled({_word(name): _text(value) for name, value in zip(kept[::2], kept[1::2], strict=False)})


def _word(field: Any) -> str:
    return _text(field).strip().lower()


def _text(field: Any) -> str:
    if isinstance(field, bytes):
        return decode(field[:VALUE_LIMIT])
    return str(field) if isinstance(field, int) else ""
