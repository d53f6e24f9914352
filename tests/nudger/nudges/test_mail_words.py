"""Answers by mail: the few words that count, in both languages, and all that does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nudger.nudges.mail_words import MOST_WEEKS, Choice, choices, token_of
from tests.factories import message

LINK = "https://plein.voorbeeld.example/Zorg/7?a=b#c"


@pytest.mark.parametrize(
    ("line", "choice"),
    [
        (f"s7f2 geplaatst {LINK}", Choice(1, "posted", "s7f2", url=LINK)),
        (f"S7F2  Posted <{LINK}>", Choice(1, "posted", "s7f2", url=LINK)),
        (
            "s7f2 geplaatst https://plein.example/@zorg/7",
            Choice(1, "posted", "s7f2", url="https://plein.example/@zorg/7"),
        ),
        ("s7f2 geplaatst", Choice(1, "posted", "s7f2")),
        ("s7f2 nee", Choice(1, "no", "s7f2")),
        ("s7f2 no.", Choice(1, "no", "s7f2")),
        ("s7f2 nee privé", Choice(1, "no", "s7f2", reason="private")),
        ("s7f2 no mail is fine", Choice(1, "no", "s7f2", reason="mail-is-fine")),
        ("s7f2 nee dit gaat over Jan de Wit", Choice(1, "no", "s7f2")),
        ("s7f2 later", Choice(1, "later", "s7f2")),
        ("Later", Choice(1, "later")),
        ("l3a klaar", Choice(1, "done", "l3a")),
        ("l3a done", Choice(1, "done", "l3a")),
        ("l3a later", Choice(1, "later", "l3a")),
        ("pauze 4w", Choice(1, "pause", weeks=4)),
        ("pause 12 weeks", Choice(1, "pause", weeks=12)),
        ("Pauze", Choice(1, "pause", weeks=4)),
        ("stop", Choice(1, "stop")),
        ("Stop.", Choice(1, "stop")),
        ("verder", Choice(1, "go-on")),
        ("go on", Choice(1, "go-on")),
    ],
)
def test_what_counts(line: str, choice: Choice) -> None:
    assert list(choices(line)) == [choice]


@pytest.mark.parametrize(
    "line",
    [
        "stop met die mails",
        "nee",
        "geplaatst",
        "s7f2",
        "s7f2 geplaatst ergens op plein",
        "s7f2 geplaatst javascript:alert(1)",
        "s7f2 geplaatst https://fatima@plein.example/7",
        f"s7f2 geplaatst {LINK} en meer",
        f"s7f2 geplaatst https://plein.example/{'x' * 600}",
        "s7f2 geplaatst https://plein.example/\u0430",
        "s7f2 klaar",
        "l3a geplaatst",
        "l3a nee",
        "s7f2 plaats dit nu",
        "s7f2 later graag",
        f"pauze {MOST_WEEKS + 1}w",
        "pauze 0w",
        "pauze 4d",
    ],
)
def test_what_was_meant_and_not_understood_does_nothing(line: str) -> None:
    assert list(choices(line)) == [Choice(1)]


@pytest.mark.parametrize(
    "line", ["", "Hoi,", "Groet, Fatima", "Dank je wel", "> s7f2 nee", "Ik zei: s7f2 nee", "- stop"]
)
def test_what_was_no_choice_is_passed_over(line: str) -> None:
    assert list(choices(line)) == []


def test_one_choice_a_line() -> None:
    text = f"Hoi,\n\ns7f2 geplaatst {LINK}\nl3a klaar\ns9c nee fout\n\nGroet, Fatima"
    assert [(one.line, one.word, one.target) for one in choices(text)] == [
        (3, "posted", "s7f2"),
        (4, "done", "l3a"),
        (5, "no", "s9c"),
    ]


def test_a_long_mail_is_not_read_to_its_end() -> None:
    assert len(list(choices("stop\n" * 10_000))) == 40


@given(st.text())
def test_whatever_is_typed_never_breaks_it(text: str) -> None:
    for choice in choices(text):
        assert choice.word in {"", "posted", "no", "later", "done", "pause", "stop", "go-on"}
        assert choice.target.isascii()
        assert choice.url.isascii()


@pytest.mark.parametrize(
    ("subject", "token"),
    [
        ("Re: nudger week 23: 1 gesprek om te delen [0123456789]", "0123456789"),
        ("Antw: nudger [aaaaaaaaaa] [bbbbbbbbbb]", "bbbbbbbbbb"),
        ("Re: nudger week 23", ""),
        ("Re: nudger [0123456789ab]", ""),
        ("Re: nudger [ABCDEF0123]", ""),
    ],
)
def test_the_token_stands_in_the_subject(subject: str, token: str) -> None:
    assert token_of(message(subject=subject)) == token
