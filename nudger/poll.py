"""One poll of one mailbox: list, read, judge, remember; a batch is one transaction, so a crash leaves no half."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

from nudger import following
from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Cursor, MessageRow, Sighting
from nudger.ledger.times import iso_week
from nudger.ledger.week_rows import WeekRow
from nudger.looking import Look, Reader, again, counts_again, first_after, look, since
from nudger.mail.batches import BATCH, batches
from nudger.mail.imap.errors import UidValidityChanged
from nudger.mail.people import circle
from nudger.mail.source import Source
from nudger.nudges.judging import Judgement
from nudger.shift.definition import DEFINITION
from nudger.trials import Place, examine, steps
from rules.message import Message


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


class _Known:
    """What the ledger knows of messages from before."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def knows(self, message: Message) -> bool:
        return self._ledger.mail.knows(message_key(self._ledger, message))

    def answered(self, message: Message) -> bool:
        return bool(message.references and self._ledger.digests.answered_by(message.references))


@runtime_checkable
class Judged(Protocol):
    """A source whose messages were read and judged elsewhere, where nothing was known from before."""

    def looks(self, folder: str, uids: Sequence[int]) -> Sequence[Look]:
        """What was found of these messages."""
        ...


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
    after = first_after(cursor, state)
    place = Place(ledger, source.account, folder, state.uidvalidity)
    if after:
        _read_late(source, place, reader)
    if cursor and after and after == last_listed:
        return outcome
    uids = source.uids(folder, after, since(after, look_back_days, reader.now)) if state.messages else []
    if cursor and counts_again(cursor, state):
        place.pardon()
    trial = place.trial()
    alone = examine(place, uids, trial, lambda uid: _looks(source, folder, [uid], ledger, reader))
    if alone:
        outcome.outcomes["unreadable"] += alone
    given_up = place.given_up()
    for step in steps([uid for uid in uids if uid not in given_up], trial, BATCH):
        with place.on_trial(step):
            reads = _looks(source, folder, step.uids, ledger, reader)
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


def _read_late(source: Source, place: Place, reader: Reader) -> None:
    """Read what the server could not give before; it was counted as unreadable then, and is no new message now."""
    for batch in batches(place.once_more(), BATCH):
        found = look(source, place.folder, batch, reader, _Known(place.ledger))
        looks = [one for one in found if one.message]
        with place.ledger.atomic():
            _commit(place.ledger, place.account, place.folder, place.uidvalidity, looks, reader)


def _skip_vanished(ledger: Ledger, account: str, folder: str, cursor: Cursor) -> None:
    """Move past UIDs that were given out and are gone, so that the next STATUS says nothing new."""
    before = ledger.mail.cursor(account, folder)
    if before != cursor and (before or cursor.last_uid):
        with ledger.atomic():
            ledger.mail.move_cursor(account, folder, cursor)
            ledger.mail.end_trial(account, folder)


def _looks(source: Source, folder: str, uids: Sequence[int], ledger: Ledger, reader: Reader) -> list[Look]:
    """These messages, read and judged: here, or where somebody did it for us already."""
    known = _Known(ledger)
    if isinstance(source, Judged):
        return [again(one, known, reader) for one in source.looks(folder, uids)]
    return list(look(source, folder, uids, reader, known))


def message_key(ledger: Ledger, message: Message) -> str:
    """The ledger's key of a message."""
    return ledger.key.of("message", message.id)


def _commit(
    ledger: Ledger, account: str, folder: str, uidvalidity: int, reads: Sequence[Look], reader: Reader
) -> Counter[str]:
    """Write what became of a batch; inside the batch's transaction."""
    sightings = [_remember(ledger, one, reader) for one in reads]
    following.hear(ledger, [one.notice for one in reads if one.notice], reader.zone)
    ledger.mail.add_sightings(account, folder, uidvalidity, sightings)
    for thread in sorted(ledger.threads.take_touched()):
        ledger.threads.refresh(thread, ledger.mail.of_thread(thread))
    return Counter(sighting.outcome for sighting in sightings)


def _remember(ledger: Ledger, one: Look, reader: Reader) -> Sighting:
    if one.message is None or one.outcome in ("unreadable", "gone"):
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
        findings=judgement.findings,
        model=reader.model_id,
    )
