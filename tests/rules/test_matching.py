"""How a test looks at a text: boundaries, case, lines and their caps."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.matching import MAX_LINE, MAX_LINES, MAX_TEXT, AnyOf, AtLeast, Present, Text, compiled, fold


def found(source, text, *, case=False, prose=False):
    span = compiled(source, case=case).find(Text(text, prose=prose))
    return span and text[slice(*span)]


@given(st.text())
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("source", "text", "match"),
    [
        ("idee", "Een IDEE dus", "IDEE"),
        ("idee", "ideeën", None),
        ("idee", "het plan-idee", "idee"),
        ("idee", "geenidee", None),
        ("idee", "geenidee een Idee", "Idee"),
        ("ide", "idee", None),
        (r"\[privé\]", "[Privé] verhuizing", "[Privé]"),
        ("^idee", "een idee\nidee twee", "idee"),
        ("(?<=een )idee", "geen idee", "idee"),
        ("istanbul", "İstanbul", "İstanbul"),
    ],
)
def test_patterns_stand_between_word_boundaries_in_lower_case(source, text, match):
    assert found(source, text) == match


def test_a_pattern_with_case_sees_the_text_as_written():
    assert found("[A-Z][a-z]{1,9} is ziek", "wie is ziek? Wim is ziek", case=True) == "Wim is ziek"
    assert found("wim is ziek", "Wim is ziek", case=True) is None


def test_a_match_never_crosses_a_line_that_the_author_broke():
    assert found("niet doorsturen", "graag niet\ndoorsturen", prose=True) is None


def test_a_line_that_a_mail_program_broke_is_one_line():
    text = "Dit is een lange zin die een mailprogramma heeft afgebroken, graag niet\ndoorsturen naar de pers"
    assert found("niet doorsturen", text, prose=True) == "niet\ndoorsturen"
    assert found("niet doorsturen", text, prose=False) is None


def test_a_blank_line_always_parts():
    text = "x" * 80 + " niet\n\ndoorsturen"
    assert found("niet  ?doorsturen", text, prose=True) is None


def test_lines_and_text_are_capped():
    assert max(end - start for start, end in Text("x " * 5_000).lines) == MAX_LINE
    assert len(Text("x\n" * 9_000).lines) == MAX_LINES
    assert found("einde", "x" * MAX_TEXT + " einde") is None
    assert found("einde", "x " * 3_000 + "einde") == "einde"


@given(st.text(alphabet="ab \n", max_size=300), st.booleans())
def test_lines_lie_in_order_within_the_text(text, prose):
    lines = Text(text, prose=prose).lines
    assert all(0 <= start < end <= len(text) for start, end in lines)
    assert all(first[1] <= second[0] for first, second in pairwise(lines))


def test_a_giant_line_takes_no_time():
    started = time.process_time()
    assert found("wat vinden (?:jullie|men) .{0,40}ervan", "wat vinden " * 1_000_000) is None
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("test", "text", "span"),
    [
        (Present(True), "x", (0, 1)),
        (Present(True), "", None),
        (Present(False), "", (0, 0)),
        (Present(False), "x", None),
        (AnyOf(frozenset({"bulk"})), "list\n Bulk ", (5, 11)),
        (AnyOf(frozenset({"bulk"})), "bulky", None),
        (AtLeast(3), "3", (0, 1)),
        (AtLeast(3), "2", None),
        (AtLeast(3), "veel", None),
        (AtLeast(0), "", None),
    ],
)
def test_the_other_tests(test, text, span):
    assert test.find(Text(text)) == span


@pytest.mark.parametrize("source", ["(", "(?i)idee", "(?s:a.b)", "a)(b", "[z-a]"])
def test_what_is_no_pattern(source):
    with pytest.raises(re.error):
        compiled(source)
