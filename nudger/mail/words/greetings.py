"""Mail room: how an author speaks to the readers, to one or to many."""

from __future__ import annotations

import re

from nudger.mail.words import phrases
from nudger.mail.words.phrases import any_of
from nudger.mail.words.signoff import is_closing, is_weak_closing

_GREETING = re.compile(
    rf"(?:{phrases.GREETING_WORDS})(?![^\s,.!:;–-])(?:[ ,]{{1,2}}[^\s,.!?:;]{{1,30}}(?:\.(?= ))?){{0,7}}"
    r" ?[,.!:;–-]{0,3}(?: ?[:;]-?\))?\Z"
)
_OPENING = re.compile(rf"(?:{phrases.GREETING_WORDS})(?![\w'’-])[^,!.:;?]{{0,60}}")
_NO_NAMES = any_of("""
    ja | nee | yes | no | ok | oké | okay | prima | akkoord | goed | mooi | leuk | super | top | helder | klopt | eens
    inderdaad | bedankt | dank | thanks | sure | agreed | great | nice | right | well | so | also | however
    sorry | done
    fine | daarom | dus | verder | tot slot | nein | danke | gut | oui | non | merci | d'accord
""")
_NAMES = re.compile(
    rf"(?!(?:{_NO_NAMES})\b)[^\W\d_][\w'’.-]{{0,20}}(?: [\w'’.-]{{1,20}}){{0,2}}"
    r"(?:(?:,| &| en| and| und| et| /) ?[^\W\d_][\w'’.-]{0,20}){0,6} ?,\Z"
)
_MANY_ONLY = re.compile(rf"(?:{phrases.MANY_WORDS})(?: (?:en|and|und|et|&) (?:{phrases.MANY_WORDS}))? ?[,!.:]{{0,2}}\Z")
_MANY = re.compile(rf"(?<!\w)(?:{phrases.MANY_WORDS})(?!\w)")
_JOINED = re.compile(r"\S(?:,| &| en| and| und| et|/| \+) ?[A-ZÀ-Þ]")
_LONGEST = 80
_MOST_SPACES = 5
_EITHER = re.compile(r"\b(?:sir|heer|herr|monsieur)\b")


def is_greeting(text: str) -> bool:
    """Whether a line does nothing but greet."""
    if len(text) > _LONGEST or is_closing(text) or is_weak_closing(text):
        return False
    low = text.lower()
    return bool(_GREETING.match(low) or _MANY_ONLY.match(low) or (text[:1].isupper() and _NAMES.match(low)))


def greeted(text: str) -> str:
    """Tell whom the first line of a text speaks to: ``one``, ``many`` or ``none``."""
    if is_greeting(text):
        address = text
    else:
        opening = _OPENING.match(text.lower())
        if not opening or opening.end() >= len(text) or opening[0].count(" ") > _MOST_SPACES:
            return "none"
        address = text[: opening.end()]
    low = address.lower()
    if _MANY.search(low) or (_JOINED.search(address) and not _EITHER.search(low)):
        return "many"
    return "one"
