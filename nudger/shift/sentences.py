"""The report in words, in its order: ideas and answers, conversations, the goal, and only then the shift."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from nudger.ledger.activity_rows import NetworkRead
from nudger.shift.correction import MIN_AUDITED
from nudger.shift.holdout import Trial
from nudger.shift.report import MIN_CROWD, WORKDAYS, Report
from nudger.shift.statistics import Difference, Share
from nudger.shift.survival import Curve
from nudger.shift.trend import ALPHA, MIN_THREADS, MIN_WEEKS
from nudger.shift.verdict import Answer, Verdict
from nudger.texts import Texts


class Section(NamedTuple):
    """A part of the report: the key of its heading, and its sentences."""

    key: str
    lines: list[str]


def sections(report: Report, texts: Texts) -> list[Section]:
    """All parts, in order. Without a goal there is one part, that asks for one."""
    if not report.aims:
        return [Section("report-goal", [texts("report-no-goal")])]
    return [
        Section("report-answers", list(_answers(report, texts))),
        Section("report-conversations", list(_conversations(report, texts))),
        Section("report-goal", list(_goal(report, texts))),
        Section("report-shift", list(_shift(report, texts))),
    ]


def brief(report: Report, texts: Texts) -> list[str]:
    """The report in some four lines."""
    if not report.aims:
        return [texts("report-no-goal")]
    first = next(_answers(report, texts))
    counts = texts("report-talk", talk=report.talk, weeks=len(report.counted))
    return [first, counts, texts("report-moved", moved=report.moved), _share(report, texts)]


def footer(report: Report, texts: Texts) -> list[str]:
    """What is not said, and the definition with its hash."""
    series = [texts("report-new-series")] if len(report.models) > 1 else []
    causes = list(_causes(report, texts)) if report.verdict.test else []
    blind = texts("report-blind-both" if report.both_sides else "report-blind-mail")
    definition = texts("report-definition", hash=report.definition)
    read = [_read(one, texts) for one in report.reads]
    bare = [] if report.corrected else [texts("report-not-corrected", n=report.audits.n, of=MIN_AUDITED)]
    told = texts("report-counted-both" if report.both_sides else "report-counted")
    return [*series, *causes, told, texts("report-open-weeks"), blind, *read, *bare, definition]


def _causes(report: Report, texts: Texts) -> Iterator[str]:
    """What else may have made the difference: in general, and the weeks with days off among those compared."""
    yield texts("report-causes")
    free = [week.week.partition("-W")[2] for week in report.counted if week.settled and week.workdays < WORKDAYS]
    if free:
        yield texts("report-causes-free", n=len(free), weeks=", ".join(free))


def _read(one: NetworkRead, texts: Texts) -> str:
    """From when to when a network was read, and whether it still is."""
    if one.begun is None or one.until is None:
        return texts("report-network-never", network=one.network)
    days = {"begun": texts.date(one.begun.date()), "until": texts.date(one.until.date())}
    return texts("report-network-broken" if one.trouble else "report-network-read", network=one.network, **days)


def proportion(share: Share, texts: Texts) -> str:
    """``36 of 41 (88%, 74–95%)``; without a percentage below ten."""
    if not share.enough:
        return texts("report-count", k=share.k, n=share.n)
    value, low, high = (texts.percent(round(100 * x), 100) for x in (share.value, share.low, share.high))
    return texts("report-proportion", k=share.k, n=share.n, share=value, low=low, high=high)


def _answers(report: Report, texts: Texts) -> Iterator[str]:
    found = report.answers
    if not found.known:
        yield texts("report-sent-unread")
    elif not found.asked:
        yield texts("report-asked-none")
    else:
        yield texts("report-asked", asked=found.asked, open=found.open)
        if found.in_time.n:
            yield texts("report-in-time", days=found.promise_days, share=proportion(found.in_time, texts))
    for key, curve in (("report-wait-mail", found.by_mail), ("report-wait-network", found.on_network)):
        if curve:
            yield _wait(key, curve, texts)


def _wait(key: str, curve: Curve, texts: Texts) -> str:
    if not curve.enough:
        return texts(f"{key}-few", n=curve.n, open=curve.open)
    if curve.median is None:
        return texts(f"{key}-open", n=curve.n, open=curve.open)
    # Times are counted in whole hours.
    time = texts.duration(max(curve.median, timedelta(hours=1)))
    return texts(key, n=curve.n, time=time, open=curve.open)


def _conversations(report: Report, texts: Texts) -> Iterator[str]:
    yield texts("report-talk", talk=report.talk, weeks=len(report.counted))
    if found := report.corrected:
        ends = {"talk": round(found.talk), "low": round(found.low), "high": round(found.high)}
        yield texts("report-corrected", counted=report.talk, audited=found.audited, **ends)
    own = sum(week.own_talk for week in report.counted)
    if report.both_sides:
        yield texts("report-network", n=sum(week.conversations for week in report.counted))
        if placed := sum(week.placed for week in report.counted):
            yield texts("report-placed", n=placed)
        yield texts("report-own-both", mail=own, network=sum(week.own_conversations for week in report.counted))
    else:
        yield texts("report-own", mail=own)
    if report.crowd:
        begun, people = report.crowd
        key = "report-crowd" if people else "report-crowd-few"
        yield texts(key, n=people or MIN_CROWD, begun=texts.date(begun))
    yield texts("report-offered", offered=report.offered, taken=report.taken)
    if report.pace:
        before, after = report.pace
        yield texts("report-pace-network" if report.both_sides else "report-pace-mail", before=before, after=after)
    if report.silent.n:
        yield texts("report-silent", k=report.silent.k, n=report.silent.n)
    left = sum(week.left_on_mail for week in report.counted)
    yield texts("report-left", left=left)


def _goal(report: Report, texts: Texts) -> Iterator[str]:
    for aim in report.aims:
        if aim.figures:
            figures = " · ".join(f"{month}: {value:g}" for month, value in aim.figures[-6:])
            yield texts("report-aim-figures", title=aim.title, figures=figures)
        else:
            yield texts("report-aim", title=aim.title)
    if report.load_change:
        before, after = (round(value, 1) for value in report.load_change)
        yield texts("report-load-change", before=before, after=after)
    else:
        yield texts("report-load-median", n=round(report.load, 1))


def _shift(report: Report, texts: Texts) -> Iterator[str]:
    yield texts("report-moved", moved=report.moved)
    yield _share(report, texts)
    yield from _verdict(report.verdict, texts)
    if report.trial:
        yield from _trial(report.trial, texts)


def _trial(found: Trial, texts: Texts) -> Iterator[str]:
    facts = {"k": found.suggested.k, "n": found.suggested.n, "held": found.held.k, "of": found.held.n}
    yield texts("report-trial", **facts)
    yield texts("report-trial-moved")
    if found.result is None:
        yield texts("report-trial-runs", date=texts.date(found.answered.date()))
    elif not found.enough:
        yield texts("report-trial-few")
    else:
        clear = found.result.p < ALPHA
        answer = ("yes" if found.result.difference.value > 0 else "no") if clear else "unclear"
        yield texts(f"report-trial-{answer}", **_points(found.result.difference))


def _share(report: Report, texts: Texts) -> str:
    mail = report.on_mail
    if not mail.enough:
        return texts("report-too-early", n=mail.n)
    key = "report-share-both" if report.both_sides else "report-share"
    return texts(key, share=proportion(mail, texts))


def _verdict(found: Verdict, texts: Texts) -> Iterator[str]:
    if found.answer is Answer.TOO_EARLY or found.answer is Answer.TOO_FEW:
        yield texts("report-verdict-too-early", before=found.before, after=found.after)
        if found.visible:
            yield texts("report-visible", week=found.visible)
        elif found.before:
            yield texts("report-not-visible")
    elif found.answer is Answer.NO_BASELINE:
        need = {"need": MIN_THREADS, "weeks": MIN_WEEKS}
        yield texts("report-verdict-no-baseline", before=found.before, known=found.known, **need)
    else:
        yield texts(f"report-verdict-{found.answer}")
    if found.test:
        shares = {"before": proportion(found.test.before, texts), "after": proportion(found.test.after, texts)}
        yield texts("report-before-after", weeks=found.weeks, **shares)
        yield texts("report-difference", **_points(found.test.difference))
        yield texts("report-was-falling" if found.falling else "report-was-not-falling")
    if found.next:
        yield texts("report-next-date", date=texts.date(found.next))


def _points(difference: Difference) -> dict[str, str]:
    """Whole points with their sign; a true minus, so that it does not look like a dash."""
    ends = (difference.value, difference.low, difference.high)
    signed = (f"{round(100 * x):+d}".replace("-", "−") for x in ends)
    return dict(zip(("points", "low", "high"), signed, strict=True))
