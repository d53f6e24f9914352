"""The mail-in address against a real SMTP server: what it takes is Unknown, what it refuses is surely not sent."""

from __future__ import annotations

import email
import logging
import socket
from collections.abc import Iterator
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from nudger.config.models import Network as Settings
from nudger.errors import ConfigError, LoginRefused, Refused, Temporary
from nudger.networks import network
from nudger.networks.base import Draft, Network, Post, Rejected, Unknown, compose

PLACE = "idee@plein.example"
SECRET = "geheim-4b1d"


class Sink:
    """``say`` is what it answers to the data, ``gone`` cuts the line there."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []
        self.say = "250 OK"
        self.rcpt = "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        envelope.rcpt_tos.append(address)
        return self.rcpt

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.mails.append(envelope.content)
        if self.say == "cut":
            server.transport.close()
        return self.say


def authenticate(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    return AuthResult(success=data.password == SECRET.encode(), handled=False)


@pytest.fixture
def sink() -> Sink:
    return Sink()


@pytest.fixture
def port(sink: Sink) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        number = free.getsockname()[1]
    controller = Controller(sink, hostname="127.0.0.1", port=number, authenticator=authenticate, auth_require_tls=False)
    controller.start()
    yield number
    controller.stop()


def mail_in(port: int, password: str = SECRET, tls: str = "loopback-plain") -> Network:
    smtp = {"host": "127.0.0.1", "port": port, "tls": tls, "username": "fatima@voorbeeld.example", "password": password}
    return network("plein", Settings(type="email", smtp=smtp), (PLACE,))  # type: ignore[arg-type]


def post(there: Network, body: str = "Zullen we de fiets nemen? 'é'", title: str = "Een idee") -> Post:
    place = there.community(PLACE)
    assert place
    return compose(there, Draft(title, body, PLACE, "nl"), "fatima@voorbeeld.example", place)


def test_a_mail_carries_title_text_and_marker_and_its_fate_is_unknown(port: int, sink: Sink) -> None:
    there = mail_in(port)
    assert there.check() == "fatima@voorbeeld.example"
    assert there.publish(post(there), "f00d") == Unknown()
    [raw] = sink.mails
    mail = email.message_from_bytes(raw, policy=default)
    assert (mail["From"], mail["To"], mail["Subject"]) == ("fatima@voorbeeld.example", PLACE, "Een idee")
    assert mail["Message-ID"] == "<f00d@voorbeeld.example>"
    assert mail.get_content().strip() == "Zullen we de fiets nemen? 'é'"


@pytest.mark.parametrize(
    ("rcpt", "say", "outcome"),
    [
        ("250 OK", "cut", Unknown()),
        ("250 OK", "552 Too big", Rejected("too-long")),
        ("250 OK", "554 No", Rejected("invalid")),
        ("550 No such user", "250 OK", Rejected("forbidden")),
    ],
)
def test_a_refusal_is_told_from_a_cut_line(port: int, sink: Sink, rcpt: str, say: str, outcome: object) -> None:
    sink.rcpt, sink.say = rcpt, say
    there = mail_in(port)
    assert there.publish(post(there), "m") == outcome


def test_a_wrong_password_a_closed_port_and_a_line_without_tls_send_nothing(port: int, sink: Sink) -> None:
    wrong = mail_in(port, "fout")
    assert wrong.publish(post(wrong), "m") == Rejected("auth")
    with pytest.raises(LoginRefused):
        wrong.check()
    bare = mail_in(port, tls="starttls")
    assert bare.publish(post(bare), "m") == Rejected("not-sent-tls", 60.0)
    closed = mail_in(1)
    assert closed.publish(post(closed), "m") == Rejected("not-sent-refused", 60.0)
    with pytest.raises(Temporary):
        closed.check()
    assert not sink.mails


def test_a_hostile_title_makes_no_header(port: int, sink: Sink) -> None:
    there = mail_in(port)
    there.publish(post(there, title="Idee\r\nBcc: allen@voorbeeld.example\n\nx"), "m")
    mail = email.message_from_bytes(sink.mails[0], policy=default)
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Idee Bcc: allen@voorbeeld.example x"


@pytest.mark.parametrize("place", ["geen adres", "a@b.example, c@d.example", "zorg", "a@b.example\r\nBcc: c@d.example"])
def test_what_is_no_address_gets_no_mail(port: int, sink: Sink, place: str) -> None:
    there = mail_in(port)
    made = post(there)
    other = type(made.community)(place, place)
    assert there.publish(Post(made.parts, "plein", "f", other, made.title), "m") == Rejected("not-found")
    assert not sink.mails


def test_a_text_must_fit_in_one_mail_and_a_server_must_be_named(port: int) -> None:
    with pytest.raises(Refused):
        mail_in(port).render(Draft("", "lang " * 5000, PLACE, "nl"))
    with pytest.raises(ConfigError):
        network("plein", Settings(type="email"), (PLACE,))


def test_no_secret_in_any_log(port: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "nudger")
    there = mail_in(port)
    there.publish(post(there), "m")
    assert SECRET not in "".join(record.getMessage() for record in caplog.records if "nudger" in record.name)
