"""Reading a mail: from what a source gives, whole file or IMAP parts, to a Message.

Bounded and closed when in doubt: caps first, then parse; whatever goes wrong is ``Unreadable(reason)``. The same mail
gives the same Message wherever it was read.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from nudger.errors import Unreadable
from nudger.mail.guard import closed_when_in_doubt
from nudger.mail.mime.headers import Headers, identifiers, line, message_id, moment, shown
from nudger.mail.mime.structure import PART_LIMIT, choose_texts
from nudger.mail.mime.transfer import text_of, unbase64
from nudger.mail.mime.tree import media_type_of, structure_of
from nudger.mail.people import People, people_of
from nudger.mail.perspective import Perspective
from nudger.mail.source import HEADER_FIELDS, Part, RawMessage
from nudger.mail.subjects import topic_of
from nudger.mail.words.clean import clean
from nudger.mail.words.language import language
from nudger.mail.words.links import public_links
from nudger.mail.words.own_words import OwnWords, extract
from rules.message import Attachment, Message

FIRST_REFERENCES, LAST_REFERENCES = 10, 40
"""Message ids of a long conversation that are kept: where it began and where it is now."""
FACT_LIMIT = 2_000
"""Characters of a header fact that are kept: a mail may carry several labels of 500 characters."""
CONTEXT_LIMIT = 600
"""Characters of others' words that are kept."""

WHOLE_TEXT = "TEXT"
"""Section of all that follows the header (RFC 9051, section 6.4.5): given where a server cannot tell the structure."""

_MAIL_BEGAN = datetime(1990, 1, 1, tzinfo=UTC)
_A_DAY = timedelta(days=1)
_KNOWN_FIELDS = tuple(name.lower() for name in HEADER_FIELDS)
_FACTS = {
    "list_id": "list-id",
    "list_unsubscribe": "list-unsubscribe",
    "precedence": "precedence",
    "auto_submitted": "auto-submitted",
    "auto_suppress": "x-auto-response-suppress",
    "return_path": "return-path",
    "content_class": "content-class",
    "sensitivity": "sensitivity",
    "label": "msip_labels",
    "nudger": "x-nudger",
}
"""Attribute of a Message, to the header field that fills it."""
_OTHER_LABELS = ("x-classification", "x-protective-marking", "x-ms-exchange-organization-classification")


@closed_when_in_doubt
def read_header(raw: RawMessage, perspective: Perspective, *, now: datetime) -> Message:
    """What the header fields say, and the structure where ``raw.parts`` is there; no text.

    ``now`` dates a mail that has no credible date at all. Raises :class:`nudger.errors.Unreadable`: ``no-header``,
    ``header-too-large``, ``too-many-parts``, ``raw.problem``, or a reason of :mod:`nudger.mail.guard`.
    """
    return _from_header(raw, perspective, now)


@closed_when_in_doubt
def read(raw: RawMessage, perspective: Perspective, *, now: datetime) -> Message:
    """The complete message; ``raw.parts`` and ``raw.bodies`` are needed.

    Raises :class:`nudger.errors.Unreadable`: as :func:`read_header`, and ``no-structure`` or ``no-text`` where the
    source did not give what is needed.
    """
    raw = _taken_apart(raw)
    if raw.parts is None:
        raise Unreadable(raw.problem or "no-structure")
    message = _from_header(raw, perspective, now)
    return _with_words(message, extract(*_texts(raw.parts, raw)), perspective)


def _taken_apart(raw: RawMessage) -> RawMessage:
    """The message itself; where a server could not tell its structure, that of the text it gave instead."""
    if raw.parts is None or WHOLE_TEXT not in raw.bodies:
        return raw
    header, parts, bodies = structure_of(raw.header + raw.bodies[WHOLE_TEXT])
    return replace(raw, header=header, parts=parts, bodies=bodies)


def _from_header(raw: RawMessage, perspective: Perspective, now: datetime) -> Message:
    if raw.problem:
        raise Unreadable(raw.problem)
    parts, headers = raw.parts or (), Headers(raw.header)
    if len(parts) > PART_LIMIT:
        raise Unreadable("too-many-parts")
    if not any(name in headers for name in _KNOWN_FIELDS):
        raise Unreadable("no-header")
    identity = message_id(headers.first("message-id")) or _digest(headers)
    people = people_of(headers, perspective)
    subject = shown(headers.first("subject"))
    topic = topic_of(subject)
    sent, sure = _sent(headers, raw.internal_date, now)
    return Message(
        id=identity,
        references=_references(headers, identity, people),
        conversation=_conversation(headers, raw.gmail_thread),
        sent=sent,
        sent_sure=sure,
        subject=subject,
        topic=topic.text,
        is_reply=topic.is_reply,
        is_forward=topic.is_forward,
        sender=people.sender,
        to=people.to,
        cc=people.cc,
        internal=people.internal,
        from_owner=people.from_owner,
        owner_role=people.owner_role,
        authenticated=people.authenticated,
        marks=people.marks,
        media_type=media_type_of(headers),
        part_types=tuple(line(part.media_type, 160) for part in parts),
        attachments=_attachments(parts),
        **_facts(headers),
    )


