"""From the message rows of one thread to its thread row: the verdict of a thread is computed here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

from classifiers.labels import TALK, Verdict
from nudger.ledger.records import MessageRow, ThreadRow


def summarise(key: str, rows: Sequence[MessageRow], *, people: int, authors: int) -> ThreadRow:
    """The thread row of these messages (at least one, oldest first).

    The verdict is the strongest of the ungated messages, and ``leave`` where a thread gate holds. A gated message (an
    absence note, for example) does not count for the dates and numbers. The gate is the alphabetically first, so that
    the order in which messages were read does not matter.
    """
    judged = [row for row in rows if not row.gates]
    counted = judged or rows
    best = max(judged, key=_strength, default=None)
    gate = min((row.thread_gate for row in rows if row.thread_gate), default="")
    return ThreadRow(
        key=key,
        first=counted[0].sent,
        last=counted[-1].sent,
        messages=len(counted),
        authors=authors,
        people=people,
        addressees=max(row.addressees for row in counted),
        own_messages=sum(row.role == "from" for row in counted),
        to_owner=sum(row.role == "to" for row in counted),
        own_start=counted[0].role == "from",
        language=_language(counted),
        kind=best.kind if best else "",
        verdict=str(Verdict(best.verdict)) if best and not gate else str(Verdict.LEAVE),
        worth=best.worth or 0.0 if best else 0.0,
        gate=gate,
        best=best.key if best else "",
    )


def is_talk(rows: Sequence[MessageRow]) -> bool:
    """Whether these messages are talk by the definition of the report.

    Internal (no thread gate), at least one reply, at least two authors, and a message that was judged to be talk.
    """
    if any(row.thread_gate for row in rows):
        return False
    judged = [row for row in rows if not row.gates]
    authors = sum(row.new_author for row in judged)
    return authors >= 2 and len(judged) >= 2 and any(row.kind in TALK for row in judged)


def _strength(row: MessageRow) -> tuple[int, float, str]:
    # The key breaks ties so that the same messages give the same thread whatever order they came in.
    return Verdict(row.verdict).strength, row.worth or 0.0, row.key


def _language(rows: Sequence[MessageRow]) -> str:
    known = [row.language for row in rows if row.language in ("nl", "en")]
    return max(sorted(set(known)), key=known.count) if known else rows[0].language
