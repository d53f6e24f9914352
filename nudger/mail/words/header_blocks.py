"""Mail room: where a mail quotes or forwards another with its header fields, or behind a separator.

``-----Original Message-----``, ``Van: .. Verzonden: .. Aan: .. Onderwerp: ..`` and the block of Lotus Notes whose
labels stand on lines of their own. A block needs a sender, and an address or a time, so that a memo's own
``Aan: allen`` stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nudger.mail.words import phrases
from nudger.mail.words.lines import Line

_LABEL = re.compile(r"[*_>|# ]{0,6}([^\W\d_][^:：\n*]{0,28}?) ?\*{0,2} {0,12}[:：] ?\*{0,2}(.*)")
_BARE_LABEL = re.compile(r"(to|aan|an|à|a|para|till|til)[:：]?\Z")
_BARE_SUBJECT = re.compile(r"(subject|onderwerp|betreff|objet|asunto|oggetto|assunto|ämne|emne)[:：]?\Z")

_RULE = re.compile(r"[-–—‐_=*~ ]{3,}\Z|-{3,}[^-]{1,60}-{3,}\Z")
_DASHES = r"[-–—‐_=*~<|+ ]"
_SEPARATOR = re.compile(
    rf"(?P<left>{_DASHES}{{0,80}})\s?(?:(?P<original>{phrases.ORIGINAL})|(?P<forward>{phrases.FORWARDED})|"
    rf"(?P<begin>{phrases.BEGIN_FORWARD}))"
    rf"\b(?P<rest>[^\n]{{0,200}}?)\s?[:：]?\s?(?P<right>[-–—‐_=*~>|+ ]{{0,80}})\Z"
)
_WROTE_FRAME = re.compile(rf"-{{3,}} ?[^\n -][^\n]{{1,120}}? (?:{phrases.WROTE}) ?[:：]? ?-{{3,}}\Z")
_FRAMES = ("--", "__")
_HINT = re.compile(r"[-–—‐_=*~<|+ ]{2}|[^ ]{1,30}(?: [^ ]{1,30}){0,6} ?[:：]?\Z")
_END_FORWARD = re.compile(rf"{_DASHES}{{0,80}}(?:{phrases.END_FORWARD})\b")

_EVIDENCE = re.compile(r"\d{1,2}[:.]\d\d(?!\d)|\d{1,2} ?(?:h|u|uhr)\b|/[a-z]{2,}/")
_STAMP = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? {1,4}(?:at |om |um |à )?\d{1,2}[:.]\d\d|"
    r"\d{1,2} \w{3,10} \d{4},? {1,4}\d{1,2}[:.]\d\d|\w{3,10} \d{1,2}, \d{4},? {1,4}\d{1,2}[:.]\d\d"
)

_ADDRESSES = re.compile(r"[@;<>]|/\w{2,}/|,\Z")

_LISTS = ("to", "cc")
_LONGEST_LIST = 60
_LONGEST_FIELD = 3
_BLANKS = 2
_ABOVE = 4


@dataclass(frozen=True, slots=True)
class Header:
    """A header block or separator: its lines are ``start`` up to ``end``; what follows is ``kind``, quote or forward.

    ``certain`` says that what follows is another's mail even when the author wrote nothing above it.
    """

    start: int
    end: int
    kind: str
    certain: bool


def field_of(line: Line) -> str:
    """Give the header field whose label begins a line (``from``, ``to``, ``date``, ...), or nothing."""
    label = _LABEL.match(line.bare) if ":" in line.bare or "：" in line.bare else None
    return phrases.LABELS.get(label[1].strip(" *_").casefold(), "") if label else ""


def is_rule(line: Line) -> bool:
    """Whether it is a line of dashes, underscores or the like."""
    return bool(_RULE.match(line.bare))


def ends_forward(line: Line) -> bool:
    """Whether it says that a forwarded mail ends here."""
    return bool(_END_FORWARD.match(line.low))


def find(lines: Sequence[Line], at: int) -> Header | None:
    """Give the separator or header block that begins at line ``at``."""
    return separator(lines, at) or _wrote_frame(lines, at) or block(lines, at) or _notes(lines, at)


def separator(lines: Sequence[Line], at: int) -> Header | None:
    """Give the separator (``-----Original Message-----``, perhaps over two lines) with the header block below it."""
    end, found = _separator(lines, at)
    if not found:
        return None
    below = _below(lines, _next(lines, end))
    framed = len(found["left"].strip()) > 1 and (len(found["right"].strip()) > 1 or not found["rest"])
    if not (framed or found["begin"] or below):
        return None
    kind = "quote" if found["original"] else "forward"
    return Header(at, below or end, kind, certain=bool(below) or kind == "forward")


def _wrote_frame(lines: Sequence[Line], at: int) -> Header | None:
    """Give what Notes on the web puts above a quote: ``-----Jan de Boer wrote: -----``, fields, perhaps ruled."""
    if not (lines[at].low.startswith("---") and _WROTE_FRAME.match(lines[at].low)):
        return None
    below = _next(lines, at + 1)
    if below < len(lines) and is_rule(lines[below]):
        below += 1
    return Header(at, _below(lines, below) or at + 1, "quote", certain=True)


def _below(lines: Sequence[Line], at: int) -> int:
    """Where the header fields under a separator end, be it a single one; 0 when there are none."""
    whole = block(lines, at)
    if whole:
        return whole.end
    end = at
    while end < len(lines) and field_of(lines[end]) and lines[end].own:
        end += 1
    return end if end > at else 0


def _separator(lines: Sequence[Line], at: int) -> tuple[int, re.Match[str] | None]:
    """A separator and where it ends; Notes breaks a long one (``--- Forwarded by .. on .. 10:00`` ``AM ---``)."""
    text = lines[at].low
    if not _HINT.match(text):
        return at, None
    found = _SEPARATOR.match(text)
    if (
        at + 1 < len(lines)
        and text.startswith(_FRAMES)
        and not text.endswith(_FRAMES)
        and lines[at + 1].low.endswith(_FRAMES)
    ):
        return at + 2, _SEPARATOR.match(f"{text} {lines[at + 1].low}")
    return at + 1, found


def block(lines: Sequence[Line], at: int) -> Header | None:
    """Give the block of header fields that begins at line ``at``."""
    if at >= len(lines) or not field_of(lines[at]):
        return None
    fields, end = _fields(lines, at)
    known = set(fields) - {"other"}
    if len(known) < 2 or _stands_apart(lines, at) or ("from" in known and fields[0] in _LISTS):
        return None
    start = at if "from" in known else _signed_above(lines, at)
    if "from" not in known and not ({"to", "subject"} <= known and (start < at or known & {"date", "cc"})):
        return None
    text = "\n".join(line.low for line in lines[start:end])
    if "@" not in text and (len(known) < 3 or not _EVIDENCE.search(text)):
        return None
    return Header(start, end, "quote", certain="from" in known or start < at)


def _stands_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether a blank line parts the first field from others that have none between: it is the author's own line."""
    second = _next(lines, at + 1)
    return second > at + 1 and second + 1 < len(lines) and bool(field_of(lines[second + 1]))


