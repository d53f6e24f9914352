"""What can be said of a message: how one test looks at the text form of one field.

The text is hostile, so every step is bounded: it is capped, cut into lines, and a pattern sees one line at a time
(``MAX_*``). Patterns run on lower-case text unless they ask for the text as written, and stand between word boundaries.
A pattern is tried only where its needle occurs, the plain characters every match must hold: most patterns cost no more
than a search for a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

MAX_TEXT = 262_144
"""Characters of a field that are looked at."""
MAX_LINE = 2_000
"""Characters of a line; a longer line is looked at in pieces."""
MAX_LINES = 5_000
"""Lines (and pieces of lines) that are looked at."""

WRAP = 50
"""A line of prose at least this long that is followed by text may be broken by a mail program, not by its author."""

Span = tuple[int, int]
"""Start and end of a match, as offsets in the text form."""


def fold(text: str) -> str:
    """The text in lower case, with every character at its old offset (``İ`` alone would become two)."""
    return text.replace("İ", "I").lower()


class Text:
    """The text form of one field, made ready once for all rules."""

    def __init__(self, text: str, *, prose: bool = False) -> None:
        self.original = text[:MAX_TEXT]
        self.prose = prose

    @cached_property
    def flat(self) -> str:
        """The text as one line; every offset stays."""
        return self.original.replace("\n", " ")

    @cached_property
    def folded(self) -> str:
        """The flat text in lower case; every offset stays."""
        return fold(self.flat)

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """Start and end of the lines that patterns see, at most :data:`MAX_LINES` of at most :data:`MAX_LINE`."""
        return tuple(_pieces(self.original, _joined(self.original) if self.prose else _physical(self.original)))


def _physical(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n", MAX_LINES):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def _joined(text: str) -> list[Span]:
    """Lines, with those joined that a mail program seems to have wrapped."""
    spans: list[Span] = []
    wrapped = False
    for start, end in _physical(text):
        if wrapped and start < end and end - spans[-1][0] <= MAX_LINE:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        wrapped = end - start >= WRAP
    return spans


def _pieces(text: str, spans: list[Span]) -> list[Span]:
    pieces = [(at, min(at + MAX_LINE, end)) for start, end in spans for at in range(start, end, MAX_LINE)]
    return pieces[:MAX_LINES]


@dataclass(frozen=True, slots=True)
class Present:
    """Matches when there is a text, or with ``wanted`` False when there is none."""

    wanted: bool

    def find(self, text: Text) -> Span | None:
        """The whole text, or None."""
        return (0, len(text.original)) if bool(text.original) is self.wanted else None

    @property
    def content(self) -> Any:
        """What decides the match, fit for JSON."""
        return self.wanted


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Matches when a line is one of these values; case and outer white space do not count."""

    values: frozenset[str]

    def find(self, text: Text) -> Span | None:
        """The first such line, or None."""
        return next((span for span in text.lines if text.folded[slice(*span)].strip() in self.values), None)

    @property
    def content(self) -> Any:
        """What decides the match, fit for JSON."""
        return sorted(self.values)


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Matches a number that is not smaller."""

    least: int

    def find(self, text: Text) -> Span | None:
        """The digits, or None."""
        return (0, len(text.original)) if int(text.original) >= self.least else None

    @property
    def content(self) -> Any:
        """What decides the match, fit for JSON."""
        return self.least


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression of a rule. ``needle`` is in lower case, and empty when nothing plain is sure to occur."""

    source: str
    needle: str
    expression: re.Pattern[str] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Patterns:
    """Matches when one of the patterns occurs in a line; with ``case`` in the text as written, else in lower case."""

    patterns: tuple[Pattern, ...]
    case: bool = False

    def find(self, text: Text) -> Span | None:
        """The first occurrence of the first pattern that occurs, or None."""
        folded = text.folded
        for pattern in self.patterns:
            if pattern.needle in folded and (span := _search(pattern, text, text.flat if self.case else folded)):
                return span
        return None

    @property
    def content(self) -> Any:
        """What decides the match, fit for JSON."""
        return [self.case, *(each.source for each in self.patterns)]


Test = Present | AnyOf | AtLeast | Patterns
"""One way in which a rule matches."""


def _search(pattern: Pattern, text: Text, shown: str) -> Span | None:
    for start, end in text.lines:
        if found := pattern.expression.search(shown[start:end]):
            return start + found.start(), start + found.end()
    return None


def pattern(source: str) -> Pattern:
    """The pattern between word boundaries. Raises :class:`re.error`."""
    re.compile(source)
    return Pattern(source, fold(needle(source)), re.compile(rf"(?<!\w)(?:{source})(?!\w)"))


_ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")
_GROUP = re.compile(r"\([^()]*\)")
_REPEATED = re.compile(r".(?:[?*+]|\{\d*,?\d*\})[?+]?")


def needle(source: str) -> str:
    """The longest run of plain characters that every match of a regular expression holds; empty when none is sure.

    It may overlook some (what stands in groups, after a backslash, or is repeated) but never names one too many.
    """
    plain = _ATOM.sub("\0", source)
    while (inner := _GROUP.sub("\0", plain)) != plain:
        plain = inner
    if "|" in plain:
        return ""
    return max(re.split(r"[\0.^$]", _REPEATED.sub("\0", plain)), key=len)
