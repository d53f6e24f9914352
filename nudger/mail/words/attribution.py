"""Mail room: the line above a quote that says who wrote it and when.

``On Mon, 5 May 2025 at 10:00, Jan <jan@..> wrote:`` in the forms of the mail programs of the world, over up to four
lines. An attribution is sure when it names an address, or a full date with a time; any other counts only right above a
quote, so that ``Op 3 mei schreef ik al dat`` stays what it is: a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nudger.mail.words import phrases
from nudger.mail.words.lines import Line

_MOST_LINES = 4
_MOST_CHARACTERS = 420
_MOST_WORDS = 48
_LONGEST_GROUPWISE = 250
_NAME = 70
_ADDRESS = 110
"""Characters from its end in which an attribution has its verb, or its address."""

_ENDS = (":", "：", ">>>")
_END = re.compile(r"[:：][*_ ]{0,2}\Z|>>>\Z|[^\W\d_] ?-{3,}\Z")
_EMAIL = re.compile(r"[^\s<>@()]{1,64}@[^\s<>@()]{1,80}")
_BRACKETED = re.compile(r"[<(\[:][^\s<>@()]{1,64}@[^\s<>@()]{1,80}[>)\]]")
_ADDRESSED = re.compile(r"<[^\s<>]{1,64}(?:@| at )[^\s<>]{1,80}>\Z")
_TIME = re.compile(r"(?<![\d.])\d{1,2}(?:[:.]\d\d){1,2}(?![\d.]\d)|\b\d{1,2} ?(?:h|u|uhr)\b ?\d{0,2}|\d{1,2}[時时点시]")
_YEAR = re.compile(r"(?:19|20)\d\d|\b\d{1,2}[./-]\d{1,2}[./-]\d\d\b")
_DATE = re.compile(
    rf"\d{{1,4}} ?[./-] ?\d{{1,2}} ?[./-] ?\d{{1,4}}|\b(?:19|20)\d\d\b|\b(?:{phrases.MONTHS})[^\W\d_]{{0,10}}\b|"
    rf"\b(?:{phrases.WEEKDAYS})\b|\d[年月日년월일]"
)
_OPENER = re.compile(rf"[-–—*•· \"'(\[]{{0,6}}(?:(?:{phrases.OPENERS}|{phrases.WEEKDAYS})\b|\d)")
_WROTE = re.compile(rf"(?:\b|(?<=\s))(?:{phrases.WROTE})(?:\b|(?=[\s:：)]|\Z))")
_ENDS_IN_VERB = re.compile(rf"(?:{phrases.WROTE}) ?[:：]\Z")
_ALSO_WROTE = re.compile(
    rf"\A\W{{0,3}}[A-Z][^\s:]{{0,30}}(?: [^\s:]{{1,30}}){{0,5}} (?:{phrases.ALSO_WROTE})(?: [^:]{{0,40}})?:\Z"
)
_QUOTING = re.compile(
    r"\A(?:quoting|zitat von|citeren|citing|selon|mensaje citado por|citando|quote from|begin quote from)\b"
)
_CONTINUED = re.compile(rf"\A(?:[<(\[]|(?:{phrases.WROTE})\b)")
_SELF = re.compile(
    r"\b(?:i|ik|ich|je|we|wij|wir|nous|j'ai)\b.{0,12}\b(?:wrote|said|schreef|schrieb|zei|sagte|écrit|noted|"
    r"mentioned)\b|\b(?:wrote|schreef|schrieb|zei) (?:i|ik|ich|we|wij|wir)\b"
)
_GROUPWISE = re.compile(r"\A(?:> ?){3}.{2,200}(?:>>>|[:：])\Z")
_NOTES_INLINE = re.compile(r"\A.{2,70}---\s?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4} \d{1,2}[:.]\d\d.{0,14}---")


def ends_attribution(line: Line) -> bool:
    """Whether a line can be the last of an attribution: the cheap question that is asked of every line."""
    return line.bare.endswith(_ENDS) or bool(_END.search(line.bare[-4:])) or "---" in line.bare


def sure(lines: Sequence[Line], start: int) -> int:
    """Give the end of an attribution that begins at ``start`` and needs no quote below it, or 0."""
    if _NOTES_INLINE.match(lines[start].bare):
        return start + 1
    for end, joined in _joined(lines, start):
        if _END.search(joined) and _is_sure(joined):
            return end
    return 0


def likely(lines: Sequence[Line], start: int) -> int:
    """Give the end of what is an attribution if a quote follows, or 0."""
    if _ALSO_WROTE.match(lines[start].bare):
        return start + 1
    for end, joined in _joined(lines, start):
        if _is_likely(joined):
            return end
    return 0


def opens_mail(line: Line) -> bool:
    """Whether it can only be an attribution when nothing stands above it: a date with its year, a name, the verb."""
    return _opens_dated(line.low) and bool(_YEAR.search(line.low) and _ENDS_IN_VERB.search(line.low))


def groupwise(line: Line) -> bool:
    """Whether it is ``>>> Jan 05/05/2025 10:00 >>>`` (GroupWise, or Supercite), which only looks like a quote."""
    if not line.text.startswith(">>>"):
        return False
    text = line.text.strip()[:_LONGEST_GROUPWISE].lower()
    return bool(_GROUPWISE.match(text)) and (_dated(text) or bool(_WROTE.search(text)))


def _joined(lines: Sequence[Line], start: int) -> list[tuple[int, str]]:
    """The first line, the first two, ... up to four, in lower case, as long as they can be one attribution."""
    joined = lines[start].low
    found = [(start + 1, joined)]
    opens = _opens_dated(joined)
    for end in range(start + 1, min(start + _MOST_LINES, len(lines))):
        text = lines[end].low
        if not lines[end].own or len(joined) + len(text) > _MOST_CHARACTERS:
            break
        if not (_CONTINUED.match(text) or (opens and not (_opens_dated(text) and _dated(text)))):
            break
        joined = f"{joined} {text}"
        found.append((end + 1, joined))
    return found


def _opens_dated(text: str) -> bool:
    return bool(_OPENER.match(text)) and bool(_DATE.search(text) or _EMAIL.search(text))


def _dated(text: str) -> bool:
    return bool(_TIME.search(text) and _YEAR.search(text))


def _is_sure(text: str) -> bool:
    if text.count(" ") > _MOST_WORDS:
        return False
    bracketed = bool(_BRACKETED.search(text))
    if not _WROTE.search(text):
        return bracketed and bool(_QUOTING.match(text) or (_DATE.search(text) and _TIME.search(text)))
    if bracketed:
        return bool(_WROTE.search(text[-_NAME:]) or _BRACKETED.search(text[-_ADDRESS:]))
    if _SELF.search(text) or not _WROTE.search(text[-_NAME:]):
        return False
    return _dated(text) or bool(_EMAIL.search(text) and _opens_dated(text))


def _is_likely(text: str) -> bool:
    if text.count(" ") > _MOST_WORDS // 2 or _SELF.search(text):
        return False
    if not _END.search(text):
        return _opens_dated(text) and bool(_WROTE.search(text[-12:]) or _ADDRESSED.search(text))
    if _opens_dated(text) and _TIME.search(text):
        return True
    return bool(_WROTE.search(text) or _EMAIL.search(text) or _QUOTING.match(text))
