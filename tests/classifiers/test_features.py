"""Features: what is counted, what never is, and that a batch counts as its messages alone do."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifiers import features
from classifiers.cues import CUES, phrases
from classifiers.encoder import MEANING, builtin
from classifiers.features import STRUCTURE, Extractor, finding_name, tokens
from classifiers.model import Model
from tests.classifiers.mail import OTHER, TALK, mail


@pytest.fixture(scope="module")
def plain() -> Extractor:
    return Extractor(builtin(), ("asks", "proposal"))


def named(extractor: Extractor, row: np.ndarray) -> dict[str, float]:
    return dict(zip(extractor.names, row.tolist(), strict=False))


def test_tokens_have_no_address_link_or_number() -> None:
    text = "Mail Jan.Smit@voorbeeld.example of zie https://voorbeeld.example/x?a=1. Collega’s, 3 dagen? Één idee"
    assert tokens(text) == ["mail", "of", "zie", "collega's", "dagen", "?", "één", "idee"]


def test_a_blank_line_ends_a_sentence() -> None:
    assert tokens("a b\n \nc\nd") == ["a", "b", "\n\n", "c", "d"]


@given(st.lists(st.sampled_from([*TALK, *OTHER, "", "?", "x\n\ny"]), min_size=1, max_size=6))
def test_a_batch_scores_as_its_messages_alone(toy: Model, texts: list[str]) -> None:
    messages = [mail(text, context=text[:9]) for text in texts]
    together = toy.score(messages, [()] * len(messages))
    alone = [float(toy.score([message], [()]).worth[0]) for message in messages]
    assert np.allclose(together.worth, alone, atol=1e-4)


def test_names_are_the_columns(plain: Extractor) -> None:
    row = plain.encode([mail("Ik stel voor dat we delen.", to=9)], [("nl.proposal",)])[0]
    assert row.shape == (plain.width,)
    values = named(plain, row)
    assert values["structure:many addressees"] == 1
    assert values["finding:proposal"] == 1
    assert values["finding:asks"] == 0
    assert values["cue:proposes"] > 0


def test_a_rule_counts_the_same_in_both_languages(plain: Extractor) -> None:
    assert finding_name("nl.proposal") == finding_name("en.proposal") == "proposal"
    found = plain.found([("nl.proposal",), ("en.proposal",), ("en.unheard-of",)])
    assert found.tolist() == [[0, 1], [0, 1], [0, 0]]


def test_a_cue_is_one_feature_in_both_languages(plain: Extractor) -> None:
    messages = [mail("Ik stel voor dat", topic=""), mail("I suggest that", topic=""), mail("De kamer", topic="")]
    dutch, english, none = (named(plain, row)["cue:proposes"] for row in plain.encode(messages, [()] * 3))
    assert dutch == pytest.approx(english)
    assert dutch > none == 0


def test_context_is_kept_apart(plain: Extractor) -> None:
    without, answer = plain.encode([mail("Goed plan."), mail("Goed plan.", context="Wie denkt mee?")], [(), ()])
    assert np.array_equal(without[:-MEANING], answer[:-MEANING]) is False  # the structure knows of the question
    assert not without[-MEANING:].any()
    assert answer[-MEANING:].any()


def test_every_cue_has_words_of_one_or_two_tokens_that_are_known() -> None:
    for cue in CUES:
        for phrase in phrases(cue):
            assert tokens(phrase) == phrase.split(), (cue, phrase)
            assert len(phrase.split()) <= 2, (cue, phrase)
            assert min(builtin().rows(phrase.split())) >= 0, (cue, phrase)


@given(st.text(max_size=300), st.integers(0, 40))
def test_structure_stays_between_0_and_1(core: str, to: int) -> None:
    values = features.structure(mail(core, to=to))
    assert len(values) == len(STRUCTURE)
    assert all(0 <= value <= 1 for value in values)


def test_structure_tells_addressees_and_form() -> None:
    one = dict(zip(STRUCTURE, features.structure(mail("Kun je dit doen?", to=1)), strict=True))
    many = dict(zip(STRUCTURE, features.structure(mail("Mensen, een idee.", to=9, greeting="many")), strict=True))
    assert one["one addressee"] == 1
    assert one["asks at the end"] == 1
    assert many["many addressees"] == 1
    assert many["greets many"] == 1
    assert many["asks at the end"] == 0


def test_nothing_and_no_batch(plain: Extractor, toy: Model) -> None:
    assert plain.encode([], []).shape == (0, plain.width)
    assert len(toy.score([], [])) == 0
    assert 0 <= toy.score([mail("", topic="", to=0)], [()]).worth[0] <= 1


def test_a_finding_counts(toy: Model) -> None:
    message = mail("Zie hieronder.")
    assert toy.score([message], [("vraagt",)]).worth[0] > toy.score([message], [()]).worth[0]
    assert toy.score([message], [("onbekend",)]).worth[0] == toy.score([message], [()]).worth[0]
