"""Learning, with scikit-learn: the shipped model from labelled mail; calibration and cut-offs from held-out folds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import sklearn
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from classifiers import bands, evaluation, features, vocabulary
from classifiers.features import Encoded, Vocabulary
from classifiers.labels import KINDS, Example
from classifiers.labels import TALK as TALK_KINDS
from classifiers.model import OUTPUTS, TALK, WORTH, Model, Weights, sigmoid

Array = npt.NDArray[np.floating]


@dataclass(frozen=True)
class Settings:
    """What experiments chose (docs/experiments).

    ``strength`` is the inverse of the regularisation; ``senders`` and ``pairs_from`` are how many senders must use a
    word or a pair; ``dense_scale`` is how much easier cues and structure learn than words; ``family_weights`` how much
    an example of each family counts.
    """

    strength: float = 3.0
    senders: int = 3
    pairs_from: int = 4
    dense_scale: float = 2.0
    family_weights: Mapping[str, float] = field(default_factory=lambda: {"written": 0.3})


def family(source: str) -> str:
    """``real`` mail, mail ``told`` anew in another language, or ``written`` for training; from an example's source."""
    if "told" in source or "labelled-nl" in source:
        return "told"
    return "real" if any(part in source for part in ("labelled", "enron", "list")) else "written"


def matrix(encoded: Encoded, columns: int, dense_scale: float) -> csr_matrix:
    """The features as scikit-learn wants them, dense columns last."""
    shape = (len(encoded.indptr) - 1, columns)
    sparse = csr_matrix((encoded.values, encoded.columns, encoded.indptr), shape=shape)
    return hstack([sparse, csr_matrix(encoded.dense * dense_scale)], format="csr")


def weights_of(examples: Sequence[Example], settings: Settings) -> Array:
    """How much each example counts."""
    return np.array([e.weight * settings.family_weights.get(family(e.source), 1.0) for e in examples], np.float64)


def fit(examples: Sequence[Example], settings: Settings, seed: int) -> tuple[Vocabulary, Weights]:
    """Vocabulary and uncalibrated linear scorer."""
    messages = [example.message for example in examples]
    findings = [example.findings for example in examples]
    words = vocabulary.build(messages, findings, settings.senders, settings.pairs_from)
    data = matrix(features.encode(messages, findings, words), words.columns, settings.dense_scale)
    coefficients, bias = _coefficients(data, examples, settings, seed)
    dense = coefficients[words.columns :] * settings.dense_scale
    return words, Weights(coefficients[: words.columns], dense, bias)