def _with_words(message: Message, own: OwnWords, perspective: Perspective) -> Message:
    """The message with what its author wrote."""
    words = clean(own.own_words)
    return replace(
        message,
        own_words=words,
        core=clean(own.core),
        context=clean(own.context)[:CONTEXT_LIMIT],
        cuts=tuple(replace(cut, text=clean(cut.text)) for cut in own.cuts),
        greeting=own.greeting,
        questions=own.questions,
        is_forward=message.is_forward or bool(own.forwards),
        language=language(words or message.topic, hint=language(f"{message.topic}\n{own.context}")),
        links=public_links("\n".join([words, *own.links]), perspective.domains),
    )


def _texts(parts: tuple[Part, ...], raw: RawMessage) -> tuple[str | None, str | None]:
    """The plain text, cleaned, and the HTML, which its reader cleans; None where there is none.

    The HTML twin of a plain text may be missing: not every source is asked for it.
    """
    texts: dict[str, str] = {}
    for number, part in enumerate(choose_texts(parts)):
        if part.section in raw.bodies:
            texts.setdefault(part.media_type, text_of(part, raw.bodies[part.section]))
        elif number == 0:
            raise Unreadable("no-text")
    plain = texts.get("text/plain")
    return (None if plain is None else clean(plain)), texts.get("text/html")


def _digest(headers: Headers) -> str:
    """An id for a mail without one: from the fields that every copy of it has, white space aside."""
    written = "\n".join(" ".join(headers.first(name).split()) for name in ("date", "from", "subject", "to"))
    return f"digest:{hashlib.sha256(written.encode('utf-8', 'replace')).hexdigest()}"


def _references(headers: Headers, identity: str, people: People) -> tuple[str, ...]:
    """References, then In-Reply-To; without this mail itself, and without addresses that only look like ids."""
    written = [*identifiers(headers.first("references")), *identifiers(headers.first("in-reply-to"))]
    addresses = {f"<{address.email}>" for address in (*people.to, *people.cc, *filter(None, [people.sender]))}
    found = [name for name in dict.fromkeys(written) if name != identity and name.lower() not in addresses]
    if len(found) > FIRST_REFERENCES + LAST_REFERENCES:
        found = found[:FIRST_REFERENCES] + found[-LAST_REFERENCES:]
    return tuple(found)


def _conversation(headers: Headers, gmail_thread: str) -> tuple[str, ...]:
    """Thread ids of Outlook (MS-OXOMSG, section 2.2.1.3: bytes 6 to 21 are the conversation's GUID) and of Gmail."""
    index = unbase64(headers.first("thread-index")[:40].encode("utf-8"))
    found = [f"outlook:{index[6:22].hex()}"] if len(index) >= 22 else []
    if gmail_thread:
        found.append(f"gmail:{line(gmail_thread, 40)}")
    return tuple(found)


def _sent(headers: Headers, arrived: datetime | None, now: datetime) -> tuple[datetime, bool]:
    """When it was sent, and whether that is sure: the Date when it can be true, else the arrival, else the run."""
    written = moment(headers.only("date"))
    if written and _MAIL_BEGAN <= written <= (arrived or now) + _A_DAY:
        return written, True
    if arrived:
        return arrived.astimezone(UTC), True
    return now.astimezone(UTC), False


def _attachments(parts: tuple[Part, ...]) -> tuple[Attachment, ...]:
    """The parts that are neither a text to read nor a picture in a page."""
    texts = {part.section for part in choose_texts(parts)}
    return tuple(
        Attachment(line(part.filename, 200), line(part.media_type, 160), part.size)
        for part in parts
        if part.section not in texts and _is_attached(part)
    )


def _is_attached(part: Part) -> bool:
    if part.disposition == "attachment":
        return True
    if part.media_type.startswith("image/") and "multipart/related" in part.inside:
        return False
    return bool(part.filename) or not part.media_type.startswith("text/")


def _facts(headers: Headers) -> dict[str, Any]:
    """The header fields that rules look at, as written; every kind of sensitivity label as one."""
    facts = {attribute: _fact(headers, name) for attribute, name in _FACTS.items()}
    if "x-autoreply" in headers and not facts["auto_submitted"]:
        facts["auto_submitted"] = "auto-replied"
    others = [f"{name}: {_fact(headers, name)}" for name in _OTHER_LABELS if name in headers]
    facts["label"] = "; ".join(filter(None, [facts["label"], *others]))
    return facts


def _fact(headers: Headers, name: str) -> str:
    """All values of a field, each once: a second one must not hide behind the first."""
    return shown("; ".join(dict.fromkeys(headers.all(name))), FACT_LIMIT)
