"""Digests in the ledger: one a moment, answers once, nothing that was typed."""

from __future__ import annotations

from datetime import timedelta

from nudger.ledger.digest_rows import MailAnswer
from nudger.ledger.ledger import Ledger
from nudger.ledger.retention import DIGEST_DAYS, purge
from tests.factories import NOW

ANSWER = MailAnswer(message="m", line=1, target="s7f2", word="no", outcome="done", given_at=NOW)


def test_one_digest_a_moment() -> None:
    ledger = Ledger.in_memory()
    with ledger.atomic():
        assert ledger.digests.begin(NOW, "<a@x>", "t1", NOW)
        assert not ledger.digests.begin(NOW, "<b@x>", "t2", NOW)
        ledger.digests.skip(NOW, NOW)
        assert list(ledger.digests.answerable()) == [ledger.key.of("message", "<a@x>")]
        ledger.digests.drop(NOW)
        assert not ledger.digests.known(NOW)
        assert ledger.digests.begin(NOW, "<b@x>", "t2", NOW)
        ledger.digests.sent(NOW)
        ledger.digests.drop(NOW)
        assert ledger.digests.known(NOW)


def test_an_empty_moment_is_dealt_with_and_cannot_be_answered() -> None:
    ledger = Ledger.in_memory()
    with ledger.atomic():
        ledger.digests.skip(NOW, NOW)
    assert ledger.digests.known(NOW)
    assert ledger.digests.answerable() == {}


def test_an_answer_counts_once_and_is_told_once() -> None:
    ledger = Ledger.in_memory()
    with ledger.atomic():
        assert ledger.digests.answer(ANSWER)
        assert not ledger.digests.answer(ANSWER)
        assert ledger.digests.untold() == [ANSWER]
        ledger.digests.tell([ANSWER])
        assert ledger.digests.untold() == []
        assert ledger.digests.answered("m")


def test_both_are_forgotten_in_time() -> None:
    ledger = Ledger.in_memory()
    with ledger.atomic():
        ledger.digests.begin(NOW, "<a@x>", "t1", NOW)
        ledger.digests.answer(ANSWER)
        purge(ledger, NOW + timedelta(days=DIGEST_DAYS), 180)
        assert ledger.digests.known(NOW)
        purge(ledger, NOW + timedelta(days=DIGEST_DAYS, seconds=1), 180)
    assert not ledger.digests.known(NOW)
    assert not ledger.digests.answered("m")
