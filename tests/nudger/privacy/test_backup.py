"""A backup of everyone: sealed, without drafts, one bad ledger stops nobody, and it can be put back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from nudger.config import participation
from nudger.config.participation import Said
from nudger.ledger.ledger import Ledger
from nudger.privacy import optouts
from tests.factories import NOW, suggestion

MAIN = """
version = 1
[organisation]
domains = ["voorbeeld.example"]
[mailbox_template]
host = "imap.voorbeeld.example"
username = "{user}"
password = { env = "NOWHERE" }
addresses = ["{user}@voorbeeld.example"]
[ledger]
directory = "state"
"""


class Office:
    """Two leaders with a ledger each, a list of who opted out, and a stop by mail."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.state, self.backup = folder, folder / "state", folder / "backup"
        (folder / "nudger.toml").write_text(MAIN, encoding="utf-8")
        (folder / "passphrase").write_text("een lange zin die je onthoudt")
        (folder / "passphrase").chmod(0o600)
        (folder / "leaders").mkdir()
        for name in ("anna", "tom"):
            (folder / "leaders" / f"{name}.toml").write_text("")
            with Ledger.open(self.state / f"{name}.db") as ledger, ledger.atomic():
                ledger.suggestions.offer(suggestion(title="kanariegeel", body="kanariegeel"))
        optouts.add(self.state / optouts.FILE, "eva@voorbeeld.example")
        (self.state / participation.FILE).write_text(participation.text({"tom": Said(False, False, NOW.date())}))

    def run(self, *words: str, code: int = 0) -> str:
        common = ["--config", str(self.folder / "nudger.toml"), "--passphrase-file", str(self.folder / "passphrase")]
        done = CliRunner().invoke(main, [*words, *common])
        assert done.exit_code == code, done.output
        return done.output


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_everything_comes_back_after_the_state_was_lost(office: Office) -> None:
    office.run("export", "--all", str(office.backup))
    with Ledger.open(office.state / "anna.db") as ledger:
        before = ledger.suggestions.all()
    for path in office.state.iterdir():
        path.unlink()
    for name in ("anna", "tom"):
        office.run("import", str(office.backup / f"{name}.nudger"), "--mailbox", name)
    office.run("import", str(office.backup / "shared.nudger"))
    assert optouts.load(office.state / optouts.FILE) == {"eva@voorbeeld.example"}
    assert participation.load(office.state) == {"tom": Said(False, False, NOW.date())}
    with Ledger.open(office.state / "anna.db") as ledger:
        after = ledger.suggestions.all()
    assert [(one.id, one.state) for one in after] == [(one.id, one.state) for one in before]
    assert [one.body for one in after] == [""]


def test_no_word_and_no_address_can_be_read_in_it(office: Office) -> None:
    office.run("export", "--all", str(office.backup))
    for path in office.backup.iterdir():
        assert path.stat().st_mode & 0o077 == 0
        assert not [word for word in (b"kanariegeel", b"eva@", b"SQLite") if word in path.read_bytes()]


def test_one_damaged_ledger_does_not_hold_back_the_others_and_a_second_backup_replaces_the_first(
    office: Office,
) -> None:
    office.run("export", "--all", str(office.backup))
    (office.state / "anna.db").write_bytes(b"kapot" * 100)
    out = json.loads(office.run("export", "--all", str(office.backup), "--json", code=74))
    assert out == {"written": ["tom"], "failed": {"anna": "ledger-damaged"}}
    assert {path.name for path in office.backup.iterdir()} == {"anna.nudger", "tom.nudger", "shared.nudger"}


def test_what_stands_here_is_not_replaced(office: Office) -> None:
    office.run("export", "--all", str(office.backup))
    before = {path.name: path.read_bytes() for path in office.state.iterdir()}
    done = CliRunner().invoke(
        main,
        [
            *("import", str(office.backup / "shared.nudger"), "--config", str(office.folder / "nudger.toml")),
            *("--passphrase-file", str(office.folder / "passphrase")),
        ],
    )
    assert done.exit_code != 0
    assert {path.name: path.read_bytes() for path in office.state.iterdir()} == before
