"""Mail room: the colour in which letters stand, by its family: how people mark their answers inside another's mail."""

from __future__ import annotations

import re
from collections.abc import Mapping
from colorsys import rgb_to_hsv
from functools import lru_cache

_NAMES = {
    "red": "red darkred crimson firebrick maroon tomato indianred orangered",
    "orange": "orange darkorange coral",
    "green": "green darkgreen forestgreen limegreen lime seagreen olive olivedrab teal",
    "blue": "blue navy darkblue mediumblue royalblue dodgerblue steelblue deepskyblue",
    "purple": "purple darkmagenta darkviolet indigo rebeccapurple fuchsia magenta violet deeppink hotpink",
    "yellow": "yellow gold",
}
_FAMILIES = {name: family for family, names in _NAMES.items() for name in names.split()}
_BOUNDS = ((15, "red"), (45, "orange"), (70, "yellow"), (170, "green"), (260, "blue"), (340, "purple"), (361, "red"))
"""Degrees of hue up to which a family goes."""

_LETTERS = re.compile(r"(?<![\w-])color ?: ?([^;!]{1,40})", re.IGNORECASE)
_MARKED = re.compile(r"(?<![\w])(?:background(?:-color)?|mso-highlight) ?: ?([^;!]{1,40})", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\Z")
_RGB = re.compile(r"rgba?\( ?(\d{1,3}) ?, ?(\d{1,3}) ?, ?(\d{1,3})")
_STYLE_READ = 600
_VIVID, _LIGHT = 0.5, 0.3


def hue(attributes: Mapping[str, str | None]) -> str | None:
    """The family of the colour that an element gives its letters or, marked with a pen, their ground.

    ``red``, ``orange``, ``yellow``, ``green``, ``blue``, ``purple``; empty for black, white and grey; None where it
    says nothing, or is a link, which has a colour of its own.
    """
    if "href" in attributes:
        return None
    style = (attributes.get("style") or "")[:_STYLE_READ]
    marked = _MARKED.search(style)
    if marked and (pen := _family(marked[1].strip().lower())):
        return pen
    letters = _LETTERS.search(style)
    written = letters[1] if letters else attributes.get("color")
    return _family(written.strip().lower()[:40]) if written else None


@lru_cache(maxsize=1_000)
def _family(colour: str) -> str:
    if colour in _FAMILIES:
        return _FAMILIES[colour]
    if digits := _HEX.match(colour):
        six = digits[1] if len(digits[1]) == 6 else "".join(digit * 2 for digit in digits[1])
        parts = [int(six[at : at + 2], 16) for at in (0, 2, 4)]
    elif found := _RGB.match(colour):
        parts = [min(int(number), 255) for number in found.groups()]
    else:
        return ""
    degree, vivid, light = rgb_to_hsv(*(part / 255 for part in parts))
    if vivid < _VIVID or light < _LIGHT:
        return ""
    return next(family for bound, family in _BOUNDS if degree * 360 < bound)
