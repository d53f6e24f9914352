"""email: a community with a mail-in address; the post is a mail from the leader's own account, over SMTP.

A mail server says that it took the mail, never that the network posted it: the outcome is Unknown until the leader has
looked. The marker is the Message-ID. The addressee is the community as the configuration names it, the sender the
account at the mail server; a text is plain, in one mail, and a reply goes nowhere.

Sources: RFC 5321 (a refusal before the data, or 4xx and 5xx after it, means not taken), RFC 8314 (TLS).
"""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate
from pathlib import Path
from typing import Literal

from nudger.errors import LoginRefused, Refused
from nudger.networks import answers, dialects
from nudger.networks.base import (
    Activity,
    Capabilities,
    Community,
    Draft,
    Outcome,
    Post,
    Rejected,
    Removal,
    Sought,
    Unknown,
)
from nudger.networks.http import SECONDS, tls_context

PLAIN = Capabilities(
    posts=True,
    reads=False,
    finds=False,
    retracts=False,
    dialect="plain",
    title_limit=200,
    body_limit=20_000,
    unit="bytes",
    titled=True,
)


@dataclass(frozen=True, slots=True)
class MailServer:
    """The SMTP server; ``password`` gives the secret when it is needed, ``seconds`` bounds each of its answers."""

    host: str
    port: int
    tls: Literal["implicit", "starttls", "loopback-plain"]
    username: str
    password: Callable[[], str]
    ca_file: Path | None = None
    seconds: float = SECONDS

    def opened(self) -> smtplib.SMTP:
        """A session that is signed in. Raises OSError, SMTPException, ConfigError."""
        context = tls_context(self.ca_file)
        if self.tls == "implicit":
            session: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.port, timeout=self.seconds, context=context)
        else:
            session = smtplib.SMTP(self.host, self.port, timeout=self.seconds)
        try:
            if self.tls == "starttls":
                session.starttls(context=context)
            session.login(self.username, self.password())
        except BaseException:
            session.close()
            raise
        return session


@dataclass(frozen=True)
class MailIn:
    """One account at one mail server. ``places`` are the mail-in addresses of the configuration."""

    name: str
    server: MailServer
    places: tuple[Community, ...] = ()
    capabilities: Capabilities = PLAIN

    def check(self) -> str:
        """The address that the mail comes from, after signing in. Raises NetworkUnavailable, LoginRefused."""
        try:
            session = self.server.opened()
        except smtplib.SMTPAuthenticationError:
            raise LoginRefused("network-login-refused", hint="network-login-refused-hint", network=self.name) from None
        except (OSError, smtplib.SMTPException) as error:
            raise answers.unreachable(self.name, self.server.host, _why(error)) from None
        session.close()
        return self.server.username

    def communities(self) -> Sequence[Community]:
        """What the configuration names."""
        return self.places

    def community(self, id_: str) -> Community | None:
        """The one of the configuration with this address."""
        return next((place for place in self.places if place.called(id_)), None)

    def title(self, draft: Draft) -> str:
        """The subject."""
        return dialects.title(draft, self.capabilities)

    def render(self, draft: Draft) -> tuple[str, ...]:
        """One mail: a reply would go nowhere. Raises Refused when the text is too long for it."""
        parts = dialects.render(draft, self.capabilities)
        if len(parts) > 1:
            raise Refused("post-too-long", hint="post-too-long-hint")
        return parts

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        """Send one mail, once; surely not sent where the server refused it or was never reached."""
        try:
            mail = _mail(post, key, self.server.username)
        except ValueError:
            return Rejected("not-found")
        if reply_to:
            return Rejected("invalid")
        try:
            session = self.server.opened()
        except smtplib.SMTPAuthenticationError:
            return Rejected("auth")
        except (OSError, smtplib.SMTPException) as error:
            return Rejected(f"not-sent-{_why(error)}", retry_after=60.0)
        try:
            return _handed_over(session, mail)
        finally:
            with suppress(OSError, smtplib.SMTPException):
                session.close()

    def find(self, post: Post, key: str, since: datetime) -> Sought:
        """Cannot look."""
        return Unknown()

    def activity(self, since: datetime, until: datetime) -> Iterator[Activity]:
        """Nothing can be read."""
        return iter(())

    def retract(self, community: str, remote_id: str) -> Removal:
        """A person takes it back."""
        return Rejected("by-hand")


def _mail(post: Post, key: str, sender: str) -> EmailMessage:
    """The mail. Raises ValueError where the community is no address."""
    address = post.community.id
    local, _, domain = address.rpartition("@")
    if not (local and domain) or not address.isascii() or any(sign in address for sign in ' ,;:<>"()\r\n'):
        raise ValueError("no address")
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, address, post.title
    mail["Date"], mail["Message-ID"] = formatdate(), f"<{key}@{sender.rpartition('@')[2] or 'nudger.invalid'}>"
    mail.set_content(post.parts[0], cte="quoted-printable")
    return mail


def _handed_over(session: smtplib.SMTP, mail: EmailMessage) -> Outcome:
    try:
        session.send_message(mail)
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused):
        return Rejected("forbidden")
    except smtplib.SMTPDataError as error:
        return Rejected("too-long" if error.smtp_code == 552 else "invalid")
    except (OSError, smtplib.SMTPException):
        return Unknown()
    return Unknown()


def _why(error: Exception) -> str:
    """The same words as for HTTP."""
    if isinstance(error, ssl.SSLError | smtplib.SMTPNotSupportedError):
        return "tls"
    if isinstance(error, socket.gaierror):
        return "name-unknown"
    return "timeout" if isinstance(error, TimeoutError) else "refused"
