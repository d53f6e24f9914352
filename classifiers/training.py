"""Learning, with scikit-learn: the shipped model from labelled mail; calibration and cut-offs from held-out folds."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import sklearn
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier

from classifiers import bands, encoder, evaluation
from classifiers.encoder import Floats
from classifiers.features import Extractor, finding_name
from classifiers.labels import KINDS, Example
from classifiers.model import (
    COLUMNS,
    OUTPUTS,
    STYLE,
    TALK,
    WORTH,
    Calibration,
    Model,
    Weights,
    neutral,
    sigmoid,
    style_of,
)

Array = npt.NDArray[np.floating]
Truth = npt.NDArray[np.integer] | npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Settings:
    """What experiments chose (docs/experiments).

    ``units`` is the size of a layer, ``layers`` how many of them, each begun anew, are heard together; ``decay`` holds
    the weights down, ``rounds`` and ``rate`` say how long and how fast is learned. ``family_weights`` is how much an
    example of each family counts; ``apart`` is how far the written family may have a base rate of its own, which the
    score leaves out and the calibration brings back by style. ``style_units`` is the layer that tells the style.
    """

    units: int = 192
    layers: int = 2
    decay: float = 0.7
    rounds: int = 20
    rate: float = 2e-3
    family_weights: Mapping[str, float] = field(default_factory=lambda: {"written": 0.8})
    apart: float = 2.0
    style_units: int = 32


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

    The hold-out (:func:`classifiers.evaluation.is_hold_out`) is left out, so that it still can be measured. Calibration
    knows the style of a mail; the cut-offs, which are one for all, are set by real and retold mail, for written mail is
    easier than life. ``packs`` is the digest of the rules whose findings the examples carry.
    """
    settings = settings or Settings()
    examples = [example for example in examples if not evaluation.is_hold_out(example)]
    extractor = extractor_for(examples)
    data = numbers(extractor, examples)
    odds = held_out_odds(data, examples, settings, seed)
    life = lived(examples)
    fitted = calibration(examples, odds)
    chances = sigmoid(held_out_calibrated(examples, odds, seed))
    labels = [examples[row].label for row in life]
    cut = bands.choose(chances[life, WORTH], [label.worth for label in labels], [label.sensitive for label in labels])
    card = _card(examples, chances, cut, settings, seed, packs)
    return Model(extractor, fit(data, examples, settings, seed), fitted, neutral(extractor.width), cut, card)


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
    """The uncalibrated scorer: layers that learn kinds, talk and worth together, and one that tells the style."""
    families = [family(example.source) for example in examples]
    weight = np.array([e.weight * settings.family_weights.get(f, 1.0) for e, f in zip(examples, families, strict=True)])
    written = np.array([name == "written" for name in families])
    both = np.concatenate([data, settings.apart * written[:, None]], axis=1)
    truth = _targets(examples)
    parts = []
    for number in range(settings.layers):
        learner = _learned(settings, settings.units, seed + number, both, truth, weight)
        parts.append(_layer(learner, data.shape[1], slice(0, STYLE), settings.layers))
    if written.any() and not written.all():
        learner = _learned(settings, settings.style_units, seed, data, written, np.ones(len(data)))
        parts.append(_layer(learner, data.shape[1], slice(STYLE, COLUMNS), 1))
    else:
        parts.append(_unstyled(data.shape[1]))
    return _together(parts)


def _targets(examples: Sequence[Example]) -> npt.NDArray[np.int64]:
    """What is learned together: the outputs, and beside them how far it may be shared, which teaches the units."""
    labels = [example.label for example in examples]
    kinds = [[label.kind == kind for kind in KINDS] for label in labels]
    aims = [[label.talk, label.worth] for label in labels]
    beside = [[label.repost >= 1, label.repost >= 2, label.repost >= 3] for label in labels]
    harm = [[label.sensitive >= 1, label.sensitive >= 2] for label in labels]
    return np.concatenate([np.array(part, np.int64) for part in (kinds, aims, beside, harm)], axis=1)


