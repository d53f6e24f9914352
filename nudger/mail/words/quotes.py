"""Mail room: which lines are another's words, quoted or forwarded.

Line by line from the top: a quote mark, an attribution, a header block, a separator. What follows a header block is
another's to the end; what follows an attribution only as far as it is marked as a quote, or to the end when the author
wrote something above it. So an author who answers below an unmarked quote is never lost whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nudger.mail.words import attribution, header_blocks
from nudger.mail.words.greetings import is_greeting
from nudger.mail.words.lines import OWN, Line, mark
from nudger.mail.words.signoff import is_answer

_SNIP = re.compile(
    r"\W{0,3}(?:snip\w{0,5}|\.{2,}|…|knip|cut|schnipp?)\W{0,3}(?: .{0,30})?\Z|<.{0,20}snip.{0,20}>\Z|\[(?:\.{2,}|"
    r"…).{0,20}\]\Z"
)
_SIGN = re.compile(r" {0,4}([|}#:%»«]|--\]|=>|\+|[A-Z][\w.-]{0,15}>{1,3}|>>?)(?: |\Z)")
_CLEAR_SIGNS = ("|", ">")
_INITIALS = re.compile(r" {0,2}(?!SQL)([A-Z]{2,3}>{1,3})(?: |\Z)")
_LOOK_AHEAD = 4
_SIGNS_AHEAD = 500

_FINISHED = (".", "!", "?")
_WRAPPED_FROM = 55
_WRAPPED_TO = 45
_WRAPPED_WORDS = 3


def mark_quotes(lines: list[Line]) -> bool:
    """Mark attributions, quotes and forwarded mail; tell whether something is forwarded."""
    _release_attributions(lines)
    _mark_initials(lines)
    reader = _Reader(lines)
    reader.read()
    _mark_wrapped(lines)
    return reader.forwards


class _Reader:
    """Goes through the lines once, knowing whether the author wrote something before the line it is at."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.forwards = False
        self.wrote = False
        self.at = 0

    def read(self) -> None:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not self._read_header(line) and not self._read_attribution(line):
                self.wrote = self.wrote or (line.own and not is_greeting(line.bare))
                self.at += 1

    def _read_header(self, line: Line) -> bool:
        """Mark a header block or separator; what follows is another's, unless it is quoted line by line."""
        header = header_blocks.find(self.lines, self.at) if line.own or line.kind == "attribution" else None
        if not header:
            return False
        start = _with_rules_above(self.lines, header.start)
        wrote = self.wrote if header.start == self.at else _any_words(self.lines[:start])
        self.forwards = self.forwards or header.kind == "forward"
        self._mark_until(start, header.end)
        if not self._quotes_follow(header.end) and (header.certain or wrote):
            self._mark_rest(header.kind)
        return True

    def _read_attribution(self, line: Line) -> bool:
        """Mark an attribution; what follows unmarked is another's only below words of the author."""
        at = self.at
        if not line.own:
            return False
        if not any(map(attribution.ends_attribution, self.lines[at : at + _LOOK_AHEAD])):
            return self._read_single_field(line)
        if end := attribution.sure(self.lines, at):
            self._mark_until(at, end)
            if not self._quotes_follow(end) and self.wrote:
                self._mark_rest("quote")
            return True
        end = attribution.likely(self.lines, at)
        sure_at_the_top = not self.wrote and attribution.opens_mail(line)
        if not end or not (self._quotes_follow(end, _CLEAR_SIGNS) or sure_at_the_top):
            return False
        self._mark_until(at, end)
        return True

    def _read_single_field(self, line: Line) -> bool:
        """Mark ``From: Jan <jan@..>`` when it stands alone above a quote."""
        if header_blocks.field_of(line) != "from" or not _quote_follows(self.lines, self.at + 1):
            return False
        line.kind = "attribution"
        self.at += 1
        return True

    def _quotes_follow(self, at: int, signs: tuple[str, ...] = ("",)) -> bool:
        return _quote_follows(self.lines, at) or _mark_signed_quotes(self.lines, at, signs)

    def _mark_until(self, start: int, end: int) -> None:
        mark(self.lines[start:end], "attribution")
        self.at = end

    def _mark_rest(self, kind: str) -> None:
        """Everything is another's, up to a line that says where a forwarded mail ends."""
        lines = self.lines
        end = next((at for at in range(self.at, len(lines)) if header_blocks.ends_forward(lines[at])), len(lines))
        mark(lines[self.at : end + 1], kind)
        self.at = end + 1


def _any_words(lines: Sequence[Line]) -> bool:
    return any(line.own and not is_greeting(line.bare) for line in lines)


def _with_rules_above(lines: Sequence[Line], start: int) -> int:
    while start > 0 and lines[start - 1].kind == OWN:
        if lines[start - 1].bare and not header_blocks.is_rule(lines[start - 1]):
            break
        start -= 1
    return start


def _quote_follows(lines: Sequence[Line], at: int) -> bool:
    """Whether the next line with words, but for ``[snip]``, is marked as a quote; the snip goes with it."""
    for index in range(at, len(lines)):
        line = lines[index]
        if line.kind not in (OWN, "attribution"):
            mark(lines[at:index], "quote")
            return True
        if line.bare and not _SNIP.match(line.low):
            return False
    return False


def _mark_signed_quotes(lines: Sequence[Line], at: int, signs: tuple[str, ...]) -> bool:
    """Mark quotes that begin with another sign than ``>``, told by the line right below the attribution."""
    below = lines[at : at + _SIGNS_AHEAD]
    first = next((line for line in below if line.bare), None)
    sign = _SIGN.match(first.text) if first else None
    if not sign or not sign[1].endswith(signs):
        return False
    for line in below:
        other = _SIGN.match(line.text)
        if other and other[1] == sign[1] and line.own:
            line.kind, line.depth = "quote", 1
    return True


def _mark_initials(lines: Sequence[Line]) -> None:
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
    if len(line.bare) > _WRAPPED_TO or not before.bare or before.bare.endswith(_FINISHED):
        return False
    if "http" in before.bare or line.bare.endswith(">"):
        return " " not in line.bare.rstrip("> ")
    if len(before.text) < _WRAPPED_FROM:
        return False
    few = len(line.bare.split()) <= _WRAPPED_WORDS and not line.bare.endswith(_FINISHED) and not is_answer(line.bare)
    return line.bare[0].islower() or few


def _release_attributions(lines: Sequence[Line]) -> None:
    """GroupWise's attribution looks like a quote of depth three; what it quotes bears no marks."""
    above: Line | None = None
    for line in lines:
        if line.depth > 2 and (above is None or not above.depth) and attribution.groupwise(line):
            line.release()
        above = line if line.bare else above
