"""Learning from one leader's verdicts, on top of a model: numpy only, from at most 40 numbers a thread.

What is learned is a small shift of the score of worth posting, linear in numbers that the model itself gives and, where
the mail could still be read, in the meaning of its words. It becomes the taste of the model, so the result is again a
plain model: it scores, explains and is stored as any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from classifiers.cues import CUES
from classifiers.encoder import MEANING, Floats
from classifiers.model import OUTPUTS, WORTH, Model, Taste
from rules.message import Message

SHAPES = (
    "one addressee",
    "many addressees",
    "group address",
    "reply",
    "forward",
    "greets many",
    "more questions",
    "links",
    "attachment",
    "figures",
)
"""The structural features that are kept of a decided thread."""

KEPT = len(OUTPUTS) + len(CUES) + len(SHAPES)
"""How many numbers are kept of a decided thread: 40."""

CAUTION = 14.0
"""Precision of the prior: how many verdicts of one kind it takes to be believed over the shipped model."""


CAUTION_WORDS = 6.0
"""The same for the meaning of the words."""

CAUTION_TUNED = 1.0
"""The same for the height and the steepness of the whole score: two numbers, of which every verdict speaks."""

TUNED = [WORTH, KEPT]
"""Their places: the score itself, and the constant behind the kept numbers."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a leader said of a thread: its numbers (:func:`numbers`), yes or no, and how much it counts.

    ``meaning`` is that of the words (:func:`meaning`), empty where the mail could not be read again. Only "yes, post
    it" and "no, not of use" are decisions; later, private and expiry say nothing of worth.
    """

    numbers: tuple[float, ...]
    yes: bool
    weight: float = 1.0
    meaning: tuple[float, ...] = ()


def numbers(model: Model, messages: Sequence[Message], findings: Sequence[Sequence[str]]) -> Floats:
    """N × :data:`KEPT` numbers, without any word: log-odds of each output (divided by 4), cues, shapes."""
    return kept(model, model.extractor.encode(messages, findings))


def kept(model: Model, data: Floats) -> Floats:
    """The same from features (``extractor.encode``)."""
    return np.asarray(np.concatenate([model.odds(data) / 4, data[:, _picked(model)]], axis=1), np.float32)


def meaning(model: Model, data: Floats) -> Floats:
    """N × ``MEANING`` from features: what the words of each message mean."""
    return data[:, _meant(model)]


def adapted(
    base: Model, decisions: Sequence[Decision], caution: float = CAUTION, caution_words: float = CAUTION_WORDS
) -> Model:
    """The base, shifted towards this leader's taste; the base itself when nothing was decided.

    The most probable shift under a normal prior around none (Newton's method on a convex loss: always the same answer).
    Raises ValueError when a decision has another number of numbers.
    """
    if not decisions:
        return base
    shift = _shift(base, decisions, caution, caution_words)
    return _shifted(base, shift, len(decisions))


def losses(base: Model, decisions: Sequence[Decision], learned: Sequence[Decision] = ()) -> np.ndarray:
    """The log loss of each decision, as the base with what was ``learned`` saw it coming."""
    return _losses(decisions, _design(base, decisions) @ _shift(base, learned, CAUTION, CAUTION_WORDS))


def losses_tuned(base: Model, decisions: Sequence[Decision], learned: Sequence[Decision]) -> np.ndarray:
    """The same where nothing is ``learned`` but the height and the steepness of the score: the order stays."""
    posterior = _posterior(base, learned, np.full(2, CAUTION_TUNED))
    steepness, height = _most_probable(replace(posterior, design=posterior.design[:, TUNED]))
    # The kept log-odds are divided by 4; below this the order would turn around.
    shift = np.array([max(steepness, -4.0), height])
    return _losses(decisions, _design(base, decisions)[:, TUNED] @ shift)


def _losses(decisions: Sequence[Decision], moved: np.ndarray) -> np.ndarray:
    odds = _offset(decisions) + moved
    return np.asarray(np.logaddexp(0, odds) - _truth(decisions) * odds)


def _shift(base: Model, decisions: Sequence[Decision], caution: float, caution_words: float) -> np.ndarray:
    precision = np.r_[np.full(KEPT + 1, caution), np.full(MEANING, caution_words)]
    precision[TUNED] = CAUTION_TUNED
    return _most_probable(_posterior(base, decisions, precision))


def _posterior(base: Model, decisions: Sequence[Decision], precision: np.ndarray) -> _Posterior:
    weight = np.array([decision.weight for decision in decisions], np.float64)
    return _Posterior(_design(base, decisions), _offset(decisions), _truth(decisions), weight, precision)


def _offset(decisions: Sequence[Decision]) -> np.ndarray:
    """The log-odds of the base."""
    return np.array([4 * decision.numbers[WORTH] for decision in decisions], np.float64)


def _truth(decisions: Sequence[Decision]) -> np.ndarray:
    return np.array([decision.yes for decision in decisions], np.float64)


def _design(base: Model, decisions: Sequence[Decision]) -> np.ndarray:
    """One row a decision: its numbers, one, and its meaning, which is nothing where it is not known."""
    rows = np.zeros((len(decisions), KEPT + 1 + MEANING))
    for row, decision in zip(rows, decisions, strict=True):
        if len(decision.numbers) != KEPT:
            raise ValueError(f"{len(decision.numbers)} numbers instead of {KEPT}")
        row[:KEPT] = decision.numbers
        row[KEPT + 1 :] = decision.meaning or 0
    rows[:, :KEPT] -= _origin(base)
    rows[:, KEPT] = 1
    return rows


def _picked(model: Model) -> list[int]:
    """The columns of the cues and shapes that are kept."""
    names = model.extractor.names
    return [names.index(name) for name in (*(f"cue:{cue}" for cue in CUES), *(f"structure:{s}" for s in SHAPES))]


def _meant(model: Model) -> slice:
    """The columns of the meaning of the words."""
    begin = len(model.extractor.names)
    return slice(begin, begin + MEANING)


def _origin(model: Model) -> Floats:
    """The kept numbers of a message without any feature; there the shift is nothing but its constant."""
    nothing = model.odds(np.zeros((1, model.extractor.width), np.float32))[0]
    return np.concatenate([nothing / 4, np.zeros(KEPT - len(OUTPUTS), np.float32)])


@dataclass(frozen=True)
class _Posterior:
    """The loss of a shift: how badly it explains the answers, and how far it strays."""

    design: np.ndarray
    offset: np.ndarray
    truth: np.ndarray
    weight: np.ndarray
    precision: np.ndarray

    def loss(self, shift: np.ndarray) -> float:
        odds = self.offset + self.design @ shift
        return float(self.weight @ (np.logaddexp(0, odds) - self.truth * odds) + (self.precision * shift) @ shift / 2)

    def step(self, shift: np.ndarray) -> np.ndarray:
        """Newton's step from here."""
        chance = 0.5 * (1 + np.tanh(0.5 * (self.offset + self.design @ shift)))
        gradient = self.design.T @ (self.weight * (chance - self.truth)) + self.precision * shift
        curved = (self.design * (self.weight * chance * (1 - chance))[:, None]).T @ self.design
        return np.asarray(np.linalg.solve(curved + np.diag(self.precision), gradient))


def _most_probable(posterior: _Posterior) -> np.ndarray:
    """The one answer, looked for in the space that the decisions span: elsewhere the prior alone speaks."""
    if not len(posterior.design):
        return np.zeros_like(posterior.precision)
    root = np.sqrt(posterior.precision)
    _, _, span = np.linalg.svd(posterior.design / root, full_matrices=False)
    ways = span.T / root[:, None]
    inside = replace(posterior, design=posterior.design @ ways, precision=np.ones(len(span)))
    return np.asarray(ways @ _newton(inside))


def _newton(posterior: _Posterior, rounds: int = 100) -> np.ndarray:
    """Newton's method with halved steps: the loss is convex."""
    shift = np.zeros(posterior.design.shape[1])
    for _ in range(rounds):
        step, now = posterior.step(shift), posterior.loss(shift)
        while posterior.loss(shift - step) > now and np.abs(step).max() > 1e-9:
            step /= 2
        shift = shift - step
        if np.abs(step).max() < 1e-9:
            break
    return shift


def _shifted(base: Model, shift: np.ndarray, n: int) -> Model:
    """The base with this shift inside its taste."""
    old, outputs = base.taste, shift[: len(OUTPUTS)] / 4
    others = outputs.copy()
    others[WORTH] = 0
    grown = 1 + outputs[WORTH]
    direct = grown * old.direct
    direct[_picked(base)] += shift[len(OUTPUTS) : KEPT]
    direct[_meant(base)] += shift[KEPT + 1 :]
    constant = grown * old.constant + shift[KEPT] - shift[:KEPT] @ _origin(base)
    taste = Taste(*(np.asarray(part, np.float32) for part in (grown * old.mix + others, direct, constant)))
    return replace(base, taste=taste, card={**base.card, "decisions": n})
