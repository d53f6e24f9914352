"""The whole way of a leader without Python: digest, by SMTP; paste; answer by mail, on Dovecot; poll; report."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from nudger.app import App
from nudger.config.configuration import load, owners
from nudger.demo.mailbox import SENT, messages
from nudger.digesting import deliver, overview
from nudger.errors import CannotWrite, ConfigError, MailboxUnavailable
from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import LoopState
from nudger.ledger.records import Suggestion
from nudger.ledger.states import State
from nudger.mail.smtp import DeliveryUnknownError
from nudger.nudges.digest import lay
from nudger.texts import Texts
from nudger.texts.screen import Screen
from nudger.workplace import Workplace
from tests.servers.dovecot import Dovecot, User
from tests.servers.smtp import PASSWORD, Sink

NUMBERS = count(1)
ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.dovecot, pytest.mark.xdist_group("digest")]

FATIMA, ALSO = "fatima@voorbeeld.example", "f.jansen@voorbeeld.example"
POLLED, TUESDAY = "2026-06-26T18:00", "2026-06-30T09:00"
LATER = "2026-07-01T09:00"
LINK = "https://plein.voorbeeld.example/zorg/41"
CONFIG = """
version = 1
[organisation]
domains = ["voorbeeld.example"]
[[goals]]
id = "errors"
[mailboxes.leider]
host = "127.0.0.1"
port = {imap}
tls = "loopback-plain"
username = "{user}"
password = {{ env = "NUDGER_TEST_PASSWORD" }}
addresses = ["{address}", "{also}"]
look_back_days = 0
[ledger]
directory = "state"
[digest]
to = "{to}"
[digest.smtp]
host = "localhost"
port = {smtp}
username = "nudger@voorbeeld.example"
password = {{ env = "NUDGER_TEST_SMTP" }}
ca_file = "{ca_file}"
"""


class Leader:
    """Fatima, her mailbox, her ledger on the server, and the program in her organisation that sends."""

    def __init__(self, folder: Path, user: User, smtp: Sink, to: str = FATIMA) -> None:
        self.folder, self.user, self.smtp = folder, user, smtp
        self.config, self.ledger = folder / "nudger.toml", folder / "state" / "leider.db"
        folder.mkdir(exist_ok=True)
        values = {"user": user.name, "imap": user.server.port, "smtp": smtp.port, "ca_file": smtp.ca_file}
        self.config.write_text(CONFIG.format(address=FATIMA, also=ALSO, to=to, **values), encoding="utf-8")

    def app(self, at: str) -> App:
        """Her commands, at this moment."""
        config = load(self.config, "nl", policy=self.folder / "no-policy.toml")
        now = datetime.fromisoformat(at).replace(tzinfo=UTC)
        texts = Texts("nl")
        place = Workplace(config, owners(config)[0], texts, now, self.folder / "state")
        return App(place, Screen(texts, quiet=True))

    def poll(self, at: str = LATER) -> list[dict[str, int]]:
        """A nightly run; gives the outcomes by folder."""
        outcome = self.app(at).read()
        assert not [box.error for box in outcome.mailboxes if box.error]
        return [dict(folder.outcomes) for box in outcome.mailboxes for folder in box.folders]

    def send(self, at: str = TUESDAY) -> str:
        """What became of the digest."""
        return deliver(self.app(at)).fate

    def shown(self, at: str) -> list[str]:
        """The lines of the digest at this moment."""
        app = self.app(at)
        with app.place.ledger() as ledger, app.place.sources() as sources:
            return lay(overview(app, ledger, sources), app.place.now, app.place.texts).lines

    def digest(self) -> EmailMessage:
        assert self.send() == "sent"
        return self.smtp.messages[-1]

    def suggestions(self) -> list[Suggestion]:
        with Ledger.open(self.ledger) as ledger:
            return ledger.suggestions.all()

    def offered(self) -> list[Suggestion]:
        return [one for one in self.suggestions() if one.state is State.OFFERED]

    def loop(self) -> str:
        """The id of what waits longest for her answer."""
        with Ledger.open(self.ledger) as ledger:
            return ledger.loops.all()[0].key

    def answer(self, digest: EmailMessage, text: str, folder: str = "Sent", **headers: str) -> str:
        """What her mail program does when she presses reply, writes, and sends; gives the new Message-ID."""
        quoted = "\n".join(f"> {line}" for line in plain(digest).splitlines())
        reply = EmailMessage(policy=policy.SMTP)
        values = {
            "From": f"Fatima Jansen <{FATIMA}>",
            "To": str(digest["Reply-To"]),
            "Subject": f"Antw: {digest['Subject']}",
            "In-Reply-To": str(digest["Message-ID"]),
            "References": str(digest["Message-ID"]),
            "Message-ID": f"<{next(NUMBERS)}.antwoord@voorbeeld.example>",
            "Date": "Tue, 30 Jun 2026 12:00:00 +0200",
            **headers,
        }
        for name, value in values.items():
            if value:
                reply[name] = value
        attribution = "Op di 30 jun 2026 om 11:00 schreef nudger <nudger@voorbeeld.example>:"
        reply.set_content(f"{text}\n\n{attribution}\n{quoted}\n")
        self.user.append(reply.as_bytes(), datetime.fromisoformat("2026-06-30T10:00:00+00:00"), folder)
        return str(reply["Message-ID"])

    def state(self) -> dict[str, list[tuple[Any, ...]]]:
        """What the leader decides about; not what was merely read."""
        with Ledger.open(self.ledger) as ledger:
            canonical = ledger.canonical()
        names = ("suggestions", "loops", "verdicts", "mutes", "mail_answers", "digests")
        settings = [row for row in canonical["settings"] if not row[0].startswith("answers-read:")]
        return {"settings": settings, **{name: canonical[name] for name in names}}


@pytest.fixture(scope="module")
def polled(tmp_path_factory: pytest.TempPathFactory, dovecot: Dovecot) -> tuple[User, Path]:
    """A mailbox that was read, after the network was announced, and the folder of its ledger."""
    user = dovecot.add_user()
    for name in ("INBOX", "Sent"):
        user.append_all([(m.raw, m.arrival) for m in messages(weeks=8) if (m.folder == SENT) == (name == "Sent")], name)
    leader = Leader(tmp_path_factory.mktemp("polled"), user, Sink(port=25))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NUDGER_TEST_PASSWORD", user.account().password())
        with Ledger.open(leader.ledger) as ledger, ledger.atomic():
            ledger.settings.put("announced", "2026-01-06")
        leader.poll(POLLED)
    return user, leader.folder


@pytest.fixture
def leader(tmp_path: Path, polled: tuple[User, Path], smtp: Sink, monkeypatch: pytest.MonkeyPatch) -> Leader:
    """Fatima on Friday evening. Her mailbox holds answers to digests of other tests: other ledgers, other tokens."""
    user, folder = polled
    monkeypatch.setenv("NUDGER_TEST_PASSWORD", user.account().password())
    monkeypatch.setenv("NUDGER_TEST_SMTP", PASSWORD)
    shutil.copytree(folder, tmp_path / "home")
    return Leader(tmp_path / "home", user, smtp)


def test_digest_paste_answer_report(leader: Leader) -> None:
    before = leader.user.snapshot()
    digest = leader.digest()
    assert leader.user.snapshot() == before
    assert (leader.smtp.recipients, leader.smtp.encrypted) == ([FATIMA], [True])
    first, second, *_ = leader.offered()
    text = plain(digest)
    assert f"[{first.id[:4]}]" in text
    assert len(text.splitlines()) <= 25
    lines = [f"{first.id[:4]} geplaatst {LINK}", f"{second.id[:4]} nee privé", "l" + leader.loop()[1:4] + " klaar"]
    leader.answer(digest, "Hoi,\n\n" + "\n".join([*lines, "pauze 4w"]) + "\n\nGroet,\nFatima")
    leader.poll()
    found = {one.id: one for one in leader.suggestions()}
    assert (found[first.id].state, found[first.id].url) == (State.HANDED_OFF, LINK)
    assert (found[second.id].state, found[second.id].reason) == (State.DECLINED, "private")
    state = leader.state()
    assert [row[6:8] for row in state["loops"] if row[0] == leader.loop()] == [("closed", LATER + ":00Z")]
    assert state["mutes"]
    assert leader.send("2026-07-07T09:00") == "paused"
    app = leader.app(LATER)
    with app.place.ledger() as ledger:
        assert sum(week.moved for week in app._report(ledger, weeks=26).weeks) == 1


def test_a_mail_is_carried_out_once_even_when_the_folder_is_read_again(leader: Leader) -> None:
    digest = leader.digest()
    leader.answer(digest, f"{leader.offered()[0].id[:4]} later\npauze 4w")
    leader.poll()
    before = leader.state()
    with Ledger.open(leader.ledger) as ledger, ledger.atomic():
        ledger.settings.remove("answers-read:leider")
    leader.poll("2026-07-02T09:00")
    after = leader.state()
    assert {name: after[name] for name in STAYS} == {name: before[name] for name in STAYS}


def test_an_answer_is_never_talk(leader: Leader) -> None:
    digest = leader.digest()
    leader.user.append(leader.smtp.mails[-1], folder="INBOX")
    ids = [str(digest["Message-ID"])]
    words = "Zullen we dit niet veel breder bespreken? Wat vinden jullie ervan? Wie denkt mee?"
    ids += [leader.answer(digest, words, folder) for folder in ("Sent", "INBOX")]
    leader.poll()
    with Ledger.open(leader.ledger) as ledger:
        keys = {ledger.key.of("message", id_) for id_ in ids}
        rows = [row for row in ledger.canonical()["messages"] if row[0] in keys]
    assert len(rows) == len(ids)
    assert all("common.own-mail" in str(row) for row in rows)


def test_what_was_done_stands_in_the_next_digest_and_only_there(leader: Leader) -> None:
    digest = leader.digest()
    first = leader.offered()[0].id[:4]
    leader.answer(digest, f"{first} later\ns000 nee\npauze 90w")
    leader.poll()
    told = f"Verwerkt na jouw antwoord: {first} komt later terug; s000 niet gevonden; een regel niet begrepen."
    assert told in leader.shown(LATER)
    assert leader.send("2026-07-07T09:00") == "sent"
    assert told in plain(leader.smtp.messages[-1])
    assert told not in leader.shown("2026-07-07T09:00")


FORGED: dict[str, dict[str, str]] = {
    "from a colleague": {"From": "Tom Bakker <tom.bakker@voorbeeld.example>"},
    "from outside": {"From": "Fatima Jansen <fatima@elders.example>"},
    "two senders": {"From": f"{FATIMA}, tom.bakker@voorbeeld.example"},
    "sent by somebody else": {"Sender": "tom.bakker@voorbeeld.example"},
    "no token": {"Subject": "Antw: nudger week 27"},
    "another token": {"Subject": "Antw: nudger week 27 [0123456789]"},
    "not an answer": {"In-Reply-To": "", "References": ""},
    "an answer to something else": {"In-Reply-To": "<a@x>", "References": "<a@x>"},
    "nudger's own": {"X-Nudger": "digest"},
    "said to be false": {"Authentication-Results": "mx.voorbeeld.example; dmarc=fail"},
}


def test_forged_foreign_and_garbled_answers_change_nothing(leader: Leader) -> None:
    digest = leader.digest()
    text = "\n".join(f"{one.id[:4]} nee" for one in leader.offered()) + "\nstop"
    before = leader.state()
    for headers in FORGED.values():
        leader.answer(digest, text, **headers)
    leader.answer(digest, text, "INBOX")
    leader.answer(digest, "Ik heb het niet gelezen.\nZet jij het erop?\n")
    leader.answer(digest, "> " + text.replace("\n", "\n> "))
    leader.poll()
    after = leader.state()
    assert {name: after[name] for name in STAYS} == {name: before[name] for name in STAYS}
    assert not {one.state for one in leader.suggestions()} & {State.DECLINED, State.HANDED_OFF, State.SNOOZED}
    leader.answer(digest, text)
    leader.poll()
    assert State.DECLINED in {one.state for one in leader.suggestions()}


STAYS = ("settings", "verdicts", "mutes", "mail_answers", "digests")
"""What only a decision changes; offers may also come and go by themselves."""


def test_one_digest_a_moment_and_none_in_quiet_hours(leader: Leader) -> None:
    assert leader.send("2026-06-28T12:00") == "quiet"
    assert leader.send("2026-06-30T22:00") == "quiet"
    assert leader.send(TUESDAY) == "sent"
    assert leader.send(TUESDAY) == "sent-before"
    assert leader.send("2026-07-06T09:00") == "sent-before"
    assert len(leader.smtp.mails) == 1
    assert {one.shown for one in leader.offered()} == {1}


def test_a_suggestion_is_shown_twice_at_most(leader: Leader) -> None:
    for number in range(3):
        leader.send(f"2026-07-{7 * number + 1:02}T09:00")
    ids = [one.id[:4] for one in leader.suggestions() if one.shown]
    assert ids
    for id_ in ids:
        assert sum(f"[{id_}]" in plain(mail) for mail in leader.smtp.messages) <= 2


def test_nothing_to_say_no_mail_and_that_is_remembered(leader: Leader) -> None:
    leader.digest()
    with Ledger.open(leader.ledger) as ledger, ledger.atomic():
        for one in ledger.suggestions.in_states((State.OFFERED,)):
            ledger.suggestions.move(one, State.EXPIRED)
        for loop in ledger.loops.all():
            ledger.loops.move(loop, LoopState.CLOSED, how="elsewhere")
    assert leader.send("2026-07-07T09:00") == "empty"
    assert leader.send("2026-07-07T10:00") == "sent-before"
    assert len(leader.smtp.mails) == 1


def test_what_surely_did_not_go_out_goes_out_later_and_what_may_have_does_not(leader: Leader) -> None:
    leader.smtp.fails["DATA"] = "452 full"
    with pytest.raises(MailboxUnavailable):
        leader.send()
    leader.smtp.fails.clear()
    leader.smtp.cuts = True
    with pytest.raises(DeliveryUnknownError):
        leader.send()
    leader.smtp.cuts = False
    assert leader.send() == "sent-before"


def test_it_goes_to_the_owner_and_to_nobody_else(leader: Leader) -> None:
    other = Leader(leader.folder, leader.user, leader.smtp, to="tom.bakker@voorbeeld.example")
    with pytest.raises(ConfigError) as caught:
        other.send()
    assert caught.value.key == "digest-not-yours"
    assert leader.smtp.mails == []


def test_by_a_program_on_this_computer(tmp_path: Path, leader: Leader) -> None:
    program = tmp_path / "sendmail"
    program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/words\ncat > {tmp_path}/mail\n', encoding="utf-8")
    program.chmod(0o700)
    text = leader.config.read_text(encoding="utf-8").partition("[digest.smtp]")[0]
    leader.config.write_text(f'{text}sendmail = "{program}"\n', encoding="utf-8")
    assert leader.send() == "sent"
    assert (tmp_path / "words").read_text().split() == ["-i", "--", FATIMA]
    mail = message_from_bytes((tmp_path / "mail").read_bytes(), policy=policy.default)
    assert (mail["To"], mail["From"].addresses[0].addr_spec) == (FATIMA, FATIMA)
    leader.config.write_text(f'{text}sendmail = "{tmp_path / "none"}"\n', encoding="utf-8")
    with pytest.raises(CannotWrite):
        leader.send("2026-07-07T09:00")


def test_the_command_line_sends_and_tells_counts_alone(leader: Leader) -> None:
    assert command(leader, "--send", "--all", "--lang", "en") == (0, "1 weekly message sent, none failed.\n")
    code, out = command(leader, "--send", "--json")
    assert (code, json.loads(out)["status"]) == (0, "sent-before")
    assert command(leader, "--all")[0] == 2


def command(leader: Leader, *words: str) -> tuple[int, str]:
    line = [sys.executable, str(ROOT / "cli.py"), "digest", *words, "--as-of", TUESDAY, "--config", str(leader.config)]
    done = subprocess.run(line, cwd=leader.folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_no_word_of_an_answer_stays_in_the_ledger(leader: Leader) -> None:
    digest = leader.digest()
    leader.answer(digest, "s7f2 nee dit is kanariegeel\nl3a kanariegeel")
    leader.poll()
    assert leader.state()["mail_answers"]
    for path in leader.ledger.parent.iterdir():
        assert b"kanariegeel" not in path.read_bytes()


def plain(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())
