"""Features: what is counted, what never is, and that a batch counts as its messages alone do."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from classifiers import features, vocabulary
from classifiers.cues import CUES, phrases
from classifiers.features import DENSE, STRUCTURE, Vocabulary, encode, text_of, tokens
from classifiers.model import Model
from rules.message import Message
from tests.classifiers.mail import OTHER, TALK, examples, mail


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    made = examples()
    return vocabulary.build([e.message for e in made], [e.findings for e in made])


def test_tokens_have_no_address_link_or_number() -> None:
    text = "Mail Jan.Smit@voorbeeld.example of zie https://voorbeeld.example/x?a=1. Collega’s, 3 dagen? Één idee"
    assert tokens(text) == ["mail", "of", "zie", "collega's", "dagen", "?", "één", "idee"]


def test_a_blank_line_ends_a_sentence() -> None:
    assert tokens("a b\n \nc\nd") == ["a", "b", "\n\n", "c", "d"]


def test_words_agree_with_scikit_learn(words: Vocabulary) -> None:
    messages = [e.message for e in examples()]
    empty = np.zeros(0, np.int64)
    bare = Vocabulary(words.words, empty, empty, np.zeros(0, np.uint32), np.ones(words.size, np.float32))
    encoded = encode(messages, [()] * len(messages), bare)
    ours = csr_matrix((encoded.values, encoded.columns, encoded.indptr), shape=(len(messages), bare.columns))
    known = sorted({w for m in messages for w in tokens(text_of(m)) if bare.row(w) >= len(features.STOPS)})
    theirs = TfidfVectorizer(analyzer=lambda m: tokens(text_of(m)), vocabulary=known, sublinear_tf=True, use_idf=False)
    expected = theirs.fit_transform(messages).toarray()
    assert np.allclose(ours.toarray()[:, [bare.row(word) for word in known]], expected, atol=1e-6)


def test_a_word_in_a_question_counts_apart(words: Vocabulary) -> None:
    asked = encode([mail("Wat denken jullie?")], [()], words)
    told = encode([mail("Wat denken jullie.")], [()], words)
    first = words.size + len(words.pairs)
    assert (asked.columns >= first).any()
    assert not (told.columns >= first).any()


def test_a_question_does_not_reach_into_the_next_message(words: Vocabulary) -> None:
    both = encode([mail("Wat denken jullie"), mail("?", topic="")], [(), ()], words)
    first = words.size + len(words.pairs)
    assert not (both.columns >= first).any()


@given(st.lists(st.sampled_from([*TALK, *OTHER, "", "?", "x\n\ny"]), min_size=1, max_size=6))
def test_a_batch_scores_as_its_messages_alone(toy: Model, texts: list[str]) -> None:
    messages = [mail(text) for text in texts]
    together = toy.score(messages, [()] * len(messages))
    alone = [float(toy.score([message], [()]).worth[0]) for message in messages]
    assert np.allclose(together.worth, alone, atol=1e-5)


def test_names_of_the_headers_are_not_known(words: Vocabulary) -> None:
    assert words.row("denken") >= 0
    assert words.row("collega0") == -1
    assert words.row("fatima") == -1


def test_a_word_of_two_senders_is_not_known() -> None:
    messages = [mail("zonderling woord", sender=f"s{n}") for n in range(3)] + [mail("zeldzaam woord", sender="s1")]
    assert "zonderling" in vocabulary.allowed(messages, senders=3)
    assert "zeldzaam" not in vocabulary.allowed(messages, senders=3)


def test_a_word_mostly_in_capitals_is_a_name() -> None:
    messages = [mail("wij zien dat Zonnebloem groeit en het plan ook", sender=f"s{n}") for n in range(9)]
    known = vocabulary.allowed(messages, senders=3)
    assert "plan" in known
    assert "zonnebloem" not in known


def test_a_cue_is_one_feature_in_both_languages(words: Vocabulary) -> None:
    column = DENSE.index("cue proposes")
    dense = encode(
        [mail("Ik stel voor dat", topic=""), mail("I suggest that", topic=""), mail("De kamer", topic="")],
        [()] * 3,
        words,
    ).dense
    assert dense[0, column] > 0
    assert dense[0, column] == pytest.approx(dense[1, column])
    assert dense[2, column] == 0


def test_every_cue_has_words_of_one_or_two_tokens() -> None:
    for cue in CUES:
        for phrase in phrases(cue):
            assert tokens(phrase) == phrase.split(), (cue, phrase)
            assert len(phrase.split()) <= 2, (cue, phrase)


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


def test_nothing_and_no_batch(words: Vocabulary, toy: Model) -> None:
    assert encode([], [], words).dense.shape == (0, len(DENSE))
    assert len(toy.score([], [])) == 0
    assert 0 <= toy.score([mail("", topic="", to=0)], [()]).worth[0] <= 1


def test_a_finding_counts(toy: Model) -> None:
    message: Message = mail("Zie hieronder.")
    assert toy.score([message], [("vraagt",)]).worth[0] > toy.score([message], [()]).worth[0]
    assert toy.score([message], [("onbekend",)]).worth[0] == toy.score([message], [()]).worth[0]
