"""The one output function: hostile text, and width in cells of the screen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from nudger.mail.words.clean import clean
from nudger.texts.safe import safe
from rules.characters import FORBIDDEN


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("overdracht", 10, "overdracht"),
        ("overdracht", 9, "overdrac…"),
        ("over dracht", 6, "over…"),
        ("漢字漢字", 8, "漢字漢字"),
        ("漢字漢字", 7, "漢字漢…"),
        ("漢字漢字", 6, "漢字…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("ab", 1, "…"),
        ("ab", 0, ""),
        ("", 5, ""),
        ("een\ntwee", 20, "een twee"),
    ],
)
def test_cut(text: str, width: int, expected: str) -> None:
    assert safe(text, width=width) == expected


def test_lines_stay_when_asked_and_are_cut_one_by_one() -> None:
    assert safe("een regel\r\ntwee", width=5, lines=True) == "een…\ntwee"


def test_reading_lets_through_only_what_the_screen_may_show() -> None:
    """Reading keeps emoji selectors, private use and noncharacters of high planes; the screen leaves them out."""
    forbidden = [letter for letter in map(chr, range(0x110000)) if FORBIDDEN.match(letter)]
    passed = [letter for letter in forbidden if letter in clean(f"a{letter}b")]
    kept = {letter for letter in passed if letter not in "\n\ufe0e\ufe0f" and unicodedata.category(letter) != "Co"}
    assert {ord(letter) & 0xFFFE for letter in kept} <= {0xFFFE}


@given(st.text(st.characters()), st.one_of(st.none(), st.integers(0, 60)), st.booleans())
def test_only_allowed_characters_within_the_width(text: str, width: int | None, lines: bool) -> None:
    shown = safe(text, width=width, lines=lines)
    assert set(FORBIDDEN.findall(shown)) <= ({"\n"} if lines else set())
    assert not any(unicodedata.category(letter) in {"Cc", "Cs", "Co"} for letter in shown if letter != "\n")
    if width is not None:
        assert max(map(cell_len, shown.split("\n"))) <= width
