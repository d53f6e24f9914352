"""Why a message scores as it does: the contributions to the log-odds of worth posting, true to the last digit.

The scorer is a sum, so the reasons are its terms: words and pairs, words in questions, findings, cues, structure. A cue
is shown with the author's words that spoke it. What is too small to be told apart is added up as ``rest``; what holds
for every message is ``base``. ``nudger/texts`` makes sentences of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from classifiers.cues import CUES, phrases
from classifiers.features import DENSE, STOPS, STRUCTURE, Vocabulary, found_in, text_of, tokens, word_hash
from rules.message import Message

if TYPE_CHECKING:
    from classifiers.model import Model

SHOWN = 8
"""So many reasons stand alone; the others are added up."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One term of the score.

    ``id`` is ``word``, ``asked``, ``cue:NAME``, ``structure:NAME``, ``finding:ID``, ``rest`` or ``base``; ``words`` are
    the author's; ``weight`` is in log-odds of worth posting, above 0 when it speaks for it.
    """

    id: str
    words: tuple[str, ...]
    weight: float


def explain(model: Model, message: Message, findings: Sequence[str], shown: int = SHOWN) -> tuple[Reason, ...]:
    """The reasons of one message, the strongest first, then ``rest`` and ``base``."""
    from classifiers.model import WORTH

    terms = sorted(_terms(model, message, findings), key=lambda reason: -abs(reason.weight))
    rest = sum(reason.weight for reason in terms[shown:])
    base = float(model.weights.bias[WORTH])
    return (*terms[:shown], Reason("rest", (), rest), Reason("base", (), base))


def _terms(model: Model, message: Message, findings: Sequence[str]) -> Iterator[Reason]:
    from classifiers.model import WORTH

    encoded = model.encode([message], [findings])
    words = tokens(text_of(message))
    spoken = spelled(model.vocabulary, words, findings)
    sparse = encoded.values * model.weights.sparse[encoded.columns, WORTH]
    for column, weight in zip(encoded.columns, sparse, strict=True):
        name, said = spoken[int(column)]
        yield Reason(name, said, float(weight))
    dense = encoded.dense[0] * model.weights.dense[:, WORTH]
    for number in np.flatnonzero(dense):
        yield Reason(*_dense_name(int(number), words), float(dense[number]))


def _dense_name(number: int, words: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    if number < len(STRUCTURE):
        return f"structure:{STRUCTURE[number]}", ()
    cue = DENSE[number].removeprefix("cue ")
    return f"cue:{cue}", cue_words(cue, words)


def cue_words(cue: str, words: Sequence[str], most: int = 4) -> tuple[str, ...]:
    """The author's words that spoke a cue, in order, each once."""
    assert cue in CUES
    entries = set(phrases(cue))
    pairs = [f"{left} {right}" for left, right in pairwise(words)]
    spoken = [phrase for both in zip(words, [*pairs, ""], strict=True) for phrase in both[::-1] if phrase in entries]
    return tuple(dict.fromkeys(spoken))[:most]


def spelled(
    vocabulary: Vocabulary, words: Sequence[str], findings: Sequence[str]
) -> dict[int, tuple[str, tuple[str, ...]]]:
    """Column → reason id and the words as the author wrote them; the model itself holds only hashes."""
    rows = vocabulary.rows_of(words)
    names: dict[int, tuple[str, tuple[str, ...]]] = {
        row: ("word", (word,)) for row, word in zip(rows, words, strict=True) if row >= len(STOPS)
    }
    after_pairs = vocabulary.size + len(vocabulary.pairs)
    for left, right, first, second in zip(rows, rows[1:], words, words[1:], strict=False):
        column = _place(vocabulary.pairs, left * vocabulary.size + right)
        if min(left, right) >= len(STOPS) and column is not None:
            names[vocabulary.size + column] = ("word", (f"{first} {second}",))
    for row, word in zip(rows, words, strict=True):
        column = _place(vocabulary.asked, row)
        if column is not None:
            names[after_pairs + column] = ("asked", (word,))
    for finding in findings:
        column = _place(vocabulary.findings, word_hash(finding))
        if column is not None:
            names[after_pairs + len(vocabulary.asked) + column] = (f"finding:{finding}", ())
    return names


def _place(table: np.ndarray, key: int) -> int | None:
    places, there = found_in(table, np.array([key]))
    return int(places[0]) if there[0] else None
