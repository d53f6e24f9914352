"""nudger/mail: how one mailbox is reached over IMAP, and the encryption that it insists on."""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from nudger.errors import ConfigError

Tls = Literal["implicit", "starttls", "loopback-plain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImapAccount:
    """One mailbox on a server.

    ``tls`` is ``implicit`` (RFC 8314), ``starttls``, or ``loopback-plain`` for a server on this very machine.
    ``password`` is asked at each sign-in, so that no secret is kept here. Where ``token`` is given it is asked instead,
    for an OAuth2 access token that holds now. ``ca_file`` replaces the system's certificate authorities. ``sent`` names
    the Sent folder where it cannot be found.
    """

    name: str
    host: str
    port: int = 993
    tls: Tls = "implicit"
    username: str
    password: Callable[[], str] = field(repr=False)
    token: Callable[[], str] | None = field(default=None, repr=False)
    ca_file: Path | None = None
    folders: tuple[str, ...] = ("INBOX",)
    sent: str = ""


def tls_context(account: ImapAccount) -> ssl.SSLContext | None:
    """The verification this account asks for: certificate, host name, TLS 1.2 or later; None for loopback.

    Raises ConfigError when the certificate file cannot be used, or when a host elsewhere would be read in plain text.
    """
    if account.tls == "loopback-plain":
        if not is_loopback(account.host):
            raise ConfigError("imap-plaintext-refused", account=account.name, host=account.host)
        return None
    try:
        context = ssl.create_default_context(cafile=account.ca_file)
    except (OSError, ValueError) as error:
        raise ConfigError("imap-ca-file", account=account.name, path=str(account.ca_file)) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def is_loopback(host: str) -> bool:
    """``localhost`` or an address that never leaves this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
