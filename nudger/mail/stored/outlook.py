"""nudger/mail: a message in Outlook's own format (``.msg``, MS-OXMSG), as a mail server would describe it.

A mail that came from elsewhere carries the header fields with which it travelled; one that was written here has none,
and gets them from what Outlook keeps of it. The content of attachments is never looked at.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, formataddr
from importlib.util import find_spec

from nudger.errors import Unreadable
from nudger.mail.guard import closed_when_in_doubt
from nudger.mail.mime.headers import BLOCK_LIMIT, Headers, line
from nudger.mail.mime.tree import MESSAGE_LIMIT
from nudger.mail.source import TEXT_LIMIT, Part
from nudger.mail.stored.compound import Properties, properties_of
from nudger.mail.stored.rtf import text_of_rtf

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first octets of such a file (MS-CFB section 2.2)."""
RECIPIENTS_LIMIT, ATTACHMENTS_LIMIT = 500, 100
"""Recipients and attachments that are looked at."""
RTF_LIMIT = 65_536
"""Octets of compressed rich text that are unpacked."""

_SUBJECT, _CLASS, _TRAVELLED, _BODY, _HTML, _RTF = "0037", "001A", "007D", "1000", "1013", "1009"
_SENSITIVITY, _SENT, _DELIVERED, _RECIPIENT_TYPE = 0x0036, 0x0039, 0x0E06, 0x0C15
_SENDERS = ("5D02", "5D01", "0065", "0C1F")
"""Where the sender's address stands: as SMTP for whom and by whom it was sent, then the same in any address type."""
_SENDER_NAMES = ("0042", "0C1A")
_ADDRESSES = ("39FE", "3003")
_IDS = {"Message-ID": "1035", "In-Reply-To": "1042", "References": "1039"}
_THREAD_INDEX = "0071"
_PREAMBLE = "Microsoft Mail Internet Headers"
_SENSITIVITIES = {1: "Personal", 2: "Private", 3: "Company-Confidential"}
"""MS-OXCMSG section 2.2.1.13, in the words of RFC 4021 section 2.1.55."""
_FIELDS = {1: "To", 2: "Cc", 3: "Bcc"}
"""Types of recipients (MS-OXOMSG section 2.2.3.1)."""
_KINDS = {
    "ipm.schedule.meeting": "text/calendar",
    "ipm.appointment": "text/calendar",
    "report.": "multipart/report",
    "ipm.note.smime.multipartsigned": "multipart/signed",
    "ipm.note.smime": "application/pkcs7-mime",
    "ipm.note.secure": "application/pkcs7-mime",
}
"""The beginning of a message class (MS-OXCMSG section 2.2.1.3), to the media type of such a mail on the wire."""
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def can_read() -> bool:
    """Whether the extra ``outlook`` is installed."""
    return find_spec("olefile") is not None


@closed_when_in_doubt
def structure_of(octets: bytes) -> tuple[bytes, tuple[Part, ...], dict[str, bytes]]:
    """Header block, parts and the octets of the texts, as :func:`nudger.mail.mime.tree.structure_of` gives them.

    Raises :class:`nudger.errors.Unreadable`: ``outlook-file`` without the extra, ``outlook-damaged``, ``too-large``,
    ``too-many-parts``, or a reason of :mod:`nudger.mail.guard`.
    """
    if len(octets) > MESSAGE_LIMIT:
        raise Unreadable("too-large")
    found = properties_of(octets)
    kind = _kind(found.text(_CLASS).lower())
    texts = dict(_texts(found))
    parts = [_text_part(section, *texts[section]) for section in texts]
    parts += [_attachment(number, one) for number, one in enumerate(found.inner("attach", ATTACHMENTS_LIMIT), start=2)]
    if kind and not any(part.media_type == kind for part in parts):
        parts.append(Part(str(len(parts) + 2), kind, disposition="attachment"))
    return _header(found, kind), tuple(parts), {section: text for section, (_, _, text) in texts.items()}


def _kind(message_class: str) -> str:
    return next((kind for start, kind in _KINDS.items() if message_class.startswith(start)), "")


# The header fields


