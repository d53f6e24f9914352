"""Mail room: text from a mail, made harmless for terminals, pages, posts and the ledger.

What goes: control and format characters (C0, C1, bidi marks, zero-width, tags), NUL, lone surrogates, noncharacters
and letters that are drawn as nothing. What stays: everything that a reader sees, line breaks as ``\\n`` and every other
space as an ordinary one. Classes are those of the Unicode Character Database; invisible letters are its property
Default_Ignorable_Code_Point (UAX #44).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_INVISIBLE = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0d"
    "\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]+"
)
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACE = re.compile("[\t\x1c-\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")

_MOST_MARKS = 30
"""Combining marks kept on a letter: the Stream-Safe Text Format of UAX #15. Composing is quadratic in their number."""

_LONG_STRETCH = re.compile(f"[^\0-\x7f]{{{_MOST_MARKS + 1},}}")


def clean(text: str) -> str:
    """Give the text without anything that a reader cannot see, in NFC, with ``\\n`` as the only line break.

    Never raises, takes time linear in the length, and changes nothing the second time.
    """
    text = _BREAK.sub("\n", text)
    text = _SPACE.sub(" ", text)
    text = _INVISIBLE.sub("", text)
    return text if text.isascii() else _composed(text)


def _composed(text: str) -> str:
    """NFC with a bounded number of marks on a letter, before composing (for the time) and after (it may add some)."""
    return _thinned(unicodedata.normalize("NFC", _thinned(text)))


def _thinned(text: str) -> str:
    return _LONG_STRETCH.sub(lambda stretch: _many_marks().sub(lambda marks: marks[0][:_MOST_MARKS], stretch[0]), text)


@cache
def _many_marks() -> re.Pattern[str]:
    marks = "".join(mark for mark in map(chr, range(0x300, 0x1E94B)) if unicodedata.combining(mark))
    return re.compile(f"[{marks}]{{{_MOST_MARKS + 1},}}")
