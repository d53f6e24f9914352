"""nudger/mail: the words in rich text, for the few Outlook files that hold nothing else.

One linear pass over the control words (Rich Text Format Specification 1.9.1); the libraries for it back-track without
bounds on hostile text. Groups that a reader may skip (``\\*``), tables of fonts, colours and styles, and pictures are
left out; so of a page that was packed into rich text (MS-OXRTFEX) its words remain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nudger.mail.mime.charset import decode

DEPTH_LIMIT = 1_000
"""Groups within groups; what lies deeper is read as if it lay at this depth."""

_TOKEN = re.compile(r"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)")
_SKIPPED = frozenset(
    "fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr".split()
)
"""Groups whose text nobody reads."""
_WORDS = {
    "par": "\n",
    "line": "\n",
    "sect": "\n",
    "page": "\n",
    "row": "\n",
    "tab": "\t",
    "cell": "\t",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
_SIGNS = {"~": "\xa0", "_": "-", "\n": "\n", "\r": "\n", "{": "{", "}": "}", "\\": "\\"}


def text_of_rtf(packed: bytes, limit: int, code_page: str) -> str:
    """The words in a PidTagRtfCompressed property; none where it is longer than ``limit``, or there is none.

    ``code_page`` holds where the text itself names none.
    """
    if not packed or len(packed) > limit:
        return ""
    from compressed_rtf import decompress

    rtf = decompress(packed).decode("latin-1")
    named = re.search(r"\\ansicpg(\d{3,5})", rtf[:4_096])
    return _Text(f"cp{named[1]}" if named else code_page).of(rtf)


@dataclass(slots=True)
class _Text:
    """The text so far; ``groups`` holds for each open group whether it is left out."""

    code_page: str
    pieces: list[str] = field(default_factory=list)
    octets: bytearray = field(default_factory=bytearray)
    groups: list[bool] = field(default_factory=lambda: [False])
    stand_ins: int = 0

    def of(self, rtf: str) -> str:
        """All of it; two halves of a character beyond sixteen bits are joined."""
        for token in _TOKEN.finditer(rtf):
            word, number, octet, sign, brace, plain = token.groups()
            if brace:
                self._group(brace)
            elif word in _SKIPPED or sign == "*":
                self.groups[-1] = True
            elif not self.groups[-1]:
                self._add(word, number, octet, sign, plain)
        self._flush()
        return "".join(self.pieces).encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _group(self, brace: str) -> None:
        if brace == "{" and len(self.groups) < DEPTH_LIMIT:
            self.groups.append(self.groups[-1])
        elif brace == "}" and len(self.groups) > 1:
            self.groups.pop()

    def _add(self, word: str | None, number: str | None, octet: str | None, sign: str | None, text: str | None) -> None:
        if octet:
            if self.stand_ins:
                self.stand_ins -= 1
            else:
                self.octets.append(int(octet, 16))
            return
        self._flush()
        if word == "u" and number:
            self.pieces.append(_character(int(number)))
            self.stand_ins = 1
        else:
            self._append(_WORDS.get(word, "") if word else _SIGNS.get(sign, "") if sign else text or "")

    def _append(self, text: str) -> None:
        """Add text, without the character that stands in for one that an old reader does not know."""
        if text and self.stand_ins:
            text, self.stand_ins = text[1:], 0
        self.pieces.append(text)

    def _flush(self) -> None:
        if self.octets:
            self.pieces.append(decode(bytes(self.octets), self.code_page))
            self.octets.clear()


def _character(number: int) -> str:
    """The character of a ``\\u`` word, whose number is a signed one of sixteen bits."""
    return chr(number & 0xFFFF)