def _header(found: Properties, kind: str) -> bytes:
    travelled = found.text(_TRAVELLED, 2 * BLOCK_LIMIT)
    if travelled.lstrip().startswith(_PREAMBLE):
        travelled = travelled.lstrip().partition("\n")[2]
    block = travelled.replace("\r\n", "\n").strip("\n").partition("\n\n")[0].encode("utf-8", "replace")
    known = Headers(block)
    made = [(name, value) for name, value in _made(found, kind, alone="from" not in known) if name.lower() not in known]
    lines = [f"{name}: {line(value, 65_536)}".encode("utf-8", "replace") for name, value in made]
    return b"".join(part + b"\r\n" for part in [*block.split(b"\n"), *lines] if part)


def _made(found: Properties, kind: str, *, alone: bool) -> Iterator[tuple[str, str]]:
    """The fields that Outlook's properties give; with ``alone``, those that say who wrote to whom too."""
    yield "Subject", found.text(_SUBJECT)
    if kind:
        yield "Content-Type", kind
    if sensitivity := _SENSITIVITIES.get(found.number(_SENSITIVITY)):
        yield "Sensitivity", sensitivity
    if sent := _moment(found.ticks(_SENT) or found.ticks(_DELIVERED)):
        yield "Date", format_datetime(sent)
    for field, name in _IDS.items():
        if value := found.text(name):
            yield field, value
    if index := found.octets(_THREAD_INDEX):
        yield "Thread-Index", base64.b64encode(index).decode("ascii")
    if alone:
        yield from _people(found)


def _people(found: Properties) -> Iterator[tuple[str, str]]:
    yield "From", _mailbox(found, _SENDER_NAMES, _SENDERS)
    recipients: dict[str, list[str]] = {}
    for one in found.inner("recip", RECIPIENTS_LIMIT):
        field = _FIELDS.get(one.number(_RECIPIENT_TYPE) & 0xF, "Cc")
        recipients.setdefault(field, []).append(_mailbox(one, ("3001",), _ADDRESSES))
    yield from ((field, ", ".join(people)) for field, people in recipients.items())


def _mailbox(found: Properties, names: tuple[str, ...], addresses: tuple[str, ...]) -> str:
    """``"Name" <address>``; of an address within Exchange (``/O=...``) only the name, so that it counts as unknown."""
    name = next(filter(None, map(found.text, names)), "")
    written = [line(found.text(one)) for one in addresses]
    address = next((one for one in written if one.count("@") == 1 and not one.startswith("/")), "")
    try:
        return formataddr((line(name), address)) if address else f'"{_bare(name)}"'
    except UnicodeError:
        return f'"{_bare(name)}" <{address}>'


def _bare(name: str) -> str:
    return line(name).replace("\\", "").replace('"', "")


def _moment(ticks: int) -> datetime | None:
    try:
        return _EPOCH + timedelta(microseconds=ticks // 10) if ticks else None
    except OverflowError:
        return None


# The parts


def _texts(found: Properties) -> Iterator[tuple[str, tuple[str, str, bytes]]]:
    """For each text its section, media type, charset and octets: the plain one, and the page it was written as."""
    plain, page = found.text(_BODY, 4 * TEXT_LIMIT), found.octets(_HTML, 4 * TEXT_LIMIT)
    if not plain.strip() and not page:
        plain = text_of_rtf(found.octets(_RTF, RTF_LIMIT + 1), RTF_LIMIT, found.code_page)
    if plain.strip() or not page:
        yield "1.1", ("text/plain", "utf-8", plain.encode("utf-8", "replace")[:TEXT_LIMIT])
    if page:
        yield "1.2", ("text/html", found.code_page, page[:TEXT_LIMIT])


def _text_part(section: str, media_type: str, charset: str, octets: bytes) -> Part:
    inside = ("multipart/mixed", "multipart/alternative")
    return Part(section, media_type, {"charset": charset}, "8bit", size=len(octets), inside=inside)


def _attachment(number: int, found: Properties) -> Part:
    name = found.text("3707") or found.text("3704") or found.text("3001")
    media_type = found.text("370E").strip().lower()
    if found.number(0x3705) == 5:  # PidTagAttachMethod: afEmbeddedMessage
        media_type = "message/rfc822"
    return Part(
        section=str(number),
        media_type=media_type if media_type.count("/") == 1 else "application/octet-stream",
        disposition="inline" if found.octets("3712") or found.text("3712") else "attachment",
        filename=line(name, 200),
        size=found.size("3701"),
        inside=("multipart/mixed",),
    )
