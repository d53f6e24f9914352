"""Message: one mail reduced to plain values, the only thing that rules and classifiers see.

It lives in ``rules`` because a rule's ``field = "subject"`` names one of its attributes, and because every other
package may import this one without a loop. Nothing here knows of IMAP, MIME or files.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

READING = 1
"""Version of the reading that fills ``own_words`` and ``core``; raised whenever their text changes for any message.

A model card carries the value it was trained with, and another value is refused.
"""


@dataclass(frozen=True, slots=True)
class Address:
    """A person or group as written in a header.

    ``email`` is lower case, and empty when the address cannot be read with certainty. ``internal`` is True when its
    domain is one of the organisation's own, False when it is another, None when it cannot be told.
    """

    name: str
    email: str
    internal: bool | None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part that is not the text: its file name (may be empty), media type and size in bytes; never its content."""

    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of the text that is not the author's own words, kept apart in memory so that it can be restored.

    ``kind`` is one of ``quote``, ``forward``, ``attribution``, ``signature``, ``disclaimer``, ``footer``, ``banner``,
    ``meeting``.
    """

    kind: str
    text: str
    place: int = 0
    """Lines of ``own_words`` that stand before it."""

    @property
    def size(self) -> int:
        """Length in characters."""
        return len(self.text)

    @property
    def lines(self) -> int:
        """Number of its lines that are not blank."""
        return sum(bool(line.strip()) for line in self.text.split("\n"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One mail as plain values. All text is free of control characters, bidi marks, NUL and lone surrogates."""

    # Identity and place in the conversation
    id: str
    """Message-ID with its angle brackets, or ``digest:`` and a hash of the headers where there is none."""
    references: tuple[str, ...] = ()
    """References and In-Reply-To, oldest first, without doubles."""
    conversation: tuple[str, ...] = ()
    """Other thread ids: ``outlook:`` + Thread-Index GUID, ``gmail:`` + X-GM-THRID."""
    sent: datetime
    """In UTC, aware."""
    sent_sure: bool = True

    # People
    sender: Address | None = None
    """None when the sender cannot be read with certainty."""
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    internal: bool | None = None
    """True only when the sender and every addressee are surely inside; False when one is surely outside; else None."""
    from_owner: bool = False
    owner_role: str = ""
    """``from``, ``to``, ``cc`` or empty (group address, Bcc)."""
    authenticated: bool | None = None
    """What the organisation's own server wrote in Authentication-Results; None where it is not configured."""

    # Text
    subject: str = ""
    topic: str = ""
    """The subject without reply and forward prefixes and list tags."""
    is_reply: bool = False
    is_forward: bool = False
    own_words: str = ""
    """What the author wrote, greeting and name kept, without quotes, signature, disclaimer."""
    core: str = ""
    """``own_words`` without greeting and sign-off: what the classifier reads."""
    context: str = ""
    """The start of what is being answered or forwarded (others' words; at most 600 characters)."""
    cuts: tuple[Cut, ...] = ()
    language: str = "unknown"
    """``nl``, ``en``, ``other`` or ``unknown``."""
    greeting: str = "none"
    """To whom the author speaks: ``one``, ``many`` or ``none``."""
    questions: int = 0
    links: tuple[str, ...] = ()
    """Public http(s) links in the own words, tracking parameters removed."""

    # Structure
    media_type: str = "text/plain"
    """Of the whole message, e.g. ``multipart/report``."""
    part_types: tuple[str, ...] = ()
    """Media types of all leaf parts, in order."""
    attachments: tuple[Attachment, ...] = ()

    # Header facts; empty when absent
    list_id: str = ""
    list_unsubscribe: str = ""
    precedence: str = ""
    auto_submitted: str = ""
    auto_suppress: str = ""
    """X-Auto-Response-Suppress."""
    return_path: str = ""
    content_class: str = ""
    """Content-Class, e.g. ``urn:content-classes:calendarmessage``."""
    sensitivity: str = ""
    """The Sensitivity header of RFC 4021: Personal, Private, Company-Confidential."""
    label: str = ""
    """Microsoft sensitivity label headers (msip_labels), as written."""
    nudger: str = ""
    """X-Nudger: the product's own mail."""
    marks: tuple[str, ...] = ()
    """What the organisation's lists say: ``deny``, ``optout``, ``network``."""

    @property
    def addressees(self) -> int:
        """Number of To and Cc addresses."""
        return len(self.to) + len(self.cc)
