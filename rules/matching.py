"""What can be said of a message: how one test looks at the text form of one field.

The text is hostile, so every step is bounded: it is capped, cut into lines, and a pattern sees one line at a time
(``MAX_*``). Patterns run on lower-case text unless they ask for the text as written, and stand between word boundaries.
A pattern is tried only on lines that hold one of its words (:mod:`rules.triggers`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from rules import triggers

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
        return tuple(_pieces(_joined(self.original) if self.prose else _physical(self.original)))

    @cached_property
    def places(self) -> Mapping[str, Sequence[Span]]:
        """From each word, in lower case, to the lines that hold it; :data:`rules.triggers.DIGIT` is any digit."""
        places: dict[str, list[Span]] = {}
        for span in self.lines:
            for word in set(_WORD.findall(self.folded, *span)):
                places.setdefault(word, []).append(span)
        digits = [span for span in self.lines if _DIGIT.search(self.folded, *span)]
        return places | {triggers.DIGIT: digits} if digits else places


_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")


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


def _pieces(spans: list[Span]) -> list[Span]:
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
        number = text.original
        return (0, len(number)) if number.isdecimal() and int(number) >= self.least else None

    @property
    def content(self) -> Any:
        """What decides the match, fit for JSON."""
        return self.least


@dataclass(frozen=True, slots=True)
class Pattern:
    """Matches when a regular expression occurs in a line; with ``case`` in the text as written, else in lower case.

    Every line it matches holds one of its ``words`` where it has any, and ``part``; both in lower case.
    """

    source: str
    case: bool
    words: frozenset[str]
    part: str
    expression: re.Pattern[str] = field(compare=False)

    def find(self, text: Text) -> Span | None:
        """The first occurrence, or None."""
        if self.part not in text.folded:
            return None
        shown = text.flat if self.case else text.folded
        for start, end in self._lines(text):
            if span := self.search(shown[start:end]):
                return start + span[0], start + span[1]
        return None

    def _lines(self, text: Text) -> Sequence[Span]:
        if not self.words:
            return text.lines
        held = self.words & text.places.keys()
        return sorted({span for word in held for span in text.places[word]})

    def search(self, line: str) -> Span | None:
        """The first match that no word character touches.

        What stands before is looked at here, not in the expression: ``re`` finds a plain beginning many times faster.
        """
        start = 0
        while start <= len(line) and (found := self.expression.search(line, start)):
            if not (found.start() and _WORD.match(line, found.start() - 1)):
                return found.span()
            start = found.start() + 1
        return None


@dataclass(frozen=True, slots=True)
class Patterns:
    """Matches when one of the patterns does."""

    patterns: tuple[Pattern, ...]

    def find(self, text: Text) -> Span | None:
        """The first occurrence of the first pattern that occurs, or None."""
        return next((span for pattern in self.patterns if (span := pattern.find(text))), None)

    @property
    def content(self) -> Any:
        """What decides the match, fit for JSON."""
        return [[each.case, each.source] for each in self.patterns]


Test = Present | AnyOf | AtLeast | Patterns
"""One way in which a rule matches."""


_FLAGS = re.compile(r"\(\?[a-zA-Z-]+[:)]")


def compiled(source: str, *, case: bool = False) -> Pattern:
    """The pattern of a regular expression. Raises :class:`re.error`, also where it sets flags of its own."""
    re.compile(source)
    if _FLAGS.search(source):
        raise re.error("flags are not allowed")
    words = frozenset(map(fold, triggers.words(source)))
    return Pattern(source, case, words, fold(triggers.part(source)), re.compile(rf"(?:{source})(?!\w)"))
