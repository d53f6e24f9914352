"""Mail room: what a mail system writes around a text: the banner above it, the disclaimer below it.

A warning counts as a banner only when it speaks of outside mail, so that an author's own ``LET OP: morgen dicht``
stays. A paragraph counts as a disclaimer only with two of its ideas.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nudger.mail.words import footer_phrases as phrases
from nudger.mail.words.lines import Line, mark, paragraphs

_LABEL = re.compile(rf"[\[(*{{<#! ]{{0,4}}(?:{phrases.LABELS})[\])*}}>#!: ]{{0,4}}\Z")
_WARNING = re.compile(rf"[\[(*{{<#!⚠️ ]{{0,6}}(?:{phrases.WARNINGS})\b")
_OUTSIDE = re.compile(phrases.OUTSIDE)
_BANNER = re.compile(phrases.BANNERS)
_MOST_BANNERS = 4
_BANNER_LINES = 6

_DISCLAIMER = re.compile("|".join(f"({idea})" for idea in phrases.DISCLAIMERS))
_HEADING = re.compile(rf"\W{{0,40}}(?:{phrases.HEADINGS})\W{{0,40}}\Z")
_ABOUT_THE_MAIL = re.compile(phrases.ABOUT_THE_MAIL)
_SHORTEST_DISCLAIMER = 60
_READ = 4_000
_RULE = re.compile(r"[-–—_=*~#. ]{3,}\Z")


def mark_banners(lines: list[Line]) -> None:
    """Mark what a mail system put above the text about its origin, or a label, in the first paragraphs."""
    for _ in range(_MOST_BANNERS):
        first = next(paragraphs(lines[:60]), None)
        if not first or not _mark_banner(first):
            return


def _mark_banner(paragraph: Sequence[Line]) -> bool:
    size = 0
    while size < len(paragraph) and (_LABEL.match(paragraph[size].low) or _BANNER.match(paragraph[size].low)):
        size += 1
    if not size and _is_warning(paragraph):
        size = len(paragraph)
    mark(paragraph[:size], "banner")
    return size > 0


def _is_warning(paragraph: Sequence[Line]) -> bool:
    if len(paragraph) > _BANNER_LINES:
        return False
    return bool(_WARNING.match(paragraph[0].low)) and any(_OUTSIDE.search(line.low) for line in paragraph)


def mark_disclaimers(region: Sequence[Line], *, alone: bool) -> None:
    """Mark the paragraphs of a stretch that are a disclaimer, with the heading and the rule above them.

    ``alone`` says that the author wrote nothing elsewhere: then what could be all of it needs more phrases to go.
    """
    before: list[Line] = []
    seen = False
    for paragraph in list(paragraphs(region)):
        start = _disclaimer_start(paragraph, needed=1 if seen else 3 if alone and not before else 2)
        if start is not None:
            seen = True
            mark(paragraph[start:], "disclaimer")
            if start == 0 and before:
                _mark_heading(before)
        before = paragraph


def _disclaimer_start(paragraph: Sequence[Line], needed: int) -> int | None:
    """Where in a paragraph a disclaimer begins: at its first idea, when it has enough of them."""
    texts = [line.text[:_READ].lower() for line in paragraph]
    text = "\n".join(texts)
    if len(text) < _SHORTEST_DISCLAIMER or not any(stem in text for stem in phrases.DISCLAIMER_STEMS):
        return None
    ideas = [{idea.lastindex for idea in _DISCLAIMER.finditer(line)} for line in texts]
    about_the_mail = bool(_ABOUT_THE_MAIL.search(text))
    if len(set().union(*ideas)) + about_the_mail <= needed:
        return None
    return _sentence_start(paragraph, next(at for at, found in enumerate(ideas) if found))


def _sentence_start(paragraph: Sequence[Line], at: int) -> int:
    """The line where the sentence begins whose middle is line ``at``, as far as line ends tell."""
    while at > 0 and len(paragraph[at - 1].bare) > 40 and not paragraph[at - 1].bare.endswith((".", ",", "!", "?")):
        at -= 1
    while at > 0 and (_HEADING.match(paragraph[at - 1].low) or _RULE.match(paragraph[at - 1].bare)):
        at -= 1
    return at


def _mark_heading(paragraph: Sequence[Line]) -> None:
    last = paragraph[-1]
    if _HEADING.match(last.low) or _RULE.match(last.bare):
        mark([last], "disclaimer")
