"""Honest scores: splits that keep together what belongs together, average precision, calibration, intervals."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sklearn.metrics import average_precision_score
from sklearn.model_selection import StratifiedGroupKFold

from classifiers.labels import Example, Verdict

FOLDS = 5
Bools = npt.NDArray[np.bool_]
Array = npt.NDArray[np.floating]


TIES = ("sender", "topic", "original")
"""What must not be on both sides of a split."""


def groups(examples: Sequence[Example], ties: Sequence[str] = TIES) -> npt.NDArray[np.int64]:
    """A number for each example; equal for all that share a sender, a topic or an original, directly or in a chain.

    ``ties`` are those of the three that count.
    """
    parent: dict[tuple[str, str], tuple[str, str]] = {}

    def root(key: tuple[str, str]) -> tuple[str, str]:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for number, example in enumerate(examples):
        for key in _ties(example, ties):
            parent[root(("example", str(number)))] = root(key)
    numbers: dict[tuple[str, str], int] = {}
    roots = [root(("example", str(number))) for number in range(len(examples))]
    return np.array([numbers.setdefault(key, len(numbers)) for key in roots], np.int64)


def _ties(example: Example, ties: Sequence[str]) -> Iterator[tuple[str, str]]:
    message = example.message
    topic = re.sub(r"\W+", " ", message.topic.lower()).strip()
    values = {"sender": message.sender.email if message.sender else "", "topic": topic, "original": example.group}
    return ((name, values[name]) for name in ties if values[name])


Split = list[tuple[np.ndarray, np.ndarray]]
"""Train and test indices, a few times."""


def folds(examples: Sequence[Example], seed: int = 0, parts: int = FOLDS, ties: Sequence[str] = TIES) -> Split:
    """Train and test indices; no sender, topic or original is on both sides, or only those of ``ties``."""
    worth = [example.label.worth for example in examples]
    splitter = StratifiedGroupKFold(parts, shuffle=True, random_state=seed)
    return list(splitter.split(np.zeros(len(examples)), worth, groups(examples, ties)))


def forward(examples: Sequence[Example], strata: Sequence[str], parts: int = FOLDS) -> Split:
    """Train on what was sent earlier, test on what came next, as long as there is a next part.

    Time is counted within each of the ``strata`` (a name an example), for sets of different years stand side by side;
    an example leaves the training side when its original is tested.
    """
    part = np.zeros(len(examples), np.int64)
    for name in sorted(set(strata)):
        rows = [row for row, stratum in enumerate(strata) if stratum == name]
        rows.sort(key=lambda row: examples[row].message.sent)
        part[rows] = np.arange(len(rows)) * parts // len(rows)
    tied = groups(examples, ("original",))
    split = []
    for number in range(1, parts):
        test = np.flatnonzero(part == number)
        split.append((np.flatnonzero((part < number) & ~np.isin(tied, tied[test])), test))
    return split


def is_hold_out(example: Example) -> bool:
    """Whether an example is kept for the last measurement: sha256 of its sender's address begins with 0, 1 or 2."""
    sender = example.message.sender
    return hashlib.sha256((sender.email if sender else "").lower().encode()).hexdigest()[0] in "012"


def average_precision(truth: Bools, scores: Array) -> float:
    """AP, or nan without a positive."""
    return float(average_precision_score(truth, scores)) if truth.any() else float("nan")


def calibration_error(truth: Bools, probabilities: Array, bins: int = 10) -> float:
    """Expected calibration error over bins of equal width."""
    places = np.minimum((np.asarray(probabilities) * bins).astype(int), bins - 1)
    counts = np.bincount(places, minlength=bins)
    gaps = np.bincount(places, truth, bins) - np.bincount(places, probabilities, bins)
    return float(np.abs(gaps[counts > 0]).sum() / len(truth))


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with the middle 95 % of its bootstrap."""

    value: float
    low: float
    high: float


def bootstrap(
    figure: Callable[[np.ndarray], float], senders: Sequence[str], rounds: int = 500, seed: int = 0
) -> Interval:
    """The figure over all indices, with an interval from drawing senders with replacement."""
    random = np.random.default_rng(seed)
    rows: dict[str, list[int]] = {}
    for number, sender in enumerate(senders):
        rows.setdefault(sender, []).append(number)
    names = list(rows)
    values = []
    for _ in range(rounds):
        drawn = random.integers(0, len(names), len(names))
        values.append(figure(np.concatenate([rows[names[place]] for place in drawn])))
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return Interval(figure(np.arange(len(senders))), float(low), float(high))


@dataclass(frozen=True, slots=True)
class Band:
    """What reaches ``suggest``: how many, how many rightly, of how many worth it, how many clearly sensitive."""

    suggested: int
    right: int
    worth: int
    sensitive: int

    @property
    def precision(self) -> float:
        """Right among suggested; nan when nothing is suggested."""
        return self.right / self.suggested if self.suggested else float("nan")

    @property
    def recall(self) -> float:
        """Right among worth posting."""
        return self.right / self.worth if self.worth else float("nan")


def band(examples: Sequence[Example], verdicts: Sequence[Verdict]) -> Band:
    """Count what is suggested."""
    taken = [example for example, verdict in zip(examples, verdicts, strict=True) if verdict is Verdict.SUGGEST]
    return Band(
        suggested=len(taken),
        right=sum(example.label.worth for example in taken),
        worth=sum(example.label.worth for example in examples),
        sensitive=sum(example.label.sensitive == 2 for example in taken),
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """Scores of one set: size, positives, AP of talk and worth, calibration error, and what is suggested."""

    n: int
    talk: int
    worth: int
    ap_talk: float
    ap_worth: float
    ece_talk: float
    ece_worth: float
    band: Band


def figures(examples: Sequence[Example], talk: Array, worth: Array, verdicts: Sequence[Verdict]) -> Figures:
    """The figures of one set from its scores."""
    is_talk = np.array([example.label.talk for example in examples], bool)
    is_worth = np.array([example.label.worth for example in examples], bool)
    return Figures(
        n=len(examples),
        talk=int(is_talk.sum()),
        worth=int(is_worth.sum()),
        ap_talk=average_precision(is_talk, talk),
        ap_worth=average_precision(is_worth, worth),
        ece_talk=calibration_error(is_talk, talk),
        ece_worth=calibration_error(is_worth, worth),
        band=band(examples, verdicts),
    )


def per_source(
    examples: Sequence[Example], talk: Array, worth: Array, verdicts: Sequence[Verdict]
) -> dict[str, Figures]:
    """The figures of each source apart; a source is what stands before the colon."""
    places: dict[str, list[int]] = {}
    for number, example in enumerate(examples):
        places.setdefault(example.source.partition(":")[0], []).append(number)
    return {
        name: figures([examples[i] for i in rows], talk[rows], worth[rows], [verdicts[i] for i in rows])
        for name, rows in sorted(places.items())
    }
