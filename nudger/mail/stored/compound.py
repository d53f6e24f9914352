"""nudger/mail: the properties in an Outlook file: streams of a compound file (MS-CFB, MS-OXMSG section 2), bounded.

olefile finds the streams (the extra ``outlook``). It is told to be strict, and what it would follow as far as a file
says (the allocation table, the directory) is held against the size of the file first.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from nudger.errors import Unreadable
from nudger.mail.mime.charset import decode

ENTRIES_LIMIT = 8_000
"""Streams and storages of a file; one with more is not read (a mail to five hundred people has six thousand)."""
STRING_LIMIT = 8_192
"""Octets of a text property that are kept."""

_DAMAGED = "outlook-damaged"
_HEADER = struct.Struct("<30xHH10xL")
"""MS-CFB section 2.2: the shifts that give the sizes of sectors and small sectors, and the number of FAT sectors."""
_FAT_IN_HEADER = 109
_RECORD = struct.Struct("<L4x8s")
"""A property of fixed length (MS-OXMSG section 2.4.2.1): its tag and its value."""
_TOP, _INNER = 32, 8
"""Octets before the records, in the message itself and in its recipients and attachments (section 2.4.1)."""


class Properties:
    """The properties of a message, or of the recipient or attachment in one of its storages.

    A property is named by its id (MS-OXPROPS): ``"0037"`` a text, ``"1013"`` octets, ``0x0036`` a number.
    """

    def __init__(self, file: Any, storage: str = "", code_page: str = "") -> None:
        self._file = file
        self._prefix = f"{storage}/" if storage else ""
        records = self._stream(f"{self._prefix}__properties_version1.0", 65_536)[_INNER if storage else _TOP :]
        whole = len(records) // _RECORD.size * _RECORD.size
        self._fixed = {tag >> 16: value for tag, value in _RECORD.iter_unpack(records[:whole])}
        self.code_page = code_page or f"cp{self.number(0x3FDE) or self.number(0x3FFD) or 1252}"

    def number(self, name: int) -> int:
        """A property of type PtypInteger32; 0 where it is absent."""
        return int.from_bytes(self._fixed.get(name, b"")[:4], "little")

    def ticks(self, name: int) -> int:
        """A property of type PtypTime: tenths of a microsecond since 1601; 0 where it is absent."""
        return int.from_bytes(self._fixed.get(name, b""), "little")

    def text(self, name: str, limit: int = STRING_LIMIT) -> str:
        """A property of type PtypString (UTF-16) or PtypString8 (the code page of the message)."""
        octets = self._stream(f"{self._prefix}__substg1.0_{name}001F", limit)
        if octets:
            return octets.decode("utf-16-le", "replace").rstrip("\0")
        return decode(self._stream(f"{self._prefix}__substg1.0_{name}001E", limit), self.code_page).rstrip("\0")

    def octets(self, name: str, limit: int = STRING_LIMIT) -> bytes:
        """A property of type PtypBinary, its first ``limit`` octets."""
        return self._stream(f"{self._prefix}__substg1.0_{name}0102", limit)

    def size(self, name: str) -> int:
        """Octets of a property of type PtypBinary; 0 where it is absent, or is a storage."""
        path = f"{self._prefix}__substg1.0_{name}0102"
        return int(self._file.get_size(path)) if self._file.get_type(path) == 2 else 0

    def inner(self, kind: str, most: int) -> Iterator[Properties]:
        """The properties of each recipient (``recip``) or attachment (``attach``), at most so many."""
        names = [path[0] for path in self._file.listdir(streams=False, storages=True) if len(path) == 1]
        for name in [name for name in names if name.startswith(f"__{kind}_version1.0_#")][:most]:
            yield Properties(self._file, name, self.code_page)

    def _stream(self, path: str, limit: int) -> bytes:
        """The first octets of a stream; none where there is no such stream."""
        if self._file.get_type(path) != 2:
            return b""
        # Each of thousands of small properties of a hostile file may claim to be as large as the file itself.
        if limit == STRING_LIMIT and self._file.get_size(path) > 8 * STRING_LIMIT:
            return b""
        return bytes(self._file.openstream(path).read(limit))


def properties_of(octets: bytes) -> Properties:
    """The properties of the message in a file. Raises Unreadable ``outlook-file`` where olefile is not installed,
    ``outlook-damaged`` for a file that is not what it says, ``too-many-parts``.
    """
    try:
        import olefile
    except ImportError:
        raise Unreadable("outlook-file") from None
    _believable(octets)
    file = olefile.OleFileIO(raise_defects=olefile.DEFECT_INCORRECT)
    file._load_direntry = _counted(file._load_direntry)
    try:
        file.open(BytesIO(octets))
        return Properties(file)
    except (OSError, struct.error, IndexError):
        raise Unreadable(_DAMAGED) from None


def _believable(octets: bytes) -> None:
    """Refuse a header that promises more than the file can hold: the table would be read as often as it says."""
    if len(octets) < 512:
        raise Unreadable(_DAMAGED)
    sector, small, tables = _HEADER.unpack_from(octets)
    if (sector, small) not in {(9, 6), (12, 6)}:
        raise Unreadable(_DAMAGED)
    sectors = (len(octets) >> sector) + 1
    if tables > _FAT_IN_HEADER + sectors // (1 << (sector - 2)):
        raise Unreadable(_DAMAGED)


def _counted(load: Any) -> Any:
    """The same loader of directory entries, which gives up at ENTRIES_LIMIT."""
    seen = 0

    def loaded(number: int) -> Any:
        nonlocal seen
        seen += 1
        if seen > ENTRIES_LIMIT:
            raise Unreadable("too-many-parts")
        return load(number)

    return loaded
