"""Characters that no text from a mail may carry further, and the one function that takes them out.

What may stay is decided here once, for reading (``nudger.mail``) and for writing (``nudger.texts.safe``) alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LINE_FEED = (0x000A, 0x000A)
"""A range of its own, because text of many lines keeps it."""
STYLE_SELECTORS = (0xFE0E, 0xFE0F)
"""Variation selectors that say whether a sign is drawn as text or as a picture."""
PRIVATE_USE = (0xE000, 0xF8FF)
"""Private use in the basic plane, where Outlook puts the signs of Wingdings."""

FORBIDDEN_RANGES: tuple[tuple[int, int], ...] = (
    # General category Cc: C0, DEL and C1 (terminal escapes begin here)
    (0x0000, 0x0009),
    LINE_FEED,
    (0x000B, 0x001F),
    (0x007F, 0x009F),
    # Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties.txt: takes no place on the screen, so it hides
    # (bidi controls, zero-width, fillers, variation selectors, the tags block and the empty rest of its plane)
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0D),
    STYLE_SELECTORS,
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xEFFFF),
    # A letter of Braille without a dot: a sign that is drawn as nothing
    (0x2800, 0x2800),
    # Line and paragraph separator; interlinear annotation
    (0x2028, 0x2029),
    (0xFFF9, 0xFFFB),
    # Surrogates (Cs) and private use (Co)
    (0xD800, 0xDFFF),
    PRIVATE_USE,
    (0xF0000, 0x10FFFF),
    # Noncharacters
    (0xFDD0, 0xFDEF),
    *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)),
)
"""First and last code point of each forbidden range."""


def character_class(ranges: Iterable[tuple[int, int]]) -> str:
    """A regular expression that matches one character of these ranges."""
    return "[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges) + "]"


FORBIDDEN = re.compile(character_class(FORBIDDEN_RANGES))
"""Matches one forbidden character, line feed and tab among them."""

_BREAKS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What ``str.splitlines`` takes for the end of a line."""


def strip(text: str, keep: str = "\n") -> str:
    """The text without forbidden characters.

    Every kind of line break becomes a line feed and a tab stays a tab where ``keep`` holds them; else they become a
    space, so that no two words melt together. Anything else in :data:`FORBIDDEN` vanishes.
    """
    text = _BREAKS.sub("\n" if "\n" in keep else " ", text)
    if "\t" not in keep:
        text = text.replace("\t", " ")
    return FORBIDDEN.sub(lambda found: found[0] if found[0] in keep else "", text)
