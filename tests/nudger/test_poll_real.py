"""The first real run: a leader's real mailbox of 2,977 mails and 50 with large attachments, polled over IMAP."""

from __future__ import annotations

import gzip
import random
import re
import signal
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests.nudger.test_poll import OUTCOMES, Desk
from tests.servers.dovecot import Dovecot, User

pytestmark = [pytest.mark.dovecot, pytest.mark.shared, pytest.mark.slow, pytest.mark.timeout(3000)]

AS_OF = "2001-12-01"
DOMAIN, OWNER = "enron.com", "owner@enron.com"
KILLS = 20
ATTACHED = 1_000_000


def real_mails(path: Path) -> Iterator[tuple[bytes, datetime]]:
    """The messages of an mbox with the date of their From line."""
    with gzip.open(path) as file:
        for chunk in re.split(rb"(?:\A|\n\n)From - (?=\w{3} )", file.read())[1:]:
            stamp, _, raw = chunk.partition(b"\n")
            when = datetime.strptime(stamp.decode("ascii").strip(), "%a %b %d %H:%M:%S %Y").replace(tzinfo=UTC)
            yield raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"), when


def heavy_mails() -> Iterator[tuple[bytes, datetime]]:
    """Fifty mails with an attachment of 1 MB each, fixed seed."""
    chance = random.Random(7)
    for number in range(50):
        when = datetime(2001, 11, 1 + number % 28, 9, number, tzinfo=UTC)
        mail = EmailMessage()
        mail["From"], mail["To"] = f"a{number}@{DOMAIN}", OWNER
        mail["Subject"], mail["Date"] = f"Figures {number}", format_datetime(when)
        mail["Message-ID"] = f"<heavy{number}@{DOMAIN}>"
        mail.set_content("The figures are attached.\n")
        mail.add_attachment(chance.randbytes(ATTACHED), maintype="application", subtype="pdf", filename="figures.pdf")
        yield mail.as_bytes().replace(b"\n", b"\r\n"), when


@pytest.fixture(scope="module")
def jeff(dovecot: Dovecot, shared: Path) -> User:
    user = dovecot.add_user()
    mails = list(real_mails(shared / "data/public/mailbox.mbox.gz"))
    assert len(mails) == 2977
    user.append_all([*mails, *heavy_mails()])
    user.create("Sent")  # else the server makes it at the first sign-in, which is no change of ours
    return user


def desk(tmp_path: Path, user: User, name: str) -> Desk:
    return Desk(tmp_path / name, user, DOMAIN, OWNER)


def test_a_real_mailbox(jeff: User, tmp_path: Path) -> None:
    before, sessions = jeff.snapshot(), len(jeff.sessions())
    one = desk(tmp_path, jeff, "one")
    inbox, sent = one.poll(AS_OF)["mailboxes"]
    assert inbox["seen"] == inbox["new"] == sum(inbox["outcomes"].values()) == 3027
    assert set(inbox["outcomes"]) <= OUTCOMES
    assert inbox["offered"] >= 3
    assert sent["seen"] == 0
    wire = sum(session.sent for session in jeff.sessions(sessions + 1)[sessions:])
    assert wire < 10_000_000 < 50 * ATTACHED, "attachments were not downloaded"
    assert abs(wire - inbox["bytes_in"] - sent["bytes_in"]) < wire / 100
    second = one.poll(AS_OF)["mailboxes"]
    assert [box["new"] for box in second] == [0, 0]
    assert all(box["commands"] <= 6 for box in second)
    assert jeff.snapshot() == before


def test_twenty_kills(jeff: User, tmp_path: Path) -> None:
    calm = desk(tmp_path, jeff, "calm")
    started = time.monotonic()
    calm.poll(AS_OF)
    whole = time.monotonic() - started
    expected = calm.canonical()
    chance = random.Random(20)
    for number in range(KILLS):
        disturbed = desk(tmp_path, jeff, f"disturbed{number}")
        disturbed.same_key_as(calm)
        child = disturbed.start("poll", "--as-of", AS_OF)
        time.sleep(whole * chance.uniform(0.05, 1.0))
        child.send_signal(signal.SIGKILL)
        child.communicate()
        disturbed.poll(AS_OF)
        assert disturbed.canonical() == expected, number
