"""The report as one self-contained page: no script, no font, no request leaves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nudger.shift import calendar, pictures, sentences, table
from nudger.shift.answers import AGES
from nudger.shift.control import limits
from nudger.shift.report import Report
from nudger.shift.statistics import MIN_FOR_PERCENT, Share, share
from nudger.texts import Texts

if TYPE_CHECKING:
    from markupsafe import Markup

SPAN = 4
"""Weeks that one point of the share adds up at least: one week of one mailbox says nothing."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the key of its title, what it shows in words, itself, and a line under it."""

    key: str
    alt: str
    svg: Markup
    note: str = ""


def page(report: Report, texts: Texts, entries: Sequence[tuple[str, str]] = ()) -> str:
    """The HTML text. ``entries`` are open suggestions as (title, facts); all values are escaped by the template."""
    from jinja2 import Environment, PackageLoader

    environment = Environment(
        loader=PackageLoader("nudger.texts"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    drawn: dict[str, list[Picture]] = {}
    for section, picture in _pictures(report, texts) if report.aims else ():
        drawn.setdefault(section, []).append(picture)
    return environment.get_template("report.html").render(
        t=texts,
        language=texts.language,
        first=texts.date(calendar.monday(report.weeks[0].week)),
        last=texts.date(calendar.sunday(report.weeks[-1].week)),
        sections=sentences.sections(report, texts),
        pictures=drawn,
        entries=entries,
        heads=[texts(head) for head in table.heads(report)],
        rows=list(table.rows(report)),
        footer=sentences.footer(report, texts),
    )


def _pictures(report: Report, texts: Texts) -> Iterator[tuple[str, Picture]]:
    """(key of the section, picture), only those that have something to show."""
    if report.answers.open:
        yield "report-answers", _open(report, texts)
    if report.answers.by_mail or report.answers.on_network:
        yield "report-answers", _waiting(report, texts)
    yield "report-conversations", _weeks(report, texts)
    yield "report-goal", _load(report, texts)
    if report.on_mail.enough:
        yield "report-shift", _share(report, texts)
    if report.trial and report.trial.result and report.trial.enough:
        yield "report-shift", _trial(report, texts)


def _picture(key: str, alt: str, svg: str, note: str = "") -> Picture:
    from markupsafe import Markup

    # The pictures are our own SVG, made of numbers and catalogue words.
    return Picture(key, alt, Markup(pictures.distinct(svg, key.removeprefix("report-picture-"))), note)  # noqa: S704


def _open(report: Report, texts: Texts) -> Picture:
    edges = (0, *AGES)
    labels = [f"{low}–{high}" for low, high in zip((0, *(age + 1 for age in AGES)), AGES, strict=False)]
    labels.append(f"> {edges[-1]}")
    counts = report.answers.ages
    spoken = ", ".join(f"{label}: {n}" for label, n in zip(labels, counts, strict=True))
    alt = texts("report-picture-alt-open", n=report.answers.open, ages=spoken)
    return _picture("report-picture-open", alt, pictures.ages(labels, counts, texts("report-axis-workdays")))


def _waiting(report: Report, texts: Texts) -> Picture:
    sides = (("report-legend-mail", report.answers.by_mail), ("report-legend-network", report.answers.on_network))
    curves = [(texts(key), curve) for key, curve in sides if curve]
    svg = pictures.steps(curves, texts("report-axis-days"))
    return _picture("report-picture-waiting", texts("report-picture-alt-waiting"), svg)


def _weeks(report: Report, texts: Texts) -> Picture:
    names = [week.week for week in report.weeks]
    span = {"from": names[0], "until": names[-1]}
    moved = [week.moved for week in report.weeks]
    if report.both_sides:
        on_network = [week.conversations for week in report.weeks]
        layers = [("mail", [week.talk for week in report.weeks]), ("network", on_network)]
        alt = texts("report-picture-alt-network", talk=report.talk, network=sum(on_network), **span)
    else:
        layers = [("mail", [max(0, week.talk - week.moved) for week in report.weeks]), ("moved", moved)]
        alt = texts("report-picture-alt-weeks", talk=report.talk, moved=report.moved, **span)
    named = [(texts(f"report-legend-{name}"), values) for name, values in layers]
    return _picture(
        "report-picture-weeks", alt, pictures.bars(names, named, texts("report-axis-weeks"), _marks(report, texts))
    )


def _load(report: Report, texts: Texts) -> Picture:
    names, load = [week.week for week in report.weeks], [week.load for week in report.weeks]
    alt = texts("report-picture-alt-load", low=min(load), high=max(load), **{"from": names[0], "until": names[-1]})
    return _picture(
        "report-picture-load", alt, pictures.line(names, load, texts("report-axis-weeks"), _marks(report, texts))
    )


def _share(report: Report, texts: Texts) -> Picture:
    counts = [week.share for week in report.weeks]
    ordinary = [(float(place), *limit) for place, limit in enumerate(limits(counts)) if limit]
    legend = (texts("report-legend-band"), texts("report-legend-limits"))
    names, title = [week.week for week in report.weeks], texts("report-axis-weeks")
    svg = pictures.band(names, _points(report), ordinary, _marks(report, texts), legend, title)
    alt = texts("report-picture-alt-share", share=sentences.proportion(report.on_mail, texts))
    return _picture("report-picture-share", alt, svg, texts("report-picture-share-note"))


def _points(report: Report) -> list[tuple[float, Share]]:
    """(place, share), the newest last: each of four weeks, or of as many as hold enough for a percentage."""
    found: list[tuple[float, Share]] = []
    group: list[int] = []
    for place in range(len(report.weeks) - 1, -1, -1):
        group += [place] if report.weeks[place].same_series else []
        k, n = (sum(report.weeks[one].share[column] for one in group) for column in (0, 1))
        if len(group) >= SPAN and n >= MIN_FOR_PERCENT:
            found.insert(0, (sum(group) / len(group), share(k, n)))
            group = []
    return found


def _trial(report: Report, texts: Texts) -> Picture:
    found = report.trial
    assert found
    svg = pictures.intervals(
        [(texts("report-legend-suggested"), found.suggested), (texts("report-legend-held"), found.held)]
    )
    suggested, held = (sentences.proportion(one, texts) for one in (found.suggested, found.held))
    return _picture("report-picture-trial", texts("report-picture-alt-trial", suggested=suggested, held=held), svg)


def _marks(report: Report, texts: Texts) -> list[pictures.Mark]:
    """The announcement, and the week from which another model judged."""
    names = [week.week for week in report.weeks]
    marks = []
    if report.announced and calendar.name(report.announced) in names:
        marks.append((float(names.index(calendar.name(report.announced))), texts("report-legend-announced")))
    begin = next((place for place, week in enumerate(report.weeks) if week.same_series), 0)
    if begin:
        marks.append((begin - 0.5, texts("report-legend-series")))
    return marks
