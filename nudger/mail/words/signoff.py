"""Mail room: how an author takes leave: a closing, a name, or both on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nudger.mail.words import phrases

_ONE = rf"(?:{phrases.CLOSINGS})"
_ANY = rf"(?:{phrases.CLOSINGS}|{phrases.THANKS})"
_FROM = r"(?: (?:van|uit|from|von|aus|de|namens|vanuit)(?: [^\s,.!?]{1,25}){1,4})?"
_PARTICLES = (
    "van|de|den|der|von|zu|zum|ten|ter|te|het|['’]t|['’]s|la|le|du|da|di|del|dos|do|el|al|bin|ibn|"
    "en|and|und|et|&|namens|mede|the|to|of|op|in|y|e|i"
)
_NAME_WORD = rf"[\"“(]?(?:{_PARTICLES}|[^\W\d_a-zß-ÿ][\w'’.-]{{0,24}}|[^\W\d_]\.)[\"”)]?"
_NAME = rf"(?:{_NAME_WORD})(?:,? {_NAME_WORD}){{0,5}}"

_CLOSING = re.compile(rf"{_ONE}{_FROM}(?: ?(?:/|\||-|,|and|en|und|&) ?{_ANY}){{0,2}} ?[,.!;:–-]{{0,3}}\Z")
_WEAK_CLOSING = re.compile(
    rf"(?:{phrases.THANKS})(?: ?(?:/|\||-|,|and|en|und|&|\.) ?{_ANY}){{0,2}} ?[,.!;:–-]{{0,3}}\Z"
)
_SIGNED = re.compile(rf"(?i:{_ONE})(?: ?[,.!;:–-]{{1,2}} ?| )(?i:van )?{_NAME}[.!]?\Z")
_INLINE = re.compile(rf"(?i:{_ANY})(?: ?[,.!;:–-]{{1,2}} ?| )(?i:van )?{_NAME}[.!]?\Z")
_NAME_LINE = re.compile(
    rf"[-–—~*/ ]{{0,4}}(?:{_NAME}|[a-zß-ÿ]{{1,12}})(?: ?\([^()]{{1,30}}\))? ?[.,;:)*]{{0,2}}(?: ?[:;]-?[)D])?\Z"
)
_ANSWERS = phrases.any_of("""
    ja | nee | yes | no | nope | yep | ok | oké | oke | okay | okee | prima | akkoord | goed | mooi | leuk
    super | top | helder
    klopt | eens | inderdaad | bedankt | dank | thanks | thx | sure | agreed | great | nice | perfect | fine
    done | doen
    graag | please | sorry | succes | klasse | uitstekend | hallo | hoi | hi | hey | tja | nou | zie | see
    attached | bijlage
    fyi | ter info | tki | nvt | n\\.v\\.t\\. | gut | genau | nein | danke | oui | non | merci | voilà | agenda
    idee | vraag
    question | idea | good | cool | wow | wauw | lol | haha | hm+ | absolutely | exactly | precies
""")
_ANSWER = re.compile(rf"(?:{_ANSWERS})\W{{0,3}}\Z")
_POSTSCRIPT = re.compile(r"(?:p\.? ?s\.?|n\.? ?b\.?|pps|p\.p\.s\.)(?=[\s:.,–-]|\Z)[\s:.,–-]{0,3}")
_LONGEST = 80
_REACH = 8
_MOST_NAMES = 2
_FEW_WORDS = 5


def is_closing(text: str) -> bool:
    """Whether a line does nothing but take leave (``Met vriendelijke groet,``)."""
    return len(text) <= _LONGEST and bool(_CLOSING.match(text.lower()))


def is_weak_closing(text: str) -> bool:
    """Whether a line can take leave when a name follows (``Thanks,``, ``Tot morgen``)."""
    return len(text) <= _LONGEST and bool(_WEAK_CLOSING.match(text.lower()))


def is_signed_closing(text: str) -> bool:
    """Whether closing and name stand on one line (``Groet, Jan``)."""
    return len(text) <= _LONGEST and bool(_INLINE.match(text))


def _is_thanks(text: str) -> bool:
    """Whether a line takes leave only if something stands above it (``Thanks, Jan``)."""
    return is_weak_closing(text) or (is_signed_closing(text) and not _SIGNED.match(text))


def is_name(text: str) -> bool:
    """Whether a line can be the author's name: a few words with capitals, or one short word."""
    return 0 < len(text) <= 50 and bool(_NAME_LINE.match(text)) and not is_answer(text)


def is_answer(text: str) -> bool:
    """Whether a line is one of the words that answer by themselves, and so no name."""
    return bool(_ANSWER.match(text.lower()))


def is_postscript(text: str) -> bool:
    """Whether a line begins a postscript."""
    return bool(_POSTSCRIPT.match(text[:8].lower()))


def without_signoff(texts: list[str]) -> list[str]:
    """Give the lines of a text (blank ones empty) without the closing and the name at its end; a postscript stays."""
    tail = next((at for at, text in enumerate(texts) if at and is_postscript(text.strip())), len(texts))
    before = _trimmed(texts[:tail])
    return before[: _leave(before)] + texts[tail:]


def _leave(texts: list[str]) -> int:
    """Where the author takes leave; the length when not at all."""
    stripped = [text.strip() for text in texts]
    for at in range(len(stripped) - 1, max(-1, len(stripped) - _REACH), -1):
        if _takes_leave(stripped[: at + 1], [text for text in stripped[at + 1 :] if text]):
            return at
    return len(texts) - _is_signed(stripped)


def _takes_leave(texts: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the last line is a closing, with nothing but one or two names below it; thanks alone are words."""
    *above, text = texts
    if len(below) > _MOST_NAMES or not all(map(is_name, below)):
        return False
    if _is_thanks(text) or _is_opening_of_leave(above, text):
        return any(above) and (bool(below) or is_signed_closing(text))
    return is_closing(text) or is_signed_closing(text)


def _is_opening_of_leave(above: Sequence[str], text: str) -> bool:
    """Whether a few words and a comma begin a paragraph, as closings in any language do (``Namens het team,``)."""
    return text.endswith(",") and len(text.split()) <= _FEW_WORDS and bool(above) and not above[-1]


def _is_signed(texts: Sequence[str]) -> bool:
    """Whether the last line, apart from the text above it, is a name with a capital."""
    return len(texts) > 2 and not texts[-2] and is_name(texts[-1]) and not texts[-1][:1].islower() and any(texts[:-2])


def _trimmed(texts: list[str]) -> list[str]:
    while texts and not texts[-1]:
        texts = texts[:-1]
    return texts
