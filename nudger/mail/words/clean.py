"""Mail room: text from a mail, made harmless for terminals, pages, posts and the ledger.

What goes: what :mod:`rules.characters` forbids, and format characters of any kind. What stays: everything that a reader
sees, line breaks as ``\\n`` and every other space as an ordinary one. The style of an emoji and signs of private use
stay too, because own words are the author's characters; they go where text is shown or sent.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from rules.characters import FORBIDDEN_RANGES, LINE_FEED, PRIVATE_USE, STYLE_SELECTORS, character_class

_KEPT = (LINE_FEED, STYLE_SELECTORS, PRIVATE_USE)
_VISIBLE_FORMAT = (
    (0x0600, 0x0605),
    (0x06DD, 0x06DD),
    (0x070F, 0x070F),
    (0x0890, 0x0891),
    (0x08E2, 0x08E2),
    (0x110BD, 0x110BD),
    (0x110CD, 0x110CD),
    (0x13430, 0x1343F),
)
"""Characters of category Cf that take a place: signs around a number, joined hieroglyphs."""

_INVISIBLE = re.compile(
    character_class([*(span for span in FORBIDDEN_RANGES if span not in _KEPT), *_VISIBLE_FORMAT]) + "+"
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
