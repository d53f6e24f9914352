"""From messages to numbers: structure, cues, findings, and the meaning of the words.

Training and scoring share :func:`encode`, so that they cannot drift apart. Everything is counted over a whole batch
with numpy; only the cutting into tokens and the structure look at one message at a time. Names, addresses and numbers
never become features.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from classifiers.cues import CUES, phrases
from classifiers.encoder import MEANING, STOPS, Encoder, Floats, Tokens, found_in
from rules.message import Message

FEATURES = 2
"""Version of this file's arithmetic; raised whenever a value of any feature changes."""

TEXT_LIMIT = 4_000
"""Characters of the core that are read; what a mail is about is said before that."""

CONTEXT_LIMIT = 400
"""Characters of what is being answered that are read."""

MEANING_SCALE = 3.0
CONTEXT_SCALE = 2.0
"""How easily meaning and context learn, beside features between 0 and 1."""

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.?!]|\n\s*\n")
NOISE = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|<[^<>\s]*>")
NOISE_MARKS = ("@", "://", "www.", "<")
"""Without one of these there is no noise to look for."""

STRUCTURE = (
    "one addressee",
    "few addressees",
    "many addressees",
    "copies",
    "group address",
    "outside",
    "reply",
    "forward",
    "mailing list",
    "greets many",
    "greets one",
    "one question",
    "more questions",
    "asks at the end",
    "no words",
    "few words",
    "some words",
    "many words",
    "very many words",
    "long sentences",
    "exclaims",
    "paragraphs",
    "bullets",
    "links",
    "attachment",
    "quotes",
    "mostly quoted",
    "answers a question",
    "figures",
    "capitals",
    "bare forward",
)
"""Names of the structural features, in the order of their columns."""

GROUP_WORDS = re.compile(r"team|group|all|staff|everyone|afdeling|list|iedereen|medewerkers|dl-|managers|leden|members")
BULLET = re.compile(r"^\s*(?:[-*•·o]|\d{1,2}[.)])\s", re.MULTILINE)
FIGURE = re.compile(r"\d")


def digest() -> str:
    """Fingerprint of the features; a model made with another one is refused."""
    said = [(cue, sorted(phrases(cue))) for cue in CUES]
    patterns = [pattern.pattern for pattern in (TOKEN, NOISE, GROUP_WORDS, BULLET)]
    limits = (FEATURES, TEXT_LIMIT, CONTEXT_LIMIT, MEANING_SCALE, CONTEXT_SCALE)
    return hashlib.sha256(repr((limits, patterns, STOPS, STRUCTURE, said)).encode()).hexdigest()[:16]


def text_of(message: Message) -> str:
    """What is read of a message: its topic as a sentence of its own, then its core."""
    return f"{message.topic}\n\n{message.core[:TEXT_LIMIT]}"


def tokens(text: str) -> list[str]:
    """Lower-case words and sentence stops, without addresses, links and numbers."""
    if any(mark in text for mark in NOISE_MARKS):
        text = NOISE.sub(" ", text)
    found = TOKEN.findall(text.replace("’", "'").lower())
    return ["\n\n" if token[0] == "\n" else token for token in found]


def finding_name(rule_id: str) -> str:
    """The same rule in two languages is one feature: ``nl.proposal`` and ``en.proposal`` are ``proposal``."""
    return rule_id.partition(".")[2] or rule_id


