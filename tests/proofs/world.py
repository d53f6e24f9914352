"""Proofs: Fatima's mailbox of half a year on a Dovecot, a network that takes posts, a mail server, and every command.

Her mails are those of the demo, and some more in which each part carries a word of its own: the canaries.
"""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.policy import SMTP
from functools import cache
from pathlib import Path
from typing import Any

from nudger.demo.letters import people
from nudger.demo.mailbox import SENT, DemoMail, messages
from tests.nudger.nudges.terminal import Pseudo
from tests.proofs.child import ROOT, Job, start
from tests.servers.dovecot import PASSWORD as MAIL_PASSWORD
from tests.servers.dovecot import User
from tests.servers.smtp import PASSWORD as SMTP_PASSWORD
from tests.servers.smtp import Sink
from tests.servers.unreliable import ROOM, Unreliable

OWNER, ALSO = "fatima@voorbeeld.example", "f.jansen@voorbeeld.example"
END = datetime(2026, 6, 26, 16, 0, tzinfo=UTC)
POLLED = "2026-06-26T18:00"
TUESDAY = "2026-06-30T09:00"
TOKEN = "geheim-51c9"
CANARIES = {
    "subject": "kanarieonderwerp",
    "own": "kanarieeigenwoord",
    "colleague": "kanariecollega",
    "quoted": "kanariecitaat",
    "html": "kanarieopmaak",
    "attachment": "kanariebijlage",
    "file-name": "kanariebestand",
    "name": "Kanarienaam",
    "address": "kanarieadres",
    "message-id": "kanarienummer",
    "header": "kanariekop",
}
"""A word for each part of a mail, which stands nowhere else on earth."""
ANNA, TOM = (f"{CANARIES['address']}.{who}@voorbeeld.example" for who in ("anna", "tom"))

CONFIG = """
version = 1
language = "nl"
[organisation]
domains = ["voorbeeld.example"]
authserv_id = "mail.voorbeeld.example"
[[goals]]
id = "errors"
community = "{room}"
[mailboxes.leider]
host = "127.0.0.1"
port = {imap}
tls = "loopback-plain"
username = "{user}"
password = {{ env = "PROOF_MAIL" }}
addresses = ["{owner}", "{also}"]
look_back_days = 0
[networks.plein]
type = "matrix"
url = "{network}"
token = {{ env = "PROOF_NETWORK" }}
notifications = ["noreply@plein.voorbeeld.example"]
[digest]
to = "{owner}"
[digest.smtp]
host = "localhost"
port = {smtp}
username = "nudger@voorbeeld.example"
password = {{ env = "PROOF_SMTP" }}
ca_file = "{ca_file}"
"""


class Steady(random.Random):
    """Luck that never fails, for a network that does what it is asked."""

    def random(self) -> float:
        """The middle."""
        return 0.5


