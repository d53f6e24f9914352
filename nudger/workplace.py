"""Workplace: everything the commands of one owner work with, put together from the configuration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from filelock import FileLock, Timeout

from nudger import models
from nudger.errors import ConfigError, LedgerLocked, NotParticipating
from nudger.ledger.ledger import Ledger
from nudger.looking import Reader
from nudger.mail.perspective import Perspective
from nudger.models import InUse
from nudger.networks import network
from nudger.networks.base import Network
from nudger.networks.crossings import pages
from nudger.networks.notices import Sender, senders
from nudger.nudges.goals import goals
from nudger.nudges.judging import Goal
from nudger.nudges.policy import Policy, policy
from nudger.platform import private_folder
from nudger.privacy import optouts
from nudger.reread import reread
from nudger.texts import Texts
from rules.message import Message
from rules.pack import BUILTIN, Pack, PackError, digest_of, load_packs

if TYPE_CHECKING:
    from classifiers.model import Model
    from classifiers.shelf import Shelf
    from nudger.config.configuration import Config, Owner
    from nudger.config.models import Contact, Mailbox
    from nudger.mail.imap.mailbox import ImapSource
    from nudger.mail.source import Source
    from nudger.signin.signins import SignIns


SENT = "sent:"
"""The setting with the name of a mailbox's Sent folder, as it was found."""


