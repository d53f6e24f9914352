"""Mail room: where the author's words end and the signature begins.

The closing and the name under it are kept, what stands below them is cut: job, firm, telephone, slogan. Without a
closing a block is a signature when it looks like a visiting card. A postscript is always kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nudger.mail import phrases
from nudger.mail.lines import Line, mark, paragraphs
from nudger.mail.signoff import is_closing, is_name, is_postscript, is_signed_closing, is_weak_closing

_DELIMITER = re.compile(r"(?:- )?[-–—]{2,3} ?\Z")
_RULE = re.compile(r"[-–—_=*~#.+^· oO]{3,}\Z")
_PGP_SIGNATURE = re.compile(r"-----BEGIN PGP SIGNATURE-----\Z")
_PGP_END = re.compile(r"-----END PGP SIGNATURE-----\Z")

_PHONE = re.compile(r"(?<![\w./-])(?:\+|00)?\(?\d[\d ().\-/–]{6,20}\d(?!\w)")
_PHONE_LABEL = re.compile(r"\b(?:t|m|f|p|d|o|tel|telefoon|telephone|téléphone|tél|telefon|phone|fon|mob|mobiel|mobile|mobil|cell|fax|direct|office|work|home|portable|gsm|handy|ph|pager|voice|whatsapp|durchwahl|ext|toestel)\b ?[.:)|]{0,2} ?[+(\d]", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s<>@|]{1,64}@[^\s<>@|]{1,80}\.\w{2,}|\b(?:e-?mail|mail) ?:", re.IGNORECASE)
_URL = re.compile(r"https?://|www\.|\b[a-z0-9-]{2,40}\.(?:nl|com|org|net|de|fr|eu|be|uk|example|edu|gov|io|ch|at)\b(?!@)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\b\d{4} ?[A-Z]{2}\b|\b(?:postbus|p\.?o\.? ?box|postfach|boîte postale|bp) \d|\b\d{5}(?:-\d{4})? [A-ZÄÖÜ]|\b[A-Z]{2} \d{5}\b|\b[\w'’.-]{3,30}(?:straat|laan|weg|plein|kade|gracht|singel|dreef|straße|strasse|str\.|platz|allee)\b ?\d|"
    r"\b\d{1,5} [A-Z][\w .]{2,30} (?:street|st|road|rd|avenue|ave|lane|drive|blvd|suite)\b|\b(?:rue|avenue|boulevard|place) d|\b[A-Z]{1,2}\d{1,2} ?\d[A-Z]{2}\b"
)
_REGISTERED = re.compile(r"\b(?:kvk|btw|iban|hrb|ust|siret|vat|skype|twitter|linkedin|icq|aim|pgp|gpg|key id|fingerprint)\b", re.IGNORECASE)
_TITLE = re.compile(rf"(?<!\w)(?:{phrases.TITLES})(?!\w)", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…][\"'”’)]{0,2}\Z")

_SHORT = 90
_LONGEST_SIGNATURE = 18
_LONGEST_BLOCK = 12
_PROSE_WORDS = 7
_LONG_PROSE = 14


def mark_signature(region: Sequence[Line]) -> None:
    """Mark the signature of a stretch between quotes."""
    _mark_pgp(region)
    if _mark_delimited(region) or _mark_below_closing(region):
        return
    _mark_card(region)


def _mark_pgp(region: Sequence[Line]) -> None:
    start = next((at for at, line in enumerate(region) if _PGP_SIGNATURE.match(line.bare)), None)
    if start is not None:
        end = next((at for at in range(start, len(region)) if _PGP_END.match(region[at].bare)), len(region) - 1)
        mark(region[start : end + 1], "signature")


def _mark_delimited(region: Sequence[Line]) -> bool:
    """Cut below ``-- `` (RFC 3676, section 4.3), or below another rule when what follows looks like a signature."""
    for at, line in enumerate(region):
        below = [other for other in region[at + 1 :] if other.own]
        if not line.own or not _is_delimiter(line, below):
            continue
        mark(region[at:], "signature")
        return True
    return False


def _is_delimiter(line: Line, below: Sequence[Line]) -> bool:
    if line.text in ("-- ", "- -- "):
        return True
    if _DELIMITER.match(line.bare):
        return len(below) <= _LONGEST_SIGNATURE and not any(is_long_prose(other.bare) for other in below[:2])
    if not _RULE.match(line.bare) or not 0 < len(below) <= _LONGEST_BLOCK:
        return False
    return sum(map(_contacts, below)) > 0 and not is_prose(below[0].bare)


def _mark_below_closing(region: Sequence[Line]) -> bool:
    """Cut what stands below the closing and the name, postscripts apart."""
    own = [line for line in region if line.own]
    at = _last_closing(own)
    if at is None:
        return False
    if at + 1 < len(own) and not is_signed_closing(own[at].bare) and is_name(own[at + 1].bare):
        at += 1
    _mark_rest(region, own[at])
    return True


def _last_closing(own: Sequence[Line]) -> int | None:
    for at in range(len(own) - 1, max(-1, len(own) - 40), -1):
        text = own[at].bare
        if is_closing(text) or is_signed_closing(text):
            return at
        if is_weak_closing(text) and at + 1 < len(own) and is_name(own[at + 1].bare):
            return at
    return None


def _mark_rest(region: Sequence[Line], last: Line) -> None:
    """Cut after the author's name, until prose begins that is not a slogan under a visiting card."""
    index = next(at for at, line in enumerate(region) if line is last)
    card = False
    for paragraph in list(paragraphs(region[index + 1 :])):
        card = card or any(_contacts(line) for line in paragraph)
        if is_postscript(paragraph[0].bare):
            continue
        if not card and any(is_prose(line.bare) for line in paragraph):
            return
        mark(_until_postscript(paragraph), "signature")


