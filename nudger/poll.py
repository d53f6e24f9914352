"""One poll of one mailbox: list, read, judge, remember; a batch is one transaction, so a crash leaves no half."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from nudger import following
from nudger.errors import Unreadable
from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Cursor, MessageRow, Sighting
from nudger.ledger.times import iso_week
from nudger.ledger.week_rows import WeekRow
from nudger.mail.batches import batches
from nudger.mail.imap.errors import UidValidityChanged
from nudger.mail.people import circle
from nudger.mail.perspective import Perspective
from nudger.mail.reading import read, read_header
from nudger.mail.source import FolderState, RawMessage, Source
from nudger.networks.crossings import CROSSED, crosses
from nudger.networks.notices import Notice, Sender, notice, sender_of
from nudger.nudges.judging import Goal, Judgement, gated, judge
from nudger.shift.definition import DEFINITION
from nudger.trials import Place, examine, steps
from rules.message import Message
from rules.pack import Pack

if TYPE_CHECKING:
    from classifiers.model import Model

BATCH = 200


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


@dataclass(slots=True)
class FolderOutcome:
    """What a poll did with one folder; ``outcomes`` counts the new UIDs by outcome, the rest is what it cost."""

    folder: str
    seen: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    bytes_in: int = 0
    commands: int = 0
    seconds: float = 0.0

    @property
    def new(self) -> int:
        """UIDs that had no outcome before."""
        return self.outcomes.total()


@dataclass(frozen=True, slots=True)
class _Read:
    """One UID on its way: either a message with its judgement, or the outcome that it has without one."""

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


def poll_folder(
    source: Source,
    folder: str,
    ledger: Ledger,
    reader: Reader,
    *,
    look_back_days: int,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> FolderOutcome:
    """Read what is new in ``folder``. Raises MailboxError; what was committed before it stays."""
    state = source.state(folder)
    outcome = FolderOutcome(folder, seen=state.messages)
    cursor = ledger.mail.cursor(source.account, folder)
    last_listed = state.uidnext - 1
    again = cursor is not None and _counts_again(cursor, state)
    after = cursor.last_uid if cursor and cursor.uidvalidity == state.uidvalidity and not again else 0
    place = Place(ledger, source.account, folder, state.uidvalidity)
    if after:
        _read_late(source, place, reader)
    if cursor and after and after == last_listed:
        return outcome
    since = None if after or not look_back_days else (reader.now - timedelta(days=look_back_days)).date()
    uids = source.uids(folder, after, since) if state.messages else []
    if again:
        place.pardon()
    trial = place.trial()
    alone = examine(place, uids, trial, lambda uid: list(_read_batch(source, folder, [uid], ledger, reader)))
    if alone:
        outcome.outcomes["unreadable"] += alone
    given_up = place.given_up()
    for step in steps([uid for uid in uids if uid not in given_up], trial, BATCH):
        with place.on_trial(step):
            reads = list(_read_batch(source, folder, step.uids, ledger, reader))
            with ledger.atomic():
                outcome.outcomes.update(_commit(ledger, source.account, folder, state.uidvalidity, reads, reader))
                ledger.mail.move_cursor(source.account, folder, Cursor(state.uidvalidity, step.uids[-1]))
                ledger.mail.end_trial(source.account, folder)
        progress(outcome.new, len(uids))
    _skip_vanished(ledger, source.account, folder, Cursor(state.uidvalidity, max(last_listed, after, *uids[-1:])))
    return outcome


def poll_steadily(source: Source, folder: str, *args: Any, **kwargs: Any) -> FolderOutcome:
    """As :func:`poll_folder`; begun once more when the server renumbered the folder meanwhile."""
    try:
        return poll_folder(source, folder, *args, **kwargs)
    except UidValidityChanged:
        return poll_folder(source, folder, *args, **kwargs)


def _counts_again(cursor: Cursor, state: FolderState) -> bool:
    """Whether UIDs are given out a second time: a server that was restored from a backup counts on from an older one.

    A UIDNEXT of 0 was not told.
    """
    return cursor.uidvalidity == state.uidvalidity and 0 < state.uidnext <= cursor.last_uid


def _read_late(source: Source, place: Place, reader: Reader) -> None:
    """Read what the server could not give before; it was counted as unreadable then, and is no new message now."""
    for batch in batches(place.once_more(), BATCH):
        reads = [one for one in _read_batch(source, place.folder, batch, place.ledger, reader) if one.message]
        with place.ledger.atomic():
            _commit(place.ledger, place.account, place.folder, place.uidvalidity, reads, reader)


def _skip_vanished(ledger: Ledger, account: str, folder: str, cursor: Cursor) -> None:
    """Move past UIDs that were given out and are gone, so that the next STATUS says nothing new."""
    before = ledger.mail.cursor(account, folder)
    if before != cursor and (before or cursor.last_uid):
        with ledger.atomic():
            ledger.mail.move_cursor(account, folder, cursor)
            ledger.mail.end_trial(account, folder)


def _read_batch(source: Source, folder: str, uids: Sequence[int], ledger: Ledger, reader: Reader) -> Iterator[_Read]:
    raws = {raw.uid: raw for raw in source.headers(folder, uids)}
    first = {uid: _from_header(uid, raws.get(uid), ledger, reader) for uid in uids}
    wanted = [raws[uid] for uid in uids if first[uid].undecided or _notifies(first[uid], reader)]
    texts = {raw.uid: raw for raw in source.complete(folder, wanted)}
    reads = {raw.uid: _from_text(raw.uid, texts.get(raw.uid), reader) for raw in wanted}
    judged = [uid for uid in reads if reads[uid].message and first[uid].undecided]
    messages = [message for uid in judged if (message := reads[uid].message)]
    for uid in [uid for uid in reads if not first[uid].undecided]:
        reads[uid] = replace(first[uid], notice=notice_of(texts.get(uid), reader))
    for uid, message, judgement in zip(
        judged, messages, judge(messages, reader.packs, reader.model, goals=reader.goals), strict=True
    ):
        reads[uid] = _Read(uid, message, judgement)
    for uid in uids:
        yield reads.get(uid, first[uid])


def _from_header(uid: int, raw: RawMessage | None, ledger: Ledger, reader: Reader) -> _Read:
    """Decide from header fields alone where that is possible: gone, unreadable, duplicate or gated."""
    if raw is None:
        return _Read(uid, outcome="gone")
    try:
        message = read_header(raw, reader.perspective, now=reader.now)
    except Unreadable as error:
        return _Read(uid, outcome="unreadable", reason=error.reason)
    if ledger.mail.knows(message_key(ledger, message)):
        return _Read(uid, message, outcome="duplicate")
    if message.references and ledger.digests.answered_by(message.references):
        message = replace(message, nudger="answer")
    judgement = gated(message, reader.packs, stage="header")
    return _Read(uid, message, judgement if judgement.gates else None)


def _notifies(one: _Read, reader: Reader) -> bool:
    """Whether it is a mail of a network, new and believed, that may tell of a reaction."""
    return bool(one.judgement and one.message and sender_of(one.message, reader.senders))


def notice_of(raw: RawMessage | None, reader: Reader) -> Notice | None:
    """What a mail of a network tells of a reaction. Read without own domains, so that links to an own host stay."""
    try:
        message = read(raw, replace(reader.perspective, domains=frozenset()), now=reader.now) if raw else None
    except Unreadable:
        return None
    return notice(message, reader.senders) if message else None


def _from_text(uid: int, raw: RawMessage | None, reader: Reader) -> _Read:
    if raw is None:
        return _Read(uid, outcome="gone")
    try:
        return _Read(uid, read(raw, reader.perspective, now=reader.now))
    except Unreadable as error:
        return _Read(uid, outcome="unreadable", reason=error.reason)


def message_key(ledger: Ledger, message: Message) -> str:
    """The ledger's key of a message."""
    return ledger.key.of("message", message.id)


