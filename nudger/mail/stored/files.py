"""nudger/mail: mail that lies in files: one .eml or .msg, a folder of them, a Maildir, an mbox, a .pst; and the way to
read any source.

A UID is a rank, from 1: in a Maildir by base name (which begins with the time of delivery), in a folder by name. File
names never come from a mail.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from nudger.errors import FolderMissing, UnreadableInput
from nudger.mail.batches import batches
from nudger.mail.imap.folders import Folder, sent_folder
from nudger.mail.mime.tree import MESSAGE_LIMIT
from nudger.mail.source import FolderState, RawMessage, Source, Traffic
from nudger.mail.stored import outlook, pst
from nudger.mail.stored.mbox import MboxSource, explained, open_plain_or_gzip
from nudger.mail.stored.whole import HEADER_READ, header_block, taken_apart

INBOX = "INBOX"


def open_path(path: Path, account: str = "") -> Source:
    """The source for whatever lies at ``path``; ``account`` names it, instead of the path itself.

    A folder with ``cur`` or ``new`` in it is a Maildir, any other a folder of messages; a file that begins with
    ``From `` is an mbox, one of Outlook's data files is unpacked, any other is a message. Raises UnreadableInput, also
    where only Outlook files lie and the extra that reads them is missing.
    """
    account = account or str(path)
    with explained(path):
        if path.is_dir():
            return _folder_source(path, account)
        if path.exists() and not path.is_file():
            raise UnreadableInput("file-closed", path=str(path))
        if _is_mbox(path):
            return MboxSource(path, account)
        if _begins_with(path, pst.SIGNATURE):
            unpacked = pst.UnpackedPst(path)
            return FileSource(path, account, unpacked.folders(), on_close=unpacked.remove)
        return FileSource(path, account, {path.name: lambda: _readable([path])})


def iterate(source: Source, folder: str) -> Iterator[RawMessage]:
    """Every message of a folder in order, each exactly once, with text or with a ``problem`` (``gone``: vanished)."""
    for uids in batches(source.uids(folder)):
        known = {raw.uid: raw for raw in source.complete(folder, source.headers(folder, uids))}
        for uid in uids:
            yield known.get(uid) or RawMessage(uid, problem="gone")


class FileSource:
    """A mailbox in which each message is a file; ``folders`` gives for each folder what lists its files in order.

    With ``dated``, the time of a file is the arrival of its message. ``on_close`` is called when it is closed.
    """

    def __init__(
        self,
        root: Path,
        account: str,
        folders: Mapping[str, Callable[[], list[Path]]],
        *,
        dated: bool = False,
        on_close: Callable[[], None] = lambda: None,
    ) -> None:
        self.account = account
        self.traffic = Traffic()
        self._root = root
        self._folders = folders
        self._dated = dated
        self._on_close = on_close
        self._paths: dict[str, list[Path]] = {}

    def folders(self) -> Sequence[str]:
        """Names of all folders."""
        return list(self._folders)

    def sent_folder(self) -> str | None:
        """The folder whose name says so."""
        return sent_folder([Folder(name) for name in self._folders])

    def state(self, folder: str) -> FolderState:
        """Lists the files anew. UIDVALIDITY never changes."""
        self._paths.pop(folder, None)
        count = len(self._listed(folder))
        identity = f"{self._root.resolve()}\0{folder}".encode("utf-8", "surrogateescape")
        return FolderState(zlib.crc32(identity) or 1, count + 1, count)

    def uids(self, folder: str, after: int = 0, since: date | None = None) -> list[int]:
        """Ranks; ``since`` is held against the time of a file, where that is its arrival."""
        ranked = enumerate(self._listed(folder), start=1)
        return [uid for uid, path in ranked if uid > after and (since is None or self._arrived_since(path, since))]

    def headers(self, folder: str, uids: Sequence[int]) -> Iterator[RawMessage]:
        """The header blocks, sizes and, where ``dated``, times."""
        for uid in sorted(set(uids)):
            if path := self._path(folder, uid):
                yield from self._read(path, RawMessage(uid), self._header)

    def complete(self, folder: str, raws: Iterable[RawMessage]) -> Iterator[RawMessage]:
        """The messages, taken apart; one larger than MESSAGE_LIMIT is a problem."""
        for raw in raws:
            if raw.problem:
                yield raw
            elif path := self._path(folder, raw.uid):
                yield from self._read(path, raw, self._whole)

    def close(self) -> None:
        """Nothing is open; what was unpacked for reading goes away."""
        self._on_close()

    def _listed(self, folder: str) -> list[Path]:
        """The files as they were when they were first listed, so that ranks stay what they are."""
        if folder not in self._folders:
            raise FolderMissing("folder-missing", account=self.account, folder=folder)
        if folder not in self._paths:
            self._paths[folder] = self._folders[folder]()
        return self._paths[folder]

    def _path(self, folder: str, uid: int) -> Path | None:
        paths = self._listed(folder)
        return paths[uid - 1] if 0 < uid <= len(paths) else None

    def _arrived_since(self, path: Path, since: date) -> bool:
        try:
            return not self._dated or _modified(path.stat()).date() >= since
        except OSError:
            return True

    def _read(
        self, path: Path, raw: RawMessage, read: Callable[[Path, RawMessage], RawMessage]
    ) -> Iterator[RawMessage]:
        """What ``read`` makes of it; nothing for a file that has vanished."""
        try:
            yield read(path, raw)
        except FileNotFoundError:
            return
        except (OSError, EOFError, zlib.error):
            yield replace(raw, problem="cannot-open")

    def _header(self, path: Path, raw: RawMessage) -> RawMessage:
        status = path.stat()
        start = self._octets(path, HEADER_READ)
        arrived = _modified(status) if self._dated else None
        raw = replace(raw, size=status.st_size, internal_date=arrived)
        if start.startswith(outlook.SIGNATURE):
            whole = self._whole(path, raw)
            return replace(raw, header=whole.header, problem=whole.problem)
        return replace(raw, header=header_block(start))

    def _whole(self, path: Path, raw: RawMessage) -> RawMessage:
        octets = self._octets(path, MESSAGE_LIMIT + 1)
        return replace(raw, problem="too-large") if len(octets) > MESSAGE_LIMIT else taken_apart(raw, octets)

    def _octets(self, path: Path, limit: int) -> bytes:
        with open_plain_or_gzip(path) as stream:
            octets = stream.read(limit)
        self.traffic.bytes_in += len(octets)
        return octets


def _is_mbox(path: Path) -> bool:
    with open_plain_or_gzip(path) as stream:
        start = stream.read(64).lstrip(b"\r\n")
    return start.startswith(b"From ") or (not start and path.suffix != ".eml")


def _begins_with(path: Path, signature: bytes) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(signature)) == signature


def _readable(paths: list[Path]) -> list[Path]:
    """The paths. Raises UnreadableInput ``outlook-extra`` when all are Outlook files and nothing here can read them."""
    if paths and not outlook.can_read() and all(path.suffix.lower() == ".msg" for path in paths):
        hint = "outlook-extra-hint"
        raise UnreadableInput("outlook-extra", hint=hint, path=str(paths[0]), count=len(paths))
    return paths


def _folder_source(path: Path, account: str) -> FileSource:
    if not _is_maildir(path):
        return FileSource(path, account, {path.name: partial(_messages, path)})
    # Maildir++: a folder lies beside cur and new, its name begins with a dot, and more dots part the levels.
    others = sorted(entry for entry in path.iterdir() if entry.name.startswith(".") and _is_maildir(entry))
    folders = {INBOX: path} | {entry.name[1:].replace(".", "/"): entry for entry in others}
    return FileSource(path, account, {name: partial(_delivered, at) for name, at in folders.items()}, dated=True)


def _is_maildir(path: Path) -> bool:
    return (path / "cur").is_dir() or (path / "new").is_dir()


def _delivered(maildir: Path) -> list[Path]:
    """The files in ``cur`` and ``new`` by base name, which stays the same when a program sets a flag."""
    found = [entry for place in ("cur", "new") for entry in _plain_files(maildir / place)]
    return sorted(found, key=lambda entry: entry.name.partition(":")[0])


def _messages(folder: Path) -> list[Path]:
    """The files below a folder by name: the .eml files where there are any, else all that are not hidden."""
    found: list[Path] = []
    for here, inner, names in os.walk(folder):
        inner[:] = [name for name in inner if not name.startswith(".")]
        found += [path for name in names if not name.startswith(".") and (path := Path(here, name)).is_file()]
    messages = [path for path in found if path.suffix.lower() in (".eml", ".msg")]
    return _readable(sorted(messages or found))


def _plain_files(folder: Path) -> Iterator[Path]:
    try:
        yield from (entry for entry in folder.iterdir() if not entry.name.startswith(".") and entry.is_file())
    except FileNotFoundError:
        return


def _modified(status: os.stat_result) -> datetime:
    return datetime.fromtimestamp(status.st_mtime, UTC)
