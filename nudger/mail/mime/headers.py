"""Reading a mail: the header block of a mail, read tolerantly and within bounds.

``email``'s own header objects are not used: they hang on hostile headers (``policy.default``) or drop everything behind
the first odd line. One linear pattern finds the fields of a block, and odd lines between them are skipped.
"""

from __future__ import annotations

import binascii
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_tz

from nudger.errors import Unreadable
from nudger.mail.mime.charset import decode
from nudger.mail.mime.transfer import unbase64
from nudger.mail.words.clean import clean

BLOCK_LIMIT = 131_072
"""Octets of a header block; a longer one is not read."""
LINES_LIMIT = 1_000
"""Lines of a header block; a longer one is not read."""
FIELD_LIMIT = 4_096
"""Characters of one field that are kept; more are cut off, which :attr:`Headers.cut` remembers."""
LONG_FIELDS = {"to": 65_536, "cc": 65_536, "bcc": 65_536, "references": 16_384}
"""Fields that are honestly long: a mail to two hundred colleagues, a long conversation."""

_FIELD = re.compile(rb"^([!-9;-~]{1,100})[ \t]*:[ \t]*(.*(?:\n[ \t].*)*)", re.MULTILINE)
_ENCODED_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,4000})\?=")
_ID = re.compile(r"<([!-;=?-~]{1,250})>")
_BARE_ID = re.compile(r"[!-;=?-~]{1,200}@[!-;=?-~]{1,200}\Z")


class Headers:
    """The fields of one header block, by lower-case name, in their order; values unfolded, encoded words as they stand.

    Raises :class:`nudger.errors.Unreadable` ``header-too-large``. ``cut`` holds the names of fields that were too long.
    """

    __slots__ = ("_fields", "cut")

    def __init__(self, block: bytes) -> None:
        if len(block) > BLOCK_LIMIT or block.count(b"\n") > LINES_LIMIT:
            raise Unreadable("header-too-large")
        self._fields: dict[str, list[bytes]] = defaultdict(list)
        self.cut: set[str] = set()
        for name, value in _FIELD.findall(one_line_ending(block)):
            self._keep(name.decode("ascii").lower(), value)

    def _keep(self, name: str, value: bytes) -> None:
        limit = LONG_FIELDS.get(name, FIELD_LIMIT)
        if len(value) > limit:
            self.cut.add(name)
            value = _ends(value, limit) if name == "references" else value[:limit]
        self._fields[name].append(value)

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def all(self, name: str) -> list[str]:
        """Every value of a field, topmost first."""
        return [decode(value.replace(b"\n", b"")).strip() for value in self._fields.get(name, ())]

    def first(self, name: str) -> str:
        """The topmost value, or an empty text."""
        return next(iter(self.all(name)), "")

    def only(self, name: str) -> str:
        """The value of a field that stands there exactly once, else an empty text: two Dates are no date."""
        values = self.all(name)
        return values[0] if len(values) == 1 else ""


def one_line_ending(octets: bytes) -> bytes:
    """The octets with lines ended by a line feed; a lone carriage return ends a line only where no line feed is."""
    if b"\r" not in octets:
        return octets
    return octets.replace(b"\r\n", b"\n") if b"\n" in octets else octets.replace(b"\r", b"\n")


def _ends(value: bytes, limit: int) -> bytes:
    half = limit // 2
    return value[:half] + b" " + value[-half:]


def line(text: str, limit: int = 1_000) -> str:
    """Text made fit for one line: cleaned, white space collapsed, at most ``limit`` characters."""
    text = text[: 4 * limit]
    if not (text.isascii() and text.isprintable()):
        text = clean(text)
    return " ".join(text.split())[:limit].rstrip()


def shown(value: str, limit: int = 1_000) -> str:
    """A field's value for people: encoded words decoded (RFC 2047), then :func:`line`."""
    return line(decoded(value), limit)


def decoded(value: str) -> str:
    """The value with its encoded words decoded; what is not a right encoded word stays as it is.

    Neighbours in one charset are joined before decoding, because many programs split a character between two words.
    """
    if "=?" not in value:
        return value
    pieces: list[str] = []
    charset, octets, end = "", b"", 0
    for word in _ENCODED_WORD.finditer(value):
        gap, name = value[end : word.start()], word[1].partition("*")[0].lower()
        if gap.strip() or name != charset:
            pieces += [decode(octets, charset), gap if gap.strip() or not octets else ""]
            charset, octets = name, b""
        octets += _octets(word[2].lower(), word[3])
        end = word.end()
    return "".join([*pieces, decode(octets, charset), value[end:]])


def _octets(encoding: str, text: str) -> bytes:
    octets = text.encode("utf-8", "replace")
    return unbase64(octets) if encoding == "b" else binascii.a2b_qp(octets, header=True)


def identifiers(value: str) -> Iterator[str]:
    """The message ids of a field, each with its angle brackets, without those too long or not ASCII."""
    return (f"<{found}>" for found in _ID.findall(value))


def message_id(value: str) -> str:
    """The first message id; one without brackets gets them; an empty text where there is none."""
    bare = value.strip()
    return next(identifiers(value), f"<{bare}>" if _BARE_ID.match(bare) else "")


def moment(value: str) -> datetime | None:
    """A Date field (RFC 5322, section 3.3) in UTC, or None; a missing zone is UTC, one beyond 14 hours is none."""
    try:
        parsed = parsedate_tz(value[:200])
        if parsed is None or abs(parsed[9] or 0) > 14 * 3600:
            return None
        return datetime(*parsed[:5], min(parsed[5], 59), tzinfo=UTC) - timedelta(seconds=parsed[9] or 0)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
