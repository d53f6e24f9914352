"""What no text from a mail may carry further: against the Unicode database itself."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.characters import FORBIDDEN, strip

VISIBLE_FORMAT = {"ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN"}
"""Characters of category Cf that take a place on the screen: signs around a number, joined hieroglyphs."""


def every_character() -> list[str]:
    return [chr(code) for code in range(0x110000)]


def test_controls_surrogates_private_and_hidden_are_forbidden() -> None:
    hidden = {"Cc", "Cs", "Co", "Cf"}
    passed = [c for c in every_character() if unicodedata.category(c) in hidden and not FORBIDDEN.match(c)]
    assert {unicodedata.name(c).split()[0] for c in passed} <= VISIBLE_FORMAT


def test_bidirectional_controls_are_forbidden() -> None:
    kinds = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"}
    assert [c for c in every_character() if unicodedata.bidirectional(c) in kinds and not FORBIDDEN.match(c)] == []


def test_letters_marks_digits_and_signs_stay() -> None:
    invisible = {"\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u3164", "\uffa0", "\u2800"}
    gone = {c for c in every_character() if unicodedata.category(c)[0] in "LNSP" and FORBIDDEN.match(c)}
    assert gone <= invisible


@pytest.mark.parametrize(
    ("text", "keep", "expected"),
    [
        ("\x1b]52;c;Z2V2YWFy\x07open\x1b[2J", "\n", "]52;c;Z2V2YWFyopen[2J"),
        ("rekening\u202egnp.exe", "\n", "rekeninggnp.exe"),
        ("a\r\nb\rc\x85d\u2028e", "\n", "a\nb\nc\nd\ne"),
        ("a\r\nb\tc", "", "a b c"),
        ("a\tb\nc", "\t\n", "a\tb\nc"),
        ("ge\u00adheim \ufeff\ud800\U000e0041\ue000!", "\n", "geheim !"),
        ("é ü 漢字 😀 e\u0301", "\n", "é ü 漢字 😀 e\u0301"),
    ],
)
def test_strip(text: str, keep: str, expected: str) -> None:
    assert strip(text, keep) == expected


@given(st.text(st.characters()), st.sampled_from(["", "\n", "\t", "\n\t"]))
def test_strip_is_complete_and_final(text: str, keep: str) -> None:
    clean = strip(text, keep)
    assert set(FORBIDDEN.findall(clean)) <= set(keep)
    assert strip(clean, keep) == clean
    assert clean.encode("utf-8").decode("utf-8") == clean
    assert strip(f"a{text}b", keep)[0] == "a"
