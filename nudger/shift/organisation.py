"""The organisation's report: sums over ten or more owners, in fixed windows, made once. Pure.

Three things keep one owner from being found by subtracting reports. A window is made once and never again, so there
are no two reports of one time. Of any two windows the groups are equal or differ in three or more owners: where one
owner came or went, others are left out too, drawn by lot. And a cell is hidden when few owners stand behind it or one
makes up most of it, together with a second cell, so that no sum gives it back (complementary suppression: L. Willenborg
and T. de Waal, *Elements of Statistical Disclosure Control*, 2001, chapters 1 and 4).
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta

from nudger.shift import calendar
from nudger.shift.definition import SETTLE_DAYS

MIN_OWNERS = 10
MIN_CHANGE = 3
"""Two groups differ in this many owners, or in none."""
WEEKS = 4
STEP = 5
"""Published counts are rounded to fives."""
DOMINANCE = 0.2
"""Where all but the two largest make up less than this part of the largest, the second could tell the first."""
DRAWS = 50
"""How many groups of each size are drawn; where none keeps its distance, the window is given up."""

_FIRST_MONDAY = date(1970, 1, 5)
_WITHIN_WEEKS = timedelta(days=SETTLE_DAYS + 7)

PARTS = (("ideas", "questions", "discussions"), ("stayed", "moved"))
"""Cells that add up to ``talk``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What one owner hands over of one window; afterwards nothing tells which owner it was."""

    mails: int = 0
    talk: int = 0
    ideas: int = 0
    questions: int = 0
    discussions: int = 0
    stayed: int = 0
    moved: int = 0
    left_on_mail: int = 0


CELLS = tuple(field.name for field in fields(Totals))


@dataclass(frozen=True, slots=True)
class Window:
    """One window as it was made: its first week, the keyed names of its group, and its cells.

    The group is empty where too few took part; a hidden cell is None.
    """

    first: str
    group: frozenset[str]
    cells: Mapping[str, int | None]


def window_of(day: date) -> str:
    """The first week of the window in which a day lies; windows follow each other without a gap and never shift."""
    weeks = (day - _FIRST_MONDAY).days // 7
    return calendar.name(_FIRST_MONDAY + timedelta(weeks=weeks - weeks % WEEKS))


def weeks_of(first: str) -> tuple[str, ...]:
    """The weeks of a window."""
    return tuple(calendar.shift(first, number) for number in range(WEEKS))


def closed(today: date) -> str:
    """The last window that is over and settled: its threads do not change any more."""
    return calendar.shift(window_of(today - _WITHIN_WEEKS), -WEEKS)


def make(first: str, handed: Mapping[str, Totals], before: Iterable[Window], seed: str) -> Window:
    """The window, from what was handed over by keyed name; a secret ``seed`` keeps the draw from being guessed."""
    groups = [window.group for window in before if window.group]
    group = drawn(sorted(handed), groups, seed)
    return Window(first, group, _cells([handed[name] for name in sorted(group)]) if group else {})


def drawn(names: Sequence[str], groups: Sequence[Collection[str]], seed: str) -> frozenset[str]:
    """The largest group found that keeps its distance from each earlier one; empty where there is none of ten."""
    lots = random.Random(seed)  # noqa: S311 - the seed is a keyed hash; nobody sees what was drawn
    for size in range(len(names), MIN_OWNERS - 1, -1):
        for _ in range(DRAWS if size < len(names) else 1):
            group = frozenset(lots.sample(names, size))
            if all(_apart(group, frozenset(earlier)) for earlier in groups):
                return group
    return frozenset()


def _apart(first: frozenset[str], second: frozenset[str]) -> bool:
    return len(first ^ second) == 0 or len(first ^ second) >= MIN_CHANGE


def _cells(handed: Sequence[Totals]) -> dict[str, int | None]:
    """The sums, rounded; hidden where one owner could be read from them."""
    values = {name: [getattr(totals, name) for totals in handed] for name in CELLS}
    hidden = {name for name in CELLS if _tells(values[name])}
    sums = {name: sum(values[name]) for name in CELLS}
    for parts in PARTS:
        hidden |= _also_hidden(parts, hidden, sums)
    return {name: None if name in hidden else STEP * round(sums[name] / STEP) for name in CELLS}


def _tells(values: Sequence[int]) -> bool:
    """Whether fewer than ten owners stand behind a cell, or one makes up most of it (the p% rule)."""
    largest, _, *rest = sorted(values, reverse=True)
    return sum(value > 0 for value in values) < MIN_OWNERS or sum(rest) < DOMINANCE * largest


def _also_hidden(parts: Sequence[str], hidden: Collection[str], sums: Mapping[str, int]) -> set[str]:
    """What is hidden too: all parts where their sum is hidden, the smallest other part where one alone is."""
    if "talk" in hidden:
        return set(parts)
    shown = [part for part in parts if part not in hidden]
    alone = len(parts) - len(shown) == 1
    return {min(shown, key=lambda part: (sums[part], part))} if alone else set()
