"""From messages to numbers: words, pairs of words, words of questions, cues, structure and findings.

Training and scoring share :func:`encode`, so that they cannot drift apart. Everything is counted over a whole batch
with numpy; only the cutting into tokens looks at one message at a time. Names, addresses and numbers never become
features: a vocabulary keeps crc32 hashes of words that several senders use and that are not names (see ``vocabulary``).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np
import numpy.typing as npt

from classifiers.cues import CUES, phrases
from rules.message import Message

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

FEATURES = 1
"""Version of this file's arithmetic; raised whenever a value of any feature changes."""

TEXT_LIMIT = 4_000
"""Characters of the core that are read; what a mail is about is said before that."""

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.?!]|\n\s*\n")
NOISE = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|<[^<>\s]*>")
STOPS = ("?", "!", ".", "\n\n")
"""Rows 0 to 3 of every vocabulary: what ends a sentence, the question mark first."""

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
"""Names of the structural features, in the order of their columns; the cues follow them."""

DENSE = STRUCTURE + tuple(f"cue {cue}" for cue in CUES)
"""Names of all dense columns."""

GROUP_WORDS = re.compile(r"team|group|all|staff|everyone|afdeling|list|iedereen|medewerkers|dl-|managers|leden|members")


def digest() -> str:
    """Fingerprint of the features; a model made with another one is refused."""
    said = [(cue, sorted(phrases(cue))) for cue in CUES]
    text = repr((FEATURES, TEXT_LIMIT, TOKEN.pattern, NOISE.pattern, STOPS, DENSE, GROUP_WORDS.pattern, said))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def text_of(message: Message) -> str:
    """What is read of a message: its topic as a sentence of its own, then its core."""
    return f"{message.topic}\n\n{message.core[:TEXT_LIMIT]}"


def tokens(text: str) -> list[str]:
    """Lower-case words and sentence stops, without addresses, links and numbers."""
    found = TOKEN.findall(NOISE.sub(" ", text.replace("’", "'")).lower())
    return ["\n\n" if token[0] == "\n" else token for token in found]


def word_hash(word: str) -> int:
    """32 bits of a word or phrase, the same on every machine."""
    return crc32(word.encode("utf-8"))


@dataclass(frozen=True)
class Vocabulary:
    """The words a model knows, as sorted hashes; columns are words, pairs, words in questions, findings.

    A row is a word's place in ``words``, after the :data:`STOPS`. ``pairs`` are sorted keys of two rows, ``asked`` rows
    of words that count apart in a question, ``findings`` hashes of rule ids. ``weights`` is the idf of each column.
    """

    words: npt.NDArray[np.uint32]
    pairs: Ints
    asked: Ints
    findings: npt.NDArray[np.uint32]
    weights: Floats
    rows: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def size(self) -> int:
        """Number of words and stops."""
        return len(self.words) + len(STOPS)

    @property
    def columns(self) -> int:
        """Number of sparse columns."""
        return self.size + len(self.pairs) + len(self.asked) + len(self.findings)

    def row(self, word: str) -> int:
        """The row of a word, -1 when it is not known."""
        if word in STOPS:
            return STOPS.index(word)
        key = np.uint32(word_hash(word))
        place = int(np.searchsorted(self.words, key))
        return place + len(STOPS) if place < len(self.words) and self.words[place] == key else -1

    def rows_of(self, words: Sequence[str]) -> list[int]:
        """Rows of many words; remembers what it has looked up, within bounds."""
        known = self.rows
        if len(known) > 300_000:
            known.clear()
        for word in words:
            if word not in known:
                known[word] = self.row(word)
        return [known[word] for word in words]


@dataclass(frozen=True)
class Encoded:
    """A batch as numbers: three arrays of a sparse matrix (CSR), and the dense columns."""

    indptr: Ints
    columns: Ints
    values: Floats
    dense: Floats


@dataclass(frozen=True)
class Tokens:
    """The tokens of a batch one after another: rows, the message of each, and which stand in a question."""

    rows: Ints
    owner: Ints
    asked: npt.NDArray[np.bool_]
    lengths: Ints


def tokenised(messages: Sequence[Message], vocabulary: Vocabulary) -> Tokens:
    """All tokens of a batch."""
    lists = [vocabulary.rows_of(tokens(text_of(message))) for message in messages]
    lengths = np.array([len(rows) for rows in lists], np.int64)
    rows = np.fromiter((row for part in lists for row in part), np.int64, int(lengths.sum()))
    owner = np.repeat(np.arange(len(lists)), lengths)
    return Tokens(rows, owner, in_question(rows, owner), lengths)


def in_question(rows: Ints, owner: Ints) -> npt.NDArray[np.bool_]:
    """Whether the next sentence stop after each token is a question mark of the same message."""
    stops = np.flatnonzero((rows >= 0) & (rows < len(STOPS)))
    if not len(stops):
        return np.zeros(len(rows), np.bool_)
    following = np.minimum(np.searchsorted(stops, np.arange(len(rows))), len(stops) - 1)
    stop = stops[following]
    return np.asarray((rows[stop] == 0) & (owner[stop] == owner) & (stop >= np.arange(len(rows))), np.bool_)


