"""The report as one self-contained page: no script, no font, no request leaves it."""

from __future__ import annotations

from collections.abc import Sequence

from nudger.shift import pictures, table
from nudger.shift.report import Report
from nudger.texts import Texts

HEADS = ("report-week", "report-load", "report-talk-short", "report-moved-short", "report-left-short")


def page(report: Report, texts: Texts, entries: Sequence[tuple[str, str]] = ()) -> str:
    """The HTML text. ``entries`` are open suggestions as (title, facts); all values are escaped by the template."""
    from jinja2 import Environment, PackageLoader
    from markupsafe import Markup

    weeks = [week.week for week in report.weeks]
    mail = [max(0, week.talk - week.moved) for week in report.weeks]
    moved = [week.moved for week in report.weeks]
    load = [week.load for week in report.weeks]
    first, last = weeks[0], weeks[-1]
    legend = (texts("report-legend-mail"), texts("report-legend-moved"))
    span = {"from": first, "until": last}
    environment = Environment(
        loader=PackageLoader("nudger.texts"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("report.html").render(
        t=texts,
        language=texts.language,
        first=first,
        last=last,
        summary=table.summary(report, texts),
        entries=entries,
        # The two pictures are our own SVG, made of numbers and catalogue words.
        bars=Markup(pictures.bars(weeks, mail, moved, legend)),  # noqa: S704
        line=Markup(pictures.line(weeks, load)),  # noqa: S704
        alt_weeks=texts("report-picture-alt-weeks", talk=report.talk, moved=report.moved, **span),
        alt_load=texts("report-picture-alt-load", low=min(load), high=max(load), **span),
        heads=[texts(head) for head in HEADS],
        rows=list(table.rows(report)),
        footer=table.footer(report, texts),
    )
