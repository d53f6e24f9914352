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
"""What is scored: log-odds of each."""

STYLE = len(OUTPUTS)
COLUMNS = STYLE + 1
"""The columns of the weights: the outputs, and last the log-odds that a message is written in the style of today."""

TINY = 1e-6
"""A unit's way from nothing that is too short to divide by."""

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
    """A scorer: a linear part and a layer of units, each of which is silent until its own sum is above zero.

    ``matrix`` (columns × :data:`COLUMNS`) and ``bias`` are the linear part, ``units`` (columns × units) and
    ``starts`` the layer's own sums, ``voices`` (units × :data:`COLUMNS`) what each unit adds.
    """

    matrix: Floats
    bias: Floats
    units: Floats
    starts: Floats
    voices: Floats

    def odds(self, data: Floats) -> Floats:
        """N × :data:`COLUMNS`, before calibration."""
        heard = np.maximum(data @ self.units + self.starts, 0)
        return np.asarray(data @ self.matrix + heard @ self.voices + self.bias, np.float32)

    def rates(self, row: Floats) -> tuple[Floats, Floats]:
        """What each feature of one message counts for (columns × :data:`COLUMNS`), and the score of nothing.

        The scores are those of nothing plus ``row @ rates``, exactly: for each unit the mean slope on the straight way
        from nothing to this message (integrated gradients: Sundararajan, Taly, Yan 2017, arXiv:1703.01365; for such
        units the integral is a quotient).
        """
        silent = np.maximum(self.starts, 0)
        way = row @ self.units
        long = np.abs(way) > TINY
        risen = np.maximum(way + self.starts, 0) - silent
        slope = np.where(long, risen / np.where(long, way, 1), self.starts > 0)
        rates = self.matrix + self.units @ (slope[:, None] * self.voices).astype(np.float32)
        return rates, np.asarray(self.bias + silent @ self.voices, np.float32)


@dataclass(frozen=True, slots=True)
class Calibration:
    """From log-odds as learned to those that come true; how far a score is to be believed depends on the style.

    Each field has a value an output; a log-odds o of a message of style s (:func:`style_of`) becomes
    ``(slope + slope_style * s) * o + shift + shift_style * s``.
    """

    slope: Floats
    shift: Floats
    slope_style: Floats
    shift_style: Floats

    def at(self, style: npt.NDArray[np.floating]) -> tuple[npt.NDArray[np.floating], npt.NDArray[np.floating]]:
        """Slopes and shifts of messages of these styles: n × outputs each."""
        each = np.asarray(style)[:, None]
        return self.slope + self.slope_style * each, self.shift + self.shift_style * each

    def apply(self, odds: Floats) -> Floats:
        """N × :data:`OUTPUTS` from n × :data:`COLUMNS`."""
        slope, shift = self.at(style_of(odds))
        return np.asarray(odds[:, :STYLE] * slope + shift, np.float32)


@dataclass(frozen=True, slots=True)
class Taste:
    """How worth posting follows from what is calibrated: ``mix`` (outputs), ``direct`` (columns) and ``constant``.

    The shipped model's is neutral; one leader's verdicts shift it (``classifiers.personal``).
    """

    mix: Floats
    direct: Floats
    constant: Floats

    def apply(self, odds: Floats, data: Floats) -> Floats:
        """The same log-odds, worth posting as this taste has it."""
        tasted = odds.copy()
        tasted[:, WORTH] = odds @ self.mix + data @ self.direct + self.constant[0]
        return tasted


def neutral(width: int) -> Taste:
    """Nobody's taste, for messages of so many features."""
    mix = np.zeros(STYLE, np.float32)
    mix[WORTH] = 1
    return Taste(mix, np.zeros(width, np.float32), np.zeros(1, np.float32))


def style_of(odds: Floats) -> Floats:
    """0 for the mail of the gas trader of 2001, 1 for mail as it is written today; sharp, so that few lie between."""
    return sigmoid(2 * (odds[:, STYLE] - 1))


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
    calibration: Calibration
    taste: Taste
    bands: Bands
    card: Mapping[str, Any] = field(default_factory=dict)

    def log_odds(self, messages: Sequence[Message], findings: Sequence[Sequence[str]]) -> Floats:
        """N × :data:`OUTPUTS`, calibrated, before they become probabilities."""
        odds = np.zeros((len(messages), len(OUTPUTS)), np.float32)
        for start in range(0, len(messages), BATCH):
            part = slice(start, start + BATCH)
            data = self.extractor.encode(messages[part], findings[part])
            odds[part] = self.odds(data)
        return odds

    def odds(self, data: Floats) -> Floats:
        """The same from features (``extractor.encode``)."""
        return self.taste.apply(self.calibration.apply(self.weights.odds(data)), data)

    def score(self, messages: Sequence[Message], findings: Sequence[Sequence[str]]) -> Scores:
        """Probabilities of each kind, of talk and of worth posting; ``findings`` are the rule ids of each message."""
        return scores_of(self.log_odds(messages, findings))

    def verdicts(self, scores: Scores) -> list[Verdict]:
        """Leave, ask or suggest for each message that no gate holds."""
        return [self.bands.verdict(float(worth)) for worth in scores.worth]

    def reasons(self, message: Message, findings: Sequence[str] = (), shown: int | None = None) -> tuple[Reason, ...]:
        """What carried the score of worth posting, the strongest first; the weights add up to its log-odds.

        ``shown`` is how many stand alone before the rest is added up (by default a few).
        """
        from classifiers.reasons import SHOWN, explain

        return explain(self, message, findings, SHOWN if shown is None else shown)


def load(path: Path | None = None, *, packs: str | None = None) -> Model:
    """The shipped model, or the one in a folder. Raises ``classifiers.storage.ModelError``.

    ``packs`` is the digest of the rules in use; a model made with other rules is refused when it is given.
    """
    from classifiers import storage

    return storage.load(path, packs=packs)
