"""Did the share move since the announcement: asked on agreed dates only, and "too early to tell" is an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from nudger.shift import calendar
from nudger.shift.trend import (
    ALPHA,
    MIN_THREADS,
    MIN_WEEKS,
    BeforeAfter,
    Count,
    already_falling,
    before_after,
    total,
    visible_from,
)

AGREED = (8, 13, 26, 52)
"""Weeks after the announcement at which the question is put, as many before it against as many after it."""


class Answer(StrEnum):
    """What can be said."""

    NOT_ANNOUNCED = "not-announced"
    NO_BASELINE = "no-baseline"
    TOO_EARLY = "too-early"
    TOO_FEW = "too-few"
    NEW_SERIES = "new-series"
    NO_CHANGE_SEEN = "no-change-seen"
    LOWER = "lower"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer at the last agreed date.

    ``weeks`` is that date (0 before the first), ``next`` the first day of the week after which it is asked again,
    ``before`` and ``after`` the conversations counted so far (``known`` weeks before it, where they are too few),
    ``visible`` the week about which a change of fifteen points becomes visible at this pace. ``test`` and ``falling``
    are there when it was asked.
    """

    answer: Answer
    weeks: int = 0
    next: date | None = None
    before: int = 0
    after: int = 0
    known: int = 0
    visible: int | None = None
    test: BeforeAfter | None = None
    falling: bool = False


def verdict(
    announced: date | None, last_settled: str, count: Callable[[str], Count], *, known_from: str, series_from: str
) -> Verdict:
    """The answer; ``count`` gives a week's count, ``known_from`` is the first week with mail, ``series_from`` the first
    that may be compared. The week of the announcement belongs to neither side.
    """
    if announced is None:
        return Verdict(answer=Answer.NOT_ANNOUNCED)
    start = calendar.name(announced)
    passed = (calendar.monday(last_settled) - calendar.monday(start)).days // 7
    asked = max((weeks for weeks in AGREED if weeks <= passed), default=0)
    later = next((weeks for weeks in AGREED if weeks > passed), None)
    # The last week of a side has to settle first.
    moment = calendar.monday(calendar.shift(start, later + 2)) if later else None
    whole = _span(max(calendar.shift(start, -AGREED[-1]), known_from), start, count)
    if not _enough(whole):
        # What was not counted before the start will never be: there is no date to wait for.
        return Verdict(answer=Answer.NO_BASELINE, before=total(whole).n, known=sum(week.n > 0 for week in whole))
    reach = asked or max(min(passed, MIN_WEEKS), 0)
    first = max(calendar.shift(start, -(asked or AGREED[-1])), known_from)
    before = _span(first, start, count)
    after = [count(calendar.shift(start, number)) for number in range(1, reach + 1)]
    found = Verdict(
        answer=Answer.TOO_EARLY,
        weeks=asked,
        next=moment,
        before=total(before).n,
        after=total(after).n,
        visible=visible_from(before),
    )
    if not asked:
        return found
    return _asked(found, before, after, same_series=series_from <= first)


def _enough(weeks: Sequence[Count]) -> bool:
    """Whether one side holds enough to be compared."""
    return sum(week.n > 0 for week in weeks) >= MIN_WEEKS and total(weeks).n >= MIN_THREADS


def _span(first: str, start: str, count: Callable[[str], Count]) -> list[Count]:
    number = max(0, (calendar.monday(start) - calendar.monday(first)).days // 7)
    return [count(calendar.shift(start, -back)) for back in range(number, 0, -1)]


def _asked(found: Verdict, before: Sequence[Count], after: Sequence[Count], *, same_series: bool) -> Verdict:
    if not same_series:
        return replace(found, answer=Answer.NEW_SERIES)
    if not (_enough(before) and _enough(after)):
        return replace(found, answer=Answer.TOO_FEW)
    test = before_after(before, after)
    change = Answer.LOWER if test.difference.value < 0 else Answer.HIGHER
    answer = change if test.p < ALPHA else Answer.NO_CHANGE_SEEN
    return replace(found, answer=answer, test=test, falling=already_falling(before))
