"""nudger/start: which server belongs to an address, told from its domain alone; nobody is asked over the wire."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from nudger.config.types import loopback

TLS_PORT = 993
STARTTLS_PORT = 143


@dataclass(frozen=True, slots=True)
class Server:
    """Where a mailbox stands; ``app_password`` says that the usual password does not open it for programs."""

    host: str
    port: int = TLS_PORT
    auth: str = "password"
    app_password: bool = False
    domains: tuple[str, ...] = field(default=(), repr=False)

    @property
    def tls(self) -> str:
        """How the line is closed. Open only to a server on this very computer."""
        if self.port != TLS_PORT and loopback(self.host):
            return "loopback-plain"
        return "starttls" if self.port == STARTTLS_PORT else "implicit"


@cache
def servers() -> Mapping[str, Server]:
    """Provider → its server."""
    text = resources.files("nudger.start").joinpath("servers.toml").read_text(encoding="utf-8")
    return {
        name: Server(**{**table, "domains": tuple(table.get("domains", ()))})
        for name, table in tomllib.loads(text).items()
    }


def guess(address: str) -> Server | None:
    """The server of a known provider; None for a domain that is not in the list."""
    domain = address.rpartition("@")[2].lower()
    return next((server for server in servers().values() if domain in server.domains), None)


def typed(text: str) -> Server | None:
    """The server that a person typed, as ``host`` or ``host:port``; None where that is neither."""
    host, _, port = text.strip().rpartition(":") if ":" in text else (text.strip(), "", str(TLS_PORT))
    if not host or " " in host or not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        return None
    return Server(host, int(port))
