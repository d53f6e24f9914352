"""Which words may be known."""

from __future__ import annotations

from classifiers import vocabulary
from tests.classifiers.mail import examples, mail


def test_names_of_the_headers_are_not_allowed() -> None:
    words = vocabulary.allowed([example.message for example in examples()])
    assert "denken" in words
    assert "fatima" not in words
    assert "voorbeeld" in words  # a word of a cue, though it stands in every address


def test_a_word_of_two_senders_is_not_known() -> None:
    messages = [mail("zonderling woord", sender=f"s{n}") for n in range(3)] + [mail("zeldzaam woord", sender="s1")]
    assert "zonderling" in vocabulary.allowed(messages, senders=3)
    assert "zeldzaam" not in vocabulary.allowed(messages, senders=3)


def test_a_word_mostly_in_capitals_is_a_name() -> None:
    messages = [mail("wij zien dat Zonnebloem groeit en het plan ook", sender=f"s{n}") for n in range(9)]
    known = vocabulary.allowed(messages, senders=3)
    assert "plan" in known
    assert "zonnebloem" not in known


def test_pairs_of_enough_senders_are_known() -> None:
    messages = [mail("mooi plan", sender=f"s{n}") for n in range(4)]
    encoder, spelled = vocabulary.skeleton(messages, ["mooi", "plan", "kunnen", "we"], pairs_from=4)
    assert "mooi plan" in spelled[encoder.size :]
    fewer, spelled = vocabulary.skeleton(messages, ["mooi", "plan", "kunnen", "we"], pairs_from=5)
    assert "mooi plan" not in spelled[fewer.size :]
