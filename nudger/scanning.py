"""One look at files: a line a message for ``classify``, candidate threads for ``scan``; nothing is stored or sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from nudger.errors import Unreadable
from nudger.ledger.ledger import Ledger
from nudger.ledger.records import ThreadRow
from nudger.looking import Reader
from nudger.mail.reading import read
from nudger.mail.source import RawMessage
from nudger.mail.stored.files import iterate, open_path
from nudger.nudges.judging import Judgement, judge
from nudger.poll import FolderOutcome, message_key, poll_folder
from rules.message import Message

BATCH = 200


@dataclass(frozen=True, slots=True)
class Classified:
    """One message of a file and what is thought of it; ``error`` says why it could not be read."""

    source: str
    message: Message | None
    judgement: Judgement
    error: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate thread of a scan: its row, and the topic and own words of the message that carries it."""

    id: str
    thread: ThreadRow
    title: str
    message: Message


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan saw: counts a folder, and the candidates, best first."""

    folders: tuple[FolderOutcome, ...]
    threads: int
    found: tuple[Found, ...]


def classify(paths: Iterable[Path], reader: Reader, *, ungated: bool = False) -> Iterator[Classified]:
    """Every message of these files, in order, whatever it is. Raises UnreadableInput for a path that is no mail."""
    for path in paths:
        with closing(open_path(path)) as source:
            raws = (raw for folder in source.folders() for raw in iterate(source, folder))
            numbered = ((f"{path}#{number}", raw) for number, raw in enumerate(raws))
            while batch := list(islice(numbered, BATCH)):
                yield from _judged(batch, reader, ungated=ungated)


def _judged(batch: Sequence[tuple[str, RawMessage]], reader: Reader, *, ungated: bool) -> Iterator[Classified]:
    read_ones = [(name, *_read(raw, reader)) for name, raw in batch]
    messages = [message for _, message, _ in read_ones if message]
    judgements = iter(judge(messages, reader.packs, reader.model, goals=reader.goals, ungated=ungated))
    for name, message, error in read_ones:
        yield Classified(name, message, next(judgements) if message else Judgement(), error)


def _read(raw: RawMessage, reader: Reader) -> tuple[Message | None, str]:
    try:
        return read(raw, reader.perspective, now=reader.now), ""
    except Unreadable as error:
        return None, error.reason


def as_json(one: Classified, *, text: bool = False) -> dict[str, Any]:
    """The stable form of ``classify``: gated or unreadable messages carry no scores."""
    message, judgement = one.message, one.judgement
    line = {
        "source": one.source,
        "message_id": message.id if message else None,
        "kind": judgement.kind or None,
        "kinds": judgement.kinds,
        "score": judgement.talk,
        "worth": judgement.worth,
        "verdict": str(judgement.verdict),
        "gates": list(judgement.gates),
        "findings": [name for name in judgement.findings if not name.startswith("goal.")],
        "internal": message.internal if message else None,
        "language": message.language if message else None,
        "error": one.error or None,
    }
    if text:
        line["own_words"] = message.own_words if message else None
    return line


def scan(paths: Iterable[Path], reader: Reader) -> Scan:
    """Poll files into a ledger that lives in memory only, and list what could be suggested."""
    folders: list[FolderOutcome] = []
    messages: dict[str, Message] = {}
    with Ledger.in_memory() as ledger:
        for path in paths:
            with closing(open_path(path)) as source:
                folders += [poll_folder(source, name, ledger, reader, look_back_days=0) for name in source.folders()]
        threads = ledger.threads.all()
        wanted = {thread.best for thread in threads if thread.verdict == "suggest"}
        for path in paths:
            messages.update(_wanted(path, wanted, ledger, reader))
        found = [_found(thread, messages, ledger) for thread in threads if thread.best in messages]
    return Scan(tuple(folders), len(threads), tuple(sorted(found, key=lambda one: -one.thread.worth)))


def _wanted(path: Path, wanted: set[str], ledger: Ledger, reader: Reader) -> Iterator[tuple[str, Message]]:
    """The messages with these keys, read once more."""
    with closing(open_path(path)) as source:
        for raw in (raw for folder in source.folders() for raw in iterate(source, folder) if wanted):
            message, _ = _read(raw, reader)
            if message and (key := message_key(ledger, message)) in wanted:
                yield key, message


def _found(thread: ThreadRow, messages: dict[str, Message], ledger: Ledger) -> Found:
    message = messages[thread.best]
    return Found(ledger.suggestions.id_of(thread.key), thread, message.topic or message.subject, message)