def _fields(lines: Sequence[Line], at: int) -> tuple[list[str], int]:
    """The fields of the block that begins at ``at`` and where it ends; a field may run over several lines."""
    fields: list[str] = []
    end = index = at
    while index < len(lines) and (index == end or _continues(fields, lines[end - 1 : index + 1])):
        name = field_of(lines[index]) if lines[index].depth == lines[at].depth else ""
        if name and name in fields and name != "other":
            break
        index += 1
        if name:
            fields.append(name)
            end = index
    return fields, end


def _continues(fields: list[str], lines: Sequence[Line]) -> bool:
    """Whether the last of these lines can belong to the field that begins in the first, as addressees do."""
    *before, line = lines
    if field_of(line):
        return True
    if not line.bare:
        return len(before) - sum(1 for other in before if other.bare) < _BLANKS
    if fields[-1] in _LISTS:
        return len(before) < _LONGEST_LIST and (
            bool(_ADDRESSES.search(line.bare)) or before[-1].bare.endswith((",", ";"))
        )
    return len(before) < _LONGEST_FIELD and all(other.bare for other in before) and line.depth == before[0].depth


def _notes(lines: Sequence[Line], at: int) -> Header | None:
    """The block of Lotus Notes 6 and 7: ``To`` and ``Subject`` alone on their lines, name and date above them."""
    if not _BARE_LABEL.match(lines[at].low):
        return None
    window = range(at + 1, min(at + 14, len(lines)))
    subject = next((index for index in window if _BARE_SUBJECT.match(lines[index].low)), None)
    start = _signed_above(lines, at)
    if subject is None or start == at:
        return None
    return Header(start, min(_next(lines, subject + 1) + 1, len(lines)), "quote", certain=True)


def _signed_above(lines: Sequence[Line], at: int) -> int:
    """Where name and date stand right above a block without a sender; ``at`` when they do not."""
    start = at
    blanks = 0
    stamped = False
    while start > 0 and at - start < _ABOVE + blanks and lines[start - 1].kind == "":
        above = lines[start - 1]
        if not above.bare:
            if stamped or blanks == _BLANKS:
                break
            blanks += 1
        stamped = stamped or bool(_STAMP.search(above.bare))
        start -= 1
    return start if stamped else at


def _next(lines: Sequence[Line], index: int) -> int:
    """The next line that is not blank."""
    while index < len(lines) and not lines[index].bare:
        index += 1
    return index
