"""Learning, with scikit-learn: the shipped model from labelled mail, with calibration and cut-offs from held-out folds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import sklearn
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from classifiers import bands, evaluation, features, vocabulary
from classifiers.features import Encoded, Vocabulary
from classifiers.labels import KINDS, Example
from classifiers.model import OUTPUTS, TALK, WIDTH, WORTH, Model, Weights, sigmoid, softmax

Array = npt.NDArray[np.floating]


@dataclass(frozen=True)
class Settings:
    """What was chosen by experiment (docs/experiments): inverse regularisation, senders a word needs, weight of a source."""

    strength: float = 3.0
    senders: int = 3
    pairs_from: int = 4
    dense_scale: float = 2.0
    source_weights: Mapping[str, float] = field(default_factory=lambda: {"written": 0.3})


def matrix(encoded: Encoded, columns: int, dense_scale: float) -> csr_matrix:
    """The features as scikit-learn wants them, dense columns last."""
    shape = (len(encoded.indptr) - 1, columns)
    sparse = csr_matrix((encoded.values, encoded.columns, encoded.indptr), shape=shape)
    return hstack([sparse, csr_matrix(encoded.dense * dense_scale)], format="csr")


def weights_of(examples: Sequence[Example], settings: Settings) -> Array:
    """How much each example counts."""
    return np.array(
        [e.weight * settings.source_weights.get(e.source.partition(":")[0], 1.0) for e in examples], np.float64
    )


def targets(examples: Sequence[Example]) -> tuple[list[str], list[bool], list[bool]]:
    """Kind, talk and worth of each example."""
    labels = [example.label for example in examples]
    return [label.kind for label in labels], [label.talk for label in labels], [label.worth for label in labels]


def fit(
    words: Vocabulary, data: csr_matrix, examples: Sequence[Example], settings: Settings, seed: int
) -> Weights:
    """The uncalibrated linear scorer of all outputs."""
    weight = weights_of(examples, settings)
    kinds, talk, worth = targets(examples)
    coefficients = np.zeros((data.shape[1], len(OUTPUTS)))
    bias = np.full(len(OUTPUTS), -20.0)
    for target, balanced in ((kinds, False), (talk, True), (worth, True)):
        learner = LogisticRegression(
            C=settings.strength, class_weight="balanced" if balanced else None, max_iter=1000, random_state=seed
        )
        learner.fit(data, target, sample_weight=weight)
        _place(learner, coefficients, bias, target)
    dense = coefficients[words.columns :] * settings.dense_scale
    return Weights(coefficients[: words.columns].astype(np.float32), dense.astype(np.float32), bias.astype(np.float32))


def _place(learner: LogisticRegression, coefficients: Array, bias: Array, target: Sequence[object]) -> None:
    """Write what one learner found into its columns."""
    if isinstance(target[0], str):
        columns = [KINDS.index(kind) for kind in learner.classes_]
        coefficients[:, columns] = learner.coef_.T
        bias[columns] = learner.intercept_
    else:
        column = WORTH if "worth" in OUTPUTS[WORTH:] and coefficients[:, TALK].any() else TALK
        coefficients[:, column] = learner.coef_[0]
        bias[column] = learner.intercept_[0]
