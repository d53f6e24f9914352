"""Learning, with scikit-learn: the shipped model from labelled mail; calibration and cut-offs from held-out folds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import sklearn
from sklearn.linear_model import LogisticRegression

from classifiers import bands, encoder, evaluation
from classifiers.encoder import Floats
from classifiers.features import Extractor, finding_name
from classifiers.labels import KINDS, Example
from classifiers.model import OUTPUTS, TALK, WORTH, Model, Weights, sigmoid

Array = npt.NDArray[np.floating]


@dataclass(frozen=True)
class Settings:
    """What experiments chose (docs/experiments).

    ``strength`` is the inverse of the regularisation; ``family_weights`` is how much an example of each family counts;
    ``apart`` is how far the written family may have a base rate of its own, which scoring leaves out.
    """

    strength: float = 0.1
    family_weights: Mapping[str, float] = field(default_factory=lambda: {"written": 0.6})
    apart: float = 0.7


def family(source: str) -> str:
    """``real`` mail, mail ``told`` anew in another language, or ``written`` for training; from an example's source."""
    name = source.partition("#")[0]
    if "labelled-nl" in name:
        return "told"
    return "real" if "labelled" in name else "written"


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
    extractor = extractor_for(examples)
    data = numbers(extractor, examples)
    odds = held_out_odds(data, examples, settings, seed)
    life = lived(examples)
    fitted = calibration([examples[row] for row in life], odds[life])
    chances = sigmoid(fitted.apply(odds))
    labels = [examples[row].label for row in life]
    cut = bands.choose(chances[life, WORTH], [label.worth for label in labels], [label.sensitive for label in labels])
    card = _card(examples, chances, cut, settings, seed, packs)
    return Model(extractor, fitted.inside(fit(data, examples, settings, seed)), cut, card)


def train(examples: Sequence[Example], seed: int = 0) -> Model:
    """As :func:`train_base`, with the settings of the shipped model."""
    return train_base(examples, seed)


def extractor_for(examples: Sequence[Example]) -> Extractor:
    """The shipped encoder and the findings that occur."""
    return Extractor(encoder.builtin(), tuple(sorted({finding_name(item) for e in examples for item in e.findings})))


def numbers(extractor: Extractor, examples: Sequence[Example]) -> Floats:
    """The features of all examples."""
    return extractor.encode([example.message for example in examples], [example.findings for example in examples])


def lived(examples: Sequence[Example]) -> list[int]:
    """Rows that are not written for training; all when there are no others."""
    rows = [row for row, example in enumerate(examples) if family(example.source) != "written"]
    return rows or list(range(len(examples)))


def truth_of(examples: Sequence[Example], name: str) -> npt.NDArray[np.bool_]:
    """``talk`` or ``worth`` of each example."""
    return np.array([getattr(example.label, name) for example in examples], bool)


def fit(data: Floats, examples: Sequence[Example], settings: Settings, seed: int) -> Weights:
    """The uncalibrated linear scorer: one learner for the kinds, one for talk, one for worth."""
    families = [family(example.source) for example in examples]
    weight = [e.weight * settings.family_weights.get(name, 1.0) for e, name in zip(examples, families, strict=True)]
    written = np.array([[name == "written"] for name in families], np.float32)
    both = np.concatenate([data, settings.apart * written], axis=1)
    matrix = np.zeros((data.shape[1], len(OUTPUTS)), np.float32)
    bias = np.full(len(OUTPUTS), -20.0, np.float32)
    kinds = _learner(settings, seed).fit(both, [example.label.kind for example in examples], sample_weight=weight)
    columns = [KINDS.index(kind) for kind in kinds.classes_]
    matrix[:, columns], bias[columns] = kinds.coef_.T[:-1], kinds.intercept_
    for column, name in ((TALK, "talk"), (WORTH, "worth")):
        learner = _learner(settings, seed, class_weight="balanced")
        learner.fit(both, truth_of(examples, name), sample_weight=weight)
        matrix[:, column], bias[column] = learner.coef_[0, :-1], learner.intercept_[0]
    return Weights(matrix, bias)


def _learner(settings: Settings, seed: int, class_weight: str | None = None) -> LogisticRegression:
    return LogisticRegression(C=settings.strength, class_weight=class_weight, max_iter=2000, random_state=seed)


def held_out_odds(data: Floats, examples: Sequence[Example], settings: Settings, seed: int) -> Floats:
    """Log-odds of each example from a scorer that saw neither its sender, its topic nor its original."""
    odds = np.zeros((len(examples), len(OUTPUTS)), np.float32)
    for train_rows, test_rows in evaluation.folds(examples, seed):
        weights = fit(data[train_rows], [examples[row] for row in train_rows], settings, seed)
        odds[test_rows] = data[test_rows] @ weights.matrix + weights.bias
    return odds


@dataclass(frozen=True, slots=True)
class Calibration:
    """Slope and shift of each output's log-odds."""

    slope: Floats
    shift: Floats

    def apply(self, odds: Floats) -> Floats:
        """Calibrated log-odds."""
        return np.asarray(odds * self.slope + self.shift, np.float32)

    def inside(self, weights: Weights) -> Weights:
        """The same calibration as part of the weights."""
        return Weights(weights.matrix * self.slope, self.apply(weights.bias))


def calibration(examples: Sequence[Example], odds: Floats) -> Calibration:
    """Platt's fit on held-out log-odds of talk and worth; the kinds are left as learned."""
    slope, shift = np.ones(len(OUTPUTS), np.float32), np.zeros(len(OUTPUTS), np.float32)
    for column, name in ((TALK, "talk"), (WORTH, "worth")):
        learner = LogisticRegression(C=1e6).fit(odds[:, [column]], truth_of(examples, name))
        slope[column], shift[column] = learner.coef_[0, 0], learner.intercept_[0]
    return Calibration(slope, shift)


def _card(
    examples: Sequence[Example], chances: Array, cut: bands.Bands, settings: Settings, seed: int, packs: str
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
        "split": f"{evaluation.FOLDS} folds; sender, topic and original kept together; hold-out not used",
    }


def _counts(examples: Sequence[Example]) -> dict[str, dict[str, int]]:
    return {
        "kind": dict(sorted(Counter(e.label.kind for e in examples).items())),
        "source": dict(sorted(Counter(e.source for e in examples).items())),
        "talk": {"yes": sum(e.label.talk for e in examples), "worth": sum(e.label.worth for e in examples)},
    }


def _rounded(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _rounded(value) if isinstance(value, Mapping) else _short(value) for key, value in values.items()}


def _short(value: Any) -> Any:
    """Four digits; None for what could not be computed, since JSON knows no nan."""
    if not isinstance(value, float):
        return value
    return round(value, 4) if np.isfinite(value) else None
