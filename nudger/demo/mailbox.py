"""Demo: Fatima Jansen's mailbox of 26 weeks, built from the letters, and delivered week by week into a Maildir."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from nudger.demo.clients import Body, Quoted, Style, write
from nudger.demo.envelope import Envelope, seal
from nudger.demo.letters import OWNER, WEEKS, ZONE, Letter, Person, Thread, people, threads

END = datetime(2026, 6, 26, 18, 0, tzinfo=ZONE)
"""The demo's last moment: Friday evening of its week 26."""
INBOX = "INBOX"
SENT = "Verzonden items"
FOLDERS = (INBOX, SENT)
UIDVALIDITY_FILE = "uidvalidity"


@dataclass(frozen=True, slots=True)
class DemoMail:
    """A mail in the mailbox: RFC 5322 bytes, the folder, and when it arrived there (aware).

    ``thread`` and ``place`` (from 0) say which letter it is; ``mails/expected.toml`` speaks of the same thread.
    """

    folder: str
    arrival: datetime
    raw: bytes
    thread: str
    place: int

    @property
    def file_name(self) -> str:
        """Unique in its folder; sorts by arrival."""
        return f"{int(self.arrival.timestamp())}.{self.thread}-{self.place}.voorbeeld"


def messages(end: datetime | None = None, weeks: int = WEEKS) -> tuple[DemoMail, ...]:
    """All mails of the last ``weeks`` weeks, by arrival; the same in every run.

    ``end`` moves the whole mailbox by whole weeks, so that its last week is the one of ``end``.
    """
    end = end or END
    start = end - timedelta(weeks=weeks)
    return tuple(mail for mail in _all(end) if mail.arrival > start)


def moments(end: datetime | None = None, weeks: int = WEEKS) -> tuple[datetime, ...]:
    """The end of each week: when the demo delivers and polls. The last is ``end``."""
    end = end or END
    return tuple(end - timedelta(weeks=back) for back in reversed(range(weeks)))


def deliver(maildir_root: Path, since: datetime | None, until: datetime, end: datetime | None = None) -> int:
    """Lay the mails with ``since < arrival <= until`` into a Maildir, each file as old as its mail; gives their number.

    The root is the INBOX, the sent mail a folder beside it (Maildir++). Raises OSError.
    """
    _make_folders(maildir_root, until)
    due = [mail for mail in messages(end) if mail.arrival <= until and (since is None or mail.arrival > since)]
    for mail in due:
        _lay(maildir_folder(maildir_root, mail.folder), mail)
    return len(due)


def maildir_folder(maildir_root: Path, folder: str) -> Path:
    """Where a folder lies below the root."""
    return maildir_root if folder == INBOX else maildir_root / f".{folder}"


def _make_folders(root: Path, first_delivery: datetime) -> None:
    for folder in FOLDERS:
        for part in ("cur", "new", "tmp"):
            (maildir_folder(root, folder) / part).mkdir(parents=True, exist_ok=True)
    mark = root / UIDVALIDITY_FILE
    if not mark.exists():
        mark.write_text(f"{int(first_delivery.timestamp())}\n", "ascii")


def _lay(folder: Path, mail: DemoMail) -> None:
    """Through ``tmp``, so that no reader meets half a file (the Maildir rule)."""
    draft = folder / "tmp" / mail.file_name
    draft.write_bytes(mail.raw)
    os.utime(draft, (mail.arrival.timestamp(),) * 2)
    draft.replace(folder / "new" / mail.file_name)


@cache
def _all(end: datetime) -> tuple[DemoMail, ...]:
    mails = [mail for thread in threads() for mail in _thread(thread, end)]
    return tuple(sorted(mails, key=lambda mail: (mail.arrival, mail.folder, mail.thread, mail.place)))


@dataclass(frozen=True, slots=True)
class _Written:
    """A letter with all that a reply to it needs."""

    letter: Letter
    envelope: Envelope
    how: Style
    body: Body

    @property
    def chain(self) -> tuple[str, ...]:
        """References for a reply (RFC 5322, 3.6.4)."""
        return (*self.envelope.ancestors, self.envelope.message_id(self.how))

    @property
    def quoted(self) -> Quoted:
        """As a reply quotes it."""
        own = self.envelope
        return Quoted(own.sender, own.sent, own.to, own.cc, own.subject, self.body)


def _thread(thread: Thread, end: datetime) -> Iterator[DemoMail]:
    written: list[_Written] = []
    for place, letter in enumerate(thread.letters):
        answered = None if letter.answers is None else written[letter.answers]
        written.append(_write(thread, place, letter, answered, end))
        yield from _copies(written[-1])


def _write(thread: Thread, place: int, letter: Letter, answered: _Written | None, end: datetime) -> _Written:
    sender = people()[letter.sender]
    how = Style.of(letter.client or sender.client, sender.language)
    to, cc = _addressees(letter, answered)
    envelope = Envelope(
        thread=thread.id,
        place=place,
        sender=sender,
        to=to,
        cc=cc,
        subject=letter.subject or (how.reply + thread.subject if answered else thread.subject),
        sent=letter.moment.at(end),
        began=thread.letters[0].moment.at(end),
        ancestors=answered.chain if answered else (),
    )
    return _Written(letter, envelope, how, write(letter, sender, how, answered.quoted if answered else None))


def _addressees(letter: Letter, answered: _Written | None) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """As written, else everyone in the mail that is answered, its sender first."""
    if letter.to or answered is None:
        return _persons(letter.to), _persons(letter.cc)
    before, sender = answered.envelope, people()[letter.sender]
    to = tuple(dict.fromkeys(person for person in (before.sender, *before.to) if person != sender))
    return to, tuple(person for person in before.cc if person != sender)


def _persons(keys: tuple[str, ...]) -> tuple[Person, ...]:
    return tuple(people()[key] for key in keys)


def _copies(written: _Written) -> Iterator[DemoMail]:
    envelope, letter = written.envelope, written.letter
    own = letter.sender == OWNER
    if own:
        yield _mail(written, SENT, envelope.sent, received=False)
    if letter.own_copy or not own:
        yield _mail(written, INBOX, envelope.arrival, received=True)


def _mail(written: _Written, folder: str, arrival: datetime, *, received: bool) -> DemoMail:
    raw = seal(written.envelope, written.letter, written.how, written.body, received=received)
    return DemoMail(folder, arrival, raw, written.envelope.thread, written.envelope.place)
