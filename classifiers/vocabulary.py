"""Which words an encoder may know: used by several senders, and not names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from classifiers.cues import CUES, phrases
from classifiers.encoder import STOPS, Encoder, word_hash
from classifiers.features import text_of, tokens
from rules.message import Message

SENDERS = 3
"""A word is kept only when at least so many senders use it."""

NAME_WORD = re.compile(r"[^\W\d_]{2,}")
INSIDE = re.compile(r"(?<=[a-z,;] )[^\W\d_]+(?:['’-][^\W\d_]+)*")

Ints = npt.NDArray[np.int64]


def names_in_headers(messages: Iterable[Message]) -> set[str]:
    """Every word of a name or an address in the headers."""
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
        for word in INSIDE.findall(text_of(message)):
            seen[word.lower()] += 1
            capital[word.lower()] += word[0].isupper()
    return {word for word, count in seen.items() if capital[word] > 0.5 * count}


def users(messages: Iterable[Message]) -> Mapping[str, int]:
    """How many senders use each word."""
    sets: dict[str, set[str]] = defaultdict(set)
    for message in messages:
        for word in set(tokens(text_of(message))):
            sets[word].add(_sender(message))
    return {word: len(senders) for word, senders in sets.items()}


def allowed(messages: Sequence[Message], senders: int = SENDERS) -> list[str]:
    """Words that may be known, with the words of the cues, which are our own.

    A word that also stands in some header is kept when ten times as many senders use it in small letters.
    """
    used = users(messages)
    names = names_in_headers(messages)
    capital = mostly_capital(messages)
    kept = {word for word, n in used.items() if n >= senders and len(word) <= 30}
    lexicon = {word for cue in CUES for phrase in phrases(cue) for word in phrase.split()}
    common = {word for word in names & kept if used[word] >= 10 * senders and word not in capital}
    return sorted(((kept - capital - names) | common | lexicon) - set(STOPS))


def skeleton(messages: Sequence[Message], words: Iterable[str], pairs_from: int) -> tuple[Encoder, list[str]]:
    """An encoder that knows words and pairs but has no vectors yet, and how its rows are spelled."""
    by_hash = {word_hash(word): word for word in words}
    hashes = np.array(sorted(by_hash), np.uint32)
    nothing = np.zeros(0, np.float32)
    bare = Encoder(hashes, np.zeros(0, np.int64), np.zeros((0, 0), np.int8), nothing, nothing, nothing, {})
    batch = bare.tokens([tokens(text_of(message)) for message in messages])
    keys, owners = bare.pair_keys(batch)
    numbers: dict[str, int] = {}
    senders = np.array([numbers.setdefault(_sender(message), len(numbers)) for message in messages], np.int64)
    pairs = np.union1d(_frequent(keys, senders[owners], pairs_from), _pairs_of_cues(bare))
    spelled = [*STOPS, *(by_hash[int(key)] for key in hashes)]
    spelled += [f"{spelled[pair // bare.size]} {spelled[pair % bare.size]}" for pair in pairs]
    return replace(bare, pairs=pairs), spelled


def with_pieces(encoder: Encoder, pieces: npt.NDArray[np.floating]) -> Encoder:
    """The same encoder, told how long each word is."""
    return replace(encoder, pieces=np.asarray(pieces, np.float32))


def _sender(message: Message) -> str:
    return message.sender.email if message.sender else ""


def _frequent(keys: Ints, senders: Ints, least: int) -> Ints:
    """Keys used by at least ``least`` senders, sorted."""
    each = np.unique(np.stack([keys, senders]), axis=1)
    values, counts = np.unique(each[0], return_counts=True)
    return np.asarray(values[counts >= least], np.int64)


def _pairs_of_cues(encoder: Encoder) -> Ints:
    two = [phrase.split() for cue in CUES for phrase in phrases(cue) if " " in phrase]
    return np.array([encoder.row(left) * encoder.size + encoder.row(right) for left, right in two], np.int64)
