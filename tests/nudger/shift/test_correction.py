"""The corrected count: nothing before enough threads were looked at, then an interval that holds what is true."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from nudger.ledger.audit_rows import OTHER, TALK, Audited
from nudger.ledger.ledger import Ledger
from nudger.shift.correction import Audits, corrected
from tests.factories import NOW, message_row


@pytest.mark.parametrize(
    "audits", [Audits(), Audits(Audited(40, 45), Audited(0, 4)), Audits(Audited(5, 5), Audited(4, 44))]
)
def test_too_few_of_either_sort_correct_nothing(audits: Audits) -> None:
    assert corrected(100, 200, audits) is None


def test_a_perfect_model_needs_no_correction() -> None:
    found = corrected(80, 20, Audits(Audited(30, 30), Audited(0, 30)))
    assert found
    assert found.talk == 80
    assert found.low < 80 < found.high


def test_the_interval_holds_the_true_number_nineteen_times_in_twenty() -> None:
    dice, hits, runs = Random(4), 0, 600
    talk, other, right, missed = 120, 240, 0.85, 0.10
    for _ in range(runs):
        truth = [sum(dice.random() < p for _ in range(n)) for n, p in ((talk, right), (other, missed))]
        drawn = [_drawn(dice, n, true) for n, true in zip((talk, other), truth, strict=True)]
        found = corrected(talk, other, Audits(*drawn))
        assert found
        hits += found.low <= sum(truth) <= found.high
    assert hits / runs >= 0.93


def _drawn(dice: Random, n: int, true: int) -> Audited:
    """Thirty of n threads, of which ``true`` are talk, drawn without putting back."""
    sample = dice.sample([True] * true + [False] * (n - true), 30)
    return Audited(sum(sample), len(sample))


def test_only_settled_conversations_are_drawn_and_each_once(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        with ledger.atomic():
            for number in range(8):
                rows = [
                    message_row(2 * number + step, thread=f"t{number}", new_author=True, is_reply=bool(step))
                    for step in (0, 1)
                ]
                for row in rows:
                    ledger.mail.add(row)
                ledger.threads.refresh(f"t{number}", rows)
                if number < 6:
                    ledger.threads.settle(f"t{number}", TALK if number < 4 else OTHER)
        since = NOW - timedelta(days=400)
        drawn = ledger.audits.draw(TALK, "m1", since)
        assert set(drawn) == {"t0", "t1", "t2", "t3"}
        assert set(ledger.audits.draw(OTHER, "m1", since)) == {"t4", "t5"}
        with ledger.atomic():
            ledger.audits.put(drawn[0], TALK, "m1", NOW, talk=False)
        assert list(ledger.audits.draw(TALK, "m1", since)) == list(drawn[1:])
        assert ledger.audits.found(TALK, "m1") == Audited(0, 1)
        assert ledger.audits.found(TALK, "m2") == Audited()
