"""Which verdicts say what a leader likes, and when there are enough to learn from."""

from __future__ import annotations

from datetime import timedelta

import pytest

from nudger.ledger.ledger import Ledger
from nudger.nudges.digest import MAX_LINES, Overview, Waiting, lay
from nudger.nudges.taste import OFFER_AFTER, SEEN, choices, enough, liked, offers_training
from nudger.texts import Texts
from tests.factories import NOW, thread


def ledger_with(*verdicts: tuple[str, str]) -> Ledger:
    ledger = Ledger.in_memory()
    with ledger.atomic():
        for number, (verdict, reason) in enumerate(verdicts):
            ledger.verdicts.put(thread(f"t{number}"), verdict, reason, NOW + timedelta(minutes=number))
    return ledger


@pytest.mark.parametrize(
    ("verdict", "reason", "says"),
    [
        ("yes", "", True),
        ("yes", "asked", True),
        ("no", "", False),
        ("no", "asked", False),
        ("no", "wrong", False),
        ("no", "mail-is-fine", False),
        ("no", "private", None),
        ("no", "moved", None),
    ],
)
def test_what_a_verdict_says(verdict: str, reason: str, says: bool | None) -> None:
    with ledger_with((verdict, reason)) as ledger:
        assert liked(ledger.verdicts.all()[0]) is says


def test_private_and_moved_are_no_choices() -> None:
    with ledger_with(("yes", ""), ("no", "private"), ("no", "moved"), ("no", "")) as ledger:
        assert [row.thread for row in choices(ledger.verdicts.all())] == ["t0", "t3"]


def test_of_both_kinds_there_must_be_some() -> None:
    with ledger_with(*[("yes", "")] * 30) as ledger:
        assert not enough(ledger.verdicts.all())
    with ledger_with(*[("yes", "")] * 27, *[("no", "")] * 3) as ledger:
        assert enough(ledger.verdicts.all())


def test_training_is_offered_once_for_so_many_new_choices() -> None:
    few = [("yes", "")] * 20 + [("no", "wrong")] * (OFFER_AFTER - 21)
    with ledger_with(*few, ("no", "private")) as ledger:
        assert offers_training(ledger) == 0
    with ledger_with(*few, ("no", "")) as ledger:
        assert offers_training(ledger) == OFFER_AFTER
        with ledger.atomic():
            ledger.settings.put(SEEN, "1")
        assert offers_training(ledger) == 0


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_digest_says_so_but_never_goes_out_for_it_alone(language: str) -> None:
    texts = Texts("nl" if language == "nl" else "en")
    told = Overview(waiting=[Waiting("l1ab", "idea", "Fiets", NOW)], unlearned=44)
    lines = lay(told, NOW, texts).lines
    assert len(lines) <= MAX_LINES
    assert [line for line in lines if "44" in line and "nudger train" in line]
    assert Overview(unlearned=44).empty
