"""What was cut can be counted and put back in its place, for every text; nothing else changes."""

from __future__ import annotations

import time
from itertools import chain, combinations

import pytest

from nudger.mail.words.own_words import extract
from nudger.mail.words.restoring import cut_lines, restored
from rules.message import Cut
from tests.nudger.mail.mails import mail, message

INTERLEAVED = """Dag Piet,

> Wat vind je van de fiets?
> Of toch de auto?
De fiets.

> En wanneer?
Morgen.

-- 
Jan de Vries
06-12345678
"""  # noqa: W291 - the space belongs to the mark of a signature


def written(text: str) -> list[str]:
    return [line.rstrip() for line in text.split("\n") if line.strip()]


def test_kinds_with_their_lines() -> None:
    found = message(mail(INTERLEAVED))
    assert found.own_words == "Dag Piet,\n\nDe fiets.\n\nMorgen."
    assert cut_lines(found.cuts) == {"quote": 3, "signature": 3}


def test_a_cut_comes_back_where_it_stood() -> None:
    found = message(mail(INTERLEAVED))
    quote = next(number for number, cut in enumerate(found.cuts) if "wanneer" in cut.text)
    assert restored(found.own_words, found.cuts, [quote]) == ("Dag Piet,\n\nDe fiets.\n\n> En wanneer?\n\nMorgen.")
    assert written(restored(found.own_words, found.cuts, range(len(found.cuts)))) == written(INTERLEAVED)
    assert restored(found.own_words, found.cuts, []) == found.own_words


@pytest.mark.parametrize("chosen", [*chain.from_iterable(combinations(range(2), n) for n in range(3))])
def test_a_mail_of_cuts_alone(chosen: tuple[int, ...]) -> None:
    cuts = (Cut("quote", "> een"), Cut("signature", "Jan"))
    assert written(restored("", cuts, chosen)) == [cuts[number].text for number in chosen]


def test_thousands_of_cuts_take_linear_time() -> None:
    started = time.process_time()
    assert len(extract("> a\neen regel\n" * 2_400, None).cuts) >= 2_000
    assert time.process_time() - started < 1
