"""The weekly text of at most 25 lines, for the leader alone; none when there is nothing to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from nudger.ledger.digest_rows import MailAnswer
from nudger.networks.base import Draft
from nudger.shift.report import Week
from nudger.texts import Texts
from nudger.texts.safe import safe

if TYPE_CHECKING:
    from nudger.config.types import Moment

MAX_LINES = 25
TITLE_WIDTH = 60
IDS = 4
"""Characters of an id that are shown; any unique prefix of three or more is understood."""
MOST_WAITING = 3
"""Open loops that are named; the others are counted."""
MOST_CONFIRMED = 6
RULE = "─" * 24


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for the leader's answer: its id, kind, topic (empty where it is not known) and since when."""

    id: str
    kind: str
    title: str
    opened: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One suggestion in the digest: its id, kind and topic, who takes part and when somebody last wrote.

    ``draft`` is there only when it is made of the leader's own words; ``place`` and ``url`` are the community.
    """

    id: str
    kind: str
    title: str
    people: int
    messages: int
    last: datetime
    own: bool
    goal: str = ""
    draft: Draft | None = None
    masked: int = 0
    place: str = ""
    url: str = ""

    @property
    def text(self) -> str:
        """What is to be pasted: title, empty line, body, without what a mail may not carry further."""
        if self.draft is None:
            return ""
        return safe("\n\n".join(filter(None, (self.draft.title, self.draft.body.strip()))), lines=True)


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything a digest tells. ``weeks`` ends with the current week, ``done`` are answers by mail to confirm.

    ``asks_to_stop`` says that nobody said yes for so long that nudger asks whether to go on; ``unlearned`` counts the
    choices that wait to be learned from, once they are enough.
    """

    entries: Sequence[Entry] = ()
    waiting: Sequence[Waiting] = ()
    weeks: Sequence[Week] = ()
    done: Sequence[MailAnswer] = ()
    promise_days: int = 0
    asks_to_stop: bool = False
    unlearned: int = 0

    @property
    def empty(self) -> bool:
        """Whether there is nothing for which a mail is worth it; a confirmation alone waits for the next one."""
        return not (self.entries or self.waiting or self.asks_to_stop)


@dataclass(frozen=True, slots=True)
class Laid:
    """The lines of a digest, and the entries whose text did not fit between them."""

    lines: list[str]
    apart: tuple[Entry, ...] = ()


def last_moment(when: Sequence[Moment], now: datetime, zone: tzinfo) -> datetime:
    """The last of these moments of the week that is not after ``now``."""
    local = now.astimezone(zone)
    days = [local.date() - timedelta(days=n) for n in range(8)]
    moments = [datetime.combine(day, one.at, zone) for day in days for one in when if day.weekday() == one.weekday]
    return max(moment for moment in moments if moment <= now)


def subject(overview: Overview, now: datetime, texts: Texts) -> str:
    """Week and counts: nothing that stood in a mail."""
    parts = [
        texts(key, n=n)
        for key, n in (("digest-waiting", len(overview.waiting)), ("digest-share", len(overview.entries)))
        if n
    ]
    return texts(
        "digest-subject", week=now.isocalendar().week, what=", ".join(parts) or texts("digest-asks-to-stop-short")
    )


def lay(overview: Overview, now: datetime, texts: Texts, *, by_mail: bool = False) -> Laid:
    """The lines; none when nothing waits. ``by_mail`` says that it can be answered by mail, else commands are named."""
    if overview.empty:
        return Laid([])
    for shown, weeks in _shapes(overview):
        lines = list(_frame(overview, shown, weeks, now, texts, by_mail=by_mail))
        room = MAX_LINES - sum(isinstance(line, str) for line in lines)
        if room >= 0:
            break
    return _with_drafts(lines, room, texts, by_mail=by_mail)


def _shapes(overview: Overview) -> Iterator[tuple[Sequence[Entry], Sequence[Week]]]:
    """What to leave out when there is too much: last week first, then the last suggestions."""
    yield overview.entries, overview.weeks
    for most in range(len(overview.entries), -1, -1):
        yield overview.entries[:most], ()


def _with_drafts(lines: Sequence[str | Entry], room: int, texts: Texts, *, by_mail: bool) -> Laid:
    """Each draft in its place while there is room; one that does not fit is kept apart, and the line above says so."""
    laid: list[str] = []
    apart: list[Entry] = []
    for line in lines:
        if isinstance(line, str):
            laid.append(line)
        elif len(block := [RULE, *line.text.split("\n"), RULE]) <= room:
            laid += block
            room -= len(block)
        else:
            apart.append(line)
            laid[-1] += "  " + (texts("digest-apart", file=file_name(line)) if by_mail else texts("digest-apart-here"))
    return Laid(laid, tuple(apart))


def file_name(entry: Entry) -> str:
    """The name of the file that carries a draft."""
    return f"{entry.id[:IDS]}.txt"


