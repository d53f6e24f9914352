"""The report as cells: one row a week for the terminal and the page, small bars, and files for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from nudger.shift.report import Report, Week

BARS = " ▁▂▃▄▅▆▇█"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With these a cell is a formula to a spreadsheet (OWASP, CSV injection)."""


def sparkline(values: Sequence[int]) -> str:
    """One block character a value, the highest full; zeros are empty."""
    top = max(values, default=0)
    return "".join(BARS[-(-value * (len(BARS) - 1) // top)] if top else BARS[0] for value in values)


def heads(report: Report) -> tuple[str, ...]:
    """The keys of the columns of :func:`rows`."""
    network = ("report-network-short",) if report.both_sides else ()
    return (
        "report-week",
        "report-load",
        "report-talk-short",
        *network,
        "report-moved-short",
        "report-left-short",
    )


def rows(report: Report) -> Iterator[tuple[str, ...]]:
    """One row of cells a week; a week that still counts on in brackets, a dash where the network was not read."""
    for week in report.weeks:
        name = week.week if week.settled else f"({week.week})"
        network = (week.conversations if week.covered else "–",) if report.both_sides else ()
        yield (name, *map(str, (week.load, week.talk, *network, week.moved, week.left_on_mail)))


def files(report: Report) -> dict[str, str]:
    """File name → text as CSV (RFC 4180), with a stable English first row: the data behind every picture."""
    return {
        "weeks.csv": _csv(WEEK_COLUMNS, (_week(week) for week in report.weeks)),
        "waiting.csv": _csv(("side", "hours", "still_waiting"), _curves(report)),
        "open.csv": _csv(("working_days_up_to", "open"), zip((2, 5, 10, 20, ""), report.answers.ages, strict=False)),
        "goals.csv": _csv(("goal", "month", "figure"), ((a.title, *f) for a in report.aims for f in a.figures)),
    }


def safe_cell(value: object) -> object:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


WEEK_COLUMNS = (
    "week",
    "settled",
    "same_series",
    "covered",
    "workdays",
    "load",
    "talk",
    "own_talk",
    "conversations",
    "own_conversations",
    "placed",
    "moved",
    "left_on_mail",
    "ideas",
    "questions",
    "share_k",
    "share_n",
)


def _week(week: Week) -> Iterator[object]:
    for name in WEEK_COLUMNS[:-2]:
        value = getattr(week, name)
        yield int(value) if isinstance(value, bool) else value
    yield from week.share


def _curves(report: Report) -> Iterator[tuple[object, ...]]:
    for side, curve in (("mail", report.answers.by_mail), ("network", report.answers.on_network)):
        if curve:
            for hours, waiting in zip(curve.hours, curve.waiting, strict=True):
                yield side, hours, round(waiting, 6)


def _csv(columns: Sequence[str], lines: Iterable[Iterable[object]]) -> str:
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(columns)
    writer.writerows([safe_cell(value) for value in line] for line in lines)
    return target.getvalue()
