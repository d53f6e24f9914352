"""Sending: the way on which mail to the owner leaves, as the configuration says: an SMTP server or a program."""

from __future__ import annotations

import subprocess
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import TYPE_CHECKING

from nudger.errors import CannotWrite, ConfigError
from nudger.mail import smtp

if TYPE_CHECKING:
    from nudger.config.models import Digest, Smtp
    from nudger.signin.signins import SignIns
    from nudger.workplace import Workplace

SENDMAIL_SECONDS = 60.0


def recipient(place: Workplace) -> str:
    """The owner's own address to which the digest goes. Raises ConfigError: nobody else ever gets it."""
    addresses = place.owner.addresses
    wanted = place.owner.digest.to or next(iter(next(iter(place.owner.mailboxes.values())).addresses))
    if wanted not in addresses:
        raise ConfigError("digest-not-yours", hint="digest-not-yours-hint", address=wanted)
    if not wanted.isascii():
        raise ConfigError("digest-address", address=wanted)
    return wanted


def sender(place: Workplace) -> str:
    """The address in From: the name of the sign-in where that is one, else the owner's own."""
    digest = place.owner.digest
    name = digest.smtp.username.lower() if digest.smtp else ""
    return name if name.count("@") == 1 and name.isascii() and not name.startswith("@") else recipient(place)


def send(place: Workplace, message: EmailMessage) -> None:
    """Send one message to the owner. Raises DeliveryUnknownError, or a NudgerError when nothing was sent."""
    hand_over(place.owner.digest, place.signins, message, sender(place), recipient(place))


def hand_over(digest: Digest, signins: SignIns, message: EmailMessage, sender: str, to: str) -> None:
    """Send one message in the way that ``[digest]`` names. Raises as :func:`send`."""
    if digest.smtp:
        smtp.send(account(digest.smtp, signins), message, sender, to)
    elif digest.sendmail:
        _by_program(digest.sendmail, message, to)
    else:
        raise ConfigError("digest-no-way", hint="digest-no-way-hint")


def account(settings: Smtp, signins: SignIns) -> smtp.SmtpAccount:
    """The server of ``[digest.smtp]``, with its sign-in."""
    from nudger.signin import microsoft

    return smtp.SmtpAccount(
        host=settings.host,
        port=settings.port,
        tls=settings.tls,
        username=settings.username,
        password=signins.password(settings),
        token=signins.token(settings, [microsoft.SMTP]),
        ca_file=settings.ca_file,
    )


def _by_program(program: Path, message: EmailMessage, to: str) -> None:
    """Through sendmail's interface (``-i``: a line with one dot is no end); what the program says is not kept."""
    raw = message.as_bytes(policy=SMTP.clone(linesep="\n"))
    command = [str(program), "-i", "--", to]
    try:
        subprocess.run(command, input=raw, check=True, capture_output=True, timeout=SENDMAIL_SECONDS)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        raise CannotWrite("sendmail-failed", hint="sendmail-failed-hint", path=str(program)) from None
