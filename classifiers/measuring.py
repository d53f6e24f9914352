"""How good the shipped way of learning is: each example scored by a scorer that saw nothing of its side of a split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from classifiers import evaluation, training
from classifiers.bands import Bands
from classifiers.evaluation import Figures, Interval, average_precision, bootstrap
from classifiers.labels import Example
from classifiers.model import TALK, WORTH, sigmoid
from classifiers.training import Settings

By = Literal["sender", "thread", "time"]


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one set of mail, and the intervals of its two average precisions over senders."""

    figures: Figures
    ap_talk: Interval
    ap_worth: Interval


def measure(examples: Sequence[Example], by: By, bands: Bands, seed: int = 0) -> dict[str, Measured]:
    """The figures of each family and language (``real-en``, ``written-nl``), with these cut-offs.

    ``by`` is what is new in the test: senders, threads, or time (learned from what was sent before). A retelling stays
    with its original, and written mail of one domain together, for it quotes itself. The hold-out takes no part. Takes
    some minutes. Raises TooAlikeError.
    """
    kept = [example for example in examples if not evaluation.is_hold_out(example)]
    names = [f"{training.family(example.source)}-{example.message.language}" for example in kept]
    split = _split(kept, by, seed)
    data = training.numbers(training.extractor_for(kept), kept)
    odds = training.held_out_odds(data, kept, Settings(), seed, split)
    chances = sigmoid(training.held_out_calibrated(kept, odds, seed, split))
    tested = sorted(row for _, rows in split for row in rows)
    return {
        name: _measured([kept[row] for row in rows], chances[rows], bands)
        for name in sorted(set(names))
        if (rows := [row for row in tested if names[row] == name])
    }


class TooAlikeError(Exception):
    """All examples hang together, so that none can be held out."""


def _split(examples: Sequence[Example], by: By, seed: int) -> evaluation.Split:
    """What is new in the test is named by ``by`` alone: an example's group, which ties more, is narrowed for it."""
    families = [training.family(example.source) for example in examples]
    if by == "time":
        return evaluation.forward([_own(example) for example in examples], families)
    narrowed = [
        example if name == "written" else _own(example) for example, name in zip(examples, families, strict=True)
    ]
    ties = ("sender", "original") if by == "sender" else ("topic", "original")
    if len(set(evaluation.groups(narrowed, ties))) < evaluation.FOLDS:
        raise TooAlikeError
    return evaluation.folds(narrowed, seed, ties=ties)


def _own(example: Example) -> Example:
    """Tied to nothing but its retelling, which has the same id."""
    return replace(example, group=example.source.partition("#")[2])


def _measured(examples: Sequence[Example], chances: np.ndarray, bands: Bands) -> Measured:
    talk, worth = chances[:, TALK], chances[:, WORTH]
    verdicts = [bands.verdict(float(chance)) for chance in worth]
    intervals = [_interval(examples, name, scores) for name, scores in (("talk", talk), ("worth", worth))]
    return Measured(evaluation.figures(examples, talk, worth, verdicts), *intervals)


def _interval(examples: Sequence[Example], name: str, scores: np.ndarray) -> Interval:
    truth = training.truth_of(examples, name)
    if not truth.any():
        return Interval(*3 * [float("nan")])
    senders = [example.message.sender.email if example.message.sender else "" for example in examples]
    return bootstrap(lambda rows: average_precision(truth[rows], scores[rows]), senders)
