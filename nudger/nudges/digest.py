"""The weekly text of at most 25 lines, for the leader alone; none when there is nothing to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from nudger.shift.report import Week
from nudger.texts import Texts

MAX_LINES = 25
TITLE_WIDTH = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One suggestion in the digest: its id, kind and topic, who takes part and when somebody last wrote."""

    id: str
    kind: str
    title: str
    people: int
    messages: int
    last: datetime
    own: bool
    goal: str = ""


def digest(entries: Sequence[Entry], weeks: Sequence[Week], now: datetime, texts: Texts, *, ids: int = 4) -> list[str]:
    """The lines; empty when nothing waits. ``weeks`` ends with the current week, ``ids`` is the length shown."""
    if not entries:
        return []
    lines = [texts("digest-subject", n=len(entries), week=now.isocalendar().week), ""]
    lines.append(texts("digest-question"))
    for number, entry in enumerate(entries, 1):
        lines += _entry(number, entry, now, texts, ids)
    lines += ["", *_last_week(weeks, texts), ""]
    lines += [texts("digest-review"), texts("digest-less"), texts("digest-private")]
    return lines[:MAX_LINES]


def _entry(number: int, entry: Entry, now: datetime, texts: Texts, ids: int) -> list[str]:
    title = entry.title if len(entry.title) <= TITLE_WIDTH else entry.title[: TITLE_WIDTH - 1] + "…"
    facts = texts(
        "digest-facts",
        kind=texts(f"kind-{entry.kind or 'other'}"),
        people=entry.people,
        messages=entry.messages,
        ago=texts.ago(now - entry.last),
    )
    own = texts("digest-own") if entry.own else ""
    return [f"  {number}. “{title}”  [{entry.id[:ids]}]", "     " + " ".join(filter(None, (facts, own)))]


def _last_week(weeks: Sequence[Week], texts: Texts) -> list[str]:
    if len(weeks) < 2:
        return []
    last = weeks[-2]
    return [texts("digest-last-week"), "  " + texts("digest-counts", load=last.load, moved=last.moved)]
