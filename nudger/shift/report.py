"""The shift as numbers: one row a week, the totals and the verdict. Pure functions of what the ledger remembers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import NamedTuple
from zoneinfo import ZoneInfo

from classifiers.labels import TALK
from nudger.ledger.activity_rows import ActivityRow, NetworkRead
from nudger.ledger.crowd_rows import WEEKS
from nudger.ledger.states import State
from nudger.ledger.times import iso_week
from nudger.ledger.week_rows import COUNTS, WeekRow
from nudger.nudges.workdays import Calendar
from nudger.shift import calendar
from nudger.shift.answers import Answers, answers
from nudger.shift.correction import Audits, Corrected, corrected
from nudger.shift.coverage import coverage
from nudger.shift.definition import DEFINITION, MIN_PEOPLE, MIN_REPLIES, SETTLE_DAYS
from nudger.shift.facts import MOVED, Aim, Facts, present_model
from nudger.shift.holdout import Trial, trial
from nudger.shift.statistics import Share, share
from nudger.shift.trend import Count
from nudger.shift.verdict import Verdict, verdict

SILENT_AFTER = timedelta(days=2)
"""A mail that only says "I have put this on the network" still may follow within this time."""

WORKDAYS = 5
"""Of a week without a day off."""

EMPTY = Count(0, 0)

MIN_CROWD = 10
"""No number of people below this (promise M7)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One ISO week.

    ``moved`` counts talk of that week that went to the network, ``conversations`` what began there, ``placed`` those of
    them that began with a post by way of nudger, ``own_talk`` and ``own_conversations`` what the leader began.
    ``share`` is the count (by mail, of all) that the trend is made of. ``same_series`` is False for weeks that another
    model judged, ``covered`` for weeks in which a network was not read. ``workdays`` are the owner's, without weekends,
    public holidays and leave.
    """

    week: str
    load: int
    talk: int
    own_talk: int
    moved: int
    left_on_mail: int
    ideas: int
    questions: int
    settled: bool
    conversations: int = 0
    own_conversations: int = 0
    placed: int = 0
    share: Count = EMPTY
    same_series: bool = True
    covered: bool = True
    workdays: int = 5


class Crowd(NamedTuple):
    """How many people took part on the networks in the four weeks from ``begun`` on; None: too few to say."""

    begun: date
    people: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the report command shows, in any form. ``models`` has more than one entry after a retrain.

    ``on_mail`` is the share of this series; ``both_sides`` says that the network was read too, ``reads`` how far.
    ``silent`` counts the moved threads after which the mail fell silent, of those moved a week ago or more.
    ``load`` is the median of mails a working day; ``load_change`` that before and after the announcement, where
    the verdict has been asked, and ``pace`` the median of conversations a week before and after it, on the network
    where it is read, else by mail.
    """

    weeks: tuple[Week, ...]
    on_mail: Share
    both_sides: bool
    offered: int
    taken: int
    silent: Share
    answers: Answers
    verdict: Verdict
    trial: Trial | None
    load: float
    load_change: tuple[float, float] | None
    pace: tuple[float, float] | None
    audits: Audits
    crowd: Crowd | None
    reads: tuple[NetworkRead, ...]
    announced: date | None
    aims: tuple[Aim, ...]
    definition: str
    models: tuple[str, ...]

    @property
    def fixed(self) -> tuple[Week, ...]:
        """The weeks whose counts stand."""
        return tuple(week for week in self.weeks if week.settled)

    @property
    def counted(self) -> tuple[Week, ...]:
        """The weeks that all totals are made of: one model judged them, and the networks were read in them."""
        return tuple(week for week in self.weeks if week.same_series and week.covered)

    @property
    def talk(self) -> int:
        """Talk threads by mail."""
        return sum(week.talk for week in self.counted)

    @property
    def moved(self) -> int:
        """Those of them that went to the network."""
        return sum(week.moved for week in self.counted)

    @property
    def corrected(self) -> Corrected | None:
        """The number of talk threads by mail corrected for mistakes of the model; None while too few were looked at."""
        left = sum(week.left_on_mail for week in self.counted)
        return corrected(self.talk, left, self.audits)


