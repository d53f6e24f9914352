"""Looking: reads and judges messages of a mailbox. It needs no ledger, so that it can be done on another machine."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from nudger.errors import Unreadable
from nudger.ledger.records import Cursor
from nudger.mail.perspective import Perspective
from nudger.mail.reading import read, read_header
from nudger.mail.source import FolderState, RawMessage, Source
from nudger.networks.crossings import CROSSED, crosses
from nudger.networks.notices import Notice, Sender, notice, sender_of
from nudger.nudges.judging import Goal, Judgement, gated, judge
from rules.message import Message
from rules.pack import Pack

if TYPE_CHECKING:
    from classifiers.model import Model


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading and judging need for one owner; ``now`` is the clock of this run.

    ``senders`` are the networks whose mails about reactions are believed, ``pages`` the hosts on which posts are read.
    """

    perspective: Perspective
    packs: Sequence[Pack]
    model: Model
    goals: Sequence[Goal]
    zone: ZoneInfo
    now: datetime
    senders: Sequence[Sender] = ()
    pages: Collection[str] = ()

    @property
    def model_id(self) -> str:
        """The first characters of the model file's digest: a new model starts a new series."""
        return str(self.model.card.get("sha256", ""))[:8]


@dataclass(frozen=True, slots=True)
class Look:
    """One UID on its way: a message with its judgement, or an outcome.

    Where its text could not be had, ``message`` is what the header says.
    """

    uid: int
    message: Message | None = None
    judgement: Judgement | None = None
    outcome: str = ""
    reason: str = ""
    notice: Notice | None = None

    @property
    def undecided(self) -> bool:
        """Whether the text is needed."""
        return not self.outcome and self.judgement is None


class Known(Protocol):
    """What is known of messages from before, which spares reading their text."""

    def knows(self, message: Message) -> bool:
        """Whether it was judged before."""
        ...

    def answered(self, message: Message) -> bool:
        """Whether it answers a digest of ours."""
        ...


class _Nothing:
    """Nothing is known from before."""

    def knows(self, message: Message) -> bool:
        return False

    def answered(self, message: Message) -> bool:
        return False


NOTHING = _Nothing()


# --- which


def first_after(cursor: Cursor | None, state: FolderState) -> int:
    """The UID after which to look; 0 where the numbers of before mean nothing any more."""
    if cursor is None or cursor.uidvalidity != state.uidvalidity or counts_again(cursor, state):
        return 0
    return cursor.last_uid


def counts_again(cursor: Cursor, state: FolderState) -> bool:
    """Whether UIDs are given out a second time: a server that was restored from a backup counts on from an older one.

    A UIDNEXT of 0 was not told.
    """
    return cursor.uidvalidity == state.uidvalidity and 0 < state.uidnext <= cursor.last_uid


def since(after: int, look_back_days: int, now: datetime) -> date | None:
    """The day from which to look in a folder that was never read; None for all."""
    return None if after or not look_back_days else (now - timedelta(days=look_back_days)).date()


# --- what


def look(source: Source, folder: str, uids: Sequence[int], reader: Reader, known: Known = NOTHING) -> Iterator[Look]:
    """Each of these messages, in their order, judged as one batch. Raises MailboxError."""
    raws = {raw.uid: raw for raw in source.headers(folder, uids)}
    first = {uid: _from_header(uid, raws.get(uid), known, reader) for uid in uids}
    wanted = [raws[uid] for uid in uids if first[uid].undecided or _notifies(first[uid], reader)]
    texts = {raw.uid: raw for raw in source.complete(folder, wanted)}
    found = {raw.uid: _completed(first[raw.uid], texts.get(raw.uid), reader) for raw in wanted}
    _judge(found, reader)
    for uid in uids:
        yield found.get(uid, first[uid])


def again(one: Look, known: Known, reader: Reader) -> Look:
    """What was looked at where nothing was known, as it would have been seen here."""
    if one.message is None:
        return one
    if known.knows(one.message):
        return Look(one.uid, one.message, outcome="duplicate")
    if known.answered(one.message):
        message = replace(one.message, nudger="answer")
        judgement = gated(message, reader.packs, stage="header")
        return Look(one.uid, message, judgement) if judgement.gates else one
    return one


def _judge(found: dict[int, Look], reader: Reader) -> None:
    """Give those that are undecided their judgement."""
    messages = {uid: one.message for uid, one in found.items() if one.undecided and one.message}
    judgements = judge(list(messages.values()), reader.packs, reader.model, goals=reader.goals)
    for (uid, message), judgement in zip(messages.items(), judgements, strict=True):
        found[uid] = Look(uid, message, _with_crossing(judgement, message, reader))


def _with_crossing(judgement: Judgement, message: Message, reader: Reader) -> Judgement:
    crossed = (CROSSED,) if crosses(message, reader.pages) else ()
    return replace(judgement, findings=(*judgement.findings, *crossed))


def _from_header(uid: int, raw: RawMessage | None, known: Known, reader: Reader) -> Look:
    """Decide from header fields alone where that is possible: gone, unreadable, duplicate or gated."""
    if raw is None:
        return Look(uid, outcome="gone")
    try:
        message = read_header(raw, reader.perspective, now=reader.now)
    except Unreadable as error:
        return Look(uid, outcome="unreadable", reason=error.reason)
    if known.knows(message):
        return Look(uid, message, outcome="duplicate")
    if known.answered(message):
        message = replace(message, nudger="answer")
    judgement = gated(message, reader.packs, stage="header")
    return Look(uid, message, judgement if judgement.gates else None)


def _completed(first: Look, raw: RawMessage | None, reader: Reader) -> Look:
    """With its text, still without a judgement; one that is gated already gives at most a notice."""
    if not first.undecided:
        return replace(first, notice=notice_of(raw, reader))
    if raw is None:
        return replace(first, outcome="gone")
    try:
        return Look(first.uid, read(raw, reader.perspective, now=reader.now))
    except Unreadable as error:
        return replace(first, outcome="unreadable", reason=error.reason)


def _notifies(one: Look, reader: Reader) -> bool:
    """Whether it is a mail of a network, new and believed, that may tell of a reaction."""
    return bool(one.judgement and one.message and sender_of(one.message, reader.senders))


def notice_of(raw: RawMessage | None, reader: Reader) -> Notice | None:
    """What a mail of a network tells of a reaction. Read without own domains, so that links to an own host stay."""
    try:
        message = read(raw, replace(reader.perspective, domains=frozenset()), now=reader.now) if raw else None
    except Unreadable:
        return None
    return notice(message, reader.senders) if message else None