def _frame(
    overview: Overview, entries: Sequence[Entry], weeks: Sequence[Week], now: datetime, texts: Texts, *, by_mail: bool
) -> Iterator[str | Entry]:
    """The lines, and each entry where its draft belongs: blocks with an empty line in between."""
    numbers = iter(range(1, MAX_LINES))
    blocks: list[list[str | Entry]] = [
        # A mail has the subject above it already.
        [] if by_mail else [subject(overview, now, texts)],
        [*confirmed(overview, texts)],
        [texts("digest-asks-to-stop")] if overview.asks_to_stop else [],
        [*_waiting(overview, numbers, now, texts)],
        [*_suggested(overview, entries, numbers, now, texts)],
        [*_last_week(weeks, texts)],
        [texts("digest-unlearned", n=overview.unlearned)] if overview.unlearned else [],
        [*(by_mail_how(overview, texts) if by_mail else commands(texts)), texts("digest-private")],
    ]
    first, *others = [block for block in blocks if block]
    yield from first
    for block in others:
        yield ""
        yield from block


def confirmed(overview: Overview, texts: Texts) -> list[str]:
    """What came of the last answers by mail, on one line; none where there was no answer."""
    if not overview.done:
        return []
    told = [_did(one, texts) for one in overview.done[:MOST_CONFIRMED]]
    if (more := len(overview.done) - MOST_CONFIRMED) > 0:
        told.append(f"+{more}")
    return [texts("digest-confirmed", what="; ".join(told))]


def _did(one: MailAnswer, texts: Texts) -> str:
    key = f"digest-did-{one.word}" if one.outcome == "done" else f"digest-not-{one.outcome}"
    return " ".join(filter(None, (one.target, texts(key))))


def _waiting(overview: Overview, numbers: Iterator[int], now: datetime, texts: Texts) -> Iterator[str]:
    if not overview.waiting:
        return
    yield texts("digest-first", n=overview.promise_days)
    for one in overview.waiting[:MOST_WAITING]:
        yield f"  {next(numbers)}. {waits(one, now, texts)}  [{one.id[:IDS]}]"
    if (more := len(overview.waiting) - MOST_WAITING) > 0:
        yield "  " + texts("digest-more", n=more)


def waits(one: Waiting, now: datetime, texts: Texts) -> str:
    """One open loop: what it is, its topic, how long ago."""
    title = f" “{short(one.title)}”" if one.title else ""
    return f"{texts(f'answers-kind-{one.kind}').capitalize()}{title}, {texts.ago(now - one.opened)}"


def _suggested(
    overview: Overview, entries: Sequence[Entry], numbers: Iterator[int], now: datetime, texts: Texts
) -> Iterator[str | Entry]:
    if not overview.entries:
        return
    yield texts("digest-question")
    for entry in entries:
        yield f"  {next(numbers)}. “{short(entry.title)}”  [{entry.id[:IDS]}]"
        yield "     " + facts(entry, now, texts)
        yield f"     {where(entry, texts)} {entry.url}".rstrip()
        if entry.draft:
            yield entry
    if more := len(overview.entries) - len(entries):
        yield "  " + texts("digest-more", n=more)


def short(title: str) -> str:
    """A topic on one line that fits."""
    title = safe(title)
    return title if len(title) <= TITLE_WIDTH else title[: TITLE_WIDTH - 1] + "…"


def facts(entry: Entry, now: datetime, texts: Texts) -> str:
    """Kind, people, mails, age; and whether the leader began it."""
    told = texts(
        "digest-facts",
        kind=texts(f"kind-{entry.kind or 'other'}"),
        people=entry.people,
        messages=entry.messages,
        ago=texts.ago(now - entry.last),
    )
    return " ".join(filter(None, (told, texts("digest-own") if entry.own else "")))


def where(entry: Entry, texts: Texts) -> str:
    """Where the text can be pasted; of a colleague's words: who could post it instead."""
    if entry.draft is None:
        return texts("digest-invite", where=safe(entry.place))
    return texts("digest-paste-masked" if entry.masked else "digest-paste", where=safe(entry.place), n=entry.masked)


def _last_week(weeks: Sequence[Week], texts: Texts) -> list[str]:
    if len(weeks) < 2:
        return []
    last = weeks[-2]
    return [texts("digest-last-week"), "  " + texts("digest-counts", load=last.load, moved=last.moved)]


def by_mail_how(overview: Overview, texts: Texts) -> list[str]:
    """How to answer: the words that are understood, with ids of this digest."""
    first = overview.entries[0].id[:IDS] if overview.entries else ""
    loop = overview.waiting[0].id[:IDS] if overview.waiting else ""
    choices = [
        texts("digest-answer-suggestion", id=first) if first else "",
        texts("digest-answer-loop", id=loop) if loop else "",
        texts("digest-answer-stop" if overview.asks_to_stop else "digest-answer-pause"),
    ]
    return [texts("digest-answer"), *(f"  {choice}" for choice in choices if choice)]


def commands(texts: Texts) -> list[str]:
    """What to type, for somebody at a terminal."""
    return [texts("digest-review"), texts("digest-less")]
