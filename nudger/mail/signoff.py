"""Mail room: how an author takes leave: a closing, a name, or both on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nudger.mail import phrases
from nudger.mail.lines import Line

_CLOSING_WORDS = "|".join(phrases.CLOSINGS)
_ONE = rf"(?:{_CLOSING_WORDS})"
_ANY = rf"(?:{_CLOSING_WORDS}|{phrases.THANKS})"
_FROM = r"(?: (?:van|uit|from|von|aus|de|namens|vanuit) .{1,40})?"
_PARTICLES = r"van|de|den|der|von|zu|zum|ten|ter|te|het|'t|’t|’s|'s|la|le|du|da|di|del|dos|do|el|al|bin|ibn|en|and|und|et|&|namens|mede|the|to|of|op|in|y|e|i"
_NAME_WORD = rf"(?:{_PARTICLES}|[^\W\d_a-zß-ÿ][\w'’.-]{{0,24}}|[^\W\d_]\.)"
_NAME = rf"(?:{_NAME_WORD})(?:,? {_NAME_WORD}){{0,5}}"

_CLOSING = re.compile(rf"{_ONE}{_FROM}(?: ?(?:/|\||-|,|and|en|und|&) ?{_ANY}){{0,2}} ?[,.!;:–-]{{0,3}}\Z", re.IGNORECASE)
_WEAK_CLOSING = re.compile(rf"(?:{phrases.THANKS})(?: ?(?:/|\||-|,|and|en|und|&|\.) ?{_ANY}){{0,2}} ?[,.!;:–-]{{0,3}}\Z", re.IGNORECASE)
_INLINE = re.compile(rf"(?i:{_ANY})(?: ?[,.!;:–-]{{1,2}} ?| )(?i:van )?{_NAME}[.!]?\Z")
_NAME_LINE = re.compile(rf"[-–—~*/ ]{{0,4}}(?:{_NAME}|[a-zß-ÿ]{{1,12}})(?: ?\([^()]{{1,30}}\))? ?[.,;:)*]{{0,2}}(?: ?[:;]-?[)D])?\Z")
_NOT_A_NAME = re.compile(
    r"(?:ja|nee|yes|no|nope|yep|ok|oké|oke|okay|okee|prima|akkoord|goed|mooi|leuk|super|top|helder|klopt|eens|inderdaad|bedankt|dank|thanks|thx|sure|agreed|"
    r"great|nice|perfect|fine|done|doen|graag|please|sorry|succes|klasse|uitstekend|hallo|hoi|hi|hey|tja|nou|zie|see|attached|bijlage|fyi|ter info|"
    r"tki|nvt|n\.v\.t\.|gut|genau|nein|danke|oui|non|merci|voilà|agenda|idee|vraag|question|idea|good|cool|wow|wauw|lol|haha|hm+|absolutely|exactly|precies)\W{0,3}\Z",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"(?:p\.? ?s\.?|n\.? ?b\.?|pps|p\.p\.s\.)(?=[\s:.,–-]|\Z)[\s:.,–-]{0,3}", re.IGNORECASE)
_LONGEST = 80


def is_closing(text: str) -> bool:
    """Whether a line does nothing but take leave (``Met vriendelijke groet,``)."""
    return len(text) <= _LONGEST and bool(_CLOSING.match(text))


def is_weak_closing(text: str) -> bool:
    """Whether a line can take leave when a name follows (``Thanks,``, ``Tot morgen``)."""
    return len(text) <= _LONGEST and bool(_WEAK_CLOSING.match(text))


def is_signed_closing(text: str) -> bool:
    """Whether closing and name stand on one line (``Groet, Jan``)."""
    return len(text) <= _LONGEST and bool(_INLINE.match(text))


def is_name(text: str) -> bool:
    """Whether a line can be the author's name: a few words with capitals, or one short word."""
    return 0 < len(text) <= 50 and bool(_NAME_LINE.match(text)) and not _NOT_A_NAME.match(text)


def is_postscript(text: str) -> bool:
    """Whether a line begins a postscript."""
    return bool(_POSTSCRIPT.match(text))


def signoff(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Give start and end of the closing and the name in lines without blanks, or None where the author takes no leave.

    Only the last one counts, with at most two lines of names below it and then nothing but postscripts.
    """
    tail = len(lines)
    for at in range(len(lines) - 1, max(-1, len(lines) - 30), -1):
        if is_postscript(lines[at].bare):
            tail = at
    for at in range(tail - 1, max(-1, tail - 4), -1):
        end = _end(lines, at, tail)
        if end == tail:
            return at, end
    return None


def _end(lines: Sequence[Line], at: int, tail: int) -> int:
    """The end of the sign-off that begins at line ``at``, or 0."""
    text = lines[at].bare
    end = at + 1
    while end < min(tail, at + 3) and is_name(lines[end].bare):
        end += 1
    if is_closing(text) or is_signed_closing(text) or (is_weak_closing(text) and end > at + 1):
        return end
    return 0
