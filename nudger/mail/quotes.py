"""Mail room: which lines are another's words, quoted or forwarded.

Line by line from the top: a quote mark, an attribution, a header block, a separator. What follows a header block is
another's to the end; what follows an attribution only as far as it is marked as a quote, or to the end when the author
wrote something above it. So an author who answers below an unmarked quote is never lost whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nudger.mail import attribution, header_blocks
from nudger.mail.greetings import is_greeting
from nudger.mail.lines import OWN, Line, mark
from nudger.mail.signoff import is_answer

_SNIP = re.compile(
    r"\W{0,3}(?:snip\w{0,5}|\.{2,}|…|knip|cut|schnipp?)\W{0,3}(?: .{0,30})?\Z|<.{0,20}snip.{0,20}>\Z|\[(?:\.\.\.|…).{0,20}\]\Z",
    re.IGNORECASE,
)
_OTHER_MARK = re.compile(r" {0,4}([|}#:%»«]|--\]|=>|\+|[A-Z][\w.-]{0,15}>{1,3}|>>?)(?: |\Z)")
_INITIALS = re.compile(r" {0,2}(?!SQL)([A-Z]{2,3}>{1,3})(?: |\Z)")
_SENTENCE_END = (".", "!", "?", ":", ";")
_WRAPPED_FROM = 55
_WRAPPED_TO = 45
_WRAPPED_WORDS = 3
_LOOK_AHEAD = 4


def mark_quotes(lines: list[Line]) -> bool:
    """Mark attributions, quotes and forwarded mail; tell whether something is forwarded."""
    _release_groupwise(lines)
    _mark_initials(lines)
    forwards = False
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.own or line.kind == "attribution":
            at, kind = _step(lines, at)
            forwards = forwards or kind == "forward"
        else:
            at += 1
    _mark_wrapped(lines)
    return forwards


def _step(lines: list[Line], at: int) -> tuple[int, str]:
    """Mark what begins at line ``at``; give the next line to look at and the kind of what was marked."""
    header = header_blocks.find(lines, at)
    if header:
        return _mark_header(lines, header), header.kind
    if lines[at].own:
        return _mark_attribution(lines, at), "quote"
    return at + 1, "quote"


def _mark_header(lines: list[Line], header: header_blocks.Header) -> int:
    start = header.start
    while (
        start > 0
        and (header_blocks.is_rule(lines[start - 1]) or not lines[start - 1].bare)
        and lines[start - 1].kind == OWN
    ):
        start -= 1
    above = lines[:start]
    mark(lines[start : header.end], "attribution")
    if _quote_follows(lines, header.end) or _mark_other_quotes(lines, header.end):
        return header.end
    if not (header.certain or author_wrote(above)):
        return header.end
    return _mark_rest(lines, header.end, header.kind)


def _mark_rest(lines: list[Line], start: int, kind: str) -> int:
    """Everything is another's, up to a line that says where a forwarded mail ends."""
    end = next((at for at in range(start, len(lines)) if header_blocks.ends_forward(lines[at])), len(lines))
    mark(lines[start : end + 1], kind)
    return end + 1


def _mark_attribution(lines: list[Line], at: int) -> int:
    if not any(attribution.ends_attribution(line) for line in lines[at : at + _LOOK_AHEAD]):
        return at + 1
    if end := attribution.sure(lines, at):
        return _mark_sure(lines, at, end)
    end = attribution.likely(lines, at) or (at + 1 if header_blocks.field_of(lines[at]) == "from" else 0)
    if end and _quote_follows(lines, end):
        mark(lines[at:end], "attribution")
        return end
    return at + 1


def _mark_sure(lines: list[Line], at: int, end: int) -> int:
    above = lines[:at]
    mark(lines[at:end], "attribution")
    if _quote_follows(lines, end) or _mark_other_quotes(lines, end) or not author_wrote(above):
        return end
    return _mark_rest(lines, end, "quote")


def author_wrote(lines: Sequence[Line]) -> bool:
    """Whether these lines hold more of the author than a greeting."""
    return any(line.own and not is_greeting(line.bare) for line in lines)


def _quote_follows(lines: Sequence[Line], at: int) -> bool:
    """Whether the next line with words, but for ``[snip]``, is marked as a quote."""
    for index in range(at, len(lines)):
        line = lines[index]
        if line.kind not in (OWN, "attribution"):
            mark(lines[at:index], "quote")
            return True
        if line.bare and not _SNIP.match(line.bare):
            return False
    return False


def _mark_other_quotes(lines: list[Line], at: int) -> bool:
    """Mark quotes that begin with another sign than ``>``, told by the line right below the attribution."""
    first = next((line for line in lines[at:] if line.bare), None)
    sign = _OTHER_MARK.match(first.text) if first else None
    if not sign:
        return False
    for line in lines[at:]:
        other = _OTHER_MARK.match(line.text)
        if other and other[1] == sign[1]:
            mark([line], "quote")
    return True


def _mark_initials(lines: list[Line]) -> None:
    """Mark ``JJ> text``, the quotes of The Bat! and some news readers, when two lines have them."""
    initialled = [line for line in lines if line.own and _INITIALS.match(line.text)]
    if len(initialled) > 1:
        mark(initialled, "quote")


def _mark_wrapped(lines: Sequence[Line]) -> None:
    """Mark the end of a quoted line that was broken by a mail program and lost its mark."""
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if line.own and before.depth and after.depth and _is_tail(before, line):
            line.kind = "quote"


def _is_tail(before: Line, line: Line) -> bool:
    if len(line.bare) > _WRAPPED_TO or not before.bare or before.bare.endswith((".", "!", "?")):
        return False
    if "http" in before.bare or line.bare.endswith(">"):
        return " " not in line.bare.rstrip("> ")
    words = len(line.bare.split()) <= _WRAPPED_WORDS and not line.bare.endswith(_SENTENCE_END) and not is_answer(line.bare)
    return len(before.text) >= _WRAPPED_FROM and (line.bare[0].islower() or words)


def _release_groupwise(lines: Sequence[Line]) -> None:
    """GroupWise's attribution looks like a quote of depth three; what it quotes bears no marks."""
    above: Line | None = None
    for line in lines:
        if line.depth > 2 and (above is None or not above.depth) and attribution.groupwise(line):
            line.depth, line.kind, line.bare = 0, OWN, line.text.strip()
        above = line if line.bare else above
