"""The words a pattern cannot do without: they must never hide a match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.matching import Patterns, Text, compiled
from rules.pack import builtin_packs
from rules.triggers import DIGIT, is_bounded, part, plain_characters, words


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("wat (?:vind|vinden) (?:jullie|de \\w{3,9})", {"vind", "vinden"}),
        ("colou?r of (?:x|y)", {"color", "colour"}),
        ("een proef|proefdraaien", {"proef", "proefdraaien"}),
        ("(?:zeer |strikt ){0,2}vertrouwelijk", {"vertrouwelijk"}),
        ("foo(?: bar){0,2} baz", {"foo"}),
        ("foo(?: a)?(?: b)?bar", {"foobar", "abar", "bbar"}),
        ("foo(?: bar)?s x", {"foos", "bars"}),
        ("don['’]t tell", {"tell"}),
        ("https?://x", {"http", "https"}),
        ("p&o", {"p"}),
        ("\\d{1,2} ?x", {DIGIT}),
        ("\\w{0,9}dienst", set()),
        ("[^@]x", set()),
        ("(?:){0,3}x", set()),
    ],
)
def test_words(source, expected):
    assert words(source) == expected


def test_part():
    assert part("\\w{0,9}dienst(?=en)x?") == "dienst"
    assert part("(?:a|b)") == ""


@pytest.mark.parametrize(
    ("source", "bounded"), [("a{0,9}b?", True), ("a*", False), ("(?:ab+){2}", False), ("a++", False)]
)
def test_bounded(source, bounded):
    assert is_bounded(source) is bounded


def test_plain_characters_leave_out_classes():
    assert plain_characters("\\wA[b-d](?!e)") == {"A", "e"}


LETTERS = st.sampled_from("abc ")
ATOMS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=4),
    st.sampled_from(
        ["\\w", "\\w{1,2}", "[ab]", "[^a]", ".", "['-]", "\\d", "\\d{1,2}", "(?<=a)", "(?=b)", "(?!c)", "-"]
    ),
)


def grown(inner):
    joined = st.lists(inner, min_size=1, max_size=4).map("".join)
    choices = st.lists(joined, min_size=1, max_size=3).map(lambda each: f"(?:{'|'.join(each)})")
    captured = joined.map(lambda each: f"({each})")
    repeated = st.tuples(choices, st.sampled_from(["?", "{0,2}", "{1,2}", "{2}"])).map("".join)
    return st.one_of(joined, choices, captured, repeated)


REGEXES = st.recursive(ATOMS, grown, max_leaves=12)


def without_words(pattern, text):
    """The same search on every line."""
    for start, end in text.lines:
        if span := pattern.search(text.folded[start:end]):
            return start + span[0], start + span[1]
    return None


@settings(max_examples=600, deadline=None)
@given(REGEXES, st.lists(st.text(alphabet="abc '-1\n", max_size=30), min_size=1, max_size=12))
def test_words_never_hide_a_match(source, texts):
    pattern = compiled(source)
    for each in texts:
        text = Text(each)
        assert pattern.find(text) == without_words(pattern, text)


def shipped_patterns():
    tests = [rule.condition.test for pack in builtin_packs() for rule in pack.rules]
    return [pattern for test in tests if isinstance(test, Patterns) for pattern in test.patterns]


def test_words_never_hide_a_match_of_a_shipped_pattern():
    examples = {
        text for pack in builtin_packs() for rule in pack.rules for text in rule.examples + rule.counter_examples
    }
    texts = [Text(example, prose=True) for example in sorted(examples)]
    for pattern in shipped_patterns():
        shown = [text.flat if pattern.case else text.folded for text in texts]
        reference = re.compile(rf"(?<!\w)(?:{pattern.source})(?!\w)")
        for text, line in zip(texts, shown, strict=True):
            lines = [line[start:end] for start, end in text.lines]
            assert bool(pattern.find(text)) == any(map(reference.search, lines)), (pattern.source, text.original)


def test_most_shipped_patterns_have_words():
    patterns = shipped_patterns()
    assert sum(bool(pattern.words) for pattern in patterns) / len(patterns) > 0.9
