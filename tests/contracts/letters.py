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


def parts(boundary: str, *wholes: str) -> str:
    """The body of a multipart."""
    return "".join(f"--{boundary}\n{whole}\n" for whole in wholes) + f"--{boundary}--\n"


def plain(text: str) -> str:
    """A part in plain text."""
    return f"Content-Type: text/plain\n\n{text}"


def html(text: str) -> str:
    """A part in HTML."""
    return f"Content-Type: text/html\n\n<p>{text}</p>"


PICTURE = f"""Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Disposition: attachment;
 filename*=utf-8''rooster%20%C3%A9%C3%A9n.png

{PNG}"""
ATTACHED_TEXT = """Content-Type: text/plain
Content-Disposition: attachment; filename=notulen.txt

Verslag."""
SIGNATURE = "Content-Type: application/pgp-signature; name=s.asc\n\nabc"
FORWARDED = "Content-Type: message/rfc822\n\nFrom: els@voorbeeld.example\nSubject: oud\n\nNiet van Jan."
BOTH = 'Content-Type: multipart/alternative; boundary="b"'
MIXED = "Content-Type: multipart/mixed; boundary=m"
SIGNED = 'Content-Type: multipart/signed; boundary=s; protocol="application/pgp-signature"'

LETTERS = (
    Letter(
        "plain",
        "Content-Type: text/plain; charset=utf-8",
        "Zullen we de overdracht inkorten?\n",
        section="1",
        text="Zullen",
        types=("text/plain",),
    ),
    Letter(
        "quoted from",
        "Content-Type: text/plain",
        "Hallo,\n\nFrom here on it is clear.\n>From is a word\n",
        section="1",
        text="Hallo,\n\nFrom here on it is clear.\n>From is",
        types=("text/plain",),
    ),
    Letter(
        "alternative",
        BOTH,
        parts("b", plain("Idee: dagstart."), html("Idee: dagstart.")),
        section="1",
        text="Idee: dagstart.",
        types=("text/plain", "text/html"),
    ),
    Letter(
        "attachment",
        MIXED,
        parts("m", f"{BOTH}\n\n" + parts("b", plain("Zie bijlage."), html("Zie bijlage.")), PICTURE),
        section="1.1",
        text="Zie bijlage.",
        types=("text/plain", "text/html", "image/png"),
        filenames=("rooster één.png",),
    ),
    Letter(
        "html only",
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
        "<p>Een id=C3=A9e</p>\n",
        section="1",
        text="<p>Een id=C3=A9e</p>",
        types=("text/html",),
    ),
    Letter(
        "empty plain",
        BOTH,
        parts("b", plain("\n"), html("Alleen hier.")),
        section="2",
        text="<p>Alleen hier.</p>",
        types=("text/plain", "text/html"),
    ),
    Letter(
        "signed",
        SIGNED,
        parts("s", plain("Getekend."), SIGNATURE),
        section="1",
        text="Getekend.",
        types=("text/plain", "application/pgp-signature"),
        filenames=("s.asc",),
    ),
    Letter(
        "forwarded",
        MIXED,
        parts("m", html("Ter info."), FORWARDED),
        section="1",
        text="<p>Ter info.</p>",
        types=("text/html", "message/rfc822"),
    ),
    Letter(
        "list footer",
        MIXED,
        parts("m", html("Het bericht."), plain("Afmelden kan hier.")),
        section="1",
        text="<p>Het bericht.</p>",
        types=("text/html", "text/plain"),
    ),
    Letter(
        "attached text",
        MIXED,
        parts("m", ATTACHED_TEXT, plain("Hierbij het verslag.")),
        section="2",
        text="Hierbij het verslag.",
        types=("text/plain", "text/plain"),
        filenames=("notulen.txt",),
    ),
    Letter(
        "no text",
        "Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64",
        "JVBERi0=\n",
        section="",
        text="",
        types=("application/pdf",),
        filenames=("a.pdf",),
    ),
)
