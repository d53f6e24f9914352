"""Mails for tests: short to write down, and cut up as an IMAP server would."""

from __future__ import annotations

import email
import email.message
import email.policy
from collections.abc import Iterator
from datetime import UTC, datetime

from nudger.mail.mime.headers import shown
from nudger.mail.mime.structure import choose_texts
from nudger.mail.mime.tree import structure_of
from nudger.mail.perspective import Perspective
from nudger.mail.reading import read
from nudger.mail.source import HEADER_FIELDS, TEXT_LIMIT, Part, RawMessage
from rules.message import Message

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
CRLF = email.policy.compat32.clone(linesep="\r\n")
ACME = Perspective(domains=frozenset({"acme.example"}), owner=frozenset({"leider@acme.example"}))

FIELDS = {
    "From": "Jan de Vries <jan@acme.example>",
    "To": "leider@acme.example",
    "Subject": "Idee: kunnen we dit delen?",
    "Date": "Mon, 23 Nov 2026 10:00:00 +0100",
    "Message-ID": "<een@acme.example>",
}


def mail(body: str | bytes = "Wat vinden jullie hiervan?\r\n", **fields: str | None) -> bytes:
    """A small internal mail; fields are changed (``Reply_To=...``), added, or taken away with None."""
    given = {name if name == "msip_labels" else name.replace("_", "-"): value for name, value in fields.items()}
    lines = [f"{name}: {value}" for name, value in (FIELDS | given).items() if value is not None]
    return "\r\n".join([*lines, "", ""]).encode() + (body.encode() if isinstance(body, str) else body)


def raw_of(octets: bytes, **values: object) -> RawMessage:
    """What a source of files gives."""
    header, parts, bodies = structure_of(octets)
    return RawMessage(uid=1, header=header, size=len(octets), parts=parts, bodies=bodies, **values)


def message(octets: bytes, perspective: Perspective = ACME, **values: object) -> Message:
    """The mail as it is read from a file."""
    return read(raw_of(octets, **values), perspective, now=NOW)


def load() -> None:
    """Read one mail of each kind, so that what is loaded once is no other message's cost."""
    for body in ("xyzzy", "<p>Wat vinden jullie hiervan?</p>"):
        message(mail(body, Content_Type="text/html"))
        message(mail(body))


def as_imap(octets: bytes) -> RawMessage:
    """The same mail as an IMAP server describes it: the asked header fields, BODYSTRUCTURE, the text parts, cut.

    Made with the standard library, so that it agrees with the reader only where both are right.
    """
    parsed = email.message_from_bytes(octets.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"), policy=CRLF)
    asked = {name.lower() for name in HEADER_FIELDS}
    header = "".join(f"{name}: {value}\r\n" for name, value in parsed.raw_items() if name.lower() in asked)
    leaves = dict(_leaves(parsed, (), ()))
    parts = tuple(leaves)
    bodies = {part.section: _octets(leaves[part])[:TEXT_LIMIT] for part in choose_texts(parts)}
    return RawMessage(1, (header + "\r\n").encode("ascii", "surrogateescape"), len(octets), parts=parts, bodies=bodies)


class _Hashable(dict[str, str]):
    def __hash__(self) -> int:  # type: ignore[override]
        return id(self)


def _leaves(
    entity: email.message.Message, numbers: tuple[int, ...], inside: tuple[str, ...]
) -> Iterator[tuple[Part, email.message.Message]]:
    if entity.get_content_maintype() == "multipart" and entity.is_multipart():
        for number, child in enumerate(entity.get_payload(), start=1):
            yield from _leaves(child, (*numbers, number), (*inside, entity.get_content_type()))
        return
    named = {name.lower(): email.utils.collapse_rfc2231_value(value) for name, value in entity.get_params([])[1:]}
    part = Part(
        section=".".join(map(str, numbers or (1,))),
        media_type=entity.get_content_type(),
        parameters=_Hashable(named),
        encoding=str(entity.get("content-transfer-encoding", "7bit")).strip().lower(),
        disposition=entity.get_content_disposition() or "",
        filename=shown(entity.get_filename("")),
        size=len(_octets(entity)),
        inside=inside,
    )
    yield part, entity


def _octets(entity: email.message.Message) -> bytes:
    payload = entity._payload  # get_payload() would decode it
    if isinstance(payload, list):
        return b"\r\n".join(inner.as_bytes(policy=CRLF) for inner in payload)
    return str(payload).encode("ascii", "surrogateescape")
