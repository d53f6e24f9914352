"""What goes into the ledger and comes out of it, as plain values. No mail text anywhere but in a draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nudger.ledger.states import State


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a folder has been read: every UID up to ``last_uid`` under this UIDVALIDITY has an outcome."""

    uidvalidity: int
    last_uid: int


@dataclass(frozen=True, slots=True)
class Trial:
    """UIDs whose reading began and did not end, and how often that happened."""

    uidvalidity: int
    first_uid: int
    last_uid: int
    tries: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """One UID and what became of it.

    ``reason`` is a stable word for unreadable ones, ``tries`` how often reading it was begun before it was given up.
    """

    uid: int
    outcome: str
    message: str = ""
    reason: str = ""
    tries: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRow:
    """What is remembered of a message: when, which role the owner has, what it was judged to be."""

    key: str
    thread: str
    sent: datetime
    sent_sure: bool
    week: str
    role: str
    addressees: int
    language: str
    is_reply: bool
    new_author: bool
    kind: str
    talk: float | None
    worth: float | None
    verdict: str
    gates: tuple[str, ...]
    thread_gate: str
    findings: tuple[str, ...]
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadRow:
    """A thread as one owner sees it; computed from its message rows.

    ``verdict`` is the strongest of its ungated messages, ``leave`` where ``gate`` (a rule id) holds. ``best`` is the
    message that carries the verdict, ``kind`` its kind. ``own_start`` says that the owner wrote the first message.
    """

    key: str
    first: datetime
    last: datetime
    messages: int
    authors: int
    people: int
    addressees: int
    own_messages: int
    to_owner: int
    own_start: bool
    language: str
    kind: str
    verdict: str
    worth: float
    gate: str
    best: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One thread offered to the leader. Texts are empty except in the states that may hold them.

    ``drawn`` says that a lot decided whether it was offered or held; ``crossed`` is when, after that, a mail in the
    thread first led to the network.
    """

    id: str
    thread: str
    state: State
    week: str
    kind: str
    own: bool
    goal: str
    offered_at: datetime
    shown: int = 0
    decided_at: datetime | None = None
    reason: str = ""
    until: datetime | None = None
    network: str = ""
    community: str = ""
    url: str = ""
    approved_hash: str = ""
    title: str = ""
    body: str = ""
    language: str = ""
    snoozes: int = 0
    drawn: bool = False
    crossed: datetime | None = None

    @property
    def root(self) -> str:
        """A suggestion begins a conversation; it answers nothing."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer of the leader under an own post, by the loop that waits for it (``id``).

    ``root`` is the network's id of what it answers. The text is empty except in the states that may hold it.
    """

    id: str
    state: State
    network: str
    community: str
    root: str
    url: str = ""
    approved_hash: str = ""
    body: str = ""
    language: str = ""
    decided_at: datetime | None = None

    @property
    def title(self) -> str:
        """A reply has none."""
        return ""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a message was last seen, to read it again."""

    account: str
    folder: str
    uidvalidity: int
    uid: int
    message: str
