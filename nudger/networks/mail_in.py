"""email: a community with a mail-in address; the post is a mail from the leader's own account, over SMTP.

A mail server says that it took the mail, never that the network posted it: the outcome is Unknown until the leader has
looked. The marker is the Message-ID. The addressee is the community as the configuration names it, the sender the
account at the mail server; a text is plain, in one mail, and a reply goes nowhere.

Sources: RFC 5321 (a refusal before the data, or 4xx and 5xx after it, means not taken), RFC 8314 (TLS).
"""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate

from nudger.errors import LoginRefused, NudgerError, Temporary
from nudger.mail import smtp
from nudger.networks.base import Capabilities, Outcome, Post, Rejected, Unknown
from nudger.networks.closed import Closed

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


WAIT = 60.0
"""Seconds before it makes sense to try again what was surely not sent."""
TOO_LARGE = "552"
FAILED = "554"
"""Reply codes of RFC 5321 §4.2.3 that speak of the text; the other ones are about who may send to whom."""


@dataclass(frozen=True, kw_only=True)
class MailIn(Closed):
    """One account at one mail server. ``places`` are the mail-in addresses of the configuration."""

    can = PLAIN

    account: smtp.SmtpAccount

    def check(self) -> str:
        """The address that the mail comes from, after signing in. Raises as ``nudger.mail.smtp.check``."""
        smtp.check(self.account)
        return self.account.username

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        """Send one mail, once; surely not sent where the server refused it or was never reached."""
        if reply_to:
            return Rejected("invalid")
        try:
            mail = _mail(post, key, self.account.username)
        except ValueError:
            return Rejected("not-found")
        try:
            smtp.send(self.account, mail, self.account.username, post.community.id)
        except NudgerError as error:
            return _outcome(error)
        return Unknown()


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


def _outcome(error: NudgerError) -> Outcome:
    """What a mail that was not taken means for the post."""
    match error:
        case smtp.DeliveryUnknownError():
            return Unknown()
        case LoginRefused():
            return Rejected("auth")
        case Temporary():
            reason = error.values.get("reason")
            return Rejected(f"not-sent-{reason if reason in ('name-unknown', 'timeout') else 'refused'}", WAIT)
    if error.key.startswith(("smtp-tls", "smtp-no-starttls")):
        return Rejected("not-sent-tls", WAIT)
    return Rejected({TOO_LARGE: "too-long", FAILED: "invalid"}.get(error.values.get("code", ""), "forbidden"))
