"""Sending over a real SMTP server: encrypted or not at all, signed in, and clear about what arrived."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from nudger.errors import ConfigError, LoginRefused, MailboxUnavailable, NudgerError, Refused
from nudger.mail.smtp import DeliveryUnknownError, SmtpAccount, check, send
from tests.servers.smtp import PASSWORD, Sink, serve

FATIMA = "fatima@voorbeeld.example"


def account(sink: Sink, **changes: Any) -> SmtpAccount:
    values: dict[str, Any] = {
        "host": "localhost",
        "port": sink.port,
        "tls": "starttls",
        "username": FATIMA,
        "password": lambda: PASSWORD,
        "ca_file": sink.ca_file,
    }
    return SmtpAccount(**{**values, **changes})


def letter() -> EmailMessage:
    message = EmailMessage()
    message["From"] = message["To"] = FATIMA
    message["Subject"] = "nudger"
    message.set_content("Eén regel.\n.\nNog een regel.\n")
    return message


def sent(sink: Sink, **changes: Any) -> None:
    send(account(sink, **changes), letter(), FATIMA, FATIMA)


def test_starttls_and_a_password(smtp: Sink) -> None:
    sent(smtp)
    assert (smtp.recipients, smtp.senders, smtp.encrypted) == ([FATIMA], [FATIMA], [True])
    assert smtp.messages[0].get_content().replace("\r\n", "\n") == "Eén regel.\n.\nNog een regel.\n"


def test_implicit_tls_and_a_token(tmp_path: Path) -> None:
    with serve(tmp_path, implicit=True) as sink:
        sink.tokens[FATIMA] = "token-1"
        sent(sink, tls="implicit", token=lambda: "token-1")
        assert (len(sink.mails), sink.encrypted) == (1, [True])


def test_plain_on_this_machine_only(tmp_path: Path) -> None:
    with serve(tmp_path, tls=False) as sink:
        sent(sink, tls="loopback-plain")
        assert sink.encrypted == [False]
        with pytest.raises(ConfigError) as caught:
            sent(sink, tls="loopback-plain", host="smtp.voorbeeld.example")
    assert caught.value.key == "smtp-plaintext-refused"


@pytest.mark.parametrize(
    ("changes", "kind", "key"),
    [
        ({"password": lambda: "fout"}, LoginRefused, "signin-refused"),
        ({"password": lambda: "gehëim"}, LoginRefused, "smtp-login-characters"),
        ({"ca_file": None}, Refused, "smtp-tls-certificate"),
        ({"host": "127.0.0.1"}, Refused, "smtp-tls-certificate"),
        ({"ca_file": Path("is-er-niet.pem")}, ConfigError, "smtp-ca-file"),
        ({"port": 1}, MailboxUnavailable, "smtp-unreachable"),
    ],
)
def test_who_is_not_let_in_sends_nothing(
    smtp: Sink, changes: dict[str, Any], kind: type[NudgerError], key: str
) -> None:
    with pytest.raises(kind) as caught:
        sent(smtp, **changes)
    assert caught.value.key == key
    assert smtp.mails == []


def test_no_starttls_no_mail_and_no_password(tmp_path: Path) -> None:
    with serve(tmp_path, tls=False) as sink, pytest.raises(Refused) as caught:
        sent(sink, password=lambda: pytest.fail("the password was asked for"))
    assert caught.value.key == "smtp-no-starttls"


def test_a_server_without_sign_in(tmp_path: Path) -> None:
    with serve(tmp_path, auth=False) as sink, pytest.raises(LoginRefused) as caught:
        sent(sink)
    assert caught.value.key == "smtp-no-sign-in"


@pytest.mark.parametrize(
    ("step", "answer", "kind", "key"),
    [
        ("RCPT", "451 greylisted", MailboxUnavailable, "smtp-busy"),
        ("RCPT", "550 who is that", Refused, "smtp-refused"),
        ("DATA", "452 disk full", MailboxUnavailable, "smtp-busy"),
        ("DATA", "554 spam: Eén regel", Refused, "smtp-refused"),
    ],
)
def test_what_the_server_says_no_to(smtp: Sink, step: str, answer: str, kind: type[NudgerError], key: str) -> None:
    smtp.fails[step] = answer
    with pytest.raises(kind) as caught:
        sent(smtp)
    assert not isinstance(caught.value, DeliveryUnknownError)
    assert (caught.value.key, caught.value.values) == (key, {"host": "localhost", "code": answer[:3]})


def test_a_line_cut_after_the_text_is_not_known(smtp: Sink) -> None:
    smtp.cuts = True
    with pytest.raises(DeliveryUnknownError):
        sent(smtp)


def test_check_sends_nothing(smtp: Sink) -> None:
    check(account(smtp))
    with pytest.raises(LoginRefused):
        check(account(smtp, password=lambda: "fout"))
    assert smtp.mails == []
