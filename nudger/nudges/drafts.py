"""Drafts: the text proposed for the network, in the leader's own words or as an empty template to fill in.

Promise M5, the ladder: the leader's own words; the leader's own paraphrase in an empty template; a quote only after the
author's recorded yes (:func:`quote`). Personal data is masked; the leader sees each draft and decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from nudger.mail.personal.finding import Personal, find, mask
from nudger.networks.base import Draft
from nudger.nudges.trimming import trimmed
from rules.message import Address, Message

Sentence = Callable[..., str]
"""Gives a sentence of the catalogue in one language: ``nudger.texts.Texts``."""
Speak = Callable[[str], Sentence]
"""The catalogue of a language (nl or en)."""

Shape = Literal["idea", "discussion", "question", "share", "living", "outcome"]
SHAPES: tuple[Shape, ...] = get_args(Shape)
"""What a post can be: four by what the mail was, an invitation to join a talk that goes on, and what came of one."""
TALKS: tuple[Shape, ...] = ("living", "outcome")
GAPS = {
    "idea": ("about",),
    "discussion": ("about",),
    "question": ("asked",),
    "share": ("seen",),
    "living": ("about",),
    "outcome": ("asked", "result"),
}
"""What is to be filled in, in the template of each shape: keys of ``draft.ftl``."""

TITLE_LIMIT = 80
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|\n+")
_CAPITAL = re.compile(r"(?<=[a-zà-ÿ,;] )[A-Z][^\W\d_]*[a-zà-ÿ][^\W\d_]*")
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft and where its words come from.

    ``own`` says that the words are the leader's; otherwise the draft is a template (or a quote) and ``author`` the
    colleague to invite first. ``masked`` tells how many pieces of personal data were replaced.
    """

    draft: Draft
    own: bool
    author: Address | None
    masked: int
    shape: Shape = "idea"


def draft(messages: Sequence[Message], community: str, speak: Speak, *, kind: str = "", shape: str = "") -> Drafted:
    """The first draft for a thread (its messages, oldest first).

    The leader's own words give the text when the leader wrote in the thread; a colleague's never do. What came of a
    talk is its last word, so where nothing came after the first mail it is a template too. ``shape`` is the one asked
    for, else it follows ``kind``, what the thread was judged to be.
    """
    own = [message for message in messages if message.from_owner and message.core.strip()]
    source = _latest(own) if own and shape == "outcome" else _richest(own or messages)
    form = shape_of(source, kind) if shape not in SHAPES else shape
    language = language_of(source, messages)
    if own and not (form == "outcome" and source is messages[0]):
        return _from_own_words(source, messages, community, language, speak(language), form)
    body = _joined(*_template(form, speak(language)))
    author = None if own else source.sender
    return Drafted(Draft("", body, community, language), own=bool(own), author=author, masked=0, shape=form)


def quote(messages: Sequence[Message], community: str, speak: Speak) -> Drafted:
    """The words of the colleague who said most, marked as a quote, without names; only with that author's yes."""
    source = _richest([message for message in messages if not message.from_owner] or messages)
    language = language_of(source, messages)
    sentence, form = speak(language), shape_of(source, "")
    title, words, found = _words(source, messages)
    quoted = "\n".join(f"> {line}".rstrip() for line in words.split("\n"))
    body = _joined(sentence("draft-quote"), quoted, *_missing_links(source, words), sentence(f"draft-question-{form}"))
    author = source.sender
    return Drafted(Draft(title, body, community, language), own=False, author=author, masked=len(found), shape=form)


def personal(text: str, messages: Sequence[Message]) -> tuple[Personal, ...]:
    """Personal data in a text about this thread."""
    return find(text, list(dict.fromkeys(person for one in messages for person in _people(one))))


def capitals(text: str) -> list[str]:
    """Words with a capital within a sentence, in order: among them may be names that nothing else gives away."""
    return list(dict.fromkeys(_CAPITAL.findall(text)))


