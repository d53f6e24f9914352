"""Reads the few mails of one thread again, at the moment a person looks: their text is never kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from nudger.errors import FolderMissing, MailboxError, Unreadable
from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Location
from nudger.mail.perspective import Perspective
from nudger.mail.reading import read, read_header
from nudger.mail.source import RawMessage, Source
from nudger.poll import message_key
from rules.message import Message

SEARCH_DAYS = 90


def reread(
    thread: str,
    ledger: Ledger,
    sources: Mapping[str, Source],
    folders: Mapping[str, Sequence[str]],
    perspective: Perspective,
    now: datetime,
) -> list[Message]:
    """The messages of ``thread`` that can still be found, oldest first; empty when all are gone.

    ``sources`` and ``folders`` are by account. A message that is not at its UID is looked for among the header fields
    of the last 90 days, by its keyed Message-ID; no text from a mail goes to the server.
    """
    keys = [row.key for row in ledger.mail.of_thread(thread)]
    found: dict[str, Message] = {}
    for location in ledger.mail.locations(keys):
        if location.message not in found and location.account in sources:
            for message in _at(location, ledger, sources[location.account], perspective, now):
                found[location.message] = message
    for account, source in sources.items():
        missing = {key for key in keys if key not in found}
        if missing:
            found.update(_moved(missing, ledger, source, folders.get(account, ()), perspective, now))
    return sorted(found.values(), key=lambda message: (message.sent, message.id))


def _at(
    location: Location, ledger: Ledger, source: Source, perspective: Perspective, now: datetime
) -> Iterator[Message]:
    """The message at its UID, if it still stands there and is still the same."""
    try:
        if source.state(location.folder).uidvalidity != location.uidvalidity:
            return
        raws = source.complete(location.folder, source.headers(location.folder, [location.uid]))
        yield from _same({location.message}, raws, ledger, perspective, now).values()
    except MailboxError:
        return


def where_it_stood(
    keys: Sequence[str], ledger: Ledger, sources: Mapping[str, Source], perspective: Perspective, now: datetime
) -> dict[str, Message]:
    """Those of many messages that still stand where they were last seen, by key; a folder at a time, nothing searched.

    Raises MailboxUnavailable and the like when a server cannot be asked.
    """
    folders: dict[tuple[str, str, int], list[Location]] = {}
    for location in ledger.mail.locations(list(dict.fromkeys(keys))):
        if location.account in sources:
            folders.setdefault((location.account, location.folder, location.uidvalidity), []).append(location)
    found: dict[str, Message] = {}
    for (account, folder, uidvalidity), places in folders.items():
        source, uids = sources[account], [place.uid for place in places if place.message not in found]
        try:
            if uids and source.state(folder).uidvalidity == uidvalidity:
                raws = source.complete(folder, source.headers(folder, uids))
                found.update(_same({place.message for place in places}, raws, ledger, perspective, now))
        except MailboxError:
            continue
    return found


def _moved(
    keys: set[str],
    ledger: Ledger,
    source: Source,
    folders: Sequence[str],
    perspective: Perspective,
    now: datetime,
) -> dict[str, Message]:
    """Those of these messages that stand in one of the folders; a folder that is gone holds none."""
    since = (now - timedelta(days=SEARCH_DAYS)).date()
    found: dict[str, Message] = {}
    for folder in folders:
        with suppress(FolderMissing):
            source.state(folder)
            uids = source.uids(folder, since=since)
            hits = [raw for raw in source.headers(folder, uids) if _key(raw, ledger, perspective, now) in keys]
            found.update(_same(keys, source.complete(folder, hits), ledger, perspective, now))
    return found


def _same(
    keys: set[str], raws: Iterator[RawMessage], ledger: Ledger, perspective: Perspective, now: datetime
) -> dict[str, Message]:
    found = {}
    for raw in raws:
        key = _key(raw, ledger, perspective, now)
        if key in keys:
            try:
                found[key] = read(raw, perspective, now=now)
            except Unreadable:
                continue
    return found


def _key(raw: RawMessage, ledger: Ledger, perspective: Perspective, now: datetime) -> str:
    try:
        return message_key(ledger, read_header(raw, perspective, now=now))
    except Unreadable:
        return ""
