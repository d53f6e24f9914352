"""The seam between mailboxes and reading: what a source gives, whatever it is (IMAP, mbox, Maildir, folder of .eml)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

TEXT_LIMIT = 65_536
"""Bytes of a text part that are fetched at most (still transfer-encoded)."""

HEADER_FIELDS = (
    "Date From Sender Reply-To To Cc Bcc Subject Message-ID In-Reply-To References Thread-Index Content-Type "
    "List-Id List-Unsubscribe List-Post Precedence Auto-Submitted X-Auto-Response-Suppress X-Autoreply Return-Path "
    "Content-Class Sensitivity Msip_labels X-Classification X-Protective-Marking "
    "X-MS-Exchange-Organization-Classification X-MS-Exchange-Organization-AuthAs "
    "X-Nudger Authentication-Results DKIM-Signature X-Original-From"
).split()
"""Header fields that reading uses; IMAP asks for no others."""


@dataclass(frozen=True, slots=True)
class Part:
    """A leaf of a message's MIME tree.

    ``section`` is its IMAP part number (``1.2``), ``inside`` the media types around it, outermost first, ``size`` its
    octets still transfer-encoded. ``parameters`` keys are lower case.
    """

    section: str
    media_type: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    encoding: str = "7bit"
    disposition: str = ""
    filename: str = ""
    size: int = 0
    inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RawMessage:
    """What a source knows of one message. ``parts`` is None until the structure was asked for.

    ``header`` holds the header block or the asked fields, as raw octets. ``bodies`` maps a section to its octets, still
    transfer-encoded and perhaps cut at :data:`TEXT_LIMIT`. ``problem`` says why the source could not give it.
    """

    uid: int
    header: bytes = b""
    size: int = 0
    internal_date: datetime | None = None
    parts: tuple[Part, ...] | None = None
    bodies: Mapping[str, bytes] = field(default_factory=dict)
    gmail_thread: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FolderState:
    """STATUS of a folder. ``uidnext`` is 0 where the server does not say."""

    uidvalidity: int
    uidnext: int
    messages: int


@dataclass(slots=True)
class Traffic:
    """What a source has cost so far."""

    bytes_in: int = 0
    commands: int = 0


class Source(Protocol):
    """A mailbox that can only be read.

    Messages are addressed by UID only; no text from a mail is ever given to a source. Every method may raise
    :class:`nudger.errors.MailboxError`.
    """

    account: str
    traffic: Traffic

    def folders(self) -> Sequence[str]:
        """Names of all folders, decoded."""
        ...

    def sent_folder(self) -> str | None:
        """The folder of sent mail, or None where it cannot be found."""
        ...

    def state(self, folder: str) -> FolderState:
        """STATUS; selects nothing. Raises FolderMissing."""
        ...

    def uids(self, folder: str, after: int = 0, since: date | None = None) -> list[int]:
        """Ascending UIDs greater than ``after``, of mail that arrived on or after ``since``."""
        ...

    def headers(self, folder: str, uids: Sequence[int]) -> Iterator[RawMessage]:
        """Header fields, size and arrival of these messages, ascending. What has vanished is not yielded."""
        ...

    def complete(self, folder: str, raws: Iterable[RawMessage]) -> Iterator[RawMessage]:
        """The same messages with ``parts`` and the text body. What has vanished is not yielded."""
        ...

    def close(self) -> None:
        """End the session; never raises."""
        ...
