"""Reading a mail: labelled JSON lines, read exactly as a mail from a mailbox is.

Each row becomes the mail that it once was (RFC 5322) and passes the same reading, so that what a model learns is what
it will see. Fields of a row: ``../shared/data/README.md``.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from classifiers.labels import Example, Label
from nudger.errors import Unreadable
from nudger.mail.mime.tree import structure_of
from nudger.mail.perspective import Perspective
from nudger.mail.reading import read
from nudger.mail.source import RawMessage
from rules.message import Message

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of a row that has none, so that two readings of a file are equal."""

_ENRON = "enron.com"
_FROM_THE_ROW = frozenset(
    ["from", "to", "cc", "subject", "date", "content-type", "content-transfer-encoding", "mime-version"]
)

Row = dict[str, Any]


def examples(paths: Iterable[Path]) -> Iterator[Example]:
    """Every labelled row of these files (``.jsonl`` or ``.jsonl.gz``), in order.

    A row that cannot be read is given with empty words. ``group`` is equal for rows that must not stand on both sides
    of a split: in real mail those of one sender, one topic or one original; in written mail those of one sender's
    domain, because neighbours quote each other.
    """
    rows = [(path, row) for path in paths for row in _rows(path)]
    messages = [message_of(row) for _, row in rows]
    groups = _groups([_keys(row, message) for (_, row), message in zip(rows, messages, strict=True)])
    for (path, row), message, group in zip(rows, messages, groups, strict=True):
        label = Label(row["kind"], row["repost"], row.get("sensitive", 0))
        yield Example(message, label, source=f"{path.name}#{row['id']}", group=group)


def message_of(row: Row) -> Message:
    """The message of a row, seen from inside the sender's organisation (Enron, for the real mail)."""
    perspective = Perspective(domains=frozenset({_inside(row)}))
    try:
        header, parts, bodies = structure_of(mail_of(row))
        message = read(RawMessage(0, header, parts=parts, bodies=bodies), perspective, now=UNDATED)
    except Unreadable:
        return Message(id=f"<{row['id']}@unreadable.invalid>", sent=UNDATED, sent_sure=False)
    written_as = row.get("headers", {}).get("Content-Type", "").partition(";")[0].strip().lower()
    return replace(message, media_type=written_as or message.media_type)


def mail_of(row: Row) -> bytes:
    """The row as the octets of a mail. A body is plain text here, whatever it was made from."""
    headers = {
        "Message-ID": f"<{row['id']}@labelled.invalid>",
        "Date": row.get("date", ""),
        "From": row["from"],
        "To": ", ".join(_all_addressees(row)),
        "Cc": ", ".join(row.get("cc", [])),
        "Subject": row["subject"],
        **{name: value for name, value in row.get("headers", {}).items() if name.lower() not in _FROM_THE_ROW},
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    lines = [f"{name}: {' '.join(str(value).split())}" for name, value in headers.items() if value]
    return "\r\n".join([*lines, "", row["body"]]).encode("utf-8", "replace")


def _rows(path: Path) -> Iterator[Row]:
    octets = path.read_bytes()
    for line in (gzip.decompress(octets) if path.suffix == ".gz" else octets).splitlines():
        yield json.loads(line)


def _is_real(row: Row) -> bool:
    """Real mail says where it is from."""
    return "source" in row


def _domain(address: str) -> str:
    return address.rpartition("@")[2].strip("> ").lower()


def _inside(row: Row) -> str:
    return _ENRON if _is_real(row) and row["source"] != "enron-told-anew" else _domain(row["from"])


def _all_addressees(row: Row) -> list[str]:
    """The To field; where the row kept only the first of many, others stand in, so that the number is true."""
    missing = row.get("n_to", 0) - len(row["to"])
    return [*row["to"], *(f"addressee-{number}@{_inside(row)}" for number in range(missing))]


def _keys(row: Row, message: Message) -> list[str]:
    """What a row shares with those that must stay on its side of a split."""
    if not _is_real(row):
        return [f"domain:{_domain(row['from'])}"]
    sender = message.sender.email if message.sender else row["from"].casefold()
    topic = [f"topic:{message.topic.casefold()}"] if message.topic else []
    return [f"original:{row['id']}", f"sender:{sender}", *topic]


def _groups(keys: Sequence[Sequence[str]]) -> list[str]:
    """For each row the name of its set, where rows with a key in common are in one set (union-find)."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while (above := parent.setdefault(key, key)) != key:
            parent[key] = parent[above]
            key = parent[key]
        return key

    for own in keys:
        for key in own[1:]:
            parent[root(key)] = root(own[0])
    return [root(own[0]) for own in keys]
