"""nudger/mail: mbox files (RFC 4155), also gzipped, read as a stream: never more than one message in memory.

A message begins with a ``From `` line after an empty line. Programs that forget to quote such a line in a text are
common, so it must also look like one: a time in it, or a header field below it. ``>From `` is unquoted as in mboxrd.
"""

from __future__ import annotations

import gzip
import re
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from nudger.errors import FolderMissing, UnreadableInput
from nudger.mail.mime.headers import moment
from nudger.mail.mime.tree import MESSAGE_LIMIT
from nudger.mail.source import FolderState, RawMessage, Traffic
from nudger.mail.stored.whole import HEADER_READ, header_block, taken_apart

LINE_PIECE = 65_536
"""Octets of a line that are looked at together; a longer line comes in pieces."""
FROM_LINE_LIMIT = 1_000

_TIME = re.compile(rb"\d:\d\d")
_FIELD = re.compile(rb"[!-9;-~]{1,100}[ \t]*:")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_GZIP = b"\x1f\x8b"


class MboxSource:
    """One mbox file as a mailbox with one folder; a UID is a place in the file, from 1.

    UIDVALIDITY changes when another file lies there or its first message went. A damaged or vanished file raises
    UnreadableInput.
    """

    def __init__(self, path: Path, account: str = "") -> None:
        self.account = account or str(path)
        self.traffic = Traffic()
        self._path = path
        self._marks = array("Q")
        self._seen: tuple[int, int] | None = None
        # Headers and bodies are asked for in turns; each goes forward on its own, because gzip can only go forward.
        self._for_headers = _Reader(path)
        self._for_bodies = _Reader(path)

    def folders(self) -> Sequence[str]:
        """The file's name."""
        return [self._path.name]

    def sent_folder(self) -> str | None:
        """None: a file does not say what it holds."""
        return None

    def state(self, folder: str) -> FolderState:
        """Counts the messages: one pass over the file, not repeated while it stays the same."""
        self._index(folder)
        return FolderState(self._uidvalidity(), len(self._marks) or 1, max(0, len(self._marks) - 1))

    def uids(self, folder: str, after: int = 0, since: date | None = None) -> list[int]:
        """Places in the file; ``since`` is held against the date of the ``From `` line, where it has one."""
        self._index(folder)
        places = range(after + 1, len(self._marks))
        if since is None:
            return list(places)
        arrived = ((uid, from_line_date(self._from_line(uid))) for uid in places)
        return [uid for uid, moment in arrived if moment is None or moment.date() >= since]

    def headers(self, folder: str, uids: Sequence[int]) -> Iterator[RawMessage]:
        """The header blocks; ``internal_date`` is the date of the ``From `` line."""
        self._index(folder)
        for uid in sorted(set(uids)):
            if 0 < uid < len(self._marks):
                start, end = self._marks[uid - 1], self._marks[uid]
                octets = self._for_headers.read(start, min(end - start, FROM_LINE_LIMIT + HEADER_READ))
                from_line, _, message = octets.partition(b"\n")
                self.traffic.bytes_in += len(octets)
                size = max(0, end - start - len(from_line) - 1)
                yield RawMessage(uid, header_block(unquoted(message)), size, from_line_date(from_line))

    def complete(self, folder: str, raws: Iterable[RawMessage]) -> Iterator[RawMessage]:
        """The messages, taken apart; one larger than MESSAGE_LIMIT is a problem."""
        self._index(folder)
        for raw in raws:
            if 0 < raw.uid < len(self._marks):
                yield raw if raw.problem else self._whole(raw)

    def close(self) -> None:
        """Close the file."""
        self._for_headers.close()
        self._for_bodies.close()

    def _whole(self, raw: RawMessage) -> RawMessage:
        start, end = self._marks[raw.uid - 1], self._marks[raw.uid]
        if end - start > MESSAGE_LIMIT:
            return replace(raw, problem="too-large")
        octets = self._for_bodies.read(start, end - start)
        self.traffic.bytes_in += len(octets)
        return taken_apart(raw, message_of(octets))

    def _from_line(self, uid: int) -> bytes:
        return self._for_headers.read(self._marks[uid - 1], FROM_LINE_LIMIT).partition(b"\n")[0]

    def _index(self, folder: str) -> None:
        """Find where the messages begin, and where the last one ends."""
        if folder != self._path.name:
            raise FolderMissing("folder-missing", account=self.account, folder=folder)
        with explained(self._path):
            now = self._path.stat()
            if self._seen != (now.st_size, now.st_mtime_ns):
                self.close()
                with open_plain_or_gzip(self._path) as stream:
                    self._marks = array("Q", [*message_starts(stream), stream.tell()])
                self._seen = now.st_size, now.st_mtime_ns

    def _uidvalidity(self) -> int:
        identity = self._path.stat()
        first = self._from_line(1) if len(self._marks) > 1 else b""
        return zlib.crc32(b"%d %d %s" % (identity.st_dev, identity.st_ino, first)) or 1


class _Reader:
    """A file, read at growing offsets; opened when it is first needed, and again when it was closed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stream: BinaryIO | None = None

    def read(self, start: int, size: int) -> bytes:
        """At most ``size`` octets from ``start`` on."""
        with explained(self._path):
            if self._stream is None:
                self._stream = open_plain_or_gzip(self._path)
            self._stream.seek(start)
            return self._stream.read(size)

    def close(self) -> None:
        """Close the file."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None


def open_plain_or_gzip(path: Path) -> BinaryIO:
    """The octets in a file, unpacked where it is packed."""
    with path.open("rb") as file:
        packed = file.read(2) == _GZIP
    return cast(BinaryIO, gzip.open(path)) if packed else path.open("rb")


def message_starts(stream: BinaryIO) -> Iterator[int]:
    """Offset of each message's ``From `` line; reads the stream to its end."""
    offset, doubtful, found, after_blank, at_start = 0, -1, False, True, True
    for piece in iter(partial(stream.readline, LINE_PIECE), b""):
        if doubtful >= 0 and _FIELD.match(piece):
            yield doubtful
        doubtful = -1
        if after_blank and at_start and piece.startswith(b"From "):
            if _TIME.search(piece) or not found:
                found = True
                yield offset
            else:
                doubtful = offset
        after_blank = at_start and piece in (b"\n", b"\r\n")
        at_start = piece.endswith(b"\n")
        offset += len(piece)


def message_of(octets: bytes) -> bytes:
    """The message itself: without its ``From `` line, the empty line behind it, and the quoting of the format."""
    message = octets.partition(b"\n")[2]
    for blank in (b"\r\n", b"\n"):
        if message.endswith(blank * 2):
            message = message.removesuffix(blank)
            break
    return unquoted(message)


def unquoted(message: bytes) -> bytes:
    """Lines that begin with ``>From `` lose one mark (mboxrd)."""
    return _QUOTED_FROM.sub(rb"\1", message) if b">From " in message else message


def from_line_date(line: bytes) -> datetime | None:
    """The moment in ``From address date``, which is in UTC unless it says otherwise; None where there is none."""
    return moment(line[:FROM_LINE_LIMIT].decode("ascii", "replace").partition(" ")[2].strip().partition(" ")[2])


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Trouble with a file as UnreadableInput: ``file-missing``, ``file-damaged`` (gzip) or ``file-closed``."""
    try:
        yield
    except FileNotFoundError:
        raise UnreadableInput("file-missing", path=str(path)) from None
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise UnreadableInput("file-damaged", path=str(path)) from None
    except OSError:
        raise UnreadableInput("file-closed", path=str(path)) from None
