"""A mailbox that a worker looks at: a source for the poll of one owner, whose ledger stays here.

What the worker found is given as if it were read here and now. The few mails that are needed with their text (answers
to a digest, in the owner's own Sent folder) are read from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from nudger.errors import ConfigError
from nudger.ledger.ledger import Ledger
from nudger.looking import Look, Reader
from nudger.mail.source import FolderState, RawMessage, Source, Traffic
from nudger.nightly.haul import Apps, FolderHaul, Haul, Order
from nudger.workplace import Workplace

if TYPE_CHECKING:
    from nudger.config.models import Mailbox

Fetch = Callable[[Order], Haul]
"""Carries out an order somewhere. Raises NudgerError where nobody could."""


class Away:
    """See :class:`nudger.mail.source.Source`. ``here`` is a session of our own, which is opened when it is used."""

    def __init__(self, account: str, here: Source) -> None:
        self.account = account
        self._here = here
        self.traffic = Traffic()
        self._haul = Haul()
        self.looked_at = False

    def take(self, haul: Haul) -> None:
        """Give what a worker found from now on."""
        self._haul, self.looked_at = haul, True

    def looks(self, folder: str, uids: Sequence[int]) -> list[Look]:
        """What was found of these messages."""
        looks = self._haul.folders[folder].looks
        return [looks.get(uid, Look(uid, outcome="gone")) for uid in uids]

    def folders(self) -> Sequence[str]:
        """Asked from here."""
        return self._here.folders()

    def sent_folder(self) -> str | None:
        """As the worker found it."""
        return self._haul.sent or None

    def state(self, folder: str) -> FolderState:
        """As the worker found it. Raises what stopped the worker before this folder."""
        found = self._folder(folder)
        self.traffic.bytes_in += found.bytes_in
        self.traffic.commands += found.commands
        found.bytes_in = found.commands = 0
        return found.state

    def uids(self, folder: str, after: int = 0, since: date | None = None) -> list[int]:
        """What the worker found, where just that is asked; else asked from here."""
        found = self._folder(folder)
        if (after, since) == (found.after, found.since):
            return list(found.looks)
        return self._here.uids(folder, after, since)

    def headers(self, folder: str, uids: Sequence[int]) -> Iterator[RawMessage]:
        """Read from here."""
        return self._here.headers(folder, uids)

    def complete(self, folder: str, raws: Iterable[RawMessage]) -> Iterator[RawMessage]:
        """Read from here."""
        return self._here.complete(folder, raws)

    def close(self) -> None:
        """End the session of our own."""
        self._here.close()

    def _folder(self, folder: str) -> FolderHaul:
        if folder not in self._haul.folders and self._haul.error:
            raise self._haul.error
        return self._haul.folders[folder]


@dataclass
class AwayPlace(Workplace):
    """One owner, whose mailboxes are looked at by ``fetch``."""

    fetch: Fetch = field(kw_only=True)

    @contextmanager
    def sources(self, *, patient: bool = False) -> Iterator[dict[str, Source]]:
        """Mailboxes that are looked at when their folders are asked for. Raises NotParticipating.

        A model that was learned from the owner's choices lies beside her ledger and stays there: with it she is read
        from here.
        """
        from classifiers.shelf import BASE

        with super().sources(patient=patient) as here:
            yield {n: Away(n, source) for n, source in here.items()} if self.in_use.name == BASE else here

    def folders(self, name: str, source: Source, ledger: Ledger) -> tuple[str, ...]:
        """As always; before the first time a worker looks at all of them. Raises what kept it from looking at any."""
        if isinstance(source, Away) and not source.looked_at:
            haul = self.fetch(self.order(name, ledger))
            if haul.error and not haul.folders:
                raise haul.error
            source.take(haul)
        return super().folders(name, source, ledger)

    def order(self, name: str, ledger: Ledger) -> Order:
        """What a worker is told about one mailbox."""
        mailbox, settings = self.owner.mailboxes[name], self.config.settings
        sent = self.sent(name, ledger)
        folders = dict.fromkeys(filter(None, (*mailbox.folders, sent)))
        cursors = {folder: ledger.mail.cursor(name, folder) for folder in folders}
        apps = Apps(settings.microsoft, settings.google) if mailbox.auth != "password" else Apps()
        _refuse_plain(mailbox, apps)
        reader = self.reader
        view = {one.name: getattr(reader, one.name) for one in fields(Reader) if one.name not in ("packs", "model")}
        return Order(
            owner=self.owner.name,
            name=name,
            mailbox=mailbox,
            apps=apps,
            view=view,
            bands=reader.model.bands,
            model_id=reader.model_id,
            pack_files=settings.judge.packs,
            model_file=None if settings.judge.model == "builtin" else Path(settings.judge.model),
            sent=sent,
            cursors={folder: cursor for folder, cursor in cursors.items() if cursor},
        )


def _refuse_plain(mailbox: Mailbox, apps: Apps) -> None:
    """A secret that stands in the configuration itself would have to travel. Raises ConfigError."""
    secrets = (
        mailbox.password,
        apps.microsoft and apps.microsoft.client_secret,
        apps.google and apps.google.client_secret,
    )
    if any(secret and secret.kind == "plain" for secret in secrets):
        raise ConfigError("nightly-secret-plain", hint="nightly-secret-plain-hint")
