"""What the report is made of, fetched from the ledger in a few queries; everything after this is pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from nudger.ledger.activity_rows import READ, ActivityRow, NetworkRead
from nudger.ledger.ask_rows import Ask
from nudger.ledger.audit_rows import OTHER, TALK
from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Suggestion
from nudger.ledger.states import State
from nudger.ledger.week_rows import WeekRow
from nudger.networks.notices import bare
from nudger.nudges.workdays import Calendar
from nudger.shift.correction import Audits

MOVED = (State.HANDED_OFF, State.SENT)
ANNOUNCED = "announced"
"""The setting with the date on which the network was announced, as ``2026-06-02``; empty: not yet."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal as the report shows it; ``figures`` are the leader's own monthly notes, oldest first."""

    title: str
    promise_days: int = 2
    figures: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that a report needs. ``last`` is when a moved thread last had a mail; ``reads_own`` whether Sent was read.

    ``activity`` holds what was read on the networks themselves, ``reads`` how far each was read, ``placed`` which
    of them began with a post by way of nudger, ``crowds`` how many people took part in the four weeks from a day on.
    ``calendar`` knows the owner's working days.
    """

    rows: Sequence[WeekRow] = ()
    suggestions: Sequence[Suggestion] = ()
    activity: Sequence[ActivityRow] = ()
    reads: Sequence[NetworkRead] = ()
    asks: Sequence[Ask] = ()
    last: Mapping[str, datetime] = field(default_factory=dict)
    reads_own: bool = True
    announced: date | None = None
    aims: tuple[Aim, ...] = ()
    audits: Audits = field(default_factory=Audits)
    placed: frozenset[str] = frozenset()
    crowds: Mapping[date, int] = field(default_factory=dict)
    calendar: Calendar | None = None


def gather(
    ledger: Ledger, now: datetime, *, weeks: int, aims: Sequence[Aim], calendar: Calendar | None = None
) -> Facts:
    """The facts for a report over the last ``weeks`` weeks."""
    suggestions = ledger.suggestions.all()
    threads = [ledger.threads.get(s.thread) for s in suggestions if s.state in MOVED]
    announced = ledger.settings.get(ANNOUNCED)
    rows = ledger.weeks.all()
    model = present_model(rows)
    return Facts(
        rows=rows,
        suggestions=suggestions,
        activity=[row for row in ledger.activity.all() if row.source == READ],
        reads=ledger.activity.reads(),
        asks=ledger.asks.since(now - timedelta(weeks=weeks)),
        last={thread.key: thread.last for thread in threads if thread},
        reads_own=ledger.asks.reads_own_mail(),
        announced=date.fromisoformat(announced) if announced else None,
        aims=tuple(aims),
        audits=Audits(ledger.audits.found(TALK, model), ledger.audits.found(OTHER, model)),
        placed=placed(ledger),
        crowds=ledger.crowds.sizes(),
        calendar=calendar,
    )


def placed(ledger: Ledger) -> frozenset[str]:
    """The keys of the conversations that began with a post which nudger placed, or which a person pasted from it."""
    sent = {ledger.activity.key(row.network, row.remote_id) for row in ledger.outbox.all() if row.remote_id}
    pasted = {bare(one.url) for one in ledger.suggestions.in_states(MOVED) if one.url}
    linked = {row.conversation for row in ledger.activity.all() if row.url and bare(row.url) in pasted}
    return frozenset(sent | linked)


def present_model(rows: Sequence[WeekRow]) -> str:
    """The id of the model that judged the latest week; empty where nothing was judged."""
    return max(((row.week, row.model) for row in rows if row.talk or row.left_on_mail), default=("", ""))[1]


FIGURE = "figure:"


def note(ledger: Ledger, goal: str, month: str, value: float) -> None:
    """Keep the leader's figure of a month with a goal; inside a transaction."""
    ledger.settings.put(f"{FIGURE}{goal}:{month}", repr(value))


def figures(ledger: Ledger, goal: str) -> tuple[tuple[str, float], ...]:
    """The leader's figures of a goal as (month, figure), oldest first."""
    start = f"{FIGURE}{goal}:"
    return tuple((name.removeprefix(start), float(value)) for name, value in ledger.settings.beginning(start))
