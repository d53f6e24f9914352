"""Outlook files for tests, written with extract-msg's writer of compound files: what Outlook puts on the disk."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

from extract_msg.ole_writer import OleWriter

NAME = "__substg1.0_{}{:04X}"
TEXT, OCTETS, NUMBER, TIME = 0x001F, 0x0102, 0x0003, 0x0040
OLD_TEXT = 0x001E
SENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

TRAVELLED = (
    "Received: from mail.acme.example by mx.acme.example; Mon, 23 Nov 2026 10:00:00 +0100\r\n"
    "From: Jan de Vries <jan@acme.example>\r\nTo: leider@acme.example\r\nSubject: Idee: kunnen we dit delen?\r\n"
    "Date: Mon, 23 Nov 2026 10:00:00 +0100\r\nMessage-ID: <een@acme.example>\r\n"
    "Content-Type: multipart/alternative;\r\n\tboundary=x\r\n\r\n"
)


def outlook_file(
    properties: Mapping[int, Any], recipients: Sequence[Mapping[int, Any]] = (), attachments: Sequence[Any] = ()
) -> bytes:
    """The octets of a ``.msg``; a property is a text, octets, a number, or a moment."""
    writer = OleWriter()
    _write(writer, "", properties, bytes(32))
    for kind, inner in (("recip", recipients), ("attach", attachments)):
        for number, values in enumerate(inner):
            storage = f"__{kind}_version1.0_#{number:08X}"
            writer.addEntry(storage, storage=True)
            _write(writer, f"{storage}/", values, bytes(8))
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _write(writer: OleWriter, prefix: str, properties: Mapping[int, Any], start: bytes) -> None:
    records = start
    for name, value in properties.items():
        kind, fixed, octets = _encoded(value)
        records += struct.pack("<LL8s", name << 16 | kind, 6, fixed)
        if octets is not None:
            writer.addEntry(prefix + NAME.format(f"{name:04X}", kind), octets)
    writer.addEntry(f"{prefix}__properties_version1.0", records)


def _encoded(value: Any) -> tuple[int, bytes, bytes | None]:
    """Type, what stands in the record, and what stands in a stream of its own."""
    match value:
        case str():
            return TEXT, struct.pack("<L", 2 * len(value) + 2), value.encode("utf-16-le")
        case ("old", bytes(octets)):
            return OLD_TEXT, struct.pack("<L", len(octets) + 1), octets
        case bytes():
            return OCTETS, struct.pack("<L", len(value)), value
        case datetime():
            ticks = (value - datetime(1601, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1) * 10
            return TIME, struct.pack("<Q", ticks), None
    return NUMBER, struct.pack("<L", value), None


def received(**more: Any) -> bytes:
    """A colleague's mail, as it lies in the Inbox: with the header fields with which it travelled."""
    properties = {0x001A: "IPM.Note", 0x0037: "Idee", 0x007D: TRAVELLED, 0x1000: "Wat vinden jullie?\r\n"}
    return outlook_file(properties | _named(more))


def written_here(text: str = "Zullen we dit delen?\r\n", **more: Any) -> bytes:
    """The leader's own mail from Sent Items, which never travelled back; ``more`` as ``p1013=b"..."``."""
    properties = {
        0x001A: "IPM.Note",
        0x0037: "Idee voor de overdracht",
        0x0039: SENT,
        0x0042: "Fatima Jansen, teamleider",
        0x5D02: "leider@acme.example",
        0x0065: "/O=EXCHANGELABS/OU=EXCHANGE/CN=RECIPIENTS/CN=FATIMA",
        0x1000: text,
        0x1035: "<twee@acme.example>",
        0x1042: "<een@acme.example>",
        0x0071: bytes(6) + bytes(range(16)),
    }
    recipients = [
        {0x3001: "Jan de Vries", 0x39FE: "jan@acme.example", 0x0C15: 1},
        {0x3001: 'Zoë "van" Dam\r\nBcc: x@y.example', 0x39FE: "zoe@acme.example", 0x0C15: 2},
    ]
    attachments = [{0x3707: "plan.pdf", 0x370E: "application/pdf", 0x3701: b"%PDF", 0x3705: 1}]
    return outlook_file(properties | _named(more), recipients, attachments)


def _named(more: Mapping[str, Any]) -> dict[int, Any]:
    return {int(name[1:], 16): value for name, value in more.items()}
