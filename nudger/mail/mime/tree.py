"""Reading a mail: the MIME tree of a whole message, as an IMAP server would describe it.

Octets are not copied: a part is a pair of offsets, found by searching for boundary lines. The standard library's
parser, with the caps it needs against hostile mail (1.5 MB of body), would lose the parts behind a large attachment, so
that a file and the same mail over IMAP would differ; a test compares this reader with it on real mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nudger.errors import Unreadable
from nudger.mail.guard import closed_when_in_doubt
from nudger.mail.mime.headers import BLOCK_LIMIT, Headers, one_line_ending
from nudger.mail.mime.parameters import file_name, parameters
from nudger.mail.mime.structure import DEPTH_LIMIT, PART_LIMIT, choose_texts
from nudger.mail.source import TEXT_LIMIT, Part

MESSAGE_LIMIT = 25 * 1024 * 1024
"""Octets of a message; a larger one is counted as unreadable, and never read whole."""
PART_HEADER_LIMIT = 16_384
"""Octets of a part's header that are looked at."""
BOUNDARY_LINES_LIMIT = 20_000
"""Lines that begin like a boundary; a message with more is not read."""

_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_FIELD_NAME = re.compile(rb"[!-9;-~]{1,100}[ \t]*:")
_MEDIA_TYPE = re.compile(r"\s*([!#$&^_.+*a-z0-9-]{1,80}/[!#$&^_.+*a-z0-9-]{1,80})\s*(?:;|\Z|\s)", re.IGNORECASE)
_TOKEN = re.compile(r"[a-z0-9_-]{1,40}")

_TEXT = "text/plain"


@closed_when_in_doubt
def structure_of(raw: bytes) -> tuple[bytes, tuple[Part, ...], dict[str, bytes]]:
    """Header block, leaf parts, and the octets of the text parts that will be read.

    Parts are numbered as in RFC 9051, section 6.4.5; a forwarded message (``message/rfc822``) is a leaf. Sizes and
    bodies count lines ended by CR LF, as a server does; a body is cut at :data:`nudger.mail.source.TEXT_LIMIT`.
    Raises :class:`nudger.errors.Unreadable`: ``empty``, ``too-large``, ``header-too-large``, ``too-many-parts``,
    ``too-deep``.
    """
    if len(raw) > MESSAGE_LIMIT:
        raise Unreadable("too-large")
    raw = raw.lstrip(b"\r\n")
    if not raw:
        raise Unreadable("empty")
    if b"\n" not in raw:
        raw = one_line_ending(raw)
    block, body = _top(raw)
    tree = _Tree(raw)
    tree.add(_Entity(Headers(block), body, len(raw)))
    parts = tuple(tree.parts)
    return block, parts, {part.section: tree.body(part) for part in choose_texts(parts)}


def media_type_of(headers: Headers, default: str = _TEXT) -> str:
    """The media type in lower case; ``text/plain`` where it cannot be read (RFC 2045, section 5.2)."""
    match = _MEDIA_TYPE.match(headers.first("content-type"))
    if match:
        return match[1].lower()
    return _TEXT if "content-type" in headers else default


def _top(raw: bytes) -> tuple[bytes, int]:
    """The header block of a message, and where its body starts."""
    blank = _BLANK_LINE.search(raw, 0, BLOCK_LIMIT + 4)
    if blank:
        return raw[: blank.start()] + b"\r\n", blank.end()
    if len(raw) > BLOCK_LIMIT:
        raise Unreadable("header-too-large")
    return raw, len(raw)


@dataclass(frozen=True, slots=True)
class _Entity:
    """A header and the offsets of its body; ``default`` is its media type when its header names none."""

    headers: Headers
    start: int
    end: int
    section: str = ""
    inside: tuple[str, ...] = ()
    default: str = _TEXT


