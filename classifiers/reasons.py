"""Why a message scores as it does: the contributions to the log-odds of worth posting, true to the last digit.

The score is a sum over the features, each at its rate for this message (:meth:`classifiers.model.Weights.rates`), so
the reasons are its terms: structure, cues, findings, meaning and context. A cue is shown with the author's words that
spoke it. Of the meaning, each word's share is what the score loses without that word; the meaning as a whole minus
those shares goes to ``rest``. ``style`` is what the style of the mail does to a score of nothing; what holds for every
message is ``base``. ``nudger/texts`` makes sentences of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from classifiers.cues import phrases
from classifiers.encoder import MEANING, Floats
from classifiers.features import MEANING_SCALE, finding_name, text_of, tokens
from classifiers.model import STYLE, WORTH, style_of
from rules.message import Message

if TYPE_CHECKING:
    from classifiers.model import Model

SHOWN = 8
"""So many reasons stand alone; the others are added up."""

WORDS_TRIED = 250
"""So many different words of a message are tried, the first ones."""

LONG = 4
"""Shorter words weigh too, but say nothing to a person: they are in ``rest``."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One term of the score.

    ``id`` is ``word``, ``cue:NAME``, ``structure:NAME``, ``finding:ID``, ``context``, ``style``, ``rest`` or ``base``;
    ``words`` are the author's; ``weight`` is in log-odds of worth posting, above 0 when it speaks for it.
    """

    id: str
    words: tuple[str, ...]
    weight: float


def explain(model: Model, message: Message, findings: Sequence[str], shown: int = SHOWN) -> tuple[Reason, ...]:
    """The reasons of one message, the strongest first, then ``rest`` and ``base``."""
    score = float(model.log_odds([message], [findings])[0, WORTH])
    features, rates, style, base = _rated(model, message, findings)
    terms = [*_terms(model, message, findings, features * rates, rates), Reason("style", (), style)]
    strongest = sorted(terms, key=lambda reason: -abs(reason.weight))[:shown]
    rest = score - base - sum(reason.weight for reason in strongest)
    return (*strongest, Reason("rest", (), rest), Reason("base", (), base))


def _rated(model: Model, message: Message, findings: Sequence[str]) -> tuple[Floats, Floats, float, float]:
    """The features, their rates in log-odds of worth posting, what the style adds, and the score of nothing."""
    data = model.extractor.encode([message], [findings])
    rates, nothing = model.weights.rates(data[0])
    styles = np.array([0.0, float(style_of(model.weights.odds(data))[0])])
    slopes, shifts = model.calibration.at(styles)
    base, here = (slopes * nothing[:STYLE] + shifts) @ model.taste.mix + model.taste.constant[0]
    tasted = rates[:, :STYLE] @ (slopes[1] * model.taste.mix) + model.taste.direct
    return data[0], np.asarray(tasted, np.float32), float(here - base), float(base)


def _terms(
    model: Model, message: Message, findings: Sequence[str], weighted: Floats, rates: Floats
) -> Iterator[Reason]:
    words = tokens(text_of(message))
    names = model.extractor.names
    for number in np.flatnonzero(weighted[: len(names)]):
        name = names[number]
        said = cue_words(name.removeprefix("cue:"), words) if name.startswith("cue:") else ()
        yield Reason(_as_given(name, findings), said, float(weighted[number]))
    if message.context:
        yield Reason("context", (), float(weighted[-MEANING:].sum()))
    yield from _shares(model, words, rates[len(names) : len(names) + MEANING])


def _as_given(name: str, findings: Sequence[str]) -> str:
    """A finding by the whole id of the rule that matched; other names as they are."""
    ids = (f"finding:{item}" for item in findings if name == f"finding:{finding_name(item)}")
    return next(ids, name)


def _shares(model: Model, words: Sequence[str], weights: Floats) -> Iterator[Reason]:
    """What the meaning's part of the score loses without each word."""
    encoder = model.extractor.encoder
    known = [word for word in dict.fromkeys(words) if len(word) >= LONG and encoder.row(word) >= 0][:WORDS_TRIED]
    without = [[word for word in words if word != left_out] for left_out in known]
    parts = MEANING_SCALE * encoder.meaning(encoder.tokens([words, *without])) @ weights
    for word, part in zip(known, parts[1:], strict=True):
        yield Reason("word", (word,), float(parts[0] - part))


def cue_words(cue: str, words: Sequence[str], most: int = 4) -> tuple[str, ...]:
    """The author's words that spoke a cue, in order, each once."""
    entries = set(phrases(cue))
    pairs = [f"{left} {right}" for left, right in pairwise(words)]
    spoken = [phrase for both in zip(words, [*pairs, ""], strict=False) for phrase in both[::-1] if phrase in entries]
    return tuple(dict.fromkeys(spoken))[:most]
