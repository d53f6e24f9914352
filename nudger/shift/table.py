"""The report in a terminal: the totals in words, and one line a week with small bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nudger.shift.report import Report, Week
from nudger.texts import Texts

BARS = " ▁▂▃▄▅▆▇█"


def sparkline(values: Sequence[int]) -> str:
    """One block character a value, the highest full; zeros are empty."""
    top = max(values, default=0)
    return "".join(BARS[-(-value * (len(BARS) - 1) // top)] if top else BARS[0] for value in values)


def summary(report: Report, texts: Texts) -> list[str]:
    """The totals as sentences; a percentage only where there is enough to speak of one."""
    mail = report.on_mail
    lines = [texts("report-talk", talk=report.talk, weeks=len(report.weeks)), texts("report-moved", moved=report.moved)]
    if mail.enough:
        share, low, high = (texts.percent(round(100 * x), 100) for x in (mail.value, mail.low, mail.high))
        lines.append(texts("report-share", k=mail.k, n=mail.n, share=share, low=low, high=high))
    else:
        lines.append(texts("report-too-early", n=mail.n))
    lines.append(texts("report-left", left=sum(week.left_on_mail for week in report.weeks)))
    lines.append(texts("report-offered", offered=report.offered, taken=report.taken))
    return lines


def rows(report: Report) -> Iterator[tuple[str, ...]]:
    """One row of cells a week: week, mails, talk, moved, rightly on mail; an open week in brackets."""
    for week in report.weeks:
        yield (week.week if week.settled else f"({week.week})", *map(str, _cells(week)))


def _cells(week: Week) -> tuple[int, ...]:
    return week.load, week.talk, week.moved, week.left_on_mail


def footer(report: Report, texts: Texts) -> list[str]:
    """What is not said, and the definition's hash."""
    series = [texts("report-new-series")] if len(report.models) > 1 else []
    return [*series, texts("report-open-weeks"), texts("report-definition", hash=report.definition)]