@dataclass
class Workplace:
    """One owner at work. ``now`` is the clock of this run; ``state`` the folder of ledgers, locks and drafts."""

    config: Config
    owner: Owner
    texts: Texts
    now: datetime
    state: Path

    @cached_property
    def zone(self) -> ZoneInfo:
        """The organisation's time zone."""
        return ZoneInfo(self.config.settings.organisation.time_zone)

    @cached_property
    def perspective(self) -> Perspective:
        """Whose eyes mail is read with."""
        organisation = self.config.settings.organisation
        networks = self.config.settings.networks.values()
        return Perspective(
            domains=frozenset(organisation.domains),
            owner=self.owner.addresses,
            deny=frozenset(organisation.deny),
            optout=optouts.load(optouts.path_of(self.config.settings, self.state)),
            notifications=frozenset(address for network in networks for address in network.notifications),
            authserv_id=organisation.authserv_id or "",
        )

    @cached_property
    def packs(self) -> tuple[Pack, ...]:
        """The rules: those that come with nudger, and the organisation's own. Raises ConfigError with every mistake."""
        try:
            return compiled((*BUILTIN, *self.config.settings.judge.packs))
        except PackError as error:
            problems = tuple(map(str, error.problems))
            raise ConfigError("rules-wrong", hint="rules-wrong-hint", problems=problems) from None

    @cached_property
    def base(self) -> Model:
        """The model that everyone has. Raises ModelError."""
        # The organisation's own packs give no features, so the model need not know them.
        return models.base(self.config.settings.judge, digest_of(self.packs[: len(BUILTIN)]))

    @property
    def shelf(self) -> Shelf:
        """The models that were learned from this owner's choices."""
        from classifiers.shelf import Shelf

        return Shelf(self.ledger_path.with_suffix(".models"))

    @cached_property
    def in_use(self) -> InUse:
        """The model that judges, as it was made. Raises ModelError."""
        return models.in_use(self.base, self.shelf)

    @cached_property
    def model(self) -> Model:
        """The model that judges; the cut-offs of the configuration count. Raises ModelError."""
        return models.with_bands(self.in_use.model, self.config.settings.judge)

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The owner's one or two goals."""
        return goals(self.owner.goals, self.texts)

    @cached_property
    def policy(self) -> Policy:
        """What may be offered, and how often."""
        return policy({name: value for name, value in self.config.nudge.items() if isinstance(value, int)})

    @cached_property
    def signins(self) -> SignIns:
        """How the owner signs in everywhere."""
        from nudger.signin.signins import SignIns

        return SignIns(self.config.settings, self.owner.name)

    @cached_property
    def network(self) -> Network:
        """The first network of the configuration; text to paste where there is none."""
        for name, settings in self.config.settings.networks.items():
            communities = [goal.community for goal in self.goals if goal.community]
            return network(name, self.signins.network(settings), communities)
        return network("netwerk" if self.texts.language == "nl" else "network", None, [])

    @cached_property
    def senders(self) -> tuple[Sender, ...]:
        """The networks whose mails about reactions are believed."""
        return senders(self.config.settings.networks)

    @property
    def reader(self) -> Reader:
        """What reading and judging need."""
        where = pages(self.config.settings.networks.values())
        return Reader(self.perspective, self.packs, self.model, self.goals, self.zone, self.now, self.senders, where)

    @property
    def ledger_path(self) -> Path:
        """The owner's one file."""
        return (self.config.settings.ledger.directory or self.state) / f"{self.owner.name}.db"

    @contextmanager
    def ledger(self, *, alone: bool = False) -> Iterator[Ledger]:
        """The owner's ledger. ``alone`` keeps other polls of this owner out; the lock dies with the process.

        Raises LedgerLocked when another run is at work.
        """
        private_folder(self.ledger_path.parent)
        with ExitStack() as stack:
            if alone:
                lock = FileLock(self.ledger_path.with_suffix(".lock"), timeout=0, mode=0o600)
                try:
                    stack.enter_context(lock)
                except Timeout:
                    raise LedgerLocked("already-running", owner=self.owner.name) from None
            yield stack.enter_context(Ledger.open(self.ledger_path))

    @contextmanager
    def sources(self, *, patient: bool = False) -> Iterator[dict[str, Source]]:
        """A session with each of the owner's mailboxes, made when it is first used, closed at the end.

        ``patient`` waits minutes where a server asks for it, instead of seconds. Raises NotParticipating: nobody's
        mailbox is opened without her own yes.
        """
        if not self.owner.participates:
            raise NotParticipating("not-participating", hint="not-participating-hint", owner=self.owner.name)
        opened: dict[str, Source] = {
            name: connect(name, mailbox, self.signins, patient=patient)
            for name, mailbox in self.owner.mailboxes.items()
        }
        try:
            yield opened
        finally:
            for source in opened.values():
                source.close()

    def folders(self, name: str, source: Source, ledger: Ledger) -> tuple[str, ...]:
        """The folders to read, in order: those of the configuration, then Sent, whose name is found once and kept."""
        sent = self.sent(name, ledger)
        if not sent and (sent := source.sent_folder() or ""):
            with ledger.atomic():
                ledger.settings.put(f"{SENT}{name}", sent)
        return tuple(dict.fromkeys(filter(None, (*self.owner.mailboxes[name].folders, sent))))

    def sent(self, name: str, ledger: Ledger) -> str:
        """The Sent folder of a mailbox, as configured or found before; empty where it is not known."""
        return self.owner.mailboxes[name].sent or ledger.settings.get(f"{SENT}{name}")

    def read_thread(self, thread: str, ledger: Ledger, sources: Mapping[str, Source]) -> list[Message]:
        """The mails of a thread, read again now."""
        folders = {name: self.folders(name, source, ledger) for name, source in sources.items()}
        return reread(thread, ledger, sources, folders, self.perspective, self.now)


@lru_cache(maxsize=4)
def compiled(paths: tuple[str | Path, ...]) -> tuple[Pack, ...]:
    """The packs in these files, made ready once a process: that costs more than reading a mailbox. Raises PackError."""
    return load_packs(paths)


def connect(name: str, mailbox: Mailbox | Contact, signins: SignIns, *, patient: bool = False) -> ImapSource:
    """The source behind a mailbox of the configuration; nothing is sent until it is used."""
    from nudger.mail.imap.account import ImapAccount
    from nudger.mail.imap.mailbox import ImapSource
    from nudger.mail.imap.session import NIGHTLY, USUAL

    account = ImapAccount(
        name=name,
        host=mailbox.host,
        port=mailbox.port,
        tls=mailbox.tls,
        username=mailbox.username,
        password=signins.password(mailbox),
        token=signins.token(mailbox),
        ca_file=mailbox.ca_file,
        folders=mailbox.folders,
        sent=mailbox.sent or "",
    )
    return ImapSource(account, with_html=True, patience=NIGHTLY if patient else USUAL)
