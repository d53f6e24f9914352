"""The proof before a learned model is used: it holds for a taste, not for noise that turns, and looks ahead only."""

from __future__ import annotations

import numpy as np
import pytest

from classifiers import personal
from classifiers.model import Model, load
from classifiers.personal import Decision
from classifiers.proof import proof
from tests.classifiers.mail import OTHER, TALK, mail


def decided(model: Model, answers: list[bool], *, words: bool = True) -> list[Decision]:
    """A decision about one mail after another, talk and other in turn."""
    cores = [core for pair in zip(TALK, OTHER, strict=True) for core in pair]
    mails = [mail(f"{cores[n % 12]} Punt {n}.", sender=f"p{n}") for n in range(len(answers))]
    data = model.extractor.encode(mails, [()] * len(mails))
    kept, meaning = personal.kept(model, data), personal.meaning(model, data)
    return [
        Decision(tuple(map(float, kept[n])), answer, meaning=tuple(map(float, meaning[n])) if words else ())
        for n, answer in enumerate(answers)
    ]


@pytest.mark.parametrize("words", [True, False])
def test_a_stable_taste_holds(words: bool) -> None:
    base = load()
    found = proof(base, decided(base, [n % 2 == 1 for n in range(40)], words=words))
    assert found.n == 32
    assert found.holds
    assert found.learned > found.base + 0.05


def test_what_turns_against_itself_does_not_hold() -> None:
    base = load()
    decisions = decided(base, [n % 2 == (n // 8) % 2 for n in range(40)])
    assert not proof(base, decisions).holds


def test_each_is_tried_on_earlier_ones_alone() -> None:
    base = load()
    answers = [n % 2 == 1 for n in range(40)]
    decisions = decided(base, answers)
    expected = [personal.losses(base, decisions[a : a + 8], learned=decisions[:a]) for a in (8, 16, 24, 32)]
    assert proof(base, decisions).learned == pytest.approx(float(np.exp(-np.concatenate(expected).mean())))


def test_nothing_decided_proves_nothing() -> None:
    assert proof(load(), []).n == 0


def test_the_loss_is_that_of_the_model_that_comes_of_it() -> None:
    base = load()
    decisions = decided(base, [n % 3 == 0 for n in range(24)])
    learned = personal.adapted(base, decisions)
    again = personal.kept(learned, base.extractor.encode([mail(f"{TALK[0]} Punt 0.", sender="p0")], [()]))
    odds = 4 * float(again[0, 11])
    assert personal.losses(base, decisions[:1], learned=decisions)[0] == pytest.approx(np.logaddexp(0, -odds), abs=1e-3)
