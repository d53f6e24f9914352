"""A dismissed thread never returns (promise M11): not after 200 days, not with all numbers of the server voided."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from nudger.ledger.ledger import Ledger
from nudger.ledger.states import State
from tests.factories import NOW
from tests.nudger.test_poll import Desk
from tests.proofs.world import OWNER, POLLED, all_mails, fill
from tests.servers.dovecot import Dovecot

pytestmark = [pytest.mark.dovecot, pytest.mark.xdist_group("proofs"), pytest.mark.timeout(300)]

LATER = "2027-01-12T18:00"
"""Two hundred days after POLLED, longer than messages are remembered (180)."""


def _decline_all(path: Path) -> list[str]:
    with Ledger.open(path) as ledger, ledger.atomic():
        offered = ledger.suggestions.in_states((State.OFFERED,))
        for one in offered:
            ledger.suggestions.move(one, State.DECLINED, reason="wrong", decided_at=NOW)
        return [one.thread for one in offered]


def _states(path: Path) -> dict[str, State]:
    with Ledger.open(path) as ledger:
        return {one.thread: one.state for one in ledger.suggestions.all()}


def test_after_200_days_and_a_new_uidvalidity_no_dismissed_thread_returns(dovecot: Dovecot, tmp_path: Path) -> None:
    user = dovecot.add_user()
    fill(user)
    desk = Desk(tmp_path / "desk", user, "voorbeeld.example", OWNER)
    desk.run("announce", "network", "--done", "2026-05-01")
    desk.poll(POLLED)
    dismissed = _decline_all(desk.ledger)
    assert dismissed
    before = _states(desk.ledger)
    desk.poll(LATER)
    with Ledger.open(desk.ledger) as ledger:
        assert not ledger.threads.get(dismissed[0]), "its time is over, only the key is left"
    for folder in ("INBOX", "Sent"):
        user.set_uidvalidity(987654, folder)
    again = desk.poll(LATER)["mailboxes"]
    assert all(set(box["outcomes"]) == {"duplicate"} for box in again)
    assert all(box["offered"] == 0 for box in again)
    assert _states(desk.ledger) == before


def test_a_late_answer_wakes_no_dismissed_thread(dovecot: Dovecot, tmp_path: Path) -> None:
    user = dovecot.add_user()
    fill(user)
    desk = Desk(tmp_path / "desk", user, "voorbeeld.example", OWNER)
    desk.run("announce", "network", "--done", "2026-05-01")
    desk.poll(POLLED)
    with Ledger.open(desk.ledger) as ledger:
        thread = ledger.suggestions.in_states((State.OFFERED,))[0]
        first = ledger.mail.of_thread(thread.thread)[0].key
    _decline_all(desk.ledger)
    desk.poll(LATER)
    user.set_uidvalidity(987655)
    user.append(_answer(desk, first), None)
    desk.poll(LATER)
    states = _states(desk.ledger)
    assert states[thread.thread] is State.DECLINED
    assert State.OFFERED not in states.values()


def _answer(desk: Desk, first: str) -> bytes:
    """A colleague's answer to the first mail of a thread, half a year later."""
    ids = {str(mail["Message-ID"]).strip() for mail in all_mails()}
    with Ledger.open(desk.ledger) as ledger:
        [answered] = [id_ for id_ in ids if ledger.key.of("message", id_) == first]
    mail = EmailMessage()
    mail["From"], mail["To"] = "Priya Nair <p.nair@voorbeeld.example>", f"{OWNER}, r.kok@voorbeeld.example"
    mail["Subject"], mail["Date"] = "Re: nog eens", "Tue, 12 Jan 2027 10:00:00 +0100"
    mail["Message-ID"], mail["In-Reply-To"] = "<laat@voorbeeld.example>", answered
    mail["References"] = answered
    mail.set_content("Zullen we dit toch nog eens proberen? Wat vinden jullie?\n")
    return mail.as_bytes(policy=SMTP)
