"""The first real run: a leader's real mailbox of 2,977 mails and 50 with large attachments, polled over IMAP."""

from __future__ import annotations

import gzip
import random
import re
import signal
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.nudger.test_poll import OUTCOMES, Desk
from tests.servers.dovecot import Dovecot, User

pytestmark = [pytest.mark.dovecot, pytest.mark.shared, pytest.mark.slow, pytest.mark.timeout(3000)]

ANNOUNCED = "2001-10-01"
AS_OF = "2001-12-01"
DOMAIN = "enron.com"
KILLS = 20
ATTACHED = 1_000_000


class Leader(NamedTuple):
    """A mailbox on the server, and the address of whom it belongs to."""

    user: User
    address: str


def real_mails(path: Path) -> Iterator[tuple[bytes, datetime]]:
    """The messages of an mbox with the date of their From line."""
    with gzip.open(path) as file:
        for chunk in re.split(rb"(?:\A|\n\n)From - (?=\w{3} )", file.read())[1:]:
            stamp, _, raw = chunk.partition(b"\n")
            when = datetime.strptime(stamp.decode("ascii").strip(), "%a %b %d %H:%M:%S %Y").replace(tzinfo=UTC)
            yield raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"), when


def most_frequent_sender(mails: Iterable[tuple[bytes, datetime]]) -> str:
    """Whose mailbox it is."""
    senders = re.compile(rb"^From: (\S+@\S+)\r$", re.MULTILINE)
    return Counter(found[1].decode() for raw, _ in mails if (found := senders.search(raw))).most_common(1)[0][0]


def heavy_mails(owner: str) -> Iterator[tuple[bytes, datetime]]:
    """Fifty mails with an attachment of 1 MB each, fixed seed."""
    chance = random.Random(7)
    for number in range(50):
        when = datetime(2001, 11, 1 + number % 28, 9, number, tzinfo=UTC)
        mail = EmailMessage()
        mail["From"], mail["To"] = f"a{number}@{DOMAIN}", owner
        mail["Subject"], mail["Date"] = f"Figures {number}", format_datetime(when)
        mail["Message-ID"] = f"<heavy{number}@{DOMAIN}>"
        mail.set_content("The figures are attached.\n")
        mail.add_attachment(chance.randbytes(ATTACHED), maintype="application", subtype="pdf", filename="figures.pdf")
        yield mail.as_bytes().replace(b"\n", b"\r\n"), when


@pytest.fixture(scope="module")
def leader(dovecot: Dovecot, shared: Path) -> Leader:
    user = dovecot.add_user()
    mails = list(real_mails(shared / "data/public/mailbox.mbox.gz"))
    assert len(mails) == 2977
    owner = most_frequent_sender(mails)
    user.append_all([*mails, *heavy_mails(owner)])
    user.create("Sent")  # else the server makes it at the first sign-in, which is no change of ours
    return Leader(user, owner)


def desk(tmp_path: Path, leader: Leader, name: str) -> Desk:
    return Desk(tmp_path / name, leader.user, DOMAIN, leader.address)


def test_a_real_mailbox(leader: Leader, tmp_path: Path) -> None:
    before, sessions = leader.user.snapshot(), len(leader.user.sessions())
    one = desk(tmp_path, leader, "one")
    # Before the network is announced nothing but the leader's own starts is offered.
    one.run("announce", "--done", ANNOUNCED)
    inbox, sent = one.poll(AS_OF)["mailboxes"]
    assert inbox["seen"] == inbox["new"] == sum(inbox["outcomes"].values()) == 3027
    assert set(inbox["outcomes"]) <= OUTCOMES
    assert inbox["offered"] >= 3
    assert sent["seen"] == 0
    wire = sum(session.sent for session in leader.user.sessions(sessions + 1)[sessions:])
    assert wire < 10_000_000 < 50 * ATTACHED, "attachments were not downloaded"
    assert abs(wire - inbox["bytes_in"] - sent["bytes_in"]) < wire / 100
    second = one.poll(AS_OF)["mailboxes"]
    assert [box["new"] for box in second] == [0, 0]
    assert all(box["commands"] <= 6 for box in second)
    assert leader.user.snapshot() == before


def test_twenty_kills(leader: Leader, tmp_path: Path) -> None:
    calm = desk(tmp_path, leader, "calm")
    started = time.monotonic()
    calm.poll(AS_OF)
    whole = time.monotonic() - started
    expected = calm.canonical()
    chance = random.Random(20)
    for number in range(KILLS):
        disturbed = desk(tmp_path, leader, f"disturbed{number}")
        disturbed.same_key_as(calm)
        child = disturbed.start("poll", "--as-of", AS_OF)
        time.sleep(whole * chance.uniform(0.05, 1.0))
        child.send_signal(signal.SIGKILL)
        child.communicate()
        disturbed.poll(AS_OF)
        assert disturbed.canonical() == expected, number
