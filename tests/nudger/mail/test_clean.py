"""Cleaning: no character that a reader cannot see is left, and nothing that he sees is lost."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nudger.mail.words.clean import clean


def test_no_control_or_format_character_is_left():
    cleaned = clean("".join(map(chr, range(0x110000))))
    assert {unicodedata.category(c) for c in cleaned if c != "\n"}.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
    assert {c for c in cleaned if c.isspace()} == {"\n", " "}


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("één idee\r\nen nog een\rderde", "één idee\nen nog een\nderde"),
        ("e\u0301e\u0301n", "één"),
        ("\u202eodd\u202c \u200bzero\ufeff\0", "odd zero"),
        ("\x1b[31mrood\x1b[0m \x9b31m", "[31mrood[0m 31m"),
        ("a\u00a0b\tc\u2003d", "a b c d"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("👩‍🔧 ❤️ €", "👩🔧 ❤️ €"),
    ],
)
def test_examples(text, cleaned):
    assert clean(text) == cleaned


@given(st.text())
def test_a_second_cleaning_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("unit", ["\u0301", "\u0301\u0323", "\u1100\u1161\u11a8", "\u0344", "\u200d", "\r", "\ufdfa"])
def test_time_is_linear(unit):
    started = time.process_time()
    clean("e" + unit * 200_000)
    assert time.process_time() - started < 1
