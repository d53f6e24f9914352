"""Trimming: from the words of a mail to the words of a post: no greeting and no name, function or wish below.

What reading left standing because a mail may have it (``rules.message.Message.core``) is looked at once more, on the
masked text: a post speaks to all, and who wrote it stands above it.
"""

from __future__ import annotations

import re
from itertools import takewhile

from nudger.mail.personal.finding import MASK
from rules.message import Address

_HELLO = (
    r"beste|hoi|hallo|dag|hey|hé|hai|ha|heej|lieve|geachte|goede?\s?(?:morgen|middag|navond|dag|n?\s?avond)|moin|"
    r"dear|hi|hello|hey|good (?:morning|afternoon|evening)|morning"
)
_ALL = (
    r"allemaal|allen|iedereen|collega['’]?s|collegae|mensen|team|teamgenoten|lui|luitjes|dames|heren|mannen|vrienden|"
    r"all|everyone|everybody|folks|team|colleagues|both|there|guys"
)
_BYE = (
    r"gr|grt|grtz|groet|groeten|groetjes|mvg|vr\.? ?gr|"
    r"(?:met )?(?:vriendelijke|hartelijke|collegiale|warme) groet(?:en)?|"
    r"dank(?: je| jullie)?(?: wel)?|bedankt|alvast bedankt|x|xx|"
    r"(?:kind|best|warm)(?:est)? (?:regards|wishes)|regards|cheers|thanks|thank you|many thanks|best"
)
_INTERJECTIONS = frozenset(
    "ach ah dank dit dus eens eerlijk eh goed graag haha helemaal helder hm ja jammer klopt leuk mee mooi nee "
    "nja nou ok oke oké prima precies sorry tja top wauw wow agreed but done exactly fair fine good great "
    "interesting maybe nice no okay preliminary right sadly so sure true well yeah yep yes".split()
)
"""Words with which an answer may begin before a comma; any other single word there is a name."""
_QUOTED = re.compile(r"^>.*>>>\s*$")
_SAYS = re.compile(r"[.?!…)\"”’:]\s*\Z|://|\d|\A\s*[-*•]")
_SHORT = 60
"""Characters of a line below a name: a function, a team, a town."""
_FEWEST = 3
"""A last paragraph of at most so many words that is no sentence is a name."""


def trimmed(text: str, author: Address | None, *, is_reply: bool = False) -> str:
    """The masked text of a mail by ``author`` without its greeting and without what stands below it.

    Of a reply a single name before the first comma goes too.
    """
    text = _without_greeting(_without_quotes(text).strip())
    text = _without_name(text) if is_reply else text
    return _with_capital(_without_end(text, _own(author)).strip())


def _without_quotes(text: str) -> str:
    """Nothing that is marked as somebody else's, in case that reading left it; all below a line of GroupWise goes."""
    own = takewhile(lambda line: not _QUOTED.match(line), text.split("\n"))
    return "\n".join(line for line in own if not line.lstrip().startswith(">"))


def _without_name(text: str) -> str:
    called = re.match(r"(?:(?:Nou|Ja|Nee|Tja|Well|Yes|No|Ok)\s+)?([A-Z][\w'’-]{1,11})\s*[,:]\s+", text)
    return text[called.end() :] if called and called[1].lower() not in _INTERJECTIONS else text


def _own(author: Address | None) -> str:
    """A pattern for the author's own names, and for whatever was masked."""
    words = re.findall(r"[^\W\d_]{2,}", author.name) if author else []
    return "|".join([re.escape(MASK), *map(re.escape, words)])


def _without_greeting(text: str) -> str:
    who = rf"(?:(?:{_ALL})|{re.escape(MASK)})"
    several = rf"{who}(?:(?:\s*,\s*|\s+(?:en|and|&)\s+|\s+){who})*"
    greeting = rf"\A(?:(?:{_HELLO})\b(?:\s+(?:{several}|[^\W\d_]+(?=\s*,)))?|{several})\s*(?:[,!:.–-]+\s*|\n+)"
    text = re.sub(greeting, "", text, count=1, flags=re.IGNORECASE)
    first, blank, rest = text.partition("\n\n")
    return rest if blank and _is_no_sentence(first, most=_FEWEST + 1) else text


def _without_end(text: str, own: str) -> str:
    """Lines from the name on, a wish at the end, and a last paragraph that is only a name; as long as there are any."""
    for _ in range(4):
        before = text
        text = _without_card(text.rstrip(), own)
        text = re.sub(rf"(?:\s|\A)(?:{_BYE})[\s,.!]*(?:{own})?[\s.,]*\Z", "", text, flags=re.IGNORECASE)
        text = re.sub(rf"(?<=[.!?…)])\s+(?:{own}|[A-Z]{{1,2}})\.?\s*\Z", "", text, flags=re.IGNORECASE)
        body, blank, last = text.rpartition("\n\n")
        text = body if blank and _is_no_sentence(last, most=_FEWEST) else text
        if text == before:
            break
    return text


def _without_card(text: str, own: str) -> str:
    """Cut at a line that is only the author's name; or at one of the last lines, all short, that begins with it."""
    lines = text.split("\n")
    alone = re.compile(rf"(?:{own})(?:[\s,.]+(?:{own}))*[\s,.]*", re.IGNORECASE)
    signed = re.compile(rf"(?:{own})(?:\W+(?:{own}))*(?:\s*,.*|(?:\s+\S+){{1,2}})", re.IGNORECASE)
    last = len(lines) - len(list(takewhile(_is_short, reversed(lines[-4:]))))
    for number, line in enumerate(lines[1:], 1):
        if alone.fullmatch(line.strip()) or (number >= last and signed.fullmatch(line.strip())):
            return "\n".join(lines[:number])
    return text


def _is_short(line: str) -> bool:
    return len(line) <= _SHORT and not re.search(r"[.?!:]\s*\Z", line)


def _is_no_sentence(paragraph: str, *, most: int) -> bool:
    """Whether each of its lines is only a few words: a name, a team, a function."""
    lines = paragraph.split("\n")
    return 0 < len(lines) <= _FEWEST and all(0 < len(line.split()) <= most and not _SAYS.search(line) for line in lines)


def _with_capital(text: str) -> str:
    return text[:1].upper() + text[1:] if text[:1].islower() and "://" not in text.split(" ", 1)[0] else text
