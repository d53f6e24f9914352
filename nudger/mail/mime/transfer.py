"""Reading a mail: from the octets of a text part to its text: transfer encoding, charset, format=flowed.

A part may be cut anywhere (:data:`nudger.mail.source.TEXT_LIMIT`): what a cut leaves half is dropped, and cutting never
invents a character.
"""

from __future__ import annotations

import binascii
import re
from itertools import groupby

from nudger.mail.mime.charset import decode
from nudger.mail.source import TEXT_LIMIT, Part

_NOT_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="))
_HALF_ESCAPE = re.compile(rb"=[0-9A-Fa-f]?\Z")
_STUFFED = re.compile(r" (?!>)")


def text_of(part: Part, octets: bytes) -> str:
    """The text of a part, lines ended by a line feed, flowed lines joined; not yet cleaned of control characters."""
    cut = len(octets) >= TEXT_LIMIT
    text = decode(unwrap(octets, part.encoding), part.parameters.get("charset", ""), cut=cut)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if part.media_type == "text/plain" and part.parameters.get("format", "").lower() == "flowed":
        return joined(text, delete_space=part.parameters.get("delsp", "").lower() == "yes")
    return text


def unwrap(octets: bytes, encoding: str) -> bytes:
    """Undo a Content-Transfer-Encoding (RFC 2045, section 6); an unknown one is taken as none."""
    match encoding:
        case "base64":
            return unbase64(octets)
        case "quoted-printable":
            return binascii.a2b_qp(_HALF_ESCAPE.sub(b"", octets))
    return octets


def unbase64(octets: bytes) -> bytes:
    """Decode what can be decoded: foreign octets are skipped, less than an octet at the end of a stretch is dropped."""
    return b"".join(map(_stretch, octets.translate(None, _NOT_BASE64).split(b"=")))


def _stretch(text: bytes) -> bytes:
    """The octets of base64 without padding."""
    if len(text) % 4 == 1:
        text = text[:-1]
    return binascii.a2b_base64(text + b"=" * (-len(text) % 4))


def joined(text: str, *, delete_space: bool) -> str:
    """Join the lines of format=flowed text (RFC 3676), each quote level on its own."""
    lines = (_unquoted(line) for line in text.split("\n"))
    paragraphs = []
    for depth, group in groupby(lines, key=lambda line: line[0]):
        mark = ">" * depth + " " if depth else ""
        paragraphs += [mark + paragraph for paragraph in _paragraphs([line for _, line in group], delete_space)]
    return "\n".join(paragraphs)


def _unquoted(line: str) -> tuple[int, str]:
    """Quote depth and rest of a line, the space taken away that protects it (RFC 3676, section 4.4).

    The space stays before ``>``: without it the author's own ``>`` would look like a quote.
    """
    rest = line.lstrip(">")
    return len(line) - len(rest), _STUFFED.sub("", rest, count=1) if rest.startswith(" ") else rest


def _paragraphs(lines: list[str], delete_space: bool) -> list[str]:
    """Lines of one quote depth; a line that ends in a space flows into the next, a signature mark never does."""
    paragraphs: list[str] = []
    open_lines: list[str] = []
    for line in lines:
        if line == "-- " and open_lines:
            paragraphs.append("".join(open_lines))
            open_lines = []
        flows = line.endswith(" ") and line != "-- "
        open_lines.append(line[:-1] if flows and delete_space else line)
        if not flows:
            paragraphs.append("".join(open_lines))
            open_lines = []
    if open_lines:
        paragraphs.append("".join(open_lines))
    return paragraphs
