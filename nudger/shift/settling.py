"""Fixes what a thread was, seven days after it began, and adds it to its week; later replies change nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from classifiers.labels import TALK
from nudger.ledger import audit_rows
from nudger.ledger.ledger import Ledger
from nudger.ledger.records import MessageRow, ThreadRow
from nudger.ledger.summary import is_talk
from nudger.ledger.times import iso_week
from nudger.ledger.week_rows import WeekRow
from nudger.shift.definition import DEFINITION, SETTLE_DAYS
from nudger.shift.holdout import crossed

NOTHING = "none"
"""A thread that is no conversation: one author, or stopped by a gate."""


def settle(ledger: Ledger, now: datetime, zone: ZoneInfo) -> int:
    """Fix every thread that began more than a week ago; inside a transaction. Gives how many."""
    threads = ledger.threads.unsettled(now - timedelta(days=SETTLE_DAYS))
    for thread in threads:
        limit = thread.first + timedelta(days=SETTLE_DAYS)
        rows = [row for row in ledger.mail.of_thread(thread.key) if row.sent <= limit]
        row = counts(thread, rows, iso_week(thread.first, zone))
        ledger.weeks.add(row)
        ledger.threads.settle(thread.key, counted_as(row))
    follow(ledger)
    return len(threads)


def follow(ledger: Ledger) -> None:
    """Note of the threads about which the lot decided when a mail in them led to the network; in a transaction."""
    for suggestion in ledger.suggestions.all():
        if suggestion.drawn and suggestion.crossed is None:
            moment = crossed(ledger.mail.of_thread(suggestion.thread), suggestion.offered_at)
            if moment:
                ledger.suggestions.change(suggestion, crossed=moment)


def counted_as(row: WeekRow) -> str:
    """What one thread was counted as, in a word."""
    return audit_rows.TALK if row.talk else audit_rows.OTHER if row.left_on_mail else NOTHING


def counts(thread: ThreadRow, rows: Sequence[MessageRow], week: str) -> WeekRow:
    """What one thread adds to its week; pure."""
    judged = [row for row in rows if not row.gates]
    talk = is_talk(rows)
    kind = thread.kind if talk and thread.kind in TALK else ""
    conversation = not thread.gate and sum(row.new_author for row in judged) >= 2
    return WeekRow(
        week=week,
        definition=DEFINITION,
        model=rows[0].model if rows else "",
        talk=int(talk),
        own_talk=int(talk and thread.own_start),
        left_on_mail=int(conversation and not talk),
        ideas=int(kind == "idea"),
        questions=int(kind == "question"),
    )
