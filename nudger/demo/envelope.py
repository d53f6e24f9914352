"""Demo: from a written letter to the bytes that travel (RFC 5322), with the headers a mail server adds."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from string import Template
from zoneinfo import ZoneInfo

from nudger.demo.clients import Body, Style
from nudger.demo.letters import Letter, Person

SERVER = "mail.voorbeeld.example"
FILETIME_EPOCH = datetime.fromisoformat("1601-01-01T00:00:00+00:00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Who sends what to whom, and where in which conversation; ``place`` is the position in the thread, from 0."""

    thread: str
    place: int
    sender: Person
    to: tuple[Person, ...]
    cc: tuple[Person, ...]
    subject: str
    sent: datetime
    began: datetime
    """When the first mail of the thread was sent."""
    ancestors: tuple[str, ...]
    """Message-IDs of the mails answered, oldest first."""

    @property
    def digest(self) -> str:
        """A name for this mail that is the same in every run: 20 hexadecimal digits."""
        return hashlib.sha256(f"{self.thread}/{self.place}".encode()).hexdigest()[:20]

    def message_id(self, how: Style) -> str:
        """In the shape that the sender's program gives it, with angle brackets."""
        return f"<{Template(how.message_id).substitute(hash=self.digest.upper(), domain=self.sender.domain)}>"

    @property
    def arrival(self) -> datetime:
        """When it lies in the mailbox: some seconds after it was sent."""
        return self.sent + timedelta(seconds=5 + int(self.digest[:2], 16) % 60)


def seal(envelope: Envelope, letter: Letter, how: Style, body: Body, *, received: bool) -> bytes:
    """The mail as it lies in the mailbox; ``received`` says that a server has carried it, and adds its headers."""
    message = EmailMessage(policy=SMTP)
    fields = (_server_fields(envelope) if received else {}) | _fields(envelope, how) | dict(letter.headers)
    for name, value in fields.items():
        if value and name not in letter.without:
            message[name] = value
    if letter.content_type:
        return _raw(message, letter)
    _fill(message, how, body, f"=_{envelope.digest}")
    _attach(message, letter, f"=_mixed_{envelope.digest}")
    return message.as_bytes()


def _server_fields(envelope: Envelope) -> dict[str, str]:
    domain, arrival = envelope.sender.domain, format_datetime(envelope.arrival)
    return {
        "Return-Path": f"<{envelope.sender.email}>",
        "Received": f"from smtp.{domain} by {SERVER} with ESMTPS id {envelope.digest}; {arrival}",
        "Authentication-Results": f"{SERVER}; spf=pass smtp.mailfrom={domain}; dkim=pass header.d={domain}; "
        f"dmarc=pass header.from={domain}",
        "DKIM-Signature": f"v=1; a=rsa-sha256; d={domain}; s=mail; h=from:to:subject:date; "
        f"bh={envelope.digest}; b={envelope.digest}",
    }


def _fields(envelope: Envelope, how: Style) -> dict[str, str]:
    fields = {
        "From": _addresses(envelope.sender),
        "To": _addresses(*envelope.to),
        "Cc": _addresses(*envelope.cc),
        "Subject": envelope.subject,
        "Date": format_datetime(envelope.sent.astimezone(ZoneInfo(envelope.sender.zone))),
        "Message-ID": envelope.message_id(how),
    }
    if envelope.ancestors:
        fields |= {"In-Reply-To": envelope.ancestors[-1], "References": " ".join(envelope.ancestors)}
    if how.thread_index:
        fields["Thread-Index"] = _thread_index(envelope)
    return fields


def _addresses(*persons: Person) -> str:
    return ", ".join(str(Address(person.name, addr_spec=person.email)) for person in persons)


def _thread_index(envelope: Envelope) -> str:
    """When the thread began in 100 ns, its GUID, and 5 bytes a reply ([MS-OXOMSG] 2.2.1.3)."""
    ticks = (envelope.began - FILETIME_EPOCH) // timedelta(microseconds=1) * 10
    guid = hashlib.sha256(envelope.thread.encode()).digest()[:16]
    replies = b"".join(place.to_bytes(5, "big") for place in range(1, envelope.place + 1))
    return b64encode((ticks >> 16).to_bytes(6, "big") + guid + replies).decode("ascii")


def _fill(message: EmailMessage, how: Style, body: Body, boundary: str) -> None:
    if how.parts == "html" and body.page:
        message.set_content(body.page, subtype="html", cte="quoted-printable")
        return
    message.set_content(body.plain + "\n", cte="quoted-printable")
    if how.parts == "alternative" and body.page:
        message.add_alternative(body.page, subtype="html", cte="quoted-printable")
        message.set_boundary(boundary)


def _attach(message: EmailMessage, letter: Letter, boundary: str) -> None:
    if letter.attach:
        subtype = letter.attach.media_type.partition("/")[2]
        message.add_attachment(letter.attach.text, subtype=subtype, filename=letter.attach.name, cte="base64")
        message.set_boundary(boundary)


def _raw(message: EmailMessage, letter: Letter) -> bytes:
    """A body that is written out in the data, below the headers."""
    message["MIME-Version"] = "1.0"
    message["Content-Type"] = letter.content_type
    header = message.as_bytes().rpartition(b"\r\n\r\n")[0]
    return header + b"\r\n\r\n" + letter.text.encode("ascii").replace(b"\n", b"\r\n") + b"\r\n"
