"""The how-to pages, walked through step by step on a real Dovecot and SMTP server."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from select import select
from threading import Timer

import pytest
from click.testing import CliRunner

from cli import main
from nudger.contact import memory
from nudger.demo.mailbox import SENT, messages
from nudger.ledger.ledger import Ledger
from nudger.ledger.states import State
from nudger.nudges.suggestions import ANNOUNCED
from nudger.privacy import optouts
from tests.nudger.contact.stage import ROOT, Office, mail
from tests.servers.dovecot import PASSWORD as IMAP_PASSWORD
from tests.servers.dovecot import Dovecot, User

pytestmark = [pytest.mark.dovecot, pytest.mark.xdist_group("contact")]

YES = '[participation]\nwho = "A"\nwhen = 2026-06-01\nhow = "mail"\n'
FATIMA = ("fatima@voorbeeld.example", "f.jansen@voorbeeld.example")
SECONDS = 60.0
POLLED, LATER = "2026-06-26T18:00", "2026-06-29T18:00"
MORE = messages(weeks=8)


def fill(user: User) -> None:
    """Eight weeks of the fictional mailbox."""
    for name in ("INBOX", "Sent"):
        user.append_all([(m.raw, m.arrival) for m in MORE if (m.folder == SENT) == (name == "Sent")], name)


def said(config: Path, *words: str, code: int = 0, at: str = LATER) -> str:
    """The program in this process, without a terminal."""
    done = CliRunner().invoke(main, [*words, "--config", str(config), "--as-of", at])
    assert done.exit_code == code, (words, done.output, done.exception)
    return str(done.output)


def typed(command: list[str], environ: dict[str, str], answer: str = "") -> tuple[int, str]:
    """The program on a terminal, where a person types this when she is asked."""
    master, slave = pty.openpty()
    with subprocess.Popen(command, env=environ, stdin=slave, stdout=slave, stderr=slave) as child:
        os.close(slave)
        late = Timer(SECONDS, child.kill)
        late.start()
        out = b"".join(_everything(master, answer))
        child.wait(SECONDS)
        late.cancel()
    os.close(master)
    return child.returncode, out.decode(errors="replace")


def _everything(master: int, answer: str) -> Iterator[bytes]:
    """What is shown, to the end; the answer is typed whenever nothing more comes, as a person would."""
    try:
        while True:
            if not select([master], [], [], 1.5)[0]:
                os.write(master, answer.encode())
            elif chunk := os.read(master, 4096):
                yield chunk
            else:
                return
    except OSError:
        # Linux says EIO once the other end has gone.
        return


def announce(ledger: Path) -> None:
    """The network was announced long ago, so that suggestions begin."""
    with Ledger.open(ledger) as opened, opened.atomic():
        opened.settings.put(ANNOUNCED, "2026-03-01")


def waits(ledger: Path) -> set[str]:
    """The threads that wait."""
    with Ledger.open(ledger) as opened:
        return {one.thread for one in opened.suggestions.in_states((State.OFFERED,))}


# --- a second leader by ssh


@pytest.fixture
def ssh(office: Office) -> dict[str, str]:
    """What sshd hands to the wrapper; the program is the one that is tested."""
    program = office.folder / "program"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT / "cli.py"}" "$@" --lang en\n', encoding="utf-8")
    program.chmod(0o700)
    return {
        "HOME": str(office.folder),
        "PATH": os.environ["PATH"],
        "NUDGER": str(program),
        "NUDGER_CONFIG": str(office.config),
        "NUDGER_EMPTY": str(office.folder / "empty"),
        "XDG_STATE_HOME": str(office.folder),
    }


def as_leader(environ: dict[str, str], name: str, request: str) -> tuple[int, str]:
    wrapper = str(ROOT / "contrib" / "ssh" / "nudger-leader")
    return typed([wrapper, name], {**environ, "SSH_ORIGINAL_COMMAND": request}, "q")


def test_a_second_leader_works_by_ssh_on_her_own_ledger(office: Office, ssh: dict[str, str]) -> None:
    anna, tom = (leader.name for leader in office.leaders)
    office.write(anna, YES, *FATIMA)
    office.write(tom, YES)
    fill(office.leaders[0])
    announce(office.state / f"{anna}.db")
    said(office.config, "poll", "--mailbox", anna, at=POLLED)
    before = waits(office.state / f"{anna}.db")
    assert before
    for request in ("status", ""):
        code, out = as_leader(ssh, anna, request)
        assert code == 0, out
    assert waits(office.state / f"{anna}.db") == before
    assert not (office.state / f"{tom}.db").exists()


@pytest.mark.parametrize(
    "request_",
    [
        *("status --mailbox tom", "status --config /etc/passwd", "explain /etc/passwd", "explain ../state", "sh"),
        *("review; id", "review $(id)", "review `id`", "review && id", "export all", "leaders list", "report --csv ."),
    ],
)
def test_nothing_else_gets_through_the_door(ssh: dict[str, str], request_: str) -> None:
    code, out = as_leader(ssh, "leider1", request_)
    assert code == 77
    assert "uid=" not in out


# --- a colleague opts out


def test_a_colleague_opts_out_by_mail(office: Office) -> None:
    anna = office.leaders[0]
    office.write(anna.name, YES, *FATIMA)
    fill(anna)
    announce(office.state / f"{anna.name}.db")
    said(office.config, "poll", "--all", at=POLLED)
    before = waits(office.state / f"{anna.name}.db")
    people = {address for address in _addresses() if _known(office, anna.name, address)}
    assert before
    assert people
    for address in sorted(people):
        office.contact.append_all([(mail("geen nudger", From=address), None)])
    out = said(office.config, "poll", "--all", "--lang", "nl", at=POLLED)
    assert f"{len(people)} verzoek" in out
    assert optouts.load(office.state / optouts.FILE) == people
    assert waits(office.state / f"{anna.name}.db") == set()
    assert len(office.smtp.mails) == len(people)
    with Ledger.open(office.state / f"{anna.name}.db") as ledger:
        withdrawn = ledger.suggestions.in_states((State.WITHDRAWN,))
    assert {one.thread for one in withdrawn} == before
    told = said(office.config, "explain", withdrawn[0].id[:6], "--mailbox", anna.name, "--lang", "nl", at=POLLED)
    assert "beschermd" in told
    assert not [address for address in people if address in told]


def _addresses() -> set[str]:
    """Every colleague of the fictional mailbox who writes."""
    from email import message_from_bytes, policy

    heads = (message_from_bytes(m.raw, policy=policy.default)["From"] for m in MORE)
    found = {one.addr_spec.lower() for head in heads if head for one in head.addresses}
    return {address for address in found if address.endswith("@voorbeeld.example")} - set(FATIMA)


def _known(office: Office, owner: str, address: str) -> bool:
    with Ledger.open(office.state / f"{owner}.db") as ledger:
        return ledger.people.is_known(address)


# --- access and erasure


def test_access_and_erasure(office: Office) -> None:
    for leader in office.leaders:
        office.write(leader.name, YES)
    anna = office.leaders[0].name
    fill(office.leaders[0])
    said(office.config, "poll", "--mailbox", anna, at=POLLED)
    address = next(one for one in sorted(_addresses()) if _known(office, anna, one))
    shown = json.loads(said(office.config, "privacy", "show", address, "--all", "--json"))
    assert shown == {"address": address, "keys": True, "opted_out": False, "text": False, "name": False}
    assert "thread_people" in said(office.config, "privacy", "report", "--sample", "--mailbox", anna)
    said(office.config, "privacy", "forget", address, "--all")
    assert json.loads(said(office.config, "privacy", "show", address, "--all", "--json"))["keys"] is False


# --- a leader leaves


def test_a_leader_leaves(office: Office, ssh: dict[str, str]) -> None:
    anna, tom = (leader.name for leader in office.leaders)
    for leader in office.leaders:
        office.write(leader.name, YES)
        with Ledger.open(office.state / f"{leader.name}.db"):
            pass
    office.look(mail("ik deel mijn cijfers", From=f"{anna}@voorbeeld.example"))
    (office.folder / "passphrase").write_text("een lange zin die je onthoudt")
    (office.folder / "passphrase").chmod(0o600)
    sealed, secret = str(office.folder / "anna.nudger"), str(office.folder / "passphrase")
    said(office.config, "resolve", "--mailbox", anna)
    said(office.config, "export", sealed, "--mailbox", anna, "--passphrase-file", secret)
    code, out = typed(
        [ssh["NUDGER"], "leaders", "remove", anna, "--config", str(office.config)],
        {**ssh, "TERM": "dumb"},
        f"{anna}\n",
    )
    assert code == 0, out
    assert [one["name"] for one in json.loads(said(office.config, "leaders", "list", "--json"))] == [tom]
    assert not list(office.state.glob(f"{anna}.*"))
    assert anna not in (office.state / "participation.json").read_text()
    assert Path(sealed).exists()


# --- a new laptop, a lost laptop

LAPTOP = """
version = 1
[organisation]
domains = ["voorbeeld.example"]
[[goals]]
id = "errors"
[mailboxes.fatima]
host = "127.0.0.1"
port = {port}
tls = "loopback-plain"
username = "{user}"
password = {{ env = "NUDGER_TEST_PASSWORD" }}
addresses = ["fatima@voorbeeld.example", "f.jansen@voorbeeld.example"]
look_back_days = 0
[ledger]
directory = "state"
"""


class Laptop:
    """A leader's own machine."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.config, self.ledger = folder / "nudger.toml", folder / "state" / "fatima.db"
        self.secret = folder / "passphrase"
        self.secret.write_text("een lange zin die je onthoudt")
        self.secret.chmod(0o600)

    def run(self, *words: str, at: str = LATER) -> str:
        return said(self.config, *words, at=at)

    def sealed(self, *words: str) -> str:
        return self.run(*words, "--passphrase-file", str(self.secret))