def gaps(text: str, speak: Speak) -> bool:
    """Whether a template's "write here" still stands in the text, in either language."""
    keys = sorted({key for names in GAPS.values() for key in names} | {"document"})
    return any(speak(language)(f"draft-fill-{key}") in text for language in ("nl", "en") for key in keys)


def shape_of(message: Message, kind: str) -> Shape:
    """The shape that fits a kind; where it is none, what the message itself looks like."""
    for shape in SHAPES:
        if shape == kind and shape not in TALKS:
            return shape
    if message.links and not message.questions:
        return "share"
    return "question" if message.questions else "idea"


def next_shape(now: str, natural: Shape) -> Shape:
    """The shape that comes after this one when the leader asks for another."""
    order = (natural, *TALKS)
    return order[(order.index(now) + 1) % len(order)] if now in order else natural


def language_of(message: Message, thread: Sequence[Message]) -> str:
    """The language of the words, else of the thread; Dutch where nobody can tell."""
    spoken = (one.language for one in (message, *thread))
    return next((language for language in spoken if language in ("nl", "en")), "nl")


def title_of(message: Message) -> str:
    """The topic, cut at a word where it is long."""
    topic = " ".join(message.topic.split())
    if len(topic) <= TITLE_LIMIT:
        return topic
    return topic[: TITLE_LIMIT - 1].rpartition(" ")[0].rstrip(" ,;:.-") + "…"


def _from_own_words(
    message: Message, thread: Sequence[Message], community: str, language: str, sentence: Sentence, shape: Shape
) -> Drafted:
    title, words, found = _words(message, thread)
    opening = sentence(f"draft-opening-{shape}") if shape in TALKS else ""
    body = _joined(
        opening,
        words,
        *_missing_links(message, words),
        *_document(message, shape, sentence),
        _closing(words, shape, sentence),
    )
    made = Draft(title, body, community, language)
    return Drafted(made, own=True, author=None, masked=len(found), shape=shape)


def _template(shape: Shape, sentence: Sentence) -> Iterator[str]:
    """What is to be filled in, and the question at the end; nothing of anybody's words."""
    yield from (sentence(f"draft-fill-{key}") for key in GAPS[shape])
    if shape == "living":
        yield sentence("draft-living")
    yield sentence(f"draft-question-{shape}")


def _closing(words: str, shape: Shape, sentence: Sentence) -> str:
    """One open question at the end, where the words themselves do not end in one."""
    last = [part for part in _SENTENCE_END.split(words.rpartition("\n\n")[2]) if "://" not in part][-2:]
    return "" if any("?" in part for part in last) else sentence(f"draft-question-{shape}")


def _document(message: Message, shape: Shape, sentence: Sentence) -> list[str]:
    """A document is put on the network by a person, who writes its link here; nudger never uploads one."""
    shared = shape == "share" and not message.links and message.attachments
    return [sentence("draft-fill-document")] if shared else []


def _words(message: Message, thread: Sequence[Message]) -> tuple[str, str, tuple[Personal, ...]]:
    """Title and words as they may stand in a post, and the personal data that was masked in them."""
    text = f"{title_of(message)}\n{message.core.strip()}"
    found = personal(text, thread)
    title, _, words = mask(text, found).partition("\n")
    return title.strip(), trimmed(words, message.sender, is_reply=message.is_reply), found


def _joined(*parts: str) -> str:
    return _BLANK_LINES.sub("\n\n", "\n\n".join(part.strip() for part in parts if part.strip()))


def _richest(messages: Sequence[Message]) -> Message:
    """The message that says most, the first among equals."""
    return max(messages, key=lambda message: len(message.core))


def _latest(messages: Sequence[Message]) -> Message:
    return messages[-1]


def _people(message: Message) -> tuple[Address, ...]:
    return tuple(filter(None, (message.sender, *message.to, *message.cc)))


def _missing_links(message: Message, body: str) -> list[str]:
    return [link for link in message.links if link not in body]
