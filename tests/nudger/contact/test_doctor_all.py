"""``doctor --all``: everyone is looked at, one who is closed stops nobody, and who said no is not opened."""

from __future__ import annotations

import json

import pytest

from tests.nudger.contact.stage import Office

pytestmark = [pytest.mark.dovecot, pytest.mark.xdist_group("contact")]


def test_every_owner_and_the_contact_mailbox_are_looked_at(office: Office) -> None:
    yes, no = (leader.name for leader in office.leaders)
    office.write(yes, '[participation]\nwho = "A"\nwhen = 2026-06-01\nhow = "mail"\n')
    (office.folder / "wrong").write_text("fout")
    (office.folder / "wrong").chmod(0o600)
    office.write("eva", 'password = { file = "wrong" }\n[participation]\nwho = "E"\nwhen = 2026-06-01\nhow = "mail"\n')
    found = {one["owner"]: one for one in json.loads(office.run("doctor", "--all", "--json", code=78))["owners"]}
    assert {name: one["ok"] for name, one in found.items()} == {None: True, yes: True, no: True, "eva": False}
    assert "doctor-not-participating" in {check["check"] for check in found[no]["checks"]}
    assert office.server.sessions(no) == []
