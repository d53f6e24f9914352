"""Mail room: where the author's words end and the signature begins.

The closing and the name under it are kept, what stands below them is cut: job, firm, telephone, slogan. Without a
closing a block is a signature when it looks like a visiting card. A postscript is always kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nudger.mail.words.cards import LONGEST_CARD, contacts, is_long_prose, is_named_card, is_prose, mark_cards
from nudger.mail.words.lines import Line, mark, paragraphs
from nudger.mail.words.signoff import is_closing, is_name, is_postscript, is_signed_closing, is_weak_closing

_DELIMITER = re.compile(r"(?:- )?-- ?\Z")
_RULE = re.compile(r"(?:- )?--\Z|[-–—_=*~#.+^· oO]{3,}\Z")
_PGP_SIGNATURE = re.compile(r"-----BEGIN PGP SIGNATURE-----\Z")
_PGP_END = re.compile(r"-----END PGP SIGNATURE-----\Z")

_LONGEST_SIGNATURE = 18
_SHORT_SIGNATURE = 5
_LONGEST_PLAIN = 8
"""Lines of a signature: at most, certainly, and without anything of a visiting card."""


def mark_signature(region: Sequence[Line]) -> None:
    """Mark the signature of a stretch between quotes."""
    _mark_pgp(region)
    if _mark_delimited(region) or _mark_below_closing(region):
        return
    mark_cards(region)


def _mark_pgp(region: Sequence[Line]) -> None:
    start = next((at for at, line in enumerate(region) if _PGP_SIGNATURE.match(line.bare)), None)
    if start is not None:
        end = next((at for at in range(start, len(region)) if _PGP_END.match(region[at].bare)), len(region) - 1)
        mark(region[start : end + 1], "signature")


def _mark_delimited(region: Sequence[Line]) -> bool:
    """Cut below ``-- `` (RFC 3676, section 4.3), or below another rule when what follows looks like a signature."""
    own = [line for line in region if line.own]
    for count, line in enumerate(own, start=1):
        if _RULE.match(line.bare) and _is_delimiter(line, own[count : count + _LONGEST_SIGNATURE + 1]):
            _mark_from(region, line)
            return True
    return False


def _mark_from(region: Sequence[Line], first: Line) -> None:
    start = next(at for at, line in enumerate(region) if line is first)
    mark(region[start:], "signature")


def _is_delimiter(line: Line, below: Sequence[Line]) -> bool:
    """Whether a rule has a signature below it; ``below`` holds one line more than a signature may have."""
    if line.text in ("-- ", "- -- "):
        return True
    if _DELIMITER.match(line.bare):
        long_prose = any(is_long_prose(other.bare) for other in below[:2])
        return len(below) <= _SHORT_SIGNATURE or (len(below) <= _LONGEST_SIGNATURE and not long_prose)
    if len(below) > LONGEST_CARD:
        return False
    below = [other for other in below if not _RULE.match(other.bare)]
    if not below or is_prose(below[0].bare):
        return False
    return any(map(contacts, below)) or is_named_card(below)


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
    below = list(paragraphs(region[index + 1 :]))
    if sum(map(len, below)) > _LONGEST_PLAIN and not any(contacts(line) for paragraph in below for line in paragraph):
        return
    card = False
    for paragraph in below:
        card = card or any(map(contacts, paragraph))
        if not card and any(is_prose(line.bare) for line in paragraph):
            return
        mark(_until_postscript(paragraph), "signature")


def _until_postscript(paragraph: Sequence[Line]) -> Sequence[Line]:
    end = next((at for at, line in enumerate(paragraph) if is_postscript(line.bare)), len(paragraph))
    return paragraph[:end]
