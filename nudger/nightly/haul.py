"""What a worker does for one mailbox: how far it was read goes in, judged messages come out. It keeps nothing.

A worker gets no ledger and no key of one, and no secret: only where one is kept (a command, a file, a variable, an
entry of its own keyring). It gives no text back: of a message travels what the ledger makes keys of, which is who, when
and the topic, on a line that is encrypted beyond this machine. Whoever gave the order commits. Done again, as when a
worker is lost, it gives the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from nudger import __version__
from nudger.errors import NudgerError, Temporary
from nudger.ledger.records import Cursor
from nudger.looking import Look, Reader, first_after, look, since
from nudger.mail.batches import BATCH, batches
from nudger.mail.imap.errors import UidValidityChanged
from nudger.mail.source import FolderState, Source

if TYPE_CHECKING:
    from classifiers.bands import Bands
    from nudger.config.models import Google, Mailbox, Microsoft, Settings


@dataclass(frozen=True, slots=True)
class Apps:
    """The part of the settings by which an organisation's app signs in; the rest never travels."""

    microsoft: Microsoft | None = None
    google: Google | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One mailbox to look at.

    ``view`` is all of a :class:`nudger.looking.Reader` but packs and model: each worker has them itself, at the same
    ``pack_files`` and ``model_file`` (None: the one that comes along); ``model_id`` and ``version`` prove that they are
    the same. ``cursors`` says how far each folder was read; ``sent`` is empty where that folder's name is not known.
    """

    owner: str
    name: str
    mailbox: Mailbox
    apps: Apps
    view: Mapping[str, Any]
    bands: Bands
    model_id: str
    pack_files: tuple[Path, ...] = ()
    model_file: Path | None = None
    sent: str = ""
    cursors: Mapping[str, Cursor] = field(default_factory=dict)
    version: str = __version__


@dataclass(slots=True)
class FolderHaul:
    """What was new in a folder: after ``after``, since the day ``since``; and what looking cost."""

    state: FolderState
    after: int
    since: date | None
    looks: dict[int, Look] = field(default_factory=dict)
    bytes_in: int = 0
    commands: int = 0
    seconds: float = 0.0


@dataclass(slots=True)
class Haul:
    """What a worker found. ``error`` stopped it; the ``folders`` before that were read to their end, and count."""

    sent: str = ""
    folders: dict[str, FolderHaul] = field(default_factory=dict)
    error: NudgerError | None = None


def fetch(order: Order) -> Haul:
    """Read and judge what is new in one mailbox; what goes wrong there is part of the result."""
    haul = Haul(order.sent)
    try:
        reader = equipped(order)
        source = _connect(order)
        try:
            haul.sent = order.sent or source.sent_folder() or ""
            for folder in dict.fromkeys(filter(None, (*order.mailbox.folders, haul.sent))):
                haul.folders[folder] = _steadily(source, folder, order, reader)
        finally:
            source.close()
    except NudgerError as error:
        haul.error = error
    return haul


def equipped(order: Order) -> Reader:
    """The reader with this machine's packs and model. Raises Temporary where they are not those of the order."""
    from nudger.models import loaded
    from nudger.workplace import compiled
    from rules.pack import BUILTIN, digest_of

    packs = compiled((*BUILTIN, *order.pack_files))
    model = loaded(order.model_file, digest_of(packs[: len(BUILTIN)]))
    reader = Reader(packs=packs, model=replace(model, bands=order.bands), **order.view)
    if (order.version, order.model_id) != (__version__, reader.model_id):
        raise Temporary("nightly-other-version", here=__version__, there=order.version)
    return reader


def _connect(order: Order) -> Source:
    from nudger.signin.signins import SignIns
    from nudger.workplace import connect

    signins = SignIns(cast("Settings", order.apps), order.owner)
    return connect(order.name, order.mailbox, signins, patient=True)


def _steadily(source: Source, folder: str, order: Order, reader: Reader) -> FolderHaul:
    """Begun once more when the server renumbered the folder meanwhile."""
    try:
        return _folder(source, folder, order, reader)
    except UidValidityChanged:
        return _folder(source, folder, order, reader)


def _folder(source: Source, folder: str, order: Order, reader: Reader) -> FolderHaul:
    began, before = monotonic(), replace(source.traffic)
    state = source.state(folder)
    after = first_after(order.cursors.get(folder), state)
    haul = FolderHaul(state, after, since(after, order.mailbox.look_back_days, reader.now))
    if state.messages and not (after and after == state.uidnext - 1):
        for batch in batches(source.uids(folder, after, haul.since), BATCH):
            haul.looks.update((one.uid, without_text(one)) for one in look(source, folder, batch, reader))
    haul.bytes_in = source.traffic.bytes_in - before.bytes_in
    haul.commands = source.traffic.commands - before.commands
    haul.seconds = round(monotonic() - began, 2)
    return haul


def without_text(one: Look) -> Look:
    """The same without what its author wrote, attached or pointed to."""
    if one.message is None:
        return one
    bare = replace(one.message, own_words="", core="", context="", cuts=(), attachments=(), links=())
    return replace(one, message=bare)
