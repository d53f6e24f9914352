"""Reading a mail: the parameters of Content-Type and Content-Disposition, continued and encoded ones included.

RFC 2045 section 5.1 and RFC 2231, as mail really writes them; linear in the length of a header, which is capped before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from urllib.parse import unquote_to_bytes

from nudger.mail.mime.charset import decode
from nudger.mail.mime.headers import shown

PARAMETER_LIMIT = 100
"""Parameters of one header that are looked at."""

_PARAMETER = re.compile(r';\s*([^\s=;"]{1,60})\s*=\s*("[^"\\]*(?:\\.[^"\\]*)*"|[^;]*)', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PIECE = re.compile(r"(.+?)\*(\d{0,2})(\*?)\Z")


def parameters(value: str) -> dict[str, str]:
    """The parameters by lower-case name, the first of a double one; pieces of RFC 2231 put together and decoded."""
    found: dict[str, str] = {}
    for count, match in enumerate(_PARAMETER.finditer(value)):
        if count == PARAMETER_LIMIT:
            break
        found.setdefault(match[1].lower(), _unquoted(match[2].strip()))
    return assembled(found)


def assembled(raw: Mapping[str, str]) -> dict[str, str]:
    """Parameters in which ``name*0``, ``name*1*`` and ``name*`` have become ``name``; a plain ``name`` stands back."""
    pieces: dict[str, list[tuple[int, bool, str]]] = defaultdict(list)
    result = {}
    for name, value in raw.items():
        if piece := _PIECE.match(name):
            pieces[piece[1]].append((int(piece[2] or 0), bool(piece[3]) or not piece[2], value))
        else:
            result[name] = value
    return result | {name: _joined(sorted(found)) for name, found in pieces.items()}


def file_name(disposition: Mapping[str, str], content_type: Mapping[str, str]) -> str:
    """The name of an attachment on one line: a text to show, never a path to open."""
    return shown(disposition.get("filename") or content_type.get("name") or "", 200)


def _joined(pieces: list[tuple[int, bool, str]]) -> str:
    """One value from its pieces in order; the first encoded one says the charset (``utf-8'nl'id%C3%A9e``)."""
    charset = ""
    octets = b""
    for place, (_, encoded, value) in enumerate(pieces):
        if encoded and place == 0 and value.count("'") >= 2:
            charset, _language, value = value.split("'", 2)  # noqa: PLW2901
        octets += unquote_to_bytes(value) if encoded else value.encode("utf-8", "replace")
    return decode(octets, charset)


def _unquoted(value: str) -> str:
    if value.startswith('"'):
        return _ESCAPED.sub(r"\1", value.removeprefix('"').removesuffix('"'))
    return value
