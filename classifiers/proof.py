"""Is what was learned from a leader better than the base? Each verdict is tried on what was learned before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from classifiers import personal
from classifiers.model import Model
from classifiers.personal import Decision

PARTS = 5
"""The verdicts are cut into so many parts by time; the first is only learned from."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The chance that the base and what was learned gave, on average, to what the leader really said of ``n`` threads.

    The average is the geometric mean, so it is what the mean log loss says, as a probability. The base is taken at its
    best: as it is, or told how often this leader says yes and how far its score is to be believed. Else any leader who
    seldom says yes would seem to have a taste. ``gain`` is the mean gain in log loss over the base, ``noise`` the
    standard error of that mean.
    """

    n: int
    base: float
    learned: float
    gain: float
    noise: float

    @property
    def holds(self) -> bool:
        """Whether what was learned is better, by more than noise."""
        return self.n > 0 and self.gain > self.noise


def proof(base: Model, decisions: Sequence[Decision]) -> Proof:
    """Try it on these decisions, oldest first: each part on what was learned from the parts before it."""
    cuts = [len(decisions) * part // PARTS for part in range(PARTS + 1)]
    losses = [_losses(base, decisions[:begin], decisions[begin:end]) for begin, end in pairwise(cuts) if begin]
    every = np.concatenate([*losses, np.zeros((3, 0))], axis=1)
    n = every.shape[1]
    if n <= 1:
        return Proof(0, 0.0, 0.0, 0.0, 0.0)
    best = every[np.argmin(every[:2].mean(axis=1))]
    gains = best - every[2]
    base_chance, learned_chance = np.exp([-best.mean(), -every[2].mean()]).tolist()
    return Proof(n, base_chance, learned_chance, float(gains.mean()), float(gains.std(ddof=1) / np.sqrt(n)))


def _losses(base: Model, before: Sequence[Decision], later: Sequence[Decision]) -> np.ndarray:
    """Of each later decision: the loss of the base, of the base tuned to those before, and of what was learned."""
    ways = (
        personal.losses(base, later),
        personal.losses_tuned(base, later, before),
        personal.losses(base, later, before),
    )
    return np.stack(ways)
