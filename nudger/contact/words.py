"""What a mail to the contact address asks for; pure. Either it says one thing and nothing else, or it says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from nudger.texts import Language
from rules.message import Message

Asked = Literal["join", "stop", "opt-out", "share", "unshare"]

PHRASES: Mapping[str, tuple[Asked, Language | None]] = {
    "ik doe mee": ("join", "nl"),
    "i join": ("join", "en"),
    "stop": ("stop", None),
    "geen nudger": ("opt-out", "nl"),
    "no nudger": ("opt-out", "en"),
    "ik deel mijn cijfers": ("share", "nl"),
    "i share my figures": ("share", "en"),
    "ik deel niet": ("unshare", "nl"),
    "i do not share": ("unshare", "en"),
}
"""Each sentence in small letters, what it asks, and its language where that shows."""

_BY_A_PROGRAM = ("auto_submitted", "list_id", "list_unsubscribe", "precedence", "nudger")
"""Facts of a message that nobody typed."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked, and the language in which to answer."""

    word: Asked
    language: Language | None


def wish_of(message: Message, contact: str) -> Wish | None:
    """The one thing that this mail asks; None when it is anything else: more words, other addressees, a forward.

    It stands alone in the text, under a greeting and above a name at most. A mail without text says it in its subject.
    """
    if by_a_program(message) or message.is_forward or [to.email for to in (*message.to, *message.cc)] != [contact]:
        return None
    lines = [line for line in message.core.splitlines() if line.strip()]
    said = lines or [message.topic]
    subject, text = PHRASES.get(_plain(message.topic)), PHRASES.get(_plain(said[0]))
    if len(said) != 1 or text is None or (subject is not None and subject != text):
        return None
    word, language = text
    return Wish(word, language or _spoken(message.language))


def is_proven(message: Message) -> bool:
    """Whether the sender is surely inside, and the organisation's own mail server says that it is who it says."""
    return message.sender is not None and message.sender.internal is True and message.authenticated is True


def by_a_program(message: Message) -> bool:
    """Whether nobody typed this mail."""
    return any(getattr(message, fact) for fact in _BY_A_PROGRAM if getattr(message, fact) != "no")


def _plain(line: str) -> str:
    return " ".join(line.split()).strip(" .\"'“”‘’").lower()


def _spoken(language: str) -> Language | None:
    return language if language in ("nl", "en") else None  # type: ignore[return-value]
