"""Two cut-offs make three verdicts, chosen by cost: a wrong suggestion costs far more than a missed one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from classifiers.labels import Verdict

WRONG = 2.0
"""Cost of a wrong suggestion, when a missed one costs 1: the last one taken is right two times in three."""

SPREAD = 9.0
"""Cost of suggesting what is clearly sensitive."""

ASKED = 0.35
"""Cost of a question to the leader, in the grey band."""


@dataclass(frozen=True, slots=True)
class Bands:
    """From which p(worth posting) a message is asked about, and from which it is suggested.

    ``share_from`` is the cut-off on ``kinds.share`` for what the owner herself sent (a public link or document).
    """

    ask_from: float
    suggest_from: float
    share_from: float = 0.6

    def verdict(self, worth: float) -> Verdict:
        """What to do with one message that passed the gates."""
        if worth >= self.suggest_from:
            return Verdict.SUGGEST
        return Verdict.ASK if worth >= self.ask_from else Verdict.LEAVE


def choose(
    probabilities: npt.NDArray[np.floating], worth: Sequence[bool], sensitive: Sequence[int], share_from: float = 0.6
) -> Bands:
    """The cheapest cut-offs on scores of mail that the scorer has not learned from."""
    order = np.argsort(-np.asarray(probabilities), kind="stable")
    scores = np.asarray(probabilities, float)[order]
    right = np.asarray(worth, bool)[order]
    harm = np.where(right, 0.0, np.where(np.asarray(sensitive)[order] == 2, SPREAD, WRONG))
    suggest_from = _cheapest(scores, np.cumsum(harm - right))
    ask_from = _cheapest(scores, np.cumsum(ASKED - right))
    return Bands(round(min(ask_from, suggest_from), 4), round(suggest_from, 4), share_from)


def _cheapest(scores: npt.NDArray[np.floating], costs: npt.NDArray[np.floating]) -> float:
    """The score down to which taking messages lowers the cost most; just above the best score when none does."""
    best = int(np.argmin(costs))
    return min(float(scores[0]) + 1e-3, 1.0) if costs[best] >= 0 else float(scores[best])
