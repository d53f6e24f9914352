"""tests: an organisation with a contact mailbox on a real Dovecot and an SMTP server, and the mails that go there."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from itertools import count
from pathlib import Path

import pytest

from nudger.config.configuration import Config, Owner, load, owners
from nudger.config.models import Digest, Mailbox, Participation
from nudger.contact.desk import Desk, Taken
from nudger.mail.mime.tree import structure_of
from nudger.mail.source import RawMessage
from tests.servers.dovecot import PASSWORD as IMAP_PASSWORD
from tests.servers.dovecot import Dovecot
from tests.servers.smtp import PASSWORD as SMTP_PASSWORD
from tests.servers.smtp import Sink

ROOT = Path(__file__).resolve().parents[3]

CONTACT = "nudger@voorbeeld.example"
NOW = datetime(2026, 6, 26, 18, tzinfo=UTC)
DAY = date(2026, 6, 25)
_numbers = count(1)


def mail(text: str, **changes: str) -> bytes:
    """A mail to the contact address as it lies in the mailbox; an empty value leaves a field out."""
    fields = {
        "Authentication-Results": "mail.voorbeeld.example; dmarc=pass header.from=voorbeeld.example",
        "From": "eva@voorbeeld.example",
        "To": CONTACT,
        "Subject": "",
        "Date": "Thu, 25 Jun 2026 10:00:00 +0200",
        "Message-ID": f"<m{next(_numbers)}@voorbeeld.example>",
    }
    message = EmailMessage(policy=SMTP)
    for name, value in {**fields, **changes}.items():
        if value:
            message[name] = value
    message.set_content(text)
    return message.as_bytes()


def raw_message(raw: bytes) -> RawMessage:
    """The same as a source gives it."""
    header, parts, bodies = structure_of(raw)
    return RawMessage(1, header, len(raw), NOW, parts, bodies)


def owner(name: str, address: str = "", *, yes: date | None = None) -> Owner:
    """A leader with one mailbox."""
    box = Mailbox.model_validate(
        {
            "host": "imap.voorbeeld.example",
            "username": name,
            "password": {"env": "NOWHERE"},
            "addresses": [f"{address or name}@voorbeeld.example"],
        }
    )
    return Owner(
        name=name,
        language=None,
        goals=(),
        mailboxes={name: box},
        digest=Digest(),
        participation=Participation(who=name, when=yes, how="mail") if yes else None,
        own_machine=False,
    )


MAIN = """
version = 1
[organisation]
domains = ["voorbeeld.example"]
contact = "{contact}"
authserv_id = "mail.voorbeeld.example"
[[goals]]
id = "errors"
[mailbox_template]
host = "127.0.0.1"
port = {imap}
tls = "loopback-plain"
username = "{{user}}"
password = {{ file = "imap-password" }}
addresses = ["fatima.jansen@voorbeeld.example", "{{user}}@voorbeeld.example"]
look_back_days = 0
[contact]
host = "127.0.0.1"
port = {imap}
tls = "loopback-plain"
username = "{user}"
password = {{ file = "imap-password" }}
[ledger]
directory = "state"
[digest.smtp]
host = "localhost"
port = {smtp}
username = "{contact}"
password = {{ file = "smtp-password" }}
ca_file = "{ca_file}"
"""


class Office:
    """An organisation with two leaders, its contact mailbox, and the program."""

    def __init__(self, folder: Path, server: Dovecot, smtp: Sink) -> None:
        self.folder, self.server, self.smtp = folder, server, smtp
        self.config, self.state = folder / "nudger.toml", folder / "state"
        self.contact, self.leaders = server.add_user(), [server.add_user(), server.add_user()]
        (folder / "leaders").mkdir()
        for name, secret in (("imap-password", IMAP_PASSWORD), ("smtp-password", SMTP_PASSWORD)):
            (folder / name).write_text(secret)
            (folder / name).chmod(0o600)
        text = MAIN.format(
            contact=CONTACT, imap=server.port, user=self.contact.name, smtp=smtp.port, ca_file=smtp.ca_file
        )
        self.config.write_text(text, encoding="utf-8")
        # An address of two leaders is nobody's in particular; so each gets her own.
        for leader in self.leaders:
            self.write(leader.name)

    def write(self, name: str, text: str = "", *also: str) -> None:
        """A leader's file, with only her own address and these."""
        addresses = ", ".join(f'"{address}"' for address in (f"{name}@voorbeeld.example", *also))
        box = f'[mailboxes."{name}"]\naddresses = [{addresses}]\n'
        (self.folder / "leaders" / f"{name}.toml").write_text(box + text, encoding="utf-8")

    def settings(self) -> Config:
        """The configuration as it is now."""
        return load(self.config, "nl", policy=self.folder / "no-policy.toml")

    def participating(self) -> list[str]:
        """The owners who take part."""
        return [owner.name for owner in owners(self.settings()) if owner.participates]

    def look(self, *mails: bytes, day: int = 0) -> Taken:
        """Put these into the contact mailbox and read it, so many days later."""
        if mails:
            self.contact.append_all([(raw, NOW) for raw in mails])
        return Desk(self.settings(), self.state, NOW + timedelta(days=day)).run()

    def run(self, *words: str, code: int = 0, at: str = "2026-06-26T18:00") -> str:
        """The program in a process of its own; gives what it prints."""
        command = [sys.executable, str(ROOT / "cli.py"), *words, "--config", str(self.config), "--as-of", at]
        environ = {"HOME": str(self.folder), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr


@pytest.fixture
def office(tmp_path: Path, dovecot: Dovecot, smtp: Sink) -> Office:
    return Office(tmp_path, dovecot, smtp)
