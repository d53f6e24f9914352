"""The same Message from a file and over IMAP: against a stand-in, and against a real Dovecot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from nudger.errors import Unreadable
from nudger.mail.imap.mailbox import ImapSource
from nudger.mail.reading import read
from nudger.mail.source import TEXT_LIMIT, RawMessage
from rules.message import Message
from tests.nudger.mail.hostile import odd_mail, replies
from tests.nudger.mail.mails import ACME, NOW, as_imap, mail, message
from tests.nudger.mail.test_mime import NESTED, leaf, multipart, whole

pytest_plugins = ["tests.servers.dovecot"]

ARRIVED = datetime(2026, 11, 24, 9, tzinfo=UTC)

LONG = "Wat vinden jullie van dit idee, collega's? " * 40 + "\r\n"
TWINS = whole(
    multipart(
        "alternative",
        leaf(
            "text/plain; charset=utf-8", "Goed idee, [link]\r\n\r\nJan\r\n\r\nPiet schreef:\r\nZullen we het proberen?"
        ),
        leaf(
            "text/html; charset=utf-8",
            '<div>Goed idee, <a href="https://www.zorg.example/x">zie hier</a></div><div>Jan</div>'
            '<div class="gmail_quote"><blockquote class="gmail_quote">Zullen we het proberen?</blockquote></div>',
        ),
    )
)
CRAFTED = {
    "twins": TWINS,
    "plain": mail(),
    "nested": NESTED,
    "long": mail(LONG * 80),
    "long with line feeds": mail(LONG.replace("\r\n", "\n") * 80).replace(b"\r\n", b"\n"),
    "signed": whole(multipart("signed", leaf(body="Een idee."), leaf("application/pkcs7-signature", "MIIB"))),
    "forwarded": whole(multipart("mixed", leaf(body="Zie onder."), leaf("message/rfc822", "Subject: x\r\n\r\nhallo"))),
    "calendar": whole(
        multipart("mixed", leaf(body="Kom je?"), leaf("text/calendar; method=REQUEST", "BEGIN:VCALENDAR"))
    ),
    "names": whole(
        multipart(
            "mixed",
            leaf(body="Zie de bijlage."),
            leaf("image/png", "x", "Content-Disposition: attachment; filename*=utf-8''idee%C3%ABn.png"),
            leaf("image/png; name*0=lange; name*1=naam.png", "x"),
            leaf("application/pdf", "x", 'Content-Disposition: attachment; filename="=?utf-8?Q?idee=C3=ABn.pdf?="'),
        )
    ),
    "latin": mail(b"idee\xebn voor iedereen\r\n", Content_Type="text/plain; charset=iso-8859-1"),
    "no headers": mail(Date=None, Message_ID=None, Subject=None),
    "two senders": mail(To="leider@acme.example\r\nFrom: attacker@evil.example"),
}


def same_over_imap(octets: bytes) -> None:
    raw = as_imap(octets)
    assert max(map(len, raw.bodies.values()), default=0) <= TEXT_LIMIT
    assert read(raw, ACME, now=NOW) == message(octets)


@pytest.mark.parametrize("name", CRAFTED)
def test_crafted_mail_against_the_stand_in(name):
    same_over_imap(CRAFTED[name])


def test_without_its_html_twin_a_mail_may_read_otherwise():
    """Why a mailbox must be read with twins wherever its mail is to be the same as from a file."""
    raw = as_imap(TWINS)
    assert set(raw.bodies) == {"1", "2"}
    plain_only = replace(raw, bodies={"1": raw.bodies["1"]})
    assert read(plain_only, ACME, now=NOW).links == ()
    assert read(raw, ACME, now=NOW).links == ("https://www.zorg.example/x",)


@pytest.mark.shared
def test_replies_of_all_clients_against_the_stand_in(shared):
    for octets in replies(shared).values():
        same_over_imap(octets)


def from_server(raw: RawMessage) -> Message | str:
    return outcome(lambda: read(raw, ACME, now=NOW))


def from_file(octets: bytes) -> Message | str:
    return outcome(lambda: message(octets, internal_date=ARRIVED))


def outcome(reading: Callable[[], Message]) -> Message | str:
    """The message, or the reason why there is none."""
    try:
        return reading()
    except Unreadable as refused:
        return refused.reason


def over_dovecot(server, mails: list[bytes]):
    """Each mail as it comes from a real server, with HTML twins, in order."""
    user = server.add_user()
    user.append_all([(octets, ARRIVED) for octets in mails])
    source = ImapSource(user.account(), with_html=True)
    try:
        uids = source.uids("INBOX")
        found = {raw.uid: raw for raw in source.complete("INBOX", source.headers("INBOX", uids))}
        return [found[uid] for uid in uids]
    finally:
        source.close()


@pytest.mark.dovecot
@pytest.mark.shared
def test_against_a_real_server(dovecot, shared):
    mails = [*CRAFTED.values(), *replies(shared).values()]
    for octets, raw in zip(mails, over_dovecot(dovecot, mails), strict=True):
        assert from_server(raw) == from_file(octets)


@pytest.mark.dovecot
@pytest.mark.shared
@pytest.mark.slow
def test_odd_mail_against_a_real_server(dovecot, shared):
    """Where the MIME is broken, two readers may differ in what they make of it; nine of ten odd mails are the same."""
    mails = [octets for octets in odd_mail(shared).values() if b"\0" not in octets and octets.strip()]
    raws = over_dovecot(dovecot, mails)
    equal = sum(from_server(raw) == from_file(octets) for octets, raw in zip(mails, raws, strict=True))
    assert equal >= 0.93 * len(mails)
