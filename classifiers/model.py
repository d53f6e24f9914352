"""What has been learned, and scoring with it: numpy only, a batch at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from classifiers.bands import Bands
from classifiers.encoder import Floats
from classifiers.features import Extractor
from classifiers.labels import KINDS, Verdict
from rules.message import Message

if TYPE_CHECKING:
    from classifiers.reasons import Reason

OUTPUTS = (*KINDS, "talk", "worth")
"""The columns of the weights: log-odds of each."""

TALK = OUTPUTS.index("talk")
WORTH = OUTPUTS.index("worth")

BATCH = 256
"""Messages scored at once; bounds the memory."""


@dataclass(frozen=True)
class Scores:
    """Calibrated probabilities of a batch: ``kinds`` (n × 10, rows add up to 1), ``talk`` and ``worth`` (n)."""

    kinds: Floats
    talk: Floats
    worth: Floats

    def __len__(self) -> int:
        return len(self.talk)


@dataclass(frozen=True)
class Weights:
    """A linear scorer: ``matrix`` (columns × outputs) and ``bias`` (outputs).

    Calibration is already inside, so that every contribution is in log-odds of the final probability.
    """

    matrix: Floats
    bias: Floats


def sigmoid(values: npt.NDArray[np.floating]) -> Floats:
    """From log-odds to probability, without overflow."""
    return (0.5 * (1 + np.tanh(0.5 * np.asarray(values, np.float64)))).astype(np.float32)


def softmax(values: npt.NDArray[np.floating]) -> Floats:
    """From one row of log-odds a message to probabilities that add up to 1."""
    powers = np.exp(values - values.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)


def scores_of(odds: npt.NDArray[np.floating]) -> Scores:
    """From log-odds (n × :data:`OUTPUTS`) to probabilities."""
    return Scores(softmax(odds[:, : len(KINDS)]), sigmoid(odds[:, TALK]), sigmoid(odds[:, WORTH]))


@dataclass(frozen=True)
class Model:
    """A trained classifier; made by ``classifiers.training``, kept by ``classifiers.storage``."""

    extractor: Extractor
    weights: Weights
    bands: Bands
    card: Mapping[str, Any] = field(default_factory=dict)

    def log_odds(self, messages: Sequence[Message], findings: Sequence[Sequence[str]]) -> Floats:
        """N × :data:`OUTPUTS`, before they become probabilities."""
        odds = np.zeros((len(messages), len(OUTPUTS)), np.float32)
        for start in range(0, len(messages), BATCH):
            part = slice(start, start + BATCH)
            odds[part] = self.extractor.encode(messages[part], findings[part]) @ self.weights.matrix
        return np.asarray(odds + self.weights.bias, np.float32)

    def score(self, messages: Sequence[Message], findings: Sequence[Sequence[str]]) -> Scores:
        """Probabilities of each kind, of talk and of worth posting; ``findings`` are the rule ids of each message."""
        return scores_of(self.log_odds(messages, findings))

    def verdicts(self, scores: Scores) -> list[Verdict]:
        """Leave, ask or suggest for each message that no gate holds."""
        return [self.bands.verdict(float(worth)) for worth in scores.worth]

    def reasons(self, message: Message, findings: Sequence[str] = ()) -> tuple[Reason, ...]:
        """What carried the score of worth posting, the strongest first; the weights add up to its log-odds."""
        from classifiers.reasons import explain

        return explain(self, message, findings)


def load(path: Path | None = None, *, packs: str | None = None) -> Model:
    """The shipped model, or the one in a folder. Raises ``classifiers.storage.ModelError``.

    ``packs`` is the digest of the rules in use; a model made with other rules is refused when it is given.
    """
    from classifiers import storage

    return storage.load(path, packs=packs)