@dataclass(frozen=True)
class Extractor:
    """Makes the numbers of a batch. ``findings`` are the rules that count, by :func:`finding_name`, in column order."""

    encoder: Encoder
    findings: tuple[str, ...] = ()
    places: dict[str, int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", {name: place for place, name in enumerate(self.findings)})

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns that have one: structure, cues, findings. Meaning and context follow them."""
        cues = (f"cue:{cue}" for cue in CUES)
        return (*(f"structure:{name}" for name in STRUCTURE), *cues, *(f"finding:{name}" for name in self.findings))

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(STRUCTURE) + len(CUES) + len(self.findings) + 2 * MEANING

    @cached_property
    def cue_table(self) -> tuple[Floats, Floats]:
        """Which words and which pairs belong to which cue: two matrices of ones and zeros."""
        words = np.zeros((self.encoder.size + 1, len(CUES)), np.float32)
        pairs = np.zeros((len(self.encoder.pairs) + 1, len(CUES)), np.float32)
        for number, cue in enumerate(CUES):
            for phrase in phrases(cue):
                rows = self.encoder.rows(phrase.split())
                if len(rows) == 1:
                    words[rows[0], number] = rows[0] >= 0
                elif min(rows) >= 0:
                    place, there = found_in(self.encoder.pairs, np.array([rows[0] * self.encoder.size + rows[1]]))
                    pairs[place[0] if there[0] else -1, number] = there[0]
        return words, pairs

    def encode(self, messages: Sequence[Message], findings: Sequence[Sequence[str]]) -> Floats:
        """N × :attr:`width`."""
        batch = self.encoder.tokens([tokens(text_of(message)) for message in messages])
        forms = np.array([structure(message) for message in messages], np.float32).reshape(-1, len(STRUCTURE))
        parts = (
            forms,
            self.cues(batch),
            self.found(findings),
            MEANING_SCALE * self.encoder.meaning(batch),
            CONTEXT_SCALE * self.context(messages),
        )
        return np.concatenate(parts, axis=1)

    def cues(self, batch: Tokens) -> Floats:
        """How densely each cue is used: occurrences per root of the message's length, between 0 and 2."""
        words, pairs = self.cue_table
        keys, owners = self.encoder.pair_keys(batch)
        places, there = found_in(self.encoder.pairs, keys)
        counts = np.zeros((batch.count, len(CUES)), np.float32)
        spoken = np.any(words[batch.rows], axis=1)
        np.add.at(counts, batch.owner[spoken], words[batch.rows[spoken]])
        np.add.at(counts, owners[there], pairs[places[there]])
        return np.asarray(2 * np.minimum(counts / np.sqrt(np.maximum(batch.lengths, 9))[:, None], 1), np.float32)

    def found(self, findings: Sequence[Sequence[str]]) -> Floats:
        """Ones where a rule matched."""
        matrix = np.zeros((len(findings), len(self.findings)), np.float32)
        for row, items in enumerate(findings):
            columns = [self.places.get(finding_name(item), -1) for item in items]
            matrix[row, [column for column in columns if column >= 0]] = 1
        return matrix

    def context(self, messages: Sequence[Message]) -> Floats:
        """The meaning of what each message answers; zeros where it answers nothing."""
        matrix = np.zeros((len(messages), MEANING), np.float32)
        rows = [row for row, message in enumerate(messages) if message.context]
        if rows:
            texts = [tokens(messages[row].context[:CONTEXT_LIMIT]) for row in rows]
            matrix[rows] = self.encoder.meaning(self.encoder.tokens(texts))
        return matrix


def structure(message: Message) -> list[float]:
    """The values of :data:`STRUCTURE`, each between 0 and 1."""
    return [float(value) for value in _people(message) + _form(message) + _rest(message)]


def _people(message: Message) -> list[float]:
    n = message.addressees
    people = message.to + message.cc
    return [
        n == 1,
        2 <= n <= 4,
        n >= 5,
        bool(message.cc),
        any(GROUP_WORDS.search(f"{person.email.partition('@')[0]} {person.name.lower()}") for person in people),
        message.internal is False,
        message.is_reply or bool(message.references),
        message.is_forward,
        bool(message.list_id) or bool(message.precedence),
        message.greeting == "many",
        message.greeting == "one",
    ]


def _form(message: Message) -> list[float]:
    core = message.core
    size = len(core)
    sentences = 1 + sum(core.count(stop) for stop in (". ", "? ", "! ", ".\n", "?\n"))
    return [
        message.questions == 1,
        message.questions > 1,
        "?" in core[-90:],
        size < 15,
        15 <= size < 120,
        120 <= size < 500,
        500 <= size < 1_500,
        size >= 1_500,
        min(size / sentences / 200, 1.0),
        "!" in core,
        min(core.count("\n\n") / 6, 1.0),
        min(len(BULLET.findall(core[:TEXT_LIMIT])) / 4, 1.0),
    ]


def _rest(message: Message) -> list[float]:
    core = message.core[:TEXT_LIMIT]
    size = len(core)
    quoted = sum(cut.size for cut in message.cuts if cut.kind in ("quote", "forward"))
    return [
        bool(message.links),
        bool(message.attachments),
        quoted > 0,
        quoted > 2 * size,
        "?" in message.context,
        min(10 * len(FIGURE.findall(core)) / max(size, 50), 1.0),
        min(5 * sum(map(str.isupper, core)) / max(size, 50), 1.0),
        message.is_forward and size < 60,
    ]
