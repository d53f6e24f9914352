"""A poll inside the test's own process, with a ledger in memory: what a whole command does, in milliseconds."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from classifiers.model import load
from nudger.ledger.ledger import Ledger
from nudger.looking import Reader
from nudger.mail.perspective import Perspective
from nudger.mail.source import Source
from nudger.poll import FolderOutcome, poll_steadily
from rules.pack import builtin_packs, digest_of

NOW = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
OWNER = "fatima@voorbeeld.example"


@cache
def reader() -> Reader:
    """What Fatima's mail is read and judged with."""
    packs = builtin_packs()
    perspective = Perspective(domains=frozenset({"voorbeeld.example"}), owner=frozenset({OWNER}))
    return Reader(perspective, packs, load(packs=digest_of(packs)), (), ZoneInfo("Europe/Amsterdam"), NOW)


def poll(source: Source, ledger: Ledger, folders: Sequence[str] = ("INBOX",)) -> list[FolderOutcome]:
    """Read these folders and close the source."""
    with closing(source):
        return [poll_steadily(source, folder, ledger, reader(), look_back_days=0) for folder in folders]


def letter(number: int, text: str = "Zullen we de overdracht anders regelen?", to: str = OWNER) -> bytes:
    """An internal mail."""
    return (
        f"From: Jan de Vries <jan@voorbeeld.example>\r\nTo: {to}\r\nSubject: Overdracht {number}\r\n"
        f"Date: Mon, 02 Mar 2026 08:30:{number % 60:02} +0000\r\nMessage-ID: <brief{number}@voorbeeld.example>\r\n"
        f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    ).encode()
