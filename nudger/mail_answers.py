"""Answers by mail: what the owner wrote back to a digest, read where it lies: in her own Sent folder.

Nothing is posted by mail. An answer counts only when it stands in the Sent folder, comes from one of the owner's own
addresses, answers a digest of this ledger by its Message-ID, and carries the token of that digest. Each mail is carried
out once, in one transaction with the place up to which the folder was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from nudger.errors import Unreadable
from nudger.ledger.digest_rows import MailAnswer, SentDigest
from nudger.ledger.ledger import Ledger
from nudger.mail.people import circle
from nudger.mail.reading import read, read_header
from nudger.nudges.mail_choices import Desk, carry_out
from nudger.nudges.mail_words import Choice, choices, token_of

if TYPE_CHECKING:
    from nudger.mail.source import RawMessage, Source
    from nudger.workplace import Workplace
    from rules.message import Message

CURSOR = "answers-read:"
"""The setting with the place up to which a Sent folder was looked at for answers, as ``uidvalidity:uid``."""


def take(place: Workplace, ledger: Ledger, name: str, source: Source) -> int:
    """Carry out what is new in the Sent folder of mailbox ``name``; gives how many lines. Raises MailboxError."""
    digests = ledger.digests.answerable()
    folder = place.sent(name, ledger)
    if not digests or not folder:
        return 0
    state = source.state(folder)
    uids = _new(source, folder, ledger, name, state.uidvalidity, min(one.sent_at for one in digests.values()))
    done = 0
    for message, digest in _answers(place, ledger, source, folder, uids, digests):
        done += _carry_out(place, ledger, name, source, message, digest)
    if uids:
        with ledger.atomic():
            ledger.settings.put(f"{CURSOR}{name}", f"{state.uidvalidity}:{uids[-1]}")
    return done


def _new(source: Source, folder: str, ledger: Ledger, name: str, uidvalidity: int, first: datetime) -> Sequence[int]:
    validity, _, last = ledger.settings.get(f"{CURSOR}{name}").partition(":")
    after = int(last) if validity == str(uidvalidity) else 0
    return source.uids(folder, after, first.date())


def _answers(
    place: Workplace,
    ledger: Ledger,
    source: Source,
    folder: str,
    uids: Sequence[int],
    digests: Mapping[str, SentDigest],
) -> Iterator[tuple[Message, SentDigest]]:
    """The owner's own answers with their text, and the digest that each answers; in the order of the folder."""
    heads = [raw for raw in source.headers(folder, uids) if _digest_of(_header(place, raw), place, ledger, digests)]
    for raw in source.complete(folder, heads):
        try:
            message = read(raw, place.perspective, now=place.now)
        except Unreadable:
            continue
        if digest := _digest_of(message, place, ledger, digests):
            yield message, digest


def _header(place: Workplace, raw: RawMessage) -> Message | None:
    try:
        return read_header(raw, place.perspective, now=place.now)
    except Unreadable:
        return None


def _digest_of(
    message: Message | None, place: Workplace, ledger: Ledger, digests: Mapping[str, SentDigest]
) -> SentDigest | None:
    """The digest that this mail surely answers, in the owner's name (a sender in doubt is nobody's)."""
    if message is None or not message.from_owner or message.nudger:
        return None
    token = ledger.digests.token_key(token_of(message))
    found = (digests.get(ledger.key.of("message", id_)) for id_ in reversed(message.references))
    return next((digest for digest in found if digest and digest.token == token), None)


def _carry_out(
    place: Workplace, ledger: Ledger, name: str, source: Source, message: Message, digest: SentDigest
) -> int:
    """One mail, in one transaction; a mail that was carried out before changes nothing."""
    asked = list(choices(message.own_words))
    circles = {choice.line: _circle(place, ledger, name, source, choice) for choice in asked if _is_private(choice)}
    key, done = ledger.key.of("message", message.id), 0
    with ledger.atomic():
        if ledger.digests.answered(key):
            return 0
        desk = Desk(ledger, place.policy, place.now, place.zone, digest.sent_at)
        for choice in asked:
            outcome = carry_out(desk, choice, circles.get(choice.line, ())) if choice.word else "garbled"
            done += outcome == "done"
            ledger.digests.answer(_row(key, choice, outcome, place.now))
    ledger.wipe_traces()
    return done


def _is_private(choice: Choice) -> bool:
    return choice.reason == "private"


def _circle(place: Workplace, ledger: Ledger, name: str, source: Source, choice: Choice) -> frozenset[str]:
    """The people of the thread that was called private, read again now."""
    found = ledger.suggestions.find(choice.target)
    messages = place.read_thread(found[0].thread, ledger, {name: source}) if len(found) == 1 else []
    return circle(messages, place.perspective.owner)


def _row(key: str, choice: Choice, outcome: str, now: datetime) -> MailAnswer:
    return MailAnswer(
        message=key, line=choice.line, target=choice.target[:4], word=choice.word, outcome=outcome, given_at=now
    )
