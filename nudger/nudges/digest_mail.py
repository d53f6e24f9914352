"""The digest as a mail: plain text, the same as simple HTML, and the drafts that do not fit as small text files."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from nudger.nudges import digest
from nudger.nudges.digest import Overview
from nudger.texts import Texts
from nudger.texts.safe import safe

KIND = "digest"
"""What stands in X-Nudger, so that the digest is never taken for talk."""
TOKEN = re.compile(r"\[([0-9a-f]{10})\]")
"""How the token stands at the end of the subject, where every program leaves it in an answer."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A digest ready to go, with what its answers are recognised by."""

    message: EmailMessage
    id: str
    token: str


def letter(
    overview: Overview,
    now: datetime,
    texts: Texts,
    *,
    sender: str,
    to: str,
    random: Callable[[int], str] = secrets.token_hex,
) -> Letter:
    """The mail. An answer goes to the owner herself, so that nobody else reads it; ``random`` gives 2n hex digits.

    No header holds anything that stood in a mail. Raises ValueError where an address is none.
    """
    laid = digest.lay(overview, now, texts, by_mail=True)
    token, identity = random(5), f"<nudger.{random(16)}@{to.rpartition('@')[2]}>"
    message = EmailMessage(policy=SMTP)
    message["From"] = Address("nudger", addr_spec=sender)
    message["To"] = message["Reply-To"] = Address(addr_spec=to)
    message["Subject"] = f"{safe(digest.subject(overview, now, texts))} [{token}]"
    message["Date"] = now
    message["Message-ID"] = identity
    message["X-Nudger"] = KIND
    # RFC 3834: no out-of-office reply to this.
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = texts.language
    message.set_content("\n".join(laid.lines) + "\n", cte="quoted-printable")
    message.add_alternative(page(overview, now, texts), subtype="html", cte="quoted-printable")
    for entry in laid.apart:
        message.add_attachment(entry.text + "\n", filename=digest.file_name(entry), cte="quoted-printable")
    return Letter(message, identity, token)


def page(overview: Overview, now: datetime, texts: Texts) -> str:
    """The HTML text; all values are escaped by the template. It loads nothing."""
    from jinja2 import Environment, PackageLoader

    environment = Environment(
        loader=PackageLoader("nudger.texts"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("digest.html").render(
        t=texts,
        d=digest,
        overview=overview,
        now=now,
        subject=digest.subject(overview, now, texts),
        waiting=overview.waiting[: digest.MOST_WAITING],
    )