@dataclass(slots=True)
class _Tree:
    """The leaves found so far in the octets of a message."""

    raw: bytes
    parts: list[Part] = field(default_factory=list)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    boundary_lines: int = 0

    def add(self, entity: _Entity) -> None:
        """Add the leaves of one entity; a multipart without a single boundary line is read as text."""
        media_type = media_type_of(entity.headers, entity.default)
        if not media_type.startswith("multipart/"):
            return self._leaf(entity, media_type)
        if len(entity.inside) == DEPTH_LIMIT:
            raise Unreadable("too-deep")
        children = list(self._children(entity, media_type))
        if not children:
            return self._leaf(entity, _TEXT)
        for child in children:
            self.add(child)
        return None

    def body(self, part: Part) -> bytes:
        """The octets of a leaf, still transfer-encoded, lines ended by CR LF, cut."""
        start, end = self.spans[part.section]
        octets = self.raw[start : min(end, start + TEXT_LIMIT)]
        return octets.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")[:TEXT_LIMIT]

    def _leaf(self, entity: _Entity, media_type: str) -> None:
        if len(self.parts) == PART_LIMIT:
            raise Unreadable("too-many-parts")
        content_type = parameters(entity.headers.first("content-type"))
        disposition = entity.headers.first("content-disposition")
        part = Part(
            section=entity.section or "1",
            media_type=media_type,
            parameters=content_type,
            encoding=_token(entity.headers.first("content-transfer-encoding")) or "7bit",
            disposition=_token(disposition),
            filename=file_name(parameters(disposition), content_type),
            size=self._size(entity.start, entity.end),
            inside=entity.inside,
        )
        self.parts.append(part)
        self.spans[part.section] = entity.start, entity.end

    def _size(self, start: int, end: int) -> int:
        """Octets when every line ends in CR LF."""
        return end - start + self.raw.count(b"\n", start, end) - self.raw.count(b"\r\n", start, end)

    def _children(self, entity: _Entity, media_type: str) -> Iterator[_Entity]:
        boundary = parameters(entity.headers.first("content-type")).get("boundary", "").rstrip()
        default = "message/rfc822" if media_type == "multipart/digest" else _TEXT
        for number, (start, end) in enumerate(self._between(boundary, entity), start=1):
            if number > PART_LIMIT:
                raise Unreadable("too-many-parts")
            block, body = self._header(start, end)
            section = f"{entity.section}.{number}" if entity.section else str(number)
            yield _Entity(Headers(block), body, end, section, (*entity.inside, media_type), default)

    def _between(self, boundary: str, entity: _Entity) -> Iterator[tuple[int, int]]:
        """Offsets of the body parts of a multipart (RFC 2046, section 5.1.1); a missing last boundary is forgiven."""
        mark = b"\n--" + boundary.encode("utf-8")
        begin = 0
        for at, after in self._boundary_lines(mark, entity) if boundary else ():
            tail = self.raw[at + len(mark) : min(after, at + len(mark) + 200)].rstrip()
            if tail not in {b"", b"--"}:
                continue
            if begin:
                yield begin, max(begin, at - (self.raw[at - 1] == 0x0D))
            if tail:
                return
            begin = after
        if 0 < begin < entity.end:
            yield begin, entity.end

    def _boundary_lines(self, mark: bytes, entity: _Entity) -> Iterator[tuple[int, int]]:
        """For each line that begins like a boundary: offset of the line feed before it, offset of the next line."""
        at = self.raw.find(mark, max(entity.start - 1, 0), entity.end)
        while at >= 0:
            self.boundary_lines += 1
            if self.boundary_lines > BOUNDARY_LINES_LIMIT:
                raise Unreadable("too-many-parts")
            line_end = self.raw.find(b"\n", at + len(mark), entity.end)
            yield at, entity.end if line_end < 0 else line_end + 1
            at = self.raw.find(mark, at + len(mark), entity.end)

    def _header(self, start: int, end: int) -> tuple[bytes, int]:
        """The header of a body part, and where its body starts; a part may have no header at all."""
        if self.raw.startswith((b"\n", b"\r\n"), start, end):
            return b"", start + (2 if self.raw[start] == 0x0D else 1)
        if not _FIELD_NAME.match(self.raw, start, end):
            return b"", start
        blank = _BLANK_LINE.search(self.raw, start, min(end, start + PART_HEADER_LIMIT))
        stop = blank.end() if blank else end
        return self.raw[start : min(stop, start + PART_HEADER_LIMIT)], stop


def _token(value: str) -> str:
    """The first word of a header in lower case: ``base64``, ``attachment``."""
    match = _TOKEN.match(value.lower())
    return match[0] if match else ""