def pair_keys(tokens_: Tokens, size: int) -> tuple[Ints, Ints]:
    """Keys of all neighbouring known words, and the message of each."""
    left, right = tokens_.rows[:-1], tokens_.rows[1:]
    both = (left >= len(STOPS)) & (right >= len(STOPS)) & (tokens_.owner[:-1] == tokens_.owner[1:])
    return left[both] * size + right[both], tokens_.owner[:-1][both]


def found_in(table: npt.NDArray[np.generic], keys: npt.NDArray[np.generic]) -> tuple[Ints, npt.NDArray[np.bool_]]:
    """Places of the keys in a sorted table, and which are really there."""
    if not len(table):
        return np.zeros(len(keys), np.int64), np.zeros(len(keys), np.bool_)
    places = np.minimum(np.searchsorted(table, keys), len(table) - 1)
    return places, table[places] == keys


def occurrences(parts: Tokens, findings: Sequence[Sequence[str]], vocabulary: Vocabulary) -> tuple[Ints, Ints]:
    """Message and column of everything that occurs, with repeats."""
    size = vocabulary.size
    known = parts.rows >= len(STOPS)
    keys, owners = pair_keys(parts, size)
    pairs, is_pair = found_in(vocabulary.pairs, keys)
    asked_rows = parts.rows[parts.asked]
    asked, is_asked = found_in(vocabulary.asked, asked_rows)
    hashes = np.array([word_hash(item) for items in findings for item in items], np.uint32)
    rules, is_rule = found_in(vocabulary.findings, hashes)
    rule_owner = np.repeat(np.arange(len(findings)), [len(items) for items in findings])
    after_pairs = size + len(vocabulary.pairs)
    owner = [parts.owner[known], owners[is_pair], parts.owner[parts.asked][is_asked], rule_owner[is_rule]]
    column = [
        parts.rows[known],
        pairs[is_pair] + size,
        asked[is_asked] + after_pairs,
        rules[is_rule] + after_pairs + len(vocabulary.asked),
    ]
    return np.concatenate(owner).astype(np.int64), np.concatenate(column).astype(np.int64)


def weighted(owner: Ints, column: Ints, n: int, weights: Floats) -> tuple[Ints, Ints, Floats]:
    """TF-IDF with a logarithmic count, each message of length one: ``indptr``, columns, values."""
    keys, counts = np.unique(owner * len(weights) + column, return_counts=True)
    owners, columns = np.divmod(keys, max(len(weights), 1))
    values = (1 + np.log(counts)) * weights[columns]
    norms = np.sqrt(np.bincount(owners, values**2, minlength=n))
    indptr = np.concatenate([[0], np.cumsum(np.bincount(owners, minlength=n))]).astype(np.int64)
    return indptr, columns, (values / np.maximum(norms[owners], 1e-9)).astype(np.float32)


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
        any(GROUP_WORDS.search(person.email.partition("@")[0] + " " + person.name.lower()) for person in people),
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


BULLET = re.compile(r"^\s*(?:[-*•·o]|\d{1,2}[.)])\s", re.MULTILINE)
FIGURE = re.compile(r"\d")


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


def cue_table(vocabulary: Vocabulary) -> tuple[Floats, Floats]:
    """Which words and which pairs belong to which cue: two matrices of ones and zeros."""
    words = np.zeros((vocabulary.size + 1, len(CUES)), np.float32)
    pairs = np.zeros((len(vocabulary.pairs) + 1, len(CUES)), np.float32)
    for number, cue in enumerate(CUES):
        for phrase in phrases(cue):
            rows = [vocabulary.row(word) for word in phrase.split()]
            if len(rows) == 1 and rows[0] >= 0:
                words[rows[0], number] = 1
            elif len(rows) == 2 and min(rows) >= 0:
                place, there = found_in(vocabulary.pairs, np.array([rows[0] * vocabulary.size + rows[1]]))
                pairs[place[0] if there[0] else -1, number] = there[0]
    return words, pairs


def cues(parts: Tokens, n: int, vocabulary: Vocabulary, table: tuple[Floats, Floats]) -> Floats:
    """How densely each cue is used: occurrences per root of the message's length, between 0 and 1."""
    words, pairs = table
    keys, owners = pair_keys(parts, vocabulary.size)
    places, there = found_in(vocabulary.pairs, keys)
    counts = np.zeros((n, len(CUES)), np.float32)
    np.add.at(counts, parts.owner, words[parts.rows])
    np.add.at(counts, owners[there], pairs[places[there]])
    lengths = np.maximum(parts.lengths, 9)[:, None]
    return np.minimum(counts / np.sqrt(lengths), 1.0).astype(np.float32)


def encode(
    messages: Sequence[Message],
    findings: Sequence[Sequence[str]],
    vocabulary: Vocabulary,
    table: tuple[Floats, Floats] | None = None,
) -> Encoded:
    """A batch of messages and their findings as numbers."""
    n = len(messages)
    parts = tokenised(messages, vocabulary)
    owner, column = occurrences(parts, findings, vocabulary)
    indptr, columns, values = weighted(owner, column, n, vocabulary.weights)
    forms = np.array([structure(message) for message in messages], np.float32).reshape(n, len(STRUCTURE))
    shares = cues(parts, n, vocabulary, table if table is not None else cue_table(vocabulary))
    return Encoded(indptr, columns, values, np.concatenate([forms, shares], axis=1))


def every_token(messages: Iterable[Message]) -> list[list[str]]:
    """The tokens of each message."""
    return [tokens(text_of(message)) for message in messages]