@dataclass
class Ran:
    """What one command gave, and what it did: notes are pairs of an audit event and its value."""

    code: int | None
    out: str
    err: str
    notes: list[tuple[str, object]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that it said."""
        return self.out + self.err


class Home:
    """A computer of its own: home, cache, temporary files and configuration below one folder, open to all by umask."""

    def __init__(self, folder: Path, user: User, smtp: Sink, network: Unreliable) -> None:
        self.folder, self.user, self.smtp, self.network = folder, user, smtp, network
        network.dice = Steady()
        for name in ("config", "out"):
            (folder / name).mkdir(parents=True)
        self.config = folder / "config" / "nudger.toml"
        values = {"imap": user.server.port, "user": user.name, "network": network.url, "smtp": smtp.port}
        self.config.write_text(CONFIG.format(owner=OWNER, also=ALSO, room=ROOM, ca_file=smtp.ca_file, **values))
        self.environ = {
            "HOME": str(folder / "home"),
            "XDG_STATE_HOME": str(folder / "home/state"),
            "XDG_CACHE_HOME": str(folder / "home/cache"),
            "TMPDIR": str(folder / "temp"),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TERM": "xterm",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PROOF_MAIL": MAIL_PASSWORD,
            "PROOF_SMTP": SMTP_PASSWORD,
            "PROOF_NETWORK": TOKEN,
        }
        for name in ("home", "temp"):
            (folder / name).mkdir()

    @property
    def ledger(self) -> Path:
        """The owner's file."""
        return self.folder / "home/state/nudger/leider.db"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What signs in."""
        return MAIL_PASSWORD, SMTP_PASSWORD, TOKEN

    def job(self, *words: str, **more: Any) -> Job:
        """The program with this configuration and a log, as talkative as can be."""
        log = str(self.folder / "home" / "run.log")
        for name in ("notes", "stdout", "stderr"):
            (self.folder / name).unlink(missing_ok=True)
        return Job(
            words=(*words, "--config", str(self.config), "--log", log, "-vv"),
            environ=self.environ,
            folder=self.folder / "out",
            notes=self.folder / "notes",
            out=self.folder / "stdout",
            err=self.folder / "stderr",
            **more,
        )

    def run(self, *words: str, broken: str = "", code: int | None = 0) -> Ran:
        """Run one command to its end, without a terminal."""
        job = self.job(*words, broken=broken)
        process = start(job)
        process.join(timeout=120)
        assert job.out
        assert job.err
        done = Ran(process.exitcode, job.out.read_text(), job.err.read_text(), self.notes())
        assert code is None or done.code == code, (words, done)
        return done

    def terminal(self, *words: str) -> Seat:
        """Run one command in a terminal."""
        return Seat(self, *words)

    def notes(self) -> list[tuple[str, object]]:
        """What the last command did."""
        return list(_notes(self.folder / "notes"))

    def files(self) -> Iterator[Path]:
        """Every file that nudger could have written."""
        for part in ("home", "temp", "out"):
            yield from (path for path in (self.folder / part).rglob("*") if path.is_file())


class Seat(Pseudo):
    """A terminal in which the real program runs."""

    def __init__(self, home: Home, *words: str) -> None:
        import pty

        outer, self._inner = pty.openpty()
        self._sit_at(outer)
        self._process = start(home.job(*words, terminal=os.ttyname(self._inner)))

    def end(self) -> int:
        """Read to the end; the exit code."""
        while self._process.is_alive():
            self._read()
        self._process.join(timeout=60)
        os.close(self._inner)
        while self._read():
            pass
        return self._process.exitcode or 0


def _notes(path: Path) -> Iterator[tuple[str, object]]:
    if path.exists():
        yield from (tuple(json.loads(line)) for line in path.read_text().splitlines())


# --- the mails


def demo_mails() -> Sequence[DemoMail]:
    """The mails of the demo."""
    return messages()


def fill(user: User) -> None:
    """Lay the demo's mails and the canaries into the mailbox."""
    for folder in ("INBOX", "Sent"):
        mails = [(m.raw, m.arrival) for m in demo_mails() if (m.folder == SENT) == (folder == "Sent")]
        user.append_all(mails, folder)
    inbox, sent = [], []
    for number, (mail, own) in enumerate(canary_mails()):
        when = END - timedelta(days=6, hours=-number)
        (sent if own else inbox).append((mail.as_bytes(policy=SMTP), when))
    user.append_all(inbox)
    user.append_all(sent, "Sent")


def canary_mails() -> Iterator[tuple[EmailMessage, bool]]:
    """A talk that Fatima begins and two answers, every part of them marked; whether each is her own."""
    fatima = f"Fatima Jansen <{OWNER}>"
    anna = f"Anna {CANARIES['name']} <{ANNA}>"
    tom = f"Tom {CANARIES['name']} <{TOM}>"
    own = f"Zullen we de overdracht anders doen, met een {CANARIES['own']}? Ik stel voor dat we het samen proberen."
    first = _mail(1, fatima, f"{anna}, {tom}", f"{own}\n\nWat vinden jullie ervan?\n")
    second = _mail(
        2,
        anna,
        f"{fatima}, {tom}",
        f"Goed idee, maar dan ook met een {CANARIES['colleague']}. Wat denken jullie?\n\n> {CANARIES['quoted']}\n",
    )
    third = _mail(3, tom, f"{fatima}, {anna}", f"Ik zie liever {CANARIES['colleague']}tje twee. Waarom niet zo?\n")
    third.add_alternative(f"<p>Ik zie liever <b>{CANARIES['html']}</b> twee. Waarom niet zo?</p>", subtype="html")
    third.add_attachment(CANARIES["attachment"].encode(), "text", "csv", filename=f"{CANARIES['file-name']}.csv")
    yield from ((first, True), (second, False), (third, False))


def _mail(number: int, sender: str, to: str, text: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"] = sender, to
    mail["Subject"] = f"{'Re: ' if number > 1 else ''}Idee over de overdracht {CANARIES['subject']}"
    mail["Date"] = END - timedelta(days=6, hours=-number)
    mail["Message-ID"] = f"<{CANARIES['message-id']}.{number}@voorbeeld.example>"
    if number > 1:
        mail["In-Reply-To"] = mail["References"] = f"<{CANARIES['message-id']}.1@voorbeeld.example>"
    mail["Thread-Topic"] = CANARIES["header"]
    mail["Authentication-Results"] = "mail.voorbeeld.example; dmarc=pass header.from=voorbeeld.example"
    mail.set_content(text)
    return mail


def colleagues() -> dict[str, str]:
    """Names by address of everyone in the mails but Fatima; whole names only, for a first name is a word too."""
    found = {
        one.email.lower(): one.name for one in people().values() if one.email not in (OWNER, ALSO) and " " in one.name
    }
    canary = {ANNA: f"Anna {CANARIES['name']}", TOM: f"Tom {CANARIES['name']}"}
    return {**found, **canary}


def all_mails() -> list[Message]:
    """Every mail of the mailbox, parsed."""
    return [
        message_from_bytes(raw) for raw in (*(m.raw for m in demo_mails()), *(m.as_bytes() for m, _ in canary_mails()))
    ]


@cache
def rare_words() -> frozenset[str]:
    """Long words of the mails that the program itself never says: each is a canary too."""
    known = " ".join(path.read_text(encoding="utf-8") for path in _own_texts()).lower()
    said = {word for mail in all_mails() for word in re.findall(r"[a-z]{9,}", _text(mail).lower())}
    return frozenset(word for word in said if word not in known)


def _own_texts() -> Iterator[Path]:
    for name in ("nudger", "classifiers", "rules"):
        for path in (ROOT / name).rglob("*"):
            if path.suffix in {".ftl", ".toml", ".py", ".json", ".html", ".md"} and "demo" not in path.parts:
                yield path


def _text(mail: Message) -> str:
    parts = [part.get_payload(decode=True) for part in mail.walk() if part.get_content_type() == "text/plain"]
    return str(make_header(decode_header(str(mail["Subject"])))) + b" ".join(filter(None, parts)).decode(
        "utf-8", "ignore"
    )
