"""Which words a model may know: used by several senders, not names, chosen from the training mail."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from classifiers.cues import CUES, phrases
from classifiers.features import (
    STOPS,
    Tokens,
    Vocabulary,
    every_token,
    occurrences,
    pair_keys,
    text_of,
    tokenised,
    word_hash,
)
from rules.message import Message

SENDERS = 3
"""A word is kept only when at least so many senders use it."""

NAME_WORD = re.compile(r"[^\W\d_]{2,}")
CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*|(?<=[a-z,;] )[^\W\d_]+")


def names_in_headers(messages: Iterable[Message]) -> set[str]:
    """Every word of a name or of an address's local part in the headers."""
    found: set[str] = set()
    for message in messages:
        for person in (message.sender, *message.to, *message.cc):
            if person is not None:
                found.update(NAME_WORD.findall(f"{person.name} {person.email.replace('@', ' ')}".lower()))
    return found


def mostly_capital(messages: Iterable[Message]) -> set[str]:
    """Words that are written with a capital in the middle of a sentence more often than not: names and the like."""
    seen: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for message in messages:
        for word in CAPITAL.findall(text_of(message)):
            lower = word.lower()
            seen[lower] += 1
            capital[lower] += word[0].isupper()
    return {word for word, count in seen.items() if capital[word] > 0.5 * count}


def users(messages: Sequence[Message], lists: Sequence[Sequence[str]]) -> Mapping[str, int]:
    """How many senders use each word."""
    sets: dict[str, set[str]] = defaultdict(set)
    for message, words in zip(messages, lists, strict=True):
        sender = message.sender.email if message.sender else ""
        for word in set(words):
            sets[word].add(sender)
    return {word: len(senders) for word, senders in sets.items()}


def allowed(messages: Sequence[Message], senders: int = SENDERS) -> list[str]:
    """Words that may be known, with the words of the cues, which are our own."""
    used = users(messages, every_token(messages))
    names = names_in_headers(messages)
    capital = mostly_capital(messages)
    kept = {word for word, n in used.items() if n >= senders and len(word) <= 30}
    lexicon = {word for cue in CUES for phrase in phrases(cue) for word in phrase.split()}
    common = {word for word in names & kept if used[word] >= 10 * senders and word not in capital}
    return sorted(((kept - capital - names) | common | lexicon) - set(STOPS))


def build(
    messages: Sequence[Message], findings: Sequence[Sequence[str]], senders: int = SENDERS, pairs_from: int = 4
) -> Vocabulary:
    """The vocabulary of the training mail, with the idf of every column."""
    words = np.unique(np.array([word_hash(word) for word in allowed(messages, senders)], np.uint32))
    empty = np.zeros(0, np.int64)
    rules = np.unique(np.array([word_hash(item) for items in findings for item in items], np.uint32))
    bare = Vocabulary(words, empty, empty, rules, np.zeros(0, np.float32))
    parts = tokenised(messages, bare)
    senders_of = _sender_numbers(messages)
    pairs = np.union1d(_frequent(*pair_keys(parts, bare.size), senders_of, pairs_from), _lexicon_pairs(bare))
    asked_rows = np.where(parts.rows >= len(STOPS), parts.rows, -1)[parts.asked]
    asked = _frequent(asked_rows, parts.owner[parts.asked], senders_of, pairs_from)
    full = Vocabulary(words, pairs, asked[asked >= 0], rules, np.ones(0, np.float32))
    return Vocabulary(words, full.pairs, full.asked, rules, _idf(parts, findings, full))


def _sender_numbers(messages: Sequence[Message]) -> np.ndarray:
    numbers: dict[str, int] = {}
    addresses = [message.sender.email if message.sender else "" for message in messages]
    return np.array([numbers.setdefault(address, len(numbers)) for address in addresses], np.int64)


def _frequent(keys: np.ndarray, owners: np.ndarray, senders: np.ndarray, least: int) -> np.ndarray:
    """Keys used by at least ``least`` senders, sorted."""
    if not len(keys):
        return np.zeros(0, np.int64)
    each = np.unique(np.stack([keys, senders[owners]]), axis=1)
    values, counts = np.unique(each[0], return_counts=True)
    return values[counts >= least].astype(np.int64)


def _lexicon_pairs(vocabulary: Vocabulary) -> np.ndarray:
    two = [phrase.split() for cue in CUES for phrase in phrases(cue) if " " in phrase]
    return np.array([vocabulary.row(a) * vocabulary.size + vocabulary.row(b) for a, b in two], np.int64)


def _idf(parts: Tokens, findings: Sequence[Sequence[str]], vocabulary: Vocabulary) -> np.ndarray:
    owner, column = occurrences(parts, findings, vocabulary)
    n = len(parts.lengths)
    columns = vocabulary.columns
    documents = np.bincount(np.unique(owner * columns + column) % columns, minlength=columns)
    return (np.log((1 + n) / (1 + documents)) + 1).astype(np.float32)
