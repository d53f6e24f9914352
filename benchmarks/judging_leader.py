"""A leader with a stable taste, simulated over twelve weeks: does learning from verdicts help, does it ever harm?

Run from the top of the repository, with the shared data beside it::

    PYTHONPATH=. python benchmarks/judging_leader.py [--caution 14] [--words none] [--real]

The base learns from one half of the groups (sender, topic, original). Of the other half the leader answers the best
eight of each week, and each week what was answered before is learned. The hold-out takes no part.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np
from judging import labelled

from classifiers import evaluation, personal, training
from classifiers.bands import Bands
from classifiers.features import Extractor
from classifiers.labels import Example, Label
from classifiers.model import WORTH, Model, neutral
from classifiers.personal import Decision
from classifiers.proof import proof
from classifiers.training import Settings

WEEKS = 12
SHOWN = 8
ORDERS = 6
SPELLS = ((0, 4), (4, 8), (8, 12))
PROVED_AFTER = 5
"""The week from which what was learned is proved (40 verdicts)."""

COIN, COIN_YES = "a coin", 0.4
"""A leader without any taste: nothing can be learned but how often she says yes."""

TASTES: dict[str, Callable[[Label], bool]] = {
    "as labelled": lambda label: label.worth,
    "ideas only": lambda label: label.worth and label.kind == "idea",
    "nothing sensitive at all": lambda label: label.worth and label.sensitive == 0,
    "shares too": lambda label: label.repost >= 2 and (label.talk or label.kind == "share"),
    COIN: lambda label: False,
}


def base_of(examples: Sequence[Example], data: np.ndarray, extractor: Extractor) -> Model:
    """A model as it is shipped, learned from these."""
    odds = training.held_out_odds(data, examples, Settings(), 0)
    fitted = training.calibration(examples, odds)
    weights = training.fit(data, examples, Settings(), 0)
    return Model(extractor, weights, fitted, neutral(extractor.width), Bands(0.3, 0.7))


def lived_through(
    model: Model, data: np.ndarray, likes: np.ndarray, weeks: Sequence[np.ndarray], cautions: tuple[float, float | None]
) -> np.ndarray:
    """Precision of the best eight of each week: by the base, by what was learned from the weeks before, and by the one
    that ``nudger train`` would take into use; last, whether that was what was learned.
    """
    kept, meaning = personal.kept(model, data), personal.meaning(model, data)
    caution, words = cautions
    decided: list[Decision] = []
    found = np.zeros((len(weeks), 4))
    for number, rows in enumerate(weeks):
        taught = personal.adapted(model, decided, caution, words or caution)
        shown = best(model, data, rows), best(taught, data, rows)
        holds = number >= PROVED_AFTER and proof(model, decided).holds
        found[number] = [*(likes[part].mean() for part in (*shown, shown[holds])), holds]
        decided += [
            Decision(tuple(kept[row]), bool(likes[row]), meaning=tuple(meaning[row]) if words else ())
            for row in shown[1]
        ]
    return found


def best(model: Model, data: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """The eight of these rows that score best."""
    return rows[np.argsort(-model.odds(data[rows])[:, WORTH], kind="stable")[:SHOWN]]


def simulate(cautions: Sequence[tuple[float, float | None]], *, real: bool) -> dict[tuple[str, int], np.ndarray]:
    """For each taste and each pair of cautions: runs × weeks × (base, learned)."""
    made = [example for example in labelled() if not evaluation.is_hold_out(example)]
    extractor = training.extractor_for(made)
    data = training.numbers(extractor, made)
    groups = evaluation.groups(made)
    at_hand = np.array([not real or training.family(example.source) == "real" for example in made])
    side = np.random.default_rng(0).permutation(groups.max() + 1)[groups] % 2
    runs: dict[tuple[str, int], list[np.ndarray]] = defaultdict(list)
    for half in (0, 1):
        learned, lived = np.flatnonzero(side == half), np.flatnonzero((side != half) & at_hand)
        model = base_of([made[row] for row in learned], data[learned], extractor)
        for order in range(ORDERS):
            weeks = np.array_split(np.random.default_rng(order).permutation(lived), WEEKS)
            for taste, likes in TASTES.items():
                liked = np.array([likes(example.label) for example in made])
                if taste == COIN:
                    liked = np.random.default_rng(order).random(len(made)) < COIN_YES
                for place, pair in enumerate(cautions):
                    runs[taste, place].append(lived_through(model, data, liked, weeks, pair))
    return {key: np.stack(found) for key, found in runs.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description="A simulated leader")
    parser.add_argument("--caution", type=float, default=[personal.CAUTION], nargs="*")
    parser.add_argument("--words", default=[str(personal.CAUTION_WORDS)], nargs="*")
    parser.add_argument("--real", action="store_true")
    options = parser.parse_args()
    pairs = [(c, None if w == "none" else float(w)) for c in options.caution for w in options.words]
    for (taste, place), found in simulate(pairs, real=options.real).items():
        cells = [" → ".join(f"{found[:, a:b, way].mean():.3f}" for way in (0, 1)) for a, b in SPELLS]
        for way in (1, 2):
            gain = (found[:, PROVED_AFTER:, way] - found[:, PROVED_AFTER:, 0]).mean(axis=1)
            cells.append(f"{gain.mean():+.3f} ± {gain.std(ddof=1) / np.sqrt(len(gain)):.3f}")
        cells.append(f"{found[:, PROVED_AFTER:, 3].mean():.0%}")
        print(f"| {taste} | {pairs[place]} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
