"""The confirmation that goes to whoever wrote to the contact address: what was done, and how to change it."""

from __future__ import annotations

import secrets
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from nudger.contact.memory import Receipt
from nudger.texts import Texts

KIND = "contact"
"""What stands in X-Nudger, so that it is never taken for talk."""


def confirmation(receipt: Receipt, texts: Texts, *, contact: str, now: datetime) -> EmailMessage:
    """One confirmation. It holds nothing of the mail that it answers."""
    return plain_mail(
        texts,
        f"contact-{receipt.word}",
        sender=contact,
        to=receipt.to,
        now=now,
        contact=contact,
    )


def plain_mail(texts: Texts, key: str, *, sender: str, to: str, now: datetime, **values: object) -> EmailMessage:
    """A short mail in plain text: ``KEY-subject`` and ``KEY-body`` of the catalogue."""
    message = EmailMessage(policy=SMTP)
    message["From"] = Address("nudger", addr_spec=sender)
    message["To"] = Address(addr_spec=to)
    message["Subject"] = texts(f"{key}-subject", **values)
    message["Date"] = now
    message["Message-ID"] = f"<nudger.{secrets.token_hex(16)}@{sender.rpartition('@')[2]}>"
    message["X-Nudger"] = KIND
    # RFC 3834: no out-of-office reply to this.
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = texts.language
    message.set_content(texts(f"{key}-body", **values) + "\n", cte="quoted-printable")
    return message