def _until_postscript(paragraph: Sequence[Line]) -> Sequence[Line]:
    end = next((at for at, line in enumerate(paragraph) if is_postscript(line.bare)), len(paragraph))
    return paragraph[:end]


def _mark_card(region: Sequence[Line]) -> None:
    """Cut visiting cards at the end, as long as something of the author stands above them."""
    blocks = list(paragraphs(region))
    while len(blocks) > 1 and _is_card(blocks[-1]):
        mark(blocks.pop(), "signature")
    if blocks:
        _mark_card_below_text(blocks[-1])


def _is_card(paragraph: Sequence[Line]) -> bool:
    if len(paragraph) > _LONGEST_BLOCK or any(len(line.bare) > _SHORT or is_prose(line.bare) for line in paragraph):
        return False
    contacts = sum(map(_contacts, paragraph))
    named = is_name(paragraph[0].bare) and len(paragraph) > 1
    return contacts > 1 + (not named) or (named and contacts > 0 and _reachable(paragraph))


def _mark_card_below_text(paragraph: Sequence[Line]) -> None:
    """Cut a card that follows the text without a blank line: from the name, when two ways of contact stand below it."""
    for at in range(max(1, len(paragraph) - _LONGEST_BLOCK), len(paragraph) - 1):
        if is_name(paragraph[at].bare) and _is_card(paragraph[at:]):
            mark(paragraph[at + 1 :], "signature")
            return


def _reachable(paragraph: Sequence[Line]) -> bool:
    return any(_PHONE.search(line.bare) or _EMAIL.search(line.bare) for line in paragraph)


def _contacts(line: Line) -> int:
    """Count the marks of a visiting card in a line."""
    text = line.bare
    if len(text) > _SHORT and is_prose(text):
        return 0
    marks = (_PHONE_LABEL.search(text) or _PHONE.search(text), _EMAIL.search(text), _URL.search(text), _ADDRESS.search(text), _REGISTERED.search(text))
    return sum(map(bool, marks))


def is_prose(text: str) -> bool:
    """Whether a line is part of running text and not of a list of names, functions or numbers."""
    words = text.count(" ") + 1
    return words >= _LONG_PROSE or (words >= _PROSE_WORDS and bool(_SENTENCE.search(text)) and not _TITLE.search(text))


def is_long_prose(text: str) -> bool:
    """Whether a line is surely a sentence of a text."""
    return text.count(" ") + 1 >= _LONG_PROSE
