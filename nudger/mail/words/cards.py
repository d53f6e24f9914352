"""Mail room: what looks like a visiting card: a name with a job, a firm, numbers and addresses under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nudger.mail.words import phrases
from nudger.mail.words.lines import Line, mark, paragraphs
from nudger.mail.words.signoff import is_name

_PHONE_LABELS = phrases.any_of("""
    t | m | f | p | d | o | tel | telefoon | telephone | téléphone | tél | telefon | phone | fon | mob | mobiel
    mobile | mobil
    cell | fax | direct | office | work | home | portable | gsm | handy | ph | pager | voice | whatsapp
    durchwahl | ext | toestel
""")
_PHONE = re.compile(
    rf"(?<![\w./-])(?:\+|00)?\(?\d[\d ().\-/–]{{6,20}}\d(?!\w)|\b(?:{_PHONE_LABELS})\b ?[.:)|]{{0,2}} ?[+(\d]",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[^\s<>@|]{1,64}@[^\s<>@|]{1,80}\.\w{2,}|\b(?:e-?mail|mail) ?:", re.IGNORECASE)
_URL = re.compile(
    r"https?://|www\.|\b[a-z0-9-]{2,40}\.(?:nl|com|org|net|de|fr|eu|be|uk|example|edu|gov|io|ch|at)\b(?!@)",
    re.IGNORECASE,
)
_STREETS = phrases.any_of(r"""
    \b\d{4} ?[A-Z]{2}\b | \b\d{5}(?:-\d{4})? [A-ZÄÖÜ] | \b[A-Z]{2} \d{5}\b | \b[A-Z]{1,2}\d{1,2} ?\d[A-Z]{2}\b
    \b(?:[Pp]ostbus|P\.?O\.? ?Box|Postfach|[Bb]oîte postale|BP) \d | \b(?:rue|avenue|boulevard|place) d
    \b[\w'’.-]{3,30}(?:straat|laan|weg|plein|kade|gracht|singel|dreef)\b ?\d
    \b[\w'’.-]{1,30}(?:straße|strasse|str\.|platz|allee)\b ?\d
    \b\d{1,5} [A-Z][\w .]{2,30} (?:[Ss]treet|St|[Rr]oad|Rd|[Aa]venue|Ave|[Ll]ane|[Dd]rive|Blvd|[Ss]uite)\b
""")
_ADDRESS = re.compile(_STREETS)
_REGISTERS = "kvk|btw|iban|hrb|ust|siret|vat|skype|twitter|linkedin|icq|aim|pgp|gpg|key id|fingerprint"
_REGISTERED = re.compile(rf"\b(?:{_REGISTERS})\b", re.IGNORECASE)
_CONTACTS = {"phone": _PHONE, "email": _EMAIL, "url": _URL, "address": _ADDRESS, "registered": _REGISTERED}
_TITLE = re.compile(rf"(?<!\w)(?:{phrases.TITLES})(?!\w)", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…][\"'”’)]{0,2}\Z")


_FRAME = "|*#+ "
_COLUMN = " | "

LONGEST_CARD = 12
"""Lines of a card."""

_MOST_PARAGRAPHS = 3
_SHORT = 90
_PROSE_WORDS = 6
_LONG_PROSE = 14


def mark_cards(region: Sequence[Line]) -> None:
    """Mark cards at the end of a stretch, as long as something of the author stands above them."""
    blocks = list(paragraphs(region))
    while count := _card_blocks(blocks):
        for block in blocks[-count:]:
            mark(block, "signature")
        del blocks[-count:]
    if blocks:
        _mark_card_below_text(blocks[-1])


def _card_blocks(blocks: Sequence[Sequence[Line]]) -> int:
    """How many paragraphs at the end make one card; 0 when they make none."""
    for count in range(1, min(_MOST_PARAGRAPHS, len(blocks) - 1) + 1):
        card = [line for block in blocks[-count:] for line in block]
        if (is_card(card) if count == 1 else _is_named(card)) and not blocks[-count - 1][-1].bare.endswith(":"):
            return count
    return 0


def _mark_card_below_text(paragraph: Sequence[Line]) -> None:
    """Mark a card that follows the text without a blank line; the name in it stays."""
    for at in range(max(1, len(paragraph) - LONGEST_CARD), len(paragraph) - 1):
        if _is_full_name(paragraph[at].bare) and is_card(paragraph[at:]):
            mark(paragraph[at + 1 :], "signature")
            return


def is_card(lines: Sequence[Line]) -> bool:
    """Whether these lines hold a name and a way to reach it, or without a name several ways."""
    if not _is_short(lines):
        return False
    kinds = set().union(*map(contacts, lines))
    reachable = {"phone", "email"} <= kinds and (len(lines) > 2 or _COLUMN in lines[0].bare)
    return len(kinds) > 2 or reachable or _is_named(lines)


def _is_named(lines: Sequence[Line]) -> bool:
    """Whether a name stands above a way to reach it, or a full name above jobs and firms."""
    if not _is_short(lines) or len(lines) < 2:
        return False
    kinds = set().union(*map(contacts, lines))
    named = is_name(lines[0].bare.strip(_FRAME))
    return (named and (len(kinds) > 1 or bool(kinds & {"phone", "email"}))) or is_named_card(lines)


def _is_short(lines: Sequence[Line]) -> bool:
    return len(lines) <= LONGEST_CARD and not any(len(line.bare) > _SHORT or is_prose(line.bare) for line in lines)


def is_named_card(lines: Sequence[Line]) -> bool:
    """Whether a full name stands above nothing but jobs, firms and numbers."""
    name, *below = lines
    return (
        _is_full_name(name.bare) and bool(below) and all(_TITLE.search(line.bare) or contacts(line) for line in below)
    )


def _is_full_name(text: str) -> bool:
    return text[:1].isupper() and " " in text and is_name(text)


def contacts(line: Line) -> set[str]:
    """Give the marks of a visiting card in a line."""
    text = line.bare
    if len(text) > _SHORT and is_prose(text):
        return set()
    return {kind for kind, pattern in _CONTACTS.items() if pattern.search(text)}


def is_prose(text: str) -> bool:
    """Whether a line is part of running text and not of a list of names, functions or numbers."""
    words = len(text.split())
    return words >= _LONG_PROSE or (words >= _PROSE_WORDS and bool(_SENTENCE.search(text)) and not _TITLE.search(text))


def is_long_prose(text: str) -> bool:
    """Whether a line is surely a sentence of a text."""
    return len(text.split()) >= _LONG_PROSE
