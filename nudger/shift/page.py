"""The report as one self-contained page: no script, no font, no request leaves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nudger.shift import calendar, pictures, sentences, table
from nudger.shift.answers import AGES
from nudger.shift.control import MIN_WEEKS, limits
from nudger.shift.report import WORKDAYS, Report
from nudger.shift.statistics import MIN_FOR_PERCENT, Share, share
from nudger.shift.survival import Curve
from nudger.texts import Texts

if TYPE_CHECKING:
    from markupsafe import Markup

SHORTEST = 2
"""Weeks that a line needs. What still counts on is in no picture: its last weeks would look like a fall."""
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
    if _curves(report):
        yield "report-answers", _waiting(report, texts)
    if len(report.fixed) >= SHORTEST:
        yield "report-conversations", _weeks(report, texts)
        yield "report-goal", _load(report, texts)
    if report.on_mail.enough and len(_points(report)) > 1:
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
    svg = pictures.steps([(texts(key), curve) for key, curve in _curves(report)], texts("report-axis-days"))
    return _picture("report-picture-waiting", texts("report-picture-alt-waiting"), svg)


def _curves(report: Report) -> list[tuple[str, Curve]]:
    sides = (("report-legend-mail", report.answers.by_mail), ("report-legend-network", report.answers.on_network))
    return [(key, curve) for key, curve in sides if curve and curve.enough]


def _weeks(report: Report, texts: Texts) -> Picture:
    names = [week.week for week in report.fixed]
    span = {"from": names[0], "until": names[-1]}
    moved = [week.moved for week in report.fixed]
    if report.both_sides:
        on_network = [week.conversations for week in report.fixed]
        layers = [("mail", [week.talk for week in report.fixed]), ("network", on_network)]
        alt = texts("report-picture-alt-network", talk=report.talk, network=sum(on_network), **span)
    else:
        layers = [("mail", [max(0, week.talk - week.moved) for week in report.fixed]), ("moved", moved)]
        alt = texts("report-picture-alt-weeks", talk=report.talk, moved=report.moved, **span)
    named = [(texts(f"report-legend-{name}"), values) for name, values in layers]
    return _picture("report-picture-weeks", alt, pictures.bars(_span(report, texts), named), _free(report, texts))


def _load(report: Report, texts: Texts) -> Picture:
    names, load = [week.week for week in report.fixed], [week.load for week in report.fixed]
    alt = texts("report-picture-alt-load", low=min(load), high=max(load), **{"from": names[0], "until": names[-1]})
    return _picture("report-picture-load", alt, pictures.line(_span(report, texts), load), _free(report, texts))


def _share(report: Report, texts: Texts) -> Picture:
    """Limits of ordinary weeks stand only where each point is a week: a point of four lies within them anyhow."""
    weekly, counts = _weekly(report), [week.share for week in report.fixed]
    ordinary = [(float(place), *limit) for place, limit in enumerate(limits(counts)) if limit] if weekly else []
    legend = (texts("report-legend-band"), texts("report-legend-limits"))
    svg = pictures.band(_span(report, texts), _points(report, 1 if weekly else SPAN), ordinary, legend)
    alt = texts("report-picture-alt-share", share=sentences.proportion(report.on_mail, texts))
    note = texts("report-picture-share-week-note" if weekly else "report-picture-share-note")
    return _picture("report-picture-share", alt, svg, note)


def _weekly(report: Report) -> bool:
    """Whether every week holds enough for a percentage of its own, and there are enough of them for limits."""
    counted = [week.share.n for week in report.fixed if week.same_series and week.covered]
    return len(counted) >= MIN_WEEKS and min(counted) >= MIN_FOR_PERCENT


def _points(report: Report, span: int = SPAN) -> list[tuple[float, Share]]:
    """(place, share), the newest last: each of so many weeks, or of as many as hold enough for a percentage.

    No point mixes weeks before the announcement with weeks after it.
    """
    found: list[tuple[float, Share]] = []
    group: list[int] = []
    start = calendar.name(report.announced) if report.announced else ""
    for place in range(len(report.fixed) - 1, -1, -1):
        if report.fixed[place].week == start:
            group = []
            continue
        group += [place] if report.fixed[place].same_series and report.fixed[place].covered else []
        k, n = (sum(report.fixed[one].share[column] for one in group) for column in (0, 1))
        if len(group) >= span and n >= MIN_FOR_PERCENT:
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


def _span(report: Report, texts: Texts) -> pictures.Span:
    shaded = [place for place, week in enumerate(report.fixed) if week.workdays < WORKDAYS]
    return pictures.Span(
        [week.week for week in report.fixed], texts("report-axis-weeks"), _marks(report, texts), shaded
    )


def _free(report: Report, texts: Texts) -> str:
    """What grey means, where a week is grey."""
    return texts("report-picture-free-note") if any(week.workdays < WORKDAYS for week in report.fixed) else ""


def _marks(report: Report, texts: Texts) -> list[pictures.Mark]:
    """The announcement, and from when on another model judged or the network was read."""
    names = [week.week for week in report.fixed]
    marks = []
    read = next((place for place, week in enumerate(report.fixed) if week.covered), 0)
    if read:
        marks.append((read - 0.5, texts("report-legend-read")))
    if report.announced and calendar.name(report.announced) in names:
        marks.append((float(names.index(calendar.name(report.announced))), texts("report-legend-announced")))
    begin = next((place for place, week in enumerate(report.fixed) if week.same_series), 0)
    if begin:
        marks.append((begin - 0.5, texts("report-legend-series")))
    return marks
