"""nudger/mail: the only door to SMTP; one message to one address, over a line that is encrypted or never leaves here.

RFC 5321; implicit TLS as RFC 8314 asks, STARTTLS as RFC 3207. Without the encryption asked for, nothing is sent.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Literal

from nudger.errors import ConfigError, LoginRefused, MailboxUnavailable, NudgerError, Refused, Temporary
from nudger.mail.connection import why_lost
from nudger.mail.imap.account import is_loopback
from nudger.signin.bearer import smtp_authentication
from nudger.signin.refusals import recognised, refused

SECONDS = 30.0
ACCEPTED = (250, 251)
TEMPORARY = range(400, 500)
PASSWORD_MECHANISMS = frozenset({"CRAM-MD5", "PLAIN", "LOGIN"})
"""What smtplib can do with a password."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpAccount:
    """How mail leaves. ``password`` and ``token`` are asked when they are needed; where a token is given it goes first.

    ``tls`` is ``implicit``, ``starttls``, or ``loopback-plain`` for a server on this very machine.
    """

    host: str
    port: int
    tls: Literal["implicit", "starttls", "loopback-plain"]
    username: str
    password: Callable[[], str] = field(repr=False)
    token: Callable[[], str] | None = field(default=None, repr=False)
    ca_file: Path | None = None


class DeliveryUnknownError(MailboxUnavailable):
    """The line was lost after the text went out: the message may or may not arrive."""


def send(account: SmtpAccount, message: EmailMessage, sender: str, recipient: str) -> None:
    """Hand one message over. Raises DeliveryUnknownError where that cannot be known, else an error: nothing was sent.

    Those are MailboxUnavailable (try later), Refused, LoginRefused and ConfigError.
    """
    with _session(account) as client:
        with _explained(account, "envelope"):
            for code, answer in (client.mail(sender), client.rcpt(recipient)):
                _allowed(account, code, _text(answer))
        try:
            code, _ = client.data(message.as_bytes(policy=SMTP))
        except smtplib.SMTPDataError as error:
            code = error.smtp_code
        except (smtplib.SMTPException, OSError):
            raise DeliveryUnknownError("smtp-unknown", host=account.host) from None
        _accepted(account, code)


def check(account: SmtpAccount) -> None:
    """Sign in and out again; sends nothing. Raises as :func:`send`."""
    with _session(account):
        pass


@contextmanager
def _session(account: SmtpAccount) -> Iterator[smtplib.SMTP]:
    with _explained(account, "connect"):
        client = _connected(account)
    try:
        with _explained(account, "sign-in"):
            _sign_in(client, account)
        yield client
    finally:
        with suppress(smtplib.SMTPException, OSError):
            client.quit()
        client.close()


def _connected(account: SmtpAccount) -> smtplib.SMTP:
    if account.tls == "loopback-plain":
        if not is_loopback(account.host):
            raise ConfigError("smtp-plaintext-refused", host=account.host)
        return smtplib.SMTP(account.host, account.port, timeout=SECONDS)
    context = _context(account)
    if account.tls == "implicit":
        return smtplib.SMTP_SSL(account.host, account.port, timeout=SECONDS, context=context)
    client = smtplib.SMTP(account.host, account.port, timeout=SECONDS)
    try:
        client.starttls(context=context)
    except BaseException:
        client.close()
        raise
    return client


def _context(account: SmtpAccount) -> ssl.SSLContext:
    try:
        context = ssl.create_default_context(cafile=account.ca_file)
    except (OSError, ValueError):
        raise ConfigError("smtp-ca-file", path=str(account.ca_file)) from None
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _sign_in(client: smtplib.SMTP, account: SmtpAccount) -> None:
    """Sign in with a token or a password. The errors of smtplib and codecs may hold the secret: none is passed on."""
    secret = (account.token or account.password)()
    client.ehlo_or_helo_if_needed()
    try:
        _show(client, account, secret)
    except smtplib.SMTPAuthenticationError as error:
        answer = _text(error.smtp_error)
        raise refused(answer, account=account.username, host=account.host, secrets=(secret,)) from None
    except UnicodeEncodeError:
        raise LoginRefused("smtp-login-characters", host=account.host, account=account.username) from None
    except LookupError:
        raise LoginRefused("smtp-no-sign-in", host=account.host, account=account.username) from None


def _show(client: smtplib.SMTP, account: SmtpAccount, secret: str) -> None:
    """Show the secret in a way that the server offers. Raises LookupError where there is none."""
    offered = client.esmtp_features.get("auth", "")
    bearer = smtp_authentication(offered, account.username, secret, token=account.token is not None)
    if bearer:
        client.auth(*bearer)  # type: ignore[arg-type]
    elif PASSWORD_MECHANISMS.isdisjoint(offered.upper().split()):
        raise LookupError("no mechanism for a password")
    else:
        client.login(account.username, secret)


def _allowed(account: SmtpAccount, code: int, answer: str) -> None:
    """Pass when the server takes sender and recipient; a known refusal says what to do about it."""
    if code not in (*ACCEPTED, *TEMPORARY) and recognised(answer):
        raise refused(answer, account=account.username, host=account.host)
    _accepted(account, code)


def _accepted(account: SmtpAccount, code: int) -> None:
    """Pass when the server took it. Its words are not kept: after the text they may quote the mail."""
    if code in ACCEPTED:
        return
    if code in TEMPORARY:
        raise MailboxUnavailable("smtp-busy", host=account.host, code=str(code))
    raise Refused("smtp-refused", hint="smtp-refused-hint", host=account.host, code=str(code))


@contextmanager
def _explained(account: SmtpAccount, step: str) -> Iterator[None]:
    try:
        yield
    except NudgerError:
        raise
    except (smtplib.SMTPException, OSError) as error:
        raise _explanation(error, account, step) from None


def _explanation(error: Exception, account: SmtpAccount, step: str) -> NudgerError:
    """What smtplib and ssl raise, in the terms of nudger.errors."""
    match error:
        case ssl.SSLCertVerificationError():
            return Refused("smtp-tls-certificate", host=account.host, reason=error.verify_message or "unverified")
        case ssl.SSLError() if step == "connect" and not isinstance(error, ssl.SSLEOFError):
            return Refused("smtp-tls-failed", host=account.host, reason=error.reason or "handshake")
        case smtplib.SMTPNotSupportedError():
            return Refused("smtp-no-starttls", host=account.host)
        case smtplib.SMTPResponseException() if step == "connect" and account.tls == "starttls":
            return Refused("smtp-no-starttls", host=account.host)
        case smtplib.SMTPResponseException():
            return Temporary("smtp-busy", host=account.host, code=str(error.smtp_code))
    return MailboxUnavailable("smtp-unreachable", host=account.host, reason=why_lost(error))


def _text(answer: bytes | str) -> str:
    return answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
