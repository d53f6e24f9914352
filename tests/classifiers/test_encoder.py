"""The encoder: like is near like, in two languages, and a sum does what the loop would."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifiers.encoder import MEANING, STOPS, Encoder, builtin, word_hash
from classifiers.features import tokens
from tests.classifiers.mail import OTHER, TALK


def meanings(*texts: str) -> np.ndarray:
    encoder = builtin()
    return encoder.meaning(encoder.tokens([tokens(text) for text in texts]))


def tiny() -> Encoder:
    """Three words, one pair, two numbers each, and a network that changes nothing but the sign."""
    words = sorted(("idee", "goed", "plan"), key=word_hash)
    rows = {word: number + len(STOPS) for number, word in enumerate(words)}
    eye = np.eye(2, dtype=np.float32)
    return Encoder(
        words=np.array([word_hash(word) for word in words], np.uint32),
        pairs=np.array([rows["goed"] * 7 + rows["idee"]]),
        vectors=np.array(
            [[0, 0]] * 4 + [{"idee": [2, 0], "goed": [0, 3], "plan": [4, 4]}[w] for w in words] + [[1, 1]], np.int8
        ),
        scale=np.array([0.5, 0.5], np.float32),
        shift=np.zeros(2, np.float32),
        pieces=np.array([0] * 4 + [1] * 3, np.float32),
        layers={"d0": eye, "p1": eye, "d1": 0 * eye, "d2": eye, "p3": eye, "d3": 0 * eye},
    )


def test_the_sum_of_words_and_pairs_goes_through_the_network() -> None:
    encoder = tiny()
    found = encoder.meaning(encoder.tokens([["goed", "idee"], ["idee", "goed"], ["onbekend"], []]))
    pair = np.tanh(np.array([1.5, 2.0]) / np.sqrt(2))
    plain = np.tanh(np.array([1.0, 1.5]) / np.sqrt(2))
    assert found[0, :2] == pytest.approx(pair / np.linalg.norm(pair), abs=1e-6)
    assert found[1, :2] == pytest.approx(plain / np.linalg.norm(plain), abs=1e-6)
    assert not found[2:].any()


def test_a_pair_does_not_reach_over_a_stop_or_into_the_next_text() -> None:
    encoder = tiny()
    apart = encoder.meaning(encoder.tokens([["goed", ".", "idee"], ["goed"], ["idee"]]))
    assert apart[0] == pytest.approx(encoder.meaning(encoder.tokens([["idee", "goed"]]))[0], abs=1e-6)
    assert apart[1] == pytest.approx(encoder.meaning(encoder.tokens([["goed"]]))[0], abs=1e-6)


def test_a_translation_is_nearer_than_another_subject() -> None:
    dutch, english, other = meanings(
        "Ik heb een idee: kunnen we de overdracht beter maken met een lijst?",
        "I have an idea: could we improve the handover with a list?",
        "The meeting of tomorrow has moved to room two.",
    )
    assert dutch @ english > dutch @ other + 0.1


def test_a_meaning_has_length_one() -> None:
    found = meanings(*TALK, *OTHER)
    assert found.shape == (12, MEANING)
    assert np.linalg.norm(found, axis=1) == pytest.approx(np.ones(12), abs=1e-3)


@given(st.lists(st.text(max_size=40), max_size=5))
def test_whatever_is_written_has_a_meaning_without_nan(texts: list[str]) -> None:
    assert np.isfinite(meanings("idee", *texts)).all()


def test_looking_up_forgets_when_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("classifiers.encoder.REMEMBERED", 2)
    encoder = tiny()
    first = [encoder.rows(["goed", f"x{n}", "idee"]) for n in range(9)]
    assert len({tuple(rows) for rows in first}) == 1
    assert len(encoder.seen) <= 5