def _coefficients(
    data: csr_matrix, examples: Sequence[Example], settings: Settings, seed: int
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """One learner for the kinds, one for talk, one for worth."""
    weight = weights_of(examples, settings)
    coefficients = np.zeros((data.shape[1], len(OUTPUTS)), np.float32)
    bias = np.full(len(OUTPUTS), -20.0, np.float32)
    kinds = LogisticRegression(C=settings.strength, max_iter=1000, random_state=seed)
    kinds.fit(data, [example.label.kind for example in examples], sample_weight=weight)
    columns = [KINDS.index(kind) for kind in kinds.classes_]
    coefficients[:, columns], bias[columns] = kinds.coef_.T, kinds.intercept_
    for column, truth in ((TALK, truth_of(examples, "talk")), (WORTH, truth_of(examples, "worth"))):
        learner = LogisticRegression(C=settings.strength, class_weight="balanced", max_iter=1000, random_state=seed)
        learner.fit(data, truth, sample_weight=weight)
        coefficients[:, column], bias[column] = learner.coef_[0], learner.intercept_[0]
    return coefficients, bias


def truth_of(examples: Sequence[Example], name: str) -> npt.NDArray[np.bool_]:
    """``talk`` or ``worth`` of each example."""
    return np.array([getattr(example.label, name) for example in examples], bool)


def odds_of(words: Vocabulary, weights: Weights, examples: Sequence[Example]) -> npt.NDArray[np.float32]:
    """Log-odds of all outputs."""
    model = Model(words, weights, bands.Bands(1.0, 1.0))
    return model.log_odds(model.encode([e.message for e in examples], [e.findings for e in examples]))


def held_out_odds(examples: Sequence[Example], settings: Settings, seed: int) -> npt.NDArray[np.float32]:
    """Log-odds of each example from a scorer that saw neither its sender, its topic nor its original."""
    odds = np.zeros((len(examples), len(OUTPUTS)), np.float32)
    for train_rows, test_rows in evaluation.folds(examples, seed):
        words, weights = fit([examples[row] for row in train_rows], settings, seed)
        odds[test_rows] = odds_of(words, weights, [examples[row] for row in test_rows])
    return odds


@dataclass(frozen=True, slots=True)
class Calibration:
    """Slope and shift of each output's log-odds."""

    slope: npt.NDArray[np.float32]
    shift: npt.NDArray[np.float32]

    def apply(self, odds: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Calibrated log-odds."""
        return np.asarray(odds * self.slope + self.shift, np.float32)

    def inside(self, weights: Weights) -> Weights:
        """The same calibration as part of the weights."""
        return Weights(weights.sparse * self.slope, weights.dense * self.slope, self.apply(weights.bias))


def calibration(examples: Sequence[Example], odds: npt.NDArray[np.float32]) -> Calibration:
    """Platt's fit on held-out log-odds of talk and worth; the kinds are left as learned."""
    slope, shift = np.ones(len(OUTPUTS), np.float32), np.zeros(len(OUTPUTS), np.float32)
    for column, name in ((TALK, "talk"), (WORTH, "worth")):
        learner = LogisticRegression(C=1e6).fit(odds[:, [column]], truth_of(examples, name))
        slope[column], shift[column] = learner.coef_[0, 0], learner.intercept_[0]
    return Calibration(slope, shift)


def train_base(
    examples: Sequence[Example], seed: int = 0, *, settings: Settings | None = None, packs: str = ""
) -> Model:
    """The model to ship: calibration and cut-offs from held-out folds, weights from all examples.

    The hold-out (:func:`classifiers.evaluation.is_hold_out`) is left out, so that it still can be measured. Only real
    and retold mail sets the calibration and the cut-offs, for written mail is easier than life. ``packs`` is the
    digest of the rules whose findings the examples carry.
    """
    settings = settings or Settings()
    examples = [example for example in examples if not evaluation.is_hold_out(example)]
    odds = held_out_odds(examples, settings, seed)
    life = [row for row, example in enumerate(examples) if family(example.source) != "written"] or list(
        range(len(odds))
    )
    lived = [examples[row] for row in life]
    fitted = calibration(lived, odds[life])
    chances = sigmoid(fitted.apply(odds))
    cut = bands.choose(
        chances[life, WORTH], [bool(e.label.worth) for e in lived], [int(e.label.sensitive) for e in lived]
    )
    words, weights = fit(examples, settings, seed)
    card = _card(examples, chances, cut, settings, seed, packs)
    return Model(words, fitted.inside(weights), cut, card)


def train(examples: Sequence[Example], seed: int = 0) -> Model:
    """As :func:`train_base`, with the settings of the shipped model."""
    return train_base(examples, seed)


def _card(
    examples: Sequence[Example],
    chances: npt.NDArray[np.float32],
    cut: bands.Bands,
    settings: Settings,
    seed: int,
    packs: str,
) -> dict[str, Any]:
    """What stands behind a model, for people and for the checks on loading."""
    verdicts = [cut.verdict(float(worth)) for worth in chances[:, WORTH]]
    named = [replace(example, source=f"{family(example.source)}-{example.message.language}") for example in examples]
    scores = evaluation.per_source(named, chances[:, TALK], chances[:, WORTH], verdicts)
    return {
        "packs": packs,
        "seed": seed,
        "settings": asdict(settings),
        "scikit-learn": sklearn.__version__,
        "examples": _counts(named),
        "held_out": {name: _rounded(asdict(figures)) for name, figures in scores.items()},
        "cut_offs": f"least cost on held-out folds: wrong {bands.WRONG}, sensitive {bands.SPREAD}, "
        f"asked {bands.ASKED}, missed 1",
        "split": f"{evaluation.FOLDS} folds; sender, topic and original kept together",
    }


def _counts(examples: Sequence[Example]) -> dict[str, dict[str, int]]:
    return {
        "kind": dict(sorted(Counter(e.label.kind for e in examples).items())),
        "source": dict(sorted(Counter(e.source for e in examples).items())),
        "worth": {
            "yes": sum(e.label.worth for e in examples),
            "talk": sum(e.label.kind in TALK_KINDS for e in examples),
        },
    }


def _rounded(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _rounded(value) if isinstance(value, Mapping) else _short(value) for key, value in values.items()}


def _short(value: Any) -> Any:
    """Four digits; None for what could not be computed, since JSON knows no nan."""
    if not isinstance(value, float):
        return value
    return round(value, 4) if np.isfinite(value) else None
