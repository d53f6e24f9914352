"""Reading a mail: personal data in a text that may be posted, found and masked; the leader sees each and decides.

Nothing that works by form finds facts of health or work about a person, so a draft is always shown before it is posted.
Rates of misses and of false finds are in ``docs/experiments/personal-data.md``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from nudger.mail.personal import near, numbers
from nudger.mail.personal.names import Known, Line, known_names, names, told_names, words_of
from rules.message import Address

PIECE = 2_000
"""Characters that are looked at in one go; longer lines are cut at white space."""

MASK = "[…]"

_DETECTORS: tuple[tuple[str, Callable[[str], Iterator[numbers.Place]]], ...] = (
    ("email", numbers.emails),
    ("iban", numbers.ibans),
    ("plate", numbers.plates),
    ("birth_date", numbers.birth_dates),
    ("bsn", numbers.bsns),
    ("client", numbers.client_numbers),
    ("home", numbers.homes),
    ("room", numbers.rooms),
    ("phone", numbers.phones),
)
"""The first that claims a place names it."""

_PIECE = re.compile(rf"[^\n]{{1,{PIECE}}}(?=\s|\Z)|[^\n]{{1,{PIECE}}}")
_WRAPPED = re.compile(r"(?<=[^\n]{50})(?<![.!?:;\n])\n(?=[^\s>*•-])")
"""A line end within a sentence: mail programs wrap at 72 characters or so."""


@dataclass(frozen=True, slots=True, order=True)
class Personal:
    """Personal data in a text, from ``start`` up to ``end``.

    ``kind`` is ``name`` (of a participant), ``person`` (anybody else), ``phone``, ``iban``, ``bsn``, ``email``,
    ``home`` (an address), ``birth_date``, ``room``, ``client`` (a number of a client, patient or file) or ``plate``.
    """

    start: int
    end: int
    kind: str


def find(text: str, people: Sequence[Address]) -> tuple[Personal, ...]:
    """Personal data in ``text``, in order and without overlap; ``people`` are those of the headers of its thread."""
    found: list[Personal] = []
    for offset, piece in _pieces(text):
        for kind, detect in _DETECTORS:
            found += (Personal(offset + start, offset + end, kind) for start, end in detect(piece))
    return _without_overlap([*found, *_names(text, people)])


def mask(text: str, found: Iterable[Personal]) -> str:
    """The text with :data:`MASK` in each of these places."""
    for personal in sorted(found, reverse=True):
        text = text[: personal.start] + MASK + text[personal.end :]
    return text


def _names(text: str, people: Sequence[Address]) -> Iterator[Personal]:
    """Twice over the text: a name that is plain in one place is a name in all."""
    known = known_names(people)
    told = frozenset(name for _, line in _lines(text, known) for name in told_names(line))
    for offset, line in _lines(text, replace(known, told=told)):
        for kind, start, end in names(line):
            yield Personal(offset + start, offset + end, kind)


def _lines(text: str, known: Known) -> Iterator[tuple[int, Line]]:
    greeted = False
    for offset, piece in _pieces(text):
        line = Line(words_of(piece), known, greeted)
        yield offset, line
        greeted = _greets_only(line)


def _greets_only(line: Line) -> bool:
    words = [word.folded for word in line.words if word.kind == "word"]
    return 0 < len(words) <= 4 and words[-1] in near.GREETINGS


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their place, wrapped ones joined, long ones cut."""
    unwrapped = _WRAPPED.sub(" ", text)
    return ((match.start(), match[0]) for match in _PIECE.finditer(unwrapped))


def _without_overlap(found: Iterable[Personal]) -> tuple[Personal, ...]:
    """Joined where they overlap: everything that was found stays covered."""
    kept: list[Personal] = []
    for personal in sorted(found, key=lambda personal: personal.start):
        if kept and personal.start < kept[-1].end:
            last = kept[-1]
            kept[-1] = Personal(last.start, max(last.end, personal.end), last.kind)
        else:
            kept.append(personal)
    return tuple(kept)