def _learned(settings: Settings, units: int, seed: int, data: Floats, truth: Truth, weight: Array) -> MLPClassifier:
    """One layer, after its rounds: the number of rounds is chosen, so that it has not come to rest is no news."""
    learner = MLPClassifier(
        (units,),
        alpha=settings.decay,
        max_iter=settings.rounds,
        n_iter_no_change=settings.rounds,
        learning_rate_init=settings.rate,
        batch_size=min(64, len(data)),
        random_state=seed,
    )
    with warnings.catch_warnings(action="ignore", category=ConvergenceWarning):
        return learner.fit(data, truth, sample_weight=weight)


def _layer(learner: MLPClassifier, width: int, columns: slice, shared_by: int) -> Weights:
    """A learned layer as weights; of so many that share these columns each has its part of the say."""
    (units, voices), (starts, bias) = learner.coefs_, learner.intercepts_
    size = columns.stop - columns.start
    said, constant = np.zeros((len(starts), COLUMNS)), np.zeros(COLUMNS)
    said[:, columns] = voices[:, :size] / shared_by
    constant[columns] = bias[:size] / shared_by
    return _weights(np.zeros((width, COLUMNS)), constant, units[:width], starts, said)


def _weights(*parts: Array) -> Weights:
    return Weights(*(part.astype(np.float32) for part in parts))


def _unstyled(width: int) -> Weights:
    """Where all mail is of one family nothing tells the style."""
    bias = np.zeros(COLUMNS)
    bias[STYLE] = -20
    return _weights(np.zeros((width, COLUMNS)), bias, np.zeros((width, 0)), np.zeros(0), np.zeros((0, COLUMNS)))


def _together(parts: Sequence[Weights]) -> Weights:
    """All layers side by side."""
    return _weights(
        np.sum([part.matrix for part in parts], axis=0),
        np.sum([part.bias for part in parts], axis=0),
        np.concatenate([part.units for part in parts], axis=1),
        np.concatenate([part.starts for part in parts]),
        np.concatenate([part.voices for part in parts]),
    )


def held_out_odds(
    data: Floats, examples: Sequence[Example], settings: Settings, seed: int, split: evaluation.Split | None = None
) -> Floats:
    """Log-odds of each example from a scorer that saw neither its sender, its topic nor its original.

    ``split`` is another way to hold out; what it never tests has log-odds of 0.
    """
    odds = np.zeros((len(examples), COLUMNS), np.float32)
    for train_rows, test_rows in split or evaluation.folds(examples, seed):
        weights = fit(data[train_rows], [examples[row] for row in train_rows], settings, seed)
        odds[test_rows] = weights.odds(data[test_rows])
    return odds


def held_out_calibrated(
    examples: Sequence[Example], odds: Floats, seed: int, split: evaluation.Split | None = None
) -> Floats:
    """Held-out log-odds, each calibrated on the other tested parts."""
    tests = [test_rows for _, test_rows in split or evaluation.folds(examples, seed)]
    calibrated = np.zeros((len(examples), len(OUTPUTS)), np.float32)
    for number, test_rows in enumerate(tests):
        others = np.concatenate([rows for place, rows in enumerate(tests) if place != number])
        fitted = calibration([examples[row] for row in others], odds[others])
        calibrated[test_rows] = fitted.apply(odds[test_rows])
    return calibrated


def calibration(examples: Sequence[Example], odds: Floats) -> Calibration:
    """Platt's fit on held-out log-odds of talk and worth, with the style and its product; kinds are left as learned."""
    fitted = Calibration(
        np.ones(STYLE, np.float32),
        *(np.zeros(STYLE, np.float32) for _ in ("shift", "slope by style", "shift by style")),
    )
    style = style_of(odds)
    for column, name in ((TALK, "talk"), (WORTH, "worth")):
        score = odds[:, column]
        learner = LogisticRegression(C=1e3).fit(np.stack([score, score * style, style], 1), truth_of(examples, name))
        fitted.slope[column], fitted.slope_style[column], fitted.shift_style[column] = learner.coef_[0]
        fitted.shift[column] = learner.intercept_[0]
    return fitted


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
