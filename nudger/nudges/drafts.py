"""Drafts: the text proposed for the network, in the leader's own words or as an empty template to fill in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nudger.mail.personal.finding import find, mask
from nudger.networks.base import Draft
from rules.message import Address, Message

Sentence = Callable[..., str]
"""Gives a sentence of the catalogue in one language: ``nudger.texts.Texts``."""

TITLE_LIMIT = 80


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft and where its words come from.

    ``own`` says that the words are the leader's; otherwise the draft is a template and ``author`` the colleague to
    invite. ``masked`` tells how many pieces of personal data were replaced.
    """

    draft: Draft
    own: bool
    author: Address | None
    masked: int


def draft(messages: Sequence[Message], community: str, sentence: Sentence) -> Drafted:
    """The first draft for a thread (its messages, oldest first): promise M5, own words first.

    The leader's own words give the text when the leader wrote in the thread; a colleague's never do.
    """
    own = [message for message in messages if message.from_owner and message.core.strip()]
    if own:
        return _from_own_words(_richest(own), messages, community, sentence)
    return _template(_richest(messages), community, sentence)


def _from_own_words(message: Message, thread: Sequence[Message], community: str, sentence: Sentence) -> Drafted:
    text = f"{message.topic[:TITLE_LIMIT]}\n{message.core.strip()}"
    people = list(dict.fromkeys(person for one in thread for person in _people(one)))
    found = find(text, people)
    title, _, body = mask(text, found).partition("\n")
    body = "\n\n".join(filter(None, (body, *_missing_links(message, body), _question(message, sentence))))
    return Drafted(Draft(title.strip(), body, community, message.language), own=True, author=None, masked=len(found))


def _template(message: Message, community: str, sentence: Sentence) -> Drafted:
    body = sentence(f"draft-template-{_kind(message)}")
    return Drafted(Draft("", body, community, message.language), own=False, author=message.sender, masked=0)


def _richest(messages: Sequence[Message]) -> Message:
    """The message that says most, the first among equals."""
    return max(messages, key=lambda message: len(message.core))


def _people(message: Message) -> tuple[Address, ...]:
    return tuple(filter(None, (message.sender, *message.to, *message.cc)))


def _missing_links(message: Message, body: str) -> list[str]:
    return [link for link in message.links if link not in body]


def _question(message: Message, sentence: Sentence) -> str:
    """A post ends in a question; one is offered where the words hold none."""
    return "" if message.questions else sentence("draft-question")


def _kind(message: Message) -> str:
    return "question" if message.questions else "idea"
