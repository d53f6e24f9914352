"""Laney's p′ chart: limits for a weekly share that hold when weeks differ more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from nudger.shift.trend import Count, total

MIN_WEEKS = 20
"""Below this the spread between weeks is not known well enough for limits."""

MEAN_RANGE = 1.128
"""The mean moving range of two values in standard deviations (d2 in control chart tables)."""


class Limits(NamedTuple):
    """Where the share of one week lies when nothing changed."""

    low: float
    high: float


def limits(weeks: Sequence[Count]) -> list[Limits | None]:
    """Three-sigma limits a week (D. B. Laney 2002); None for an empty week, and for all weeks below twenty."""
    known = [week for week in weeks if week.n]
    middle = total(known).value
    spread = (middle * (1 - middle)) ** 0.5
    if len(known) < MIN_WEEKS or not spread:
        return [None] * len(weeks)
    scores = [(week.k / week.n - middle) / (spread / week.n**0.5) for week in known]
    between = sum(abs(b - a) for a, b in pairwise(scores)) / (len(scores) - 1) / MEAN_RANGE
    return [_limits(middle, 3 * between * spread / week.n**0.5) if week.n else None for week in weeks]


def _limits(middle: float, reach: float) -> Limits:
    return Limits(max(0.0, middle - reach), min(1.0, middle + reach))
