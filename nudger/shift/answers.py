"""Ideas and questions, and whether they were answered: what the leader promised, and how long people wait."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from nudger.ledger.activity_rows import ActivityRow
from nudger.ledger.ask_rows import Ask
from nudger.shift import calendar
from nudger.shift.statistics import Share, share
from nudger.shift.survival import Curve, Wait, curve

AGES = (2, 5, 10, 20)
"""Where the bars of open ideas and questions are cut, in working days."""

HOUR = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Ideas and questions put to the leader, and all that were asked.

    ``asked`` counts those addressed to the leader; ``in_time`` those answered within the promise, of all that are
    answered or whose promised time is over; ``ages`` the open ones: up to 2, 5, 10, 20 working days, and older.
    ``by_mail`` and ``on_network`` are waits until anybody's first answer. ``known`` is False where the leader's own
    mail was not read: then nothing is called open.
    """

    known: bool
    promise_days: int
    asked: int
    in_time: Share
    ages: tuple[int, ...]
    by_mail: Curve | None
    on_network: Curve | None

    @property
    def open(self) -> int:
        """Those without an answer of the leader."""
        return sum(self.ages)


def answers(
    asks: Sequence[Ask],
    activity: Sequence[ActivityRow],
    now: datetime,
    workdays: calendar.Workdays,
    *,
    promise_days: int,
    known: bool = True,
    read_until: Mapping[str, datetime] | None = None,
) -> Answers:
    """The answers as they stand at ``now``; pure. An ask that is still within the promise counts neither way.

    ``read_until`` says up to when each network was read: what was not answered by then is not known to be open later.
    """
    seen = [_as_of(ask, int(now.timestamp())) for ask in asks if ask.opened <= now.timestamp()]
    mine = [ask for ask in seen if ask.role == "to"]
    zone = workdays.zone
    until = now.astimezone(zone).date()
    opened = [(calendar.day(ask.opened // HOUR, zone), ask.by_owner) for ask in mine]
    done = [workdays.between(day, calendar.day(own // HOUR, zone)) for day, own in opened if own is not None]
    still = [workdays.between(day, until) for day, own in opened if own is None]
    kept = sum(days <= promise_days for days in done)
    late = sum(days > promise_days for days in still)
    return Answers(
        known=known,
        promise_days=promise_days,
        asked=len(mine),
        in_time=share(kept, len(done) + late) if known else share(0, 0),
        ages=_ages(still) if known else (),
        by_mail=curve([_wait(ask.opened, ask.answered, now) for ask in seen]) if known else None,
        on_network=curve([_conversation(row, now, read_until or {}) for row in activity if row.started <= now]),
    )


def _as_of(ask: Ask, now: int) -> Ask:
    """The ask as it stood then: a report may be asked for about the past."""
    answered, own = (
        moment if moment is not None and moment <= now else None for moment in (ask.answered, ask.by_owner)
    )
    return Ask(ask.opened, ask.role, answered, own)


def _ages(days: Sequence[int]) -> tuple[int, ...]:
    edges = (-1, *AGES, 10**9)
    return tuple(sum(low < age <= high for age in days) for low, high in pairwise(edges))


def _wait(opened: int, answered: int | None, now: datetime) -> Wait:
    end = now.timestamp() if answered is None else answered
    return Wait(max(0.0, (end - opened) // HOUR), answered is not None)


def _conversation(row: ActivityRow, now: datetime, read_until: Mapping[str, datetime]) -> Wait:
    answered = int(row.first_answer.timestamp()) if row.first_answer and row.first_answer <= now else None
    return _wait(int(row.started.timestamp()), answered, min(now, read_until.get(row.network, now)))
