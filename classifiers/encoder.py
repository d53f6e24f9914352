"""The meaning of a text as 512 numbers: vectors of words and pairs, summed, through a small network. Numpy only.

Nudger's encoder is a student: its vectors and network start from Google's universal-sentence-encoder-multilingual v3
(Apache-2.0) and were trained to give what that model gives, in Dutch and English, at a hundredth of its cost
(``benchmarks/judging_encoder.py``, docs/experiments). It has seen no labels. Words are kept as crc32 hashes.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from zlib import crc32

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

STOPS = ("?", "!", ".", "\n\n")
"""Rows 0 to 3 of every vocabulary: what ends a sentence, the question mark first."""

MEANING = 512
"""Numbers of a meaning; a text has length one."""

REMEMBERED = 300_000
"""So many words are looked up once only; then the memory starts afresh."""

LAYERS = ("d0", "p1", "d1", "d2", "p3", "d3")
"""Matrices of the network, as in the teacher."""


def word_hash(word: str) -> int:
    """32 bits of a word, the same on every machine."""
    return crc32(word.encode("utf-8"))


def found_in(table: npt.NDArray[np.generic], keys: npt.NDArray[np.generic]) -> tuple[Ints, Bools]:
    """Places of the keys in a sorted table, and which are really there."""
    if not len(table):
        return np.zeros(len(keys), np.int64), np.zeros(len(keys), np.bool_)
    places = np.minimum(np.searchsorted(table, keys), len(table) - 1)
    return places, np.asarray(table[places] == keys, np.bool_)


@dataclass(frozen=True)
class Tokens:
    """The tokens of a batch one after another: their rows, the message of each, and how many each message has."""

    rows: Ints
    owner: Ints
    lengths: Ints

    @property
    def count(self) -> int:
        """Number of messages."""
        return len(self.lengths)


@dataclass(frozen=True)
class Encoder:
    """Words and pairs with their vectors, and the network that makes a meaning of their sum.

    ``words`` are sorted hashes, a word's row comes after the :data:`STOPS`; ``pairs`` are sorted keys of two rows.
    ``vectors`` holds a row for each word and then each pair, one byte a number, times ``scale``. ``pieces`` says how
    many pieces of the teacher a word is made of, ``shift`` is added to every mean, ``layers`` are the network's
    matrices, ``digest`` is the file's fingerprint.
    """

    words: npt.NDArray[np.uint32]
    pairs: Ints
    vectors: npt.NDArray[np.int8]
    scale: Floats
    shift: Floats
    pieces: Floats
    layers: dict[str, Floats]
    digest: str = ""
    seen: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def size(self) -> int:
        """Number of stops and words."""
        return len(self.words) + len(STOPS)

    def row(self, word: str) -> int:
        """The row of a word, -1 when it is not known."""
        if word in STOPS:
            return STOPS.index(word)
        place, there = found_in(self.words, np.array([word_hash(word)], np.uint32))
        return int(place[0]) + len(STOPS) if there[0] else -1

    def rows(self, words: Sequence[str]) -> list[int]:
        """Rows of many words; a word is looked up once."""
        if len(self.seen) > REMEMBERED:
            self.seen.clear()
        known = self.seen
        for word in words:
            if word not in known:
                known[word] = self.row(word)
        return [known[word] for word in words]

    def tokens(self, texts: Sequence[Sequence[str]]) -> Tokens:
        """A batch of texts, already cut into words."""
        lists = [self.rows(words) for words in texts]
        lengths = np.array([len(rows) for rows in lists], np.int64)
        rows = np.fromiter((row for part in lists for row in part), np.int64, int(lengths.sum()))
        return Tokens(rows, np.repeat(np.arange(len(lists)), lengths), lengths)

    def pair_keys(self, tokens: Tokens) -> tuple[Ints, Ints]:
        """Keys of all neighbouring known words, and the message of each."""
        left, right = tokens.rows[:-1], tokens.rows[1:]
        both = (left >= len(STOPS)) & (right >= len(STOPS)) & (tokens.owner[:-1] == tokens.owner[1:])
        return left[both] * self.size + right[both], tokens.owner[:-1][both]

    def meaning(self, tokens: Tokens) -> Floats:
        """N × :data:`MEANING`, each row of length one; zeros for a text without a known word."""
        known = tokens.rows >= len(STOPS)
        rows, owner = tokens.rows[known], tokens.owner[known]
        keys, pair_owner = self.pair_keys(tokens)
        places, there = found_in(self.pairs, keys)
        every = np.concatenate([rows, places[there] + self.size])
        owners = np.concatenate([owner, pair_owner[there]])
        order = np.argsort(owners, kind="stable")
        total = self._summed(every[order], np.bincount(owners, minlength=tokens.count))
        pieces = np.bincount(owner, self.pieces[rows], tokens.count)
        spoken = (pieces > 0)[:, None]
        return np.asarray(
            self._network(total / np.sqrt(np.maximum(pieces, 1))[:, None] + self.shift) * spoken, np.float32
        )

    def _summed(self, rows: Ints, counts: Ints) -> Floats:
        """The sum of the vectors of each message; ``rows`` are in the order of the messages."""
        total = np.zeros((len(counts), self.vectors.shape[1]), np.float32)
        filled = np.flatnonzero(counts)
        if len(filled):
            starts = np.cumsum(counts) - counts
            total[filled] = np.add.reduceat(self.vectors[rows], starts[filled], axis=0, dtype=np.float32)
        return total * self.scale

    def _network(self, mean: npt.NDArray[np.floating]) -> Floats:
        layers = self.layers
        first = np.maximum(mean @ layers["d0"], 0)
        second = np.maximum(mean @ layers["p1"] + first @ layers["d1"], 0)
        last = np.tanh(second @ layers["p3"] + np.maximum(second @ layers["d2"], 0) @ layers["d3"])
        return np.asarray(last / np.maximum(np.linalg.norm(last, axis=1, keepdims=True), 1e-6), np.float32)


def unpacked(octets: bytes) -> Encoder:
    """An encoder from the octets of its ``.npz``. Raises what numpy raises when they are not such a file."""
    with np.load(io.BytesIO(octets), allow_pickle=False) as stored:
        part = {name: stored[name] for name in stored.files}
    layers = {name: (part[name] * part[f"{name}_scale"]).astype(np.float32) for name in LAYERS}
    return Encoder(
        words=part["words"],
        pairs=part["pairs"],
        vectors=part["vectors"],
        scale=part["scale"],
        shift=part["shift"],
        pieces=part["pieces"].astype(np.float32),
        layers=layers,
        digest=hashlib.sha256(octets).hexdigest()[:16],
    )


@lru_cache(maxsize=1)
def builtin() -> Encoder:
    """The shipped encoder."""
    return unpacked((files("classifiers.builtin") / "encoder.npz").read_bytes())
