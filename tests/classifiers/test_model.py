"""Model: probabilities, verdicts, and reasons that add up."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifiers.bands import Bands, choose
from classifiers.labels import Verdict
from classifiers.model import WORTH, Model, Scores, load
from classifiers.training import train
from tests.classifiers.mail import OTHER, TALK, examples, mail


def test_talk_scores_above_other_mail(toy: Model) -> None:
    talk = toy.score([mail(core, to=5) for core in TALK], [()] * len(TALK))
    other = toy.score([mail(core, to=1) for core in OTHER], [()] * len(OTHER))
    assert talk.worth.min() > other.worth.max()
    assert talk.talk.min() > other.talk.max()


def test_kinds_are_probabilities(toy: Model) -> None:
    scores = toy.score([mail(core) for core in TALK + OTHER], [()] * 12)
    assert scores.kinds.shape == (12, 10)
    assert np.allclose(scores.kinds.sum(axis=1), 1, atol=1e-5)


def test_the_same_seed_gives_the_same_model() -> None:
    made = examples(6)
    first, second = train(made, seed=3), train(made, seed=3)
    assert np.array_equal(first.weights.units, second.weights.units)
    assert first.bands == second.bands


@given(st.sampled_from([*TALK, *OTHER, ""]), st.booleans())
def test_reasons_add_up_to_the_score(toy: Model, core: str, finding: bool) -> None:
    message, findings = mail(core), ("vraagt",) * finding
    reasons = toy.reasons(message, findings)
    worth = float(toy.score([message], [findings]).worth[0])
    odds = float(toy.log_odds([message], [findings])[0, WORTH])
    assert sum(reason.weight for reason in reasons) == pytest.approx(odds, abs=1e-4)
    assert 1 / (1 + np.exp(-odds)) == pytest.approx(worth, abs=1e-5)


def test_rates_are_true_to_every_output_of_the_shipped_model() -> None:
    model = load()
    row = model.extractor.encode([mail(TALK[0], to=8, greeting="many")], [("nl.proposal",)])
    rates, nothing = model.weights.rates(row[0])
    assert row[0] @ rates + nothing == pytest.approx(model.weights.odds(row)[0], abs=1e-3)


@pytest.mark.parametrize("core", [TALK[0], TALK[3], OTHER[0]])
def test_reasons_of_the_shipped_model_add_up(core: str) -> None:
    """With all its units and a style that counts."""
    model, message = load(), mail(core, to=6)
    reasons = model.reasons(message, ("nl.proposal",))
    odds = float(model.log_odds([message], [("nl.proposal",)])[0, WORTH])
    assert sum(reason.weight for reason in reasons) == pytest.approx(odds, abs=1e-3)
    assert abs(next(reason.weight for reason in reasons if reason.id == "rest")) < 2 + abs(odds)


def test_reasons_name_the_authors_words(toy: Model) -> None:
    reasons = toy.reasons(mail("Wat vinden jullie van dit idee?", to=6), ("vraagt",))
    said = {word for reason in reasons for word in reason.words}
    assert said & {"vinden jullie", "jullie", "idee", "vinden"}
    assert reasons[-1].id == "base"
    assert "finding:vraagt" in {reason.id for reason in reasons}
    assert abs(reasons[0].weight) >= abs(reasons[1].weight)


def test_verdicts_follow_the_bands() -> None:
    bands = Bands(ask_from=0.4, suggest_from=0.8)
    assert [bands.verdict(worth) for worth in (0.39, 0.4, 0.79, 0.8)] == [
        Verdict.LEAVE,
        Verdict.ASK,
        Verdict.ASK,
        Verdict.SUGGEST,
    ]


def test_the_model_gives_a_verdict_a_message(toy: Model) -> None:
    worth = np.array([0.0, toy.bands.suggest_from], np.float32)
    scores = Scores(np.zeros((2, 10), np.float32), worth, worth + 1e-6)
    assert toy.verdicts(scores) == [Verdict.LEAVE, Verdict.SUGGEST]


def test_cut_offs_are_where_it_costs_least() -> None:
    scores = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2])
    worth = [True, True, True, False, True, False, True, False]
    bands = choose(scores, worth, [0] * 8)
    assert bands.suggest_from == pytest.approx(0.7)
    assert bands.ask_from == pytest.approx(0.3)


def test_nothing_is_suggested_when_all_would_be_wrong() -> None:
    bands = choose(np.array([0.9, 0.8]), [False, False], [2, 0])
    assert bands.suggest_from > 0.9


def test_a_sensitive_mistake_costs_more() -> None:
    scores = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3])
    worth = [True, False, True, True, True, True, True]
    plain = choose(scores, worth, [0] * 7)
    harmful = choose(scores, worth, [0, 2, 0, 0, 0, 0, 0])
    assert plain.suggest_from == pytest.approx(0.3)
    assert harmful.suggest_from == pytest.approx(0.9)


def test_the_shipped_model_knows_talk_in_both_languages() -> None:
    model = load()
    talk = [TALK[0], TALK[1], TALK[3], TALK[4]]
    good = model.score([mail(core, to=8, greeting="many") for core in talk], [()] * 4)
    poor = model.score([mail(core, to=1) for core in OTHER], [()] * len(OTHER))
    assert good.worth.min() > 2 * poor.worth.max()
    assert good.talk.min() > 2 * poor.talk.max()


def test_scoring_does_not_import_scikit_learn() -> None:
    code = (
        "import sys; from classifiers.model import load; load(); "
        "sys.exit(any(name in sys.modules for name in ('sklearn', 'scipy', 'torch')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
