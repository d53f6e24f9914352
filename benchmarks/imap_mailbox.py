"""The mailbox on which IMAP is measured: always the same messages, made from a fixed seed, in an mbox for Dovecot.

Of ``full`` mail 60 % is plain text of 1 to 6 kB, 25 % plain text with an HTML twin (10 to 60 kB together), and 15 % has
a PDF of 100 kB to 1.5 MB: 5,000 messages are about 665 MB. ``small`` mail is plain text of about 1 kB. All of it is
internal, from forty colleagues, in threads of one to eight: nothing is decided by its header alone, which is the worst
case for a poll.
"""

from __future__ import annotations

import base64
import quopri
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

SEED = 7
START = datetime(2025, 9, 1, 8, 0, tzinfo=UTC)
OWNER, DOMAIN = "fatima@voorbeeld.example", "voorbeeld.example"
SENTENCES = (
    "Zullen we de overdracht op vrijdag anders regelen?",
    "Ik heb een idee voor de planning van volgende maand.",
    "De cijfers van het derde kwartaal staan op de schijf.",
    "Kun jij dit vóór dinsdag nakijken?",
    "Wie heeft er ervaring met het nieuwe formulier?",
    "We spreken elkaar morgen om tien uur in kamer twaalf.",
    "Misschien kan iemand van de andere teams meedenken.",
    "De leverancier belt vanmiddag terug over de bestelling.",
    "I wonder whether other teams have the same problem.",
    "Could we try this with one ward first?",
    "The minutes of the meeting are attached.",
    "Thanks for your help with the rota.",
)


def write_mbox(path: Path, count: int, kind: str = "full") -> int:
    """Write ``count`` messages of this kind; gives the octets of the messages."""
    octets = 0
    with path.open("wb") as file:
        for number, raw in enumerate(mails(count, kind)):
            when = START + timedelta(minutes=number)
            file.write(b"From - " + when.strftime("%a %b %d %H:%M:%S %Y").encode() + b"\n" + raw + b"\n")
            octets += len(raw) + raw.count(b"\n")
    return octets


def mails(count: int, kind: str = "full") -> Iterator[bytes]:
    """The messages, with lines that end in a bare line feed."""
    chance = random.Random(SEED)
    thread = 0
    for number in range(count):
        first = chance.random() < 0.4
        thread = number if first else thread
        share = chance.random() if kind == "full" else 0.0
        yield _head(chance, number, thread) + _content(chance, share, 1_000 if kind == "small" else 0)


def _head(chance: random.Random, number: int, thread: int) -> bytes:
    sender = chance.randrange(40)
    subject = f"{'' if number == thread else 'Re: '}Onderwerp {thread}"
    references = "" if number == thread else f"References: <{thread}@{DOMAIN}>\n"
    return (
        f"Received: from mail.{DOMAIN} by mx.{DOMAIN}; {format_datetime(START)}\n"
        f"From: Collega {sender} <collega{sender}@{DOMAIN}>\nTo: {OWNER}, team@{DOMAIN}\nSubject: {subject}\n"
        f"Date: {format_datetime(START + timedelta(minutes=number))}\nMessage-ID: <{number}@{DOMAIN}>\n{references}"
        "MIME-Version: 1.0\n"
    ).encode()


def _content(chance: random.Random, share: float, size: int) -> bytes:
    if share < 0.6:
        return _plain(chance, size or chance.randint(1_000, 6_000))
    if share < 0.85:
        total = chance.randint(10_000, 60_000)
        return _multipart("alternative", _plain(chance, total // 6), _html(chance, total - total // 6))
    pdf = base64.encodebytes(chance.randbytes(chance.randint(75_000, 1_078_000)))
    head = b"Content-Type: application/pdf; name=stuk.pdf\nContent-Transfer-Encoding: base64\n"
    head += b"Content-Disposition: attachment; filename=stuk.pdf\n\n"
    return _multipart("mixed", _plain(chance, chance.randint(500, 3_000)), head + pdf)


def _plain(chance: random.Random, size: int) -> bytes:
    text = quopri.encodestring("\n\n".join(_paragraphs(chance, size)).encode())
    return b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" + text + b"\n"


def _html(chance: random.Random, size: int) -> bytes:
    style = '<p class="MsoNormal" style="margin:0cm;font-size:11pt;font-family:Calibri,sans-serif">'
    body = "".join(f"{style}{paragraph}</p>\n" for paragraph in _paragraphs(chance, size * 2 // 3))
    text = quopri.encodestring(f"<html><body>\n{body}</body></html>".encode())
    return b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" + text + b"\n"


def _paragraphs(chance: random.Random, size: int) -> Iterator[str]:
    while size > 0:
        paragraph = " ".join(chance.choices(SENTENCES, k=chance.randint(1, 5)))
        size -= len(paragraph) + 2
        yield paragraph


def _multipart(kind: str, *parts: bytes) -> bytes:
    inside = b"".join(b"--grens\n" + part + b"\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="grens"\n\n'.encode() + inside + b"--grens--\n"