class Book:
    """Every week that is known, by name; a week without mail or network is there as zeros."""

    def __init__(self, facts: Facts, now: datetime, zone: ZoneInfo) -> None:
        self.rows: defaultdict[str, list[WeekRow]] = defaultdict(list)
        for row in facts.rows:
            if row.definition == DEFINITION:
                self.rows[row.week].append(row)
        # A film that was passed on may move too, but it never was talk by mail.
        self.moved = Counter(s.week for s in facts.suggestions if s.state in MOVED and s.kind in TALK)
        # As in mail: what began less than a week ago is not fixed yet, and counts nowhere.
        fixed = now - timedelta(days=SETTLE_DAYS)
        held = [row for row in facts.activity if _converses(row) and row.started <= fixed]
        self.conversations = Counter(row.week for row in held)
        self.own = Counter(row.week for row in held if row.own)
        self.placed = Counter(row.week for row in held if row.conversation in facts.placed)
        self.both_sides = bool(facts.activity) or any(read.until for read in facts.reads)
        self.coverage = coverage(facts.reads, now, zone)
        first = self.coverage.first if self.both_sides else None
        self.read_from = calendar.name(first + timedelta(days=6)) if first else ""
        self.workdays = calendar.Workdays(facts.calendar or Calendar(zone))
        self.settled_until = iso_week(now - timedelta(days=SETTLE_DAYS + 7), zone)
        self.series_from = _series_from([row for rows in self.rows.values() for row in rows])

    def week(self, name: str) -> Week:
        """The week of this name."""
        sums = {count: sum(getattr(row, count) for row in self.rows.get(name, ())) for count in COUNTS}
        return Week(
            week=name,
            moved=self.moved[name],
            settled=name <= self.settled_until,
            conversations=self.conversations[name],
            own_conversations=self.own[name],
            placed=self.placed[name],
            share=self.count(name),
            same_series=name >= self.series_from,
            covered=not self.both_sides or self.coverage.holds(name),
            workdays=self.workdays.in_week(name),
            **sums,
        )

    def count(self, name: str) -> Count:
        """How many of the conversations of a week went by mail; of none where a network was not read that week."""
        talk = sum(row.talk for row in self.rows.get(name, ()))
        if self.both_sides and not self.coverage.holds(name):
            return EMPTY
        if self.both_sides:
            return Count(talk, talk + self.conversations[name])
        # A moved thread may not yet be counted as talk (its week is still open); it never makes more than there was.
        began = max(talk, self.moved[name])
        return Count(began - self.moved[name], began)

    def load(self, names: Iterable[str]) -> float | None:
        """The median of mails a working day in these weeks, those without one left out; None when there are none."""
        days = {name: self.workdays.in_week(name) for name in names if name in self.rows}
        loads = [sum(row.load for row in self.rows[name]) / n for name, n in days.items() if n]
        return median(loads) if loads else None

    def pace(self, names: Iterable[str]) -> float | None:
        """The median of conversations a week in these weeks, on the network where that is read, else by mail."""
        known = [name for name in names if name in self.rows]
        if self.both_sides:
            known = list(filter(self.coverage.holds, known))
            return median(self.conversations[name] for name in known) if known else None
        return median(sum(row.talk for row in self.rows[name]) for name in known) if known else None


def report(facts: Facts, now: datetime, zone: ZoneInfo, *, weeks: int = 26) -> Report:
    """The last ``weeks`` ISO weeks up to ``now``, from the first that holds anything; weeks without mail are zeros."""
    book = Book(facts, now, zone)
    names = calendar.until(now, zone, weeks)
    begun = min((name for name in names if name in book.rows), default=names[0])
    table = tuple(book.week(name) for name in names if name >= begun)
    counted = [week.share for week in table if week.same_series]
    known_from = max(min(book.rows, default=names[0]), book.read_from)
    found = verdict(
        facts.announced, book.settled_until, book.count, known_from=known_from, series_from=book.series_from
    )
    return Report(
        weeks=table,
        on_mail=share(sum(count.k for count in counted), sum(count.n for count in counted)),
        both_sides=book.both_sides,
        offered=sum(s.state is not State.HELD for s in facts.suggestions),
        taken=sum(s.state in MOVED for s in facts.suggestions),
        silent=_silent(facts, now),
        answers=answers(
            facts.asks,
            [row for row in facts.activity if row.started > now - timedelta(weeks=weeks)],
            now,
            book.workdays,
            promise_days=_promise(facts.aims),
            known=facts.reads_own,
            read_until={read.network: read.until for read in facts.reads if read.until},
        ),
        verdict=found,
        trial=trial(facts.suggestions, now),
        load=book.load(week.week for week in table if week.settled) or 0.0,
        load_change=_change(book.load, facts.announced, found),
        pace=_change(book.pace, facts.announced, found),
        audits=facts.audits,
        crowd=_crowd(facts, book, now, zone),
        reads=tuple(facts.reads),
        announced=facts.announced,
        aims=facts.aims,
        definition=DEFINITION,
        models=tuple(sorted({row.model for rows in book.rows.values() for row in rows if row.model})),
    )


def _crowd(facts: Facts, book: Book, now: datetime, zone: ZoneInfo) -> Crowd | None:
    """The last four weeks that are over and were read whole."""
    today = now.astimezone(zone).date()
    weeks = {
        begun: [calendar.name(begun + timedelta(weeks=number)) for number in range(WEEKS)] for begun in facts.crowds
    }
    over = [
        begun
        for begun, names in weeks.items()
        if begun + timedelta(weeks=WEEKS) <= today and all(map(book.coverage.holds, names))
    ]
    if not over:
        return None
    people = facts.crowds[max(over)]
    return Crowd(max(over), people if people >= MIN_CROWD else None)


def _converses(row: ActivityRow) -> bool:
    return row.people >= MIN_PEOPLE and row.replies >= MIN_REPLIES


def _series_from(rows: Sequence[WeekRow]) -> str:
    """The first week that only the present model judged; the week of the change belongs to the old series."""
    present = present_model(rows)
    others = [row.week for row in rows if (row.talk or row.left_on_mail) and row.model != present]
    return calendar.shift(max(others), 1) if others else ""


def _promise(aims: Sequence[Aim]) -> int:
    return min((aim.promise_days for aim in aims), default=2)


def _silent(facts: Facts, now: datetime) -> Share:
    """Of the threads moved a week ago or more: in how many nobody mailed on."""
    judged = [
        facts.last[s.thread] <= s.decided_at + SILENT_AFTER
        for s in facts.suggestions
        if s.state in MOVED and s.thread in facts.last and s.decided_at and s.decided_at <= now - timedelta(days=7)
    ]
    return share(sum(judged), len(judged))


def _change(
    middle: Callable[[Iterable[str]], float | None], announced: date | None, found: Verdict
) -> tuple[float, float] | None:
    """A median before and after the announcement, over the weeks that the verdict compares."""
    if announced is None or not found.weeks:
        return None
    start = calendar.name(announced)
    before = middle(calendar.shift(start, -number) for number in range(1, found.weeks + 1))
    after = middle(calendar.shift(start, number) for number in range(1, found.weeks + 1))
    return None if before is None or after is None else (before, after)
