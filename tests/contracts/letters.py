"""tests/contracts: a small mailbox of invented mail, in the shapes that a source must tell apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

FIRST_ARRIVAL = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


@dataclass(frozen=True)
class Letter:
    """A mail with what a source must say of it: ``text`` begins the chosen body, as octets still encoded."""

    name: str
    header: str
    body: str
    section: str
    text: str
    types: tuple[str, ...]
    filenames: tuple[str, ...] = ()

    def raw(self, number: int, newline: str = "\n") -> bytes:
        """The whole message."""
        top = (
            f"From: Jan de Vries <jan@voorbeeld.example>\nTo: fatima@voorbeeld.example\nSubject: {self.name}\n"
            f"Date: {arrival(number):%a, %d %b %Y %H:%M:%S} +0000\nMessage-ID: <{number}@voorbeeld.example>\n"
            f"X-Unasked: {'x' * 40}\nMIME-Version: 1.0\n"
        )
        return f"{top}{self.header}\n\n{self.body}".replace("\n", newline).encode()


def arrival(number: int) -> datetime:
    """When a letter came: one a day, from number 1."""
    return FIRST_ARRIVAL + timedelta(days=number - 1)


LETTERS = (
    Letter("plain", "Content-Type: text/plain; charset=utf-8", "Zullen we de overdracht inkorten?\n", "1", "Zullen",
           ("text/plain",)),
    Letter("quoted from", "Content-Type: text/plain", "Hallo,\n\nFrom here on it is clear.\n>From is a word\n", "1",
           "Hallo,\r\n\r\nFrom here on it is clear.\r\n>From is", ("text/plain",)),
    Letter("alternative", 'Content-Type: multipart/alternative; boundary="a"',
           "--a\nContent-Type: text/plain\n\nIdee: dagstart.\n--a\nContent-Type: text/html\n\n<p>Idee: dagstart.</p>\n--a--\n",
           "1", "Idee: dagstart.", ("text/plain", "text/html")),
    Letter("attachment", "Content-Type: multipart/mixed; boundary=m",
           "--m\nContent-Type: multipart/alternative; boundary=n\n\n--n\nContent-Type: text/plain\n\nZie bijlage.\n--n\n"
           "Content-Type: text/html\n\n<p>Zie bijlage.</p>\n--n--\n--m\nContent-Type: image/png\n"
           "Content-Transfer-Encoding: base64\nContent-Disposition: attachment;\n filename*=utf-8''rooster%20%C3%A9%C3%A9n.png\n\n"
           f"{PNG}\n--m--\n",
           "1.1", "Zie bijlage.", ("text/plain", "text/html", "image/png"), ("rooster één.png",)),
    Letter("html only", "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
           "<p>Een id=C3=A9e</p>\n", "1", "<p>Een id=C3=A9e</p>", ("text/html",)),
    Letter("empty plain", "Content-Type: multipart/alternative; boundary=e",
           "--e\nContent-Type: text/plain\n\n\n--e\nContent-Type: text/html\n\n<p>Alleen hier.</p>\n--e--\n",
           "2", "<p>Alleen hier.</p>", ("text/plain", "text/html")),
    Letter("signed", 'Content-Type: multipart/signed; boundary=s; protocol="application/pgp-signature"',
           "--s\nContent-Type: text/plain\n\nGetekend.\n--s\nContent-Type: application/pgp-signature; name=s.asc\n\nabc\n--s--\n",
           "1", "Getekend.", ("text/plain", "application/pgp-signature"), ("s.asc",)),
    Letter("forwarded", "Content-Type: multipart/mixed; boundary=f",
           "--f\nContent-Type: text/html\n\n<p>Ter info.</p>\n--f\nContent-Type: message/rfc822\n\n"
           "From: els@voorbeeld.example\nSubject: oud\nContent-Type: text/plain\n\nNiet van Jan.\n--f--\n",
           "1", "<p>Ter info.</p>", ("text/html", "message/rfc822")),
    Letter("list footer", "Content-Type: multipart/mixed; boundary=l",
           "--l\nContent-Type: text/html\n\n<p>Het bericht.</p>\n--l\nContent-Type: text/plain\n\nAfmelden kan hier.\n--l--\n",
           "1", "<p>Het bericht.</p>", ("text/html", "text/plain")),
    Letter("attached text", "Content-Type: multipart/mixed; boundary=t",
           "--t\nContent-Type: text/plain\nContent-Disposition: attachment; filename=notulen.txt\n\nVerslag.\n--t\n"
           "Content-Type: text/plain\n\nHierbij het verslag.\n--t--\n",
           "2", "Hierbij het verslag.", ("text/plain", "text/plain"), ("notulen.txt",)),
    Letter("no text", "Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64", "JVBERi0=\n", "",
           "", ("application/pdf",), ("a.pdf",)),
)  # fmt: skip
