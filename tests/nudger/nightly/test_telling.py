"""The owner hears once that her mailbox could not be read for a week, by a real SMTP server."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from nudger.config.configuration import Owner, load, owners
from nudger.nightly import store
from nudger.nightly.health import WELL, Health, after
from nudger.nightly.telling import tell_owners
from nudger.texts import Texts
from nudger.workplace import Workplace
from tests.servers.smtp import PASSWORD, Sink

MONDAY = date(2026, 6, 1)
MAIN = """
version = 1
[organisation]
domains = ["voorbeeld.example"]
[mailbox_template]
host = "imap.voorbeeld.example"
username = "{{user}}"
password = {{ env = "NOWHERE" }}
addresses = ["{{user}}@voorbeeld.example"]
[ledger]
directory = "state"
[digest.smtp]
host = "localhost"
port = {port}
username = "nudger@voorbeeld.example"
password = {{ file = "secret" }}
ca_file = "{ca_file}"
"""


class Office:
    """Anna and Tom take part, Eva does not."""

    def __init__(self, folder: Path, smtp: Sink) -> None:
        (folder / "nudger.toml").write_text(MAIN.format(port=smtp.port, ca_file=smtp.ca_file), encoding="utf-8")
        (folder / "secret").write_text(PASSWORD)
        (folder / "secret").chmod(0o600)
        (folder / "leaders").mkdir()
        yes = '[participation]\nwho = "x"\nwhen = 2026-05-01\nhow = "mail"\n'
        for name, text in (("anna", yes), ("tom", yes), ("eva", "")):
            (folder / "leaders" / f"{name}.toml").write_text(text)
        self.config, self.state = load(folder / "nudger.toml", "nl", policy=folder / "none"), folder / "state"
        self.state.mkdir()

    def tell(self, day: int) -> list[str]:
        now = datetime(2026, 6, 1, 2, tzinfo=UTC) + timedelta(days=day)

        def place(owner: Owner) -> Workplace:
            return Workplace(self.config, owner, Texts("nl"), now, self.state)

        return tell_owners(owners(self.config), self.state, MONDAY + timedelta(days=day), place)

    def put(self, **health: Health) -> None:
        store.save(self.state / store.FILE, health)

    def health(self, name: str) -> Health:
        return store.load(self.state / store.FILE)[name]


@pytest.fixture
def office(tmp_path: Path, smtp: Sink) -> Office:
    return Office(tmp_path, smtp)


def failing(*, refused: bool) -> Health:
    return after(WELL, "login-refused" if refused else "server-away", MONDAY, refused=refused)[0]


def test_after_seven_days_she_hears_once(office: Office, smtp: Sink) -> None:
    office.put(anna=failing(refused=True), tom=WELL, eva=failing(refused=True))
    assert [office.tell(day) for day in (6, 7, 8, 20)] == [[], ["anna"], [], []]
    assert smtp.recipients == ["anna@voorbeeld.example"]
    assert "geweigerd" in smtp.messages[0].get_content()


def test_a_week_after_it_went_well_again_she_may_hear_of_new_trouble(office: Office, smtp: Sink) -> None:
    office.put(anna=failing(refused=False))
    assert office.tell(7) == ["anna"]
    again, _ = after(office.health("anna"), "", MONDAY + timedelta(days=8), refused=False)
    again, _ = after(again, "server-away", MONDAY + timedelta(days=9), refused=False)
    office.put(anna=again)
    assert [office.tell(day) for day in (15, 16)] == [[], ["anna"]]
    assert len(smtp.mails) == 2


def test_what_surely_did_not_go_out_is_tried_the_next_night_and_others_are_told(office: Office, smtp: Sink) -> None:
    office.put(anna=failing(refused=False), tom=failing(refused=False))
    smtp.fails["DATA"] = "452 full"
    assert office.tell(7) == []
    smtp.fails.clear()
    assert office.tell(8) == ["anna", "tom"]


def test_what_may_have_gone_out_is_not_sent_again(office: Office, smtp: Sink) -> None:
    office.put(anna=failing(refused=False))
    smtp.cuts = True
    assert office.tell(7) == ["anna"]
    smtp.cuts = False
    assert office.tell(8) == []


def test_a_death_while_sending_sends_nothing_twice(office: Office, smtp: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    office.put(anna=failing(refused=False))
    with monkeypatch.context() as patch:
        patch.setattr("nudger.sending.send", die)
        with pytest.raises(KeyboardInterrupt):
            office.tell(7)
    assert office.health("anna") == replace(failing(refused=False), told_owner=True)
    assert office.tell(8) == []
    assert smtp.mails == []
