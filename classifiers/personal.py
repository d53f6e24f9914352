"""Learning from one leader's verdicts, on top of a model: numpy only, from at most 40 numbers a thread.

What is learned is a small shift of the score of worth posting, linear in numbers that the model itself gives. It
becomes the taste of the model, so the result is again a plain model: it scores, explains and is stored as any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from classifiers.cues import CUES
from classifiers.encoder import Floats
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


@dataclass(frozen=True, slots=True)
class Decision:
    """What a leader said of a thread: its numbers (:func:`numbers`), yes or no, and how much it counts.

    Only "yes, post it" and "no, not of use" are decisions; later, private and expiry say nothing of worth.
    """

    numbers: tuple[float, ...]
    yes: bool
    weight: float = 1.0


def numbers(model: Model, messages: Sequence[Message], findings: Sequence[Sequence[str]]) -> Floats:
    """N × :data:`KEPT` numbers, without any word: log-odds of each output (divided by 4), cues, shapes."""
    data = model.extractor.encode(messages, findings)
    return np.asarray(np.concatenate([model.odds(data) / 4, data[:, _picked(model)]], axis=1), np.float32)


def adapted(base: Model, decisions: Sequence[Decision], caution: float = CAUTION) -> Model:
    """The base, shifted towards this leader's taste; the base itself when nothing was decided.

    The most probable shift under a normal prior around none (Newton's method on a convex loss: always the same answer).
    Raises ValueError when a decision has another number of numbers.
    """
    if not decisions:
        return base
    kept = np.array([decision.numbers for decision in decisions], np.float64)
    if kept.shape[1] != KEPT:
        raise ValueError(f"{kept.shape[1]} numbers instead of {KEPT}")
    offset = 4 * kept[:, WORTH]
    design = np.concatenate([kept - _origin(base), np.ones((len(kept), 1))], axis=1)
    truth = np.array([decision.yes for decision in decisions], np.float64)
    weight = np.array([decision.weight for decision in decisions], np.float64)
    shift = _most_probable(_Posterior(design, offset, truth, weight, caution))
    return _shifted(base, shift, len(decisions))


def _picked(model: Model) -> list[int]:
    """The columns of the cues and shapes that are kept."""
    names = model.extractor.names
    return [names.index(name) for name in (*(f"cue:{cue}" for cue in CUES), *(f"structure:{s}" for s in SHAPES))]


def _origin(model: Model) -> Floats:
    """The kept numbers of a message without any feature; there the shift is nothing but its constant."""
    nothing = model.odds(np.zeros((1, model.extractor.width), np.float32))[0]
    return np.concatenate([nothing / 4, np.zeros(KEPT - len(OUTPUTS), np.float32)])


@dataclass(frozen=True, slots=True)
class _Posterior:
    """The loss of a shift: how badly it explains the answers, and how far it strays."""

    design: np.ndarray
    offset: np.ndarray
    truth: np.ndarray
    weight: np.ndarray
    caution: float

    def loss(self, shift: np.ndarray) -> float:
        odds = self.offset + self.design @ shift
        return float(self.weight @ (np.logaddexp(0, odds) - self.truth * odds) + self.caution * shift @ shift / 2)

    def step(self, shift: np.ndarray) -> np.ndarray:
        """Newton's step from here."""
        chance = 0.5 * (1 + np.tanh(0.5 * (self.offset + self.design @ shift)))
        gradient = self.design.T @ (self.weight * (chance - self.truth)) + self.caution * shift
        curved = (self.design * (self.weight * chance * (1 - chance))[:, None]).T @ self.design
        return np.asarray(np.linalg.solve(curved + self.caution * np.eye(len(shift)), gradient))


def _most_probable(posterior: _Posterior, rounds: int = 100) -> np.ndarray:
    """Newton's method with halved steps: the loss is convex, so there is one answer."""
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
    direct[_picked(base)] += shift[len(OUTPUTS) : -1]
    constant = grown * old.constant + shift[-1] - shift[:-1] @ _origin(base)
    taste = Taste(*(np.asarray(part, np.float32) for part in (grown * old.mix + others, direct, constant)))
    return replace(base, taste=taste, card={**base.card, "decisions": n})