@pytest.fixture
def old(tmp_path: Path, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> Laptop:
    """A laptop that polled, and on which one suggestion was declined."""
    user = dovecot.add_user()
    fill(user)
    monkeypatch.setenv("NUDGER_TEST_PASSWORD", IMAP_PASSWORD)
    laptop = Laptop(tmp_path / "old")
    laptop.config.write_text(LAPTOP.format(port=dovecot.port, user=user.name), encoding="utf-8")
    announce(laptop.ledger)
    laptop.run("poll", at=POLLED)
    with Ledger.open(laptop.ledger) as ledger, ledger.atomic():
        ledger.suggestions.move(ledger.suggestions.in_states((State.OFFERED,))[0], State.DECLINED)
    # What took its place.
    laptop.run("poll", at=POLLED)
    return laptop


@pytest.mark.parametrize("lost", [False, True])
def test_a_new_laptop_and_a_lost_one_with_a_backup(old: Laptop, tmp_path: Path, *, lost: bool) -> None:
    sealed = tmp_path / "nudger.sealed"
    old.sealed("export", str(sealed))
    with Ledger.open(old.ledger) as ledger:
        before = ledger.canonical()
    if lost:
        shutil.rmtree(old.config.parent)
    new = Laptop(tmp_path / "new")
    new.sealed("import", str(sealed))
    result = json.loads(new.run("poll", "--json", at=POLLED))
    assert sum(box["new"] for box in result["mailboxes"]) == 0
    with Ledger.open(new.ledger) as ledger:
        assert ledger.canonical() == before
    checks = {check["check"]: check["level"] for check in json.loads(new.run("doctor", "--json"))["checks"]}
    assert checks["doctor-folder"] in ("ok", "warn")


def test_nothing_of_the_memory_of_the_contact_mailbox_names_anybody(office: Office) -> None:
    office.look(mail("geen nudger"))
    assert "voorbeeld" not in (office.state / memory.FILE).read_text()