def _commit(
    ledger: Ledger, account: str, folder: str, uidvalidity: int, reads: Sequence[_Read], reader: Reader
) -> Counter[str]:
    """Write what became of a batch; inside the batch's transaction."""
    sightings = [_remember(ledger, one, reader) for one in reads]
    following.hear(ledger, [one.notice for one in reads if one.notice], reader.zone)
    ledger.mail.add_sightings(account, folder, uidvalidity, sightings)
    for thread in sorted(ledger.threads.take_touched()):
        ledger.threads.refresh(thread, ledger.mail.of_thread(thread))
    return Counter(sighting.outcome for sighting in sightings)


def _remember(ledger: Ledger, one: _Read, reader: Reader) -> Sighting:
    if one.message is None or one.outcome == "unreadable":
        return Sighting(one.uid, one.outcome, reason=one.reason)
    key = message_key(ledger, one.message)
    if one.outcome == "duplicate" or one.judgement is None or ledger.mail.knows(key):
        return Sighting(one.uid, "duplicate", key)
    row = _row(ledger, key, one.message, one.judgement, reader)
    ledger.mail.add(row)
    ledger.mutes.note(circle([one.message], reader.perspective.owner), row.thread, reader.now)
    ledger.weeks.add(WeekRow(week=row.week, definition=DEFINITION, model=row.model, load=1))
    return Sighting(one.uid, "gated" if row.gates else row.verdict, key)


def _row(ledger: Ledger, key: str, message: Message, judgement: Judgement, reader: Reader) -> MessageRow:
    thread, new_author = ledger.threads.place(message, reader.perspective.owner, counts=not judgement.gates)
    return MessageRow(
        key=key,
        thread=thread,
        sent=message.sent,
        sent_sure=message.sent_sure,
        week=iso_week(message.sent, reader.zone),
        role=message.owner_role,
        addressees=message.addressees,
        language=message.language,
        is_reply=message.is_reply,
        new_author=new_author,
        kind=judgement.kind,
        talk=judgement.talk,
        worth=judgement.worth,
        verdict=str(judgement.verdict),
        gates=judgement.gates,
        thread_gate=judgement.thread_gate,
        findings=(*judgement.findings, *((CROSSED,) if crosses(message, reader.pages) else ())),
        model=reader.model_id,
    )
