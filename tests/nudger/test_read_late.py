"""nudger/poll: what a server cannot give today is asked for again, in three runs at most."""

from __future__ import annotations

import pytest

from nudger.ledger.ledger import Ledger
from nudger.mail.imap.mailbox import ImapSource
from tests.nudger.polling import poll
from tests.servers.scripted import ABSENT, NO, Scripted

MISSING = {
    "refused": {"HEADER.FIELDS": NO},
    "silent": {"HEADER.FIELDS": ABSENT},
    "nonsense": {"HEADER.FIELDS": "RFC822.SIZE"},
}


def night(ledger: Ledger, **server: object) -> tuple[int, int, list[str]]:
    """New UIDs, messages known, and the FETCH commands."""
    with Scripted(messages=1, **server) as served:  # type: ignore[arg-type]
        [outcome] = poll(ImapSource(served.account()), ledger)
    return outcome.new, len(ledger.canonical()["messages"]), served.commands("UID FETCH")


@pytest.mark.parametrize("faults", MISSING.values(), ids=MISSING.keys())
def test_what_comes_late_counts_as_if_it_had_come_at_once(faults: dict[str, str]) -> None:
    with Ledger.in_memory() as calm, Ledger.in_memory() as ledger:
        night(calm)
        assert night(ledger, faults={1: faults})[:2] == (1, 0)
        assert ledger.mail.outcomes() == {"unreadable": 1}
        assert night(ledger)[:2] == (0, 1)
        assert ledger.canonical() == calm.canonical()
        assert night(ledger)[2] == []


def test_what_never_comes_is_given_up_after_three_runs() -> None:
    with Ledger.in_memory() as ledger:
        asked = [bool(night(ledger, faults={1: MISSING["refused"]})[2]) for _ in range(5)]
        assert asked == [True, True, True, False, False]
        assert ledger.mail.outcomes() == {"unreadable": 1}


def test_what_has_gone_meanwhile_stays_unread() -> None:
    with Ledger.in_memory() as ledger:
        night(ledger, faults={1: MISSING["refused"]})
        assert night(ledger, vanished=frozenset({1}))[:2] == (0, 0)
        assert ledger.mail.outcomes() == {"unreadable": 1}
