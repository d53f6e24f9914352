"""nudger/mail/imap against a real Dovecot: what it costs, what it leaves behind (nothing), whom it trusts."""

from __future__ import annotations

import gzip
import logging
import traceback
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from imapclient import IMAPClient

from nudger.errors import ConfigError, LoginRefused, NudgerError, Refused
from nudger.mail.imap.account import Tls, tls_context
from nudger.mail.imap.errors import UidValidityChanged
from nudger.mail.imap.mailbox import ImapSource, quieten
from nudger.mail.imap.session import Patience
from nudger.mail.perspective import Perspective
from nudger.mail.reading import read
from nudger.mail.source import RawMessage
from nudger.mail.stored.files import iterate, open_path
from nudger.mail.stored.mbox import message_of, message_starts
from rules.message import Message
from tests.servers.dovecot import ACCENTED, ACCENTED_PASSWORD, PASSWORD, Dovecot, User

pytestmark = pytest.mark.dovecot

WHEN = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
ATTACHMENT = "QUJD" * 75_000
SHAPES = (
    "Content-Type: text/plain\n\nEen gewone brief {n}.\n",
    "Content-Type: multipart/alternative; boundary=q\n\n--q\nContent-Type: text/plain\n\nTwee vormen {n}.\n--q\n"
    "Content-Type: text/html\n\n<p>Twee vormen {n}.</p>\n--q--\n",
    "Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/alternative; boundary=q\n\n--q\n"
    "Content-Type: text/plain\n\nMet bijlage {n}.\n--q--\n--m\nContent-Type: application/pdf\n"
    "Content-Transfer-Encoding: base64\n\n{attachment}\n--m--\n",
)
"""Texts in three sections: 1, 1 and 1.1."""


def letters(count: int, attachment: str = "QUJD") -> Iterator[tuple[bytes, datetime]]:
    for n in range(count):
        top = (
            f"From: jan@voorbeeld.example\nSubject: brief {n}\nMessage-ID: <{n}@voorbeeld.example>\nMIME-Version: 1.0\n"
        )
        yield (top + SHAPES[n % 3].format(n=n, attachment=attachment)).encode(), WHEN + timedelta(hours=n)


@pytest.fixture
def user(dovecot: Dovecot) -> User:
    user = dovecot.add_user()
    user.append_all(letters(6))
    return user


def whole_pass(source: ImapSource, folder: str = "INBOX", after: int = 0) -> int:
    """Everything a poll asks for; the number of messages."""
    source.state(folder)
    uids = source.uids(folder, after)
    return len(list(source.complete(folder, source.headers(folder, uids)))) if uids else 0


# What it costs


@pytest.mark.parametrize(("tls", "commands"), [("implicit", 4), ("loopback-plain", 4), ("starttls", 6)])
def test_nothing_new_costs_one_question(user: User, tls: Tls, commands: int) -> None:
    source = ImapSource(user.account(tls))
    source.state("INBOX")
    source.close()
    assert source.traffic.commands == commands  # CAPABILITY, LOGIN, STATUS, LOGOUT; STARTTLS and CAPABILITY again
    assert source.traffic.bytes_in < 1_500


def test_a_pass_costs_one_command_a_section_and_batch(dovecot: Dovecot) -> None:
    user = dovecot.add_user()
    user.append_all(letters(250))
    with closing(ImapSource(user.account())) as source:
        assert whole_pass(source) == 250
    fixed = 6  # CAPABILITY, LOGIN, STATUS, EXAMINE, SEARCH, LOGOUT
    assert source.traffic.commands == fixed + 2 * (1 + 1 + 2)  # headers, structures, sections 1 and 1.1


def test_attachments_stay_where_they_are(dovecot: Dovecot) -> None:
    user = dovecot.add_user()
    user.append_all(letters(30, ATTACHMENT))
    with closing(ImapSource(user.account())) as source:
        sizes = sum(raw.size for raw in source.headers("INBOX", source.uids("INBOX")))
        whole_pass(source)
    [sent] = [session.sent for session in user.sessions(2)[1:]]
    assert sizes > 3_000_000
    assert sent < 0.05 * sizes


def test_octets_are_counted_as_the_server_counts_them(user: User) -> None:
    with closing(ImapSource(user.account())) as source:
        whole_pass(source)
    [sent] = [session.sent for session in user.sessions(2)[1:]]
    before_sign_in = 500
    assert sent - 100 < source.traffic.bytes_in < sent + before_sign_in


