"""``digest --send --all`` in the night: only who said yes, and one bad mailbox never stops the others."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import Loop
from tests.nudger.contact.stage import Office

pytestmark = [pytest.mark.dovecot, pytest.mark.xdist_group("contact")]

YES = '[participation]\nwho = "A"\nwhen = 2026-06-01\nhow = "mail"\n'
ASKED = datetime(2026, 6, 22, 9, tzinfo=UTC)


def waiting(path: Path) -> None:
    """A reaction that waits, so that there is something to tell."""
    with Ledger.open(path) as ledger, ledger.atomic():
        ledger.loops.open(Loop(key="l1", kind="reaction", thread="", message="c1", opened=ASKED, due=ASKED))


def test_only_who_said_yes_gets_one_and_one_bad_owner_stops_nobody(office: Office) -> None:
    quiet, damaged, good = (office.server.add_user().name for _ in range(3))
    for name, text in ((quiet, ""), (damaged, YES), (good, YES)):
        office.write(name, f'{text}[digest]\nto = "{name}@voorbeeld.example"\n')
        waiting(office.state / f"{name}.db")
    (office.state / f"{damaged}.db").write_bytes(b"kapot" * 100)
    out = json.loads(office.run("digest", "--send", "--all", "--json", code=74, at="2026-06-30T09:00"))
    assert out == {"statuses": {"sent": 1}, "failed": {damaged: "ledger-damaged"}}
    assert office.smtp.recipients == [f"{good}@voorbeeld.example"]
