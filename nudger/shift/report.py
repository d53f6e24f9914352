"""The shift as numbers: one row a week and the totals. Pure functions of what the ledger remembers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from nudger.ledger.records import Suggestion
from nudger.ledger.states import State
from nudger.ledger.times import iso_week
from nudger.ledger.week_rows import COUNTS, WeekRow
from nudger.shift.definition import DEFINITION, SETTLE_DAYS
from nudger.shift.statistics import Share, share

MOVED = (State.HANDED_OFF, State.SENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One ISO week. ``moved`` counts talk of that week that went to the network; ``on_mail`` the share that did not."""

    week: str
    load: int
    talk: int
    own_talk: int
    moved: int
    left_on_mail: int
    ideas: int
    questions: int
    settled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the report command shows, in any form. ``models`` has more than one entry after a retrain."""

    weeks: tuple[Week, ...]
    on_mail: Share
    offered: int
    taken: int
    definition: str
    models: tuple[str, ...]

    @property
    def talk(self) -> int:
        """Talk threads by mail over all settled weeks."""
        return sum(week.talk for week in self.weeks)

    @property
    def moved(self) -> int:
        """Those of them that went to the network."""
        return sum(week.moved for week in self.weeks)


def report(
    rows: Iterable[WeekRow], suggestions: Sequence[Suggestion], now: datetime, zone: ZoneInfo, *, weeks: int = 26
) -> Report:
    """The last ``weeks`` ISO weeks up to ``now``; weeks without mail are there too, as zeros."""
    current = [row for row in rows if row.definition == DEFINITION]
    names = _weeks_until(now, zone, weeks)
    moved = Counter(s.week for s in suggestions if s.state in MOVED)
    settled_until = iso_week(now - timedelta(days=SETTLE_DAYS + 7), zone)
    table = tuple(_week(name, current, moved[name], settled=name <= settled_until) for name in names)
    # A moved thread may not yet be counted as talk (its week is still open); it never makes more than there was.
    talk = sum(max(week.talk, week.moved) for week in table)
    carried = sum(week.moved for week in table)
    return Report(
        weeks=table,
        on_mail=share(talk - carried, talk),
        offered=sum(s.state is not State.HELD for s in suggestions),
        taken=sum(s.state in MOVED for s in suggestions),
        definition=DEFINITION,
        models=tuple(sorted({row.model for row in current if row.model})),
    )


def _week(name: str, rows: Sequence[WeekRow], moved: int, *, settled: bool) -> Week:
    sums = {count: sum(getattr(row, count) for row in rows if row.week == name) for count in COUNTS}
    return Week(week=name, moved=moved, settled=settled, **sums)


def _weeks_until(now: datetime, zone: ZoneInfo, weeks: int) -> list[str]:
    today: date = now.astimezone(zone).date()
    days = (today - timedelta(weeks=back) for back in reversed(range(weeks)))
    return [f"{iso.year:04d}-W{iso.week:02d}" for iso in (day.isocalendar() for day in days)]