def test_commands_are_counted_as_the_server_counts_them(user: User) -> None:
    user.record()
    with closing(ImapSource(user.account())) as source:
        whole_pass(source)
    user.sessions(2)
    assert len(user.commands()) == source.traffic.commands - 2  # CAPABILITY and LOGIN come before the record


@pytest.mark.shared
def test_real_mail_reads_as_it_does_from_its_file(dovecot: Dovecot, shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "begin.mbox"
    with gzip.open(shared / "data" / "public" / "mailbox.mbox.gz") as mailbox:
        octets = mailbox.read(500_000)
    starts = list(message_starts(BytesIO(octets)))
    path.write_bytes(octets[: starts[-1]])
    user = dovecot.add_user()
    user.append_all((message_of(octets[start:end]), None) for start, end in pairwise(starts))
    with closing(ImapSource(user.account(), with_html=True)) as source, closing(open_path(path)) as file:
        pairs = [
            (message_from(raw), message_from(other))
            for raw, other in zip(iterate(source, "INBOX"), iterate(file, path.name), strict=True)
        ]
    assert len(pairs) > 100
    assert [one for one, other in pairs if one != other] == []


def message_from(raw: RawMessage) -> Message:
    """Its reading, apart from the arrival, which the append has changed."""
    return read(replace(raw, internal_date=None), Perspective(domains=frozenset({"enron.com"})), now=WHEN)


# What it leaves behind


def test_only_questions_are_asked(user: User) -> None:
    before = user.snapshot()
    user.record()
    with closing(ImapSource(user.account(), with_html=True)) as source:
        whole_pass(source)
        source.sent_folder()
    user.sessions(2)
    words = {command.split(" ")[0] for command in user.commands()}
    assert words == {"STATUS", "EXAMINE", "UID", "LIST", "NAMESPACE", "LOGOUT"}
    fetches = [command for command in user.commands() if command.startswith("UID FETCH")]
    assert not [command for command in fetches if "BODY[" in command or "RFC822)" in command]
    assert user.snapshot() == before


def test_neither_mail_nor_password_reaches_a_log(user: User, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with closing(ImapSource(user.account())) as source:
        whole_pass(source)
    assert "Een gewone brief" not in caplog.text
    assert "brief 1" not in caplog.text
    assert PASSWORD not in caplog.text


def test_imaplib_is_quiet(user: User) -> None:
    with IMAPClient("127.0.0.1", user.server.port, ssl=False) as client:
        assert client._imap.debug == 5  # what imapclient sets; were it changed, quieten could go
        quieten(client)
        assert client._imap.debug == 0


# What changes while it reads


def test_renumbered_between_status_and_examine(user: User) -> None:
    with closing(ImapSource(user.account())) as source:
        before = source.state("INBOX").uidvalidity
        user.set_uidvalidity(before + 7)
        with pytest.raises(UidValidityChanged) as changed:
            source.uids("INBOX")
        assert (changed.value.values["before"], changed.value.values["now"]) == (before, before + 7)
        assert source.state("INBOX").uidvalidity == before + 7
        assert len(source.uids("INBOX")) == 6


def test_renumbered_while_the_line_was_cut(user: User) -> None:
    with closing(ImapSource(user.account(), patience=Patience(first_pause=0))) as source:
        source.state("INBOX")
        uids = source.uids("INBOX")
        user.kick()
        user.set_uidvalidity(4242)
        with pytest.raises(UidValidityChanged):
            list(source.headers("INBOX", uids))


def test_a_cut_line_is_mended(user: User) -> None:
    with closing(ImapSource(user.account(), patience=Patience(first_pause=0))) as source:
        source.state("INBOX")
        uids = source.uids("INBOX")
        headers = list(source.headers("INBOX", uids))
        user.kick()
        assert [raw.uid for raw in source.complete("INBOX", headers)] == uids


def test_expunged_meanwhile(user: User) -> None:
    with closing(ImapSource(user.account())) as source:
        headers = list(source.headers("INBOX", source.uids("INBOX")))
        user.expunge(2, 5)
        assert [raw.uid for raw in source.complete("INBOX", headers)] == [1, 3, 4, 6]
        assert [raw.uid for raw in source.headers("INBOX", [1, 2])] == [1]


def test_new_mail_is_seen_on_the_same_connection(user: User) -> None:
    with closing(ImapSource(user.account())) as source:
        source.uids("INBOX")
        user.append(b"Subject: laat\n\nNog een.\n")
        assert source.state("INBOX").uidnext == 8
        assert source.uids("INBOX", after=6) == [7]


# Folders and parts


@pytest.mark.parametrize("name", ["Ideeën", "R&D", 'Zeg "ja"', "a\\b", "Verzonden items", "Teams/Zorg"])
def test_folders_of_any_name(user: User, name: str) -> None:
    user.create(name)
    user.append(b"Subject: x\n\nInhoud.\n", folder=encoded(name))
    with closing(ImapSource(user.account())) as source:
        assert name in source.folders()
        assert source.state(name).messages == 1
        assert whole_pass(source, name) == 1


def encoded(name: str) -> str:
    """The name as imaplib sends it, between double quotes."""
    return name.replace("&", "&-").replace("ë", "&AOs-").replace("\\", "\\\\").replace('"', '\\"')


def test_several_folders_in_turns(user: User) -> None:
    user.create("Projecten")
    user.append_all(letters(2), folder="Projecten")
    with closing(ImapSource(user.account())) as source:
        assert [whole_pass(source, folder) for folder in ("INBOX", "Projecten", "INBOX")] == [6, 2, 6]


def test_the_sent_folder_is_marked_or_configured(user: User) -> None:
    with closing(ImapSource(user.account())) as source:
        assert source.sent_folder() == "Sent"
    with closing(ImapSource(user.account(sent="Archief/Uit"))) as source:
        assert source.sent_folder() == "Archief/Uit"


def test_the_html_twin_on_request(user: User) -> None:
    with closing(ImapSource(user.account())) as plain, closing(ImapSource(user.account(), with_html=True)) as both:
        [without], [with_it] = (
            list(source.complete("INBOX", source.headers("INBOX", [2]))) for source in (plain, both)
        )
    assert list(without.bodies) == ["1"]
    assert list(with_it.bodies) == ["1", "2"]
    assert with_it.bodies["2"].startswith(b"<p>Twee vormen")


# Whom it trusts, and who trusts it


def trouble(source: ImapSource) -> NudgerError:
    with pytest.raises(NudgerError) as caught:
        source.state("INBOX")
    source.close()
    return caught.value


def test_a_wrong_password_is_tried_once_and_never_shown(user: User) -> None:
    wrong = "nietdejuiste-7c1"
    source = ImapSource(user.account(password=lambda: wrong))
    error = trouble(source)
    assert isinstance(error, LoginRefused)
    assert wrong not in "".join(traceback.format_exception(error)) + str(error.values)
    assert source.traffic.commands == 2  # CAPABILITY, LOGIN


def test_a_password_with_accents(dovecot: Dovecot) -> None:
    user = dovecot.add_user(ACCENTED)
    with closing(ImapSource(user.account(password=lambda: ACCENTED_PASSWORD))) as source:
        assert source.state("INBOX").messages == 0
    assert isinstance(trouble(ImapSource(user.account(password=lambda: "fóut"))), LoginRefused)


@pytest.mark.parametrize("password", ["geheim\r\nX DELETE INBOX", "ge\0heim"])
def test_a_password_cannot_become_a_command(user: User, password: str) -> None:
    assert trouble(ImapSource(user.account(password=lambda: password))).key == "imap-login-characters"
    assert not user.sessions()[1:]


@pytest.mark.parametrize("tls", ["implicit", "starttls"])
@pytest.mark.parametrize("changes", [{"ca_file": None}, {"host": "127.0.0.1"}], ids=["self-signed", "wrong-host"])
def test_a_stranger_gets_no_password(user: User, tls: Tls, changes: dict[str, object]) -> None:
    asked: list[str] = []
    account = user.account(tls, password=lambda: asked.append("asked") or PASSWORD, **changes)
    error = trouble(ImapSource(account))
    assert isinstance(error, Refused)
    assert error.key == "imap-tls-certificate"
    assert not asked


def test_an_old_protocol_is_refused(user: User) -> None:
    context = tls_context(user.account())
    assert context is not None
    assert context.minimum_version.name == "TLSv1_2"


def test_a_missing_certificate_file(user: User) -> None:
    error = trouble(ImapSource(user.account(ca_file=user.server.root / "nergens.pem")))
    assert isinstance(error, ConfigError)
    assert error.key == "imap-ca-file"
