"""The contact mailbox at work: what is new is read, what is sure is carried out and confirmed once.

The mailbox is only read. An unsure sender and an unclear mail change nothing. What a mail asks for is carried out
before it is remembered, and doing it twice is doing it once; a confirmation is forgotten before it goes out, so that it
never goes out twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from nudger import sending
from nudger.config import participation
from nudger.config.configuration import Config, owners
from nudger.contact import memory as memories
from nudger.contact.decide import decide
from nudger.contact.deeds import carry_out
from nudger.contact.letters import confirmation
from nudger.contact.memory import Memory, Receipt
from nudger.contact.words import Wish, by_a_program, is_proven, wish_of
from nudger.errors import NudgerError, Unreadable
from nudger.ledger.keys import LedgerKey, open_key
from nudger.mail.imap.errors import UidValidityChanged
from nudger.mail.perspective import Perspective
from nudger.mail.reading import read, read_header
from nudger.mail.smtp import DeliveryUnknownError
from nudger.platform import private_folder
from nudger.texts import LANGUAGES, Texts
from nudger.workplace import connect

if TYPE_CHECKING:
    from nudger.mail.source import RawMessage, Source
    from nudger.signin.signins import SignIns
    from rules.message import Message

SIGN_IN = "contact"
"""Under which name the sign-in of this mailbox is kept."""


@dataclass(slots=True)
class Taken:
    """What one look gave: how many mails were carried out, and how many ask for a person's eye.

    ``unclear`` ones come from a sure sender, ``doubtful`` ones are written as from inside and not proven. ``error`` is
    what stopped the reading or the confirming; what was done before it stays.
    """

    done: int = 0
    unclear: int = 0
    doubtful: int = 0
    confirmed: int = 0
    error: NudgerError | None = None


class Desk:
    """One look into the mailbox of ``[contact]``; ``state`` is the folder of ledgers and memory, ``now`` the clock."""

    def __init__(self, config: Config, state: Path, now: datetime) -> None:
        settings = config.settings
        assert settings.contact is not None
        assert settings.organisation.contact is not None
        self.config, self.state, self.now = config, private_folder(state), now
        self.settings, self.address = settings.contact, settings.organisation.contact
        self.zone = ZoneInfo(settings.organisation.time_zone)

    @cached_property
    def key(self) -> LedgerKey:
        """What turns a Message-ID into a value that means nothing elsewhere."""
        return open_key(self.state / memories.KEY)

    @cached_property
    def signins(self) -> SignIns:
        """How nudger signs in to read this mailbox and to send from it."""
        from nudger.signin.signins import SignIns

        return SignIns(self.config.settings, SIGN_IN)

    def run(self) -> Taken:
        """Read, carry out, confirm. Never raises a NudgerError: it stands in what comes back."""
        taken = Taken()
        try:
            with closing(connect(SIGN_IN, self.settings, self.signins)) as source:
                try:
                    self._take(source, taken)
                except UidValidityChanged:
                    self._take(source, taken)
        except NudgerError as error:
            taken.error = error
        try:
            self._confirm(taken)
        except NudgerError as error:
            taken.error = taken.error or error
        return taken

    # --- reading

    def _take(self, source: Source, taken: Taken) -> None:
        memory, folder = self._load(), self.settings.folder
        standing = source.state(folder)
        after = memory.last_uid if memory.uidvalidity == standing.uidvalidity else 0
        uids = source.uids(folder, after)
        for message in self._proven(source, uids, taken):
            self._one(message, taken)
        if uids:
            self._save(replace(self._load(), uidvalidity=standing.uidvalidity, last_uid=uids[-1]))

    def _proven(self, source: Source, uids: Sequence[int], taken: Taken) -> Iterator[Message]:
        """The mails of surely known senders, with their text, in the order in which they came."""
        sure = [raw for raw in source.headers(self.settings.folder, uids) if self._is_sure(raw, taken)]
        for raw in source.complete(self.settings.folder, sure):
            try:
                message = read(raw, self._perspective, now=self.now)
            except Unreadable:
                taken.unclear += 1
                continue
            if is_proven(message):
                yield message

    def _is_sure(self, raw: RawMessage, taken: Taken) -> bool:
        """Whether the sender is; what a program or somebody outside wrote is passed over in silence."""
        try:
            message = read_header(raw, self._perspective, now=self.now)
        except Unreadable:
            return False
        if by_a_program(message) or (message.sender and message.sender.internal is False):
            return False
        taken.doubtful += not is_proven(message)
        return is_proven(message)

    @property
    def _perspective(self) -> Perspective:
        organisation = self.config.settings.organisation
        return Perspective(domains=frozenset(organisation.domains), authserv_id=organisation.authserv_id or "")

    # --- carrying out

    def _one(self, message: Message, taken: Taken) -> None:
        memory, key = self._load(), self.key.of("message", message.id)
        if key in memory.handled:
            return
        wish, sender = wish_of(message, self.address), message.sender
        day = message.sent.astimezone(self.zone).date()
        deed = decide(wish, sender.email, owners(self._as_it_stands()), day) if wish and sender else None
        if wish is None or deed is None:
            taken.unclear += 1
            return
        carry_out(deed, self.config, self.state, self.now)
        self._save(memory.with_handled(key, Receipt(deed.word, deed.address, self._language(wish))))
        taken.done += 1

    def _as_it_stands(self) -> Config:
        """The configuration with what was said by mail a moment ago."""
        return replace(self.config, said=participation.load(self.state))

    def _language(self, wish: Wish) -> str:
        return wish.language or self.config.settings.language or LANGUAGES[0]

    # --- confirming

    def _confirm(self, taken: Taken) -> None:
        """Send each confirmation once. Raises the first error; what surely did not go out waits for the next time."""
        for receipt in self._load().receipts:
            self._save(_without(self._load(), receipt))
            try:
                self._send(receipt)
            except DeliveryUnknownError:
                continue
            except NudgerError:
                memory = self._load()
                self._save(replace(memory, receipts=(receipt, *memory.receipts)))
                raise
            taken.confirmed += 1

    def _send(self, receipt: Receipt) -> None:
        language = next(one for one in LANGUAGES if one == receipt.language)
        mail = confirmation(receipt, Texts(language), contact=self.address, now=self.now)
        sending.hand_over(self.config.settings.digest, self.signins, mail, self.address, receipt.to)

    # --- its parts

    def _load(self) -> Memory:
        return memories.load(self.state / memories.FILE)

    def _save(self, memory: Memory) -> None:
        memories.save(self.state / memories.FILE, memory)


def _without(memory: Memory, receipt: Receipt) -> Memory:
    """The memory without one such receipt."""
    left = list(memory.receipts)
    left.remove(receipt)
    return replace(memory, receipts=tuple(left))
