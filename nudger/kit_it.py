"""kit it: one page for the IT department, filled from the configuration, in Markdown. It reads nothing but that.

Which parts the page has is decided first, as keys of ``kit.ftl`` with their values; permissions are those of
learn.microsoft.com/exchange/client-developer/legacy-protocols (OAuth for IMAP and SMTP) and of
developers.google.com/workspace/gmail/imap/xoauth2-protocol.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from nudger.config.configuration import owners
from nudger.networks.hosts import hosts
from nudger.signin import google, microsoft

if TYPE_CHECKING:
    from nudger.config.configuration import Config
    from nudger.config.models import Server
    from nudger.launch import Context
    from nudger.texts import Texts

Part = tuple[str, Mapping[str, Any]]
"""A section of the page: ``kit-it-KEY`` is its text and ``kit-it-KEY-title`` its head."""

TENANT, CLIENT = "<tenant>", "<client_id>"
"""What stands where the configuration does not say it yet."""


def show(context: Context) -> None:
    """Print the page, or its parts as JSON. Raises ConfigError."""
    from nudger.show import json_line

    found = parts(context.config())
    if context.json:
        json_line({"parts": [{"part": key, **values} for key, values in found]})
    else:
        context.screen.plain(page(found, context.texts))


def page(found: Sequence[Part], texts: Texts) -> str:
    """The page as Markdown."""
    lines = [f"# {texts('kit-it-title')}", "", texts("kit-it-intro")]
    for key, values in found:
        lines += ["", f"## {texts(f'kit-it-{key}-title')}", "", texts(f"kit-it-{key}", **values)]
    return "\n".join(lines)


def parts(config: Config) -> list[Part]:
    """What this organisation's IT has to know and do, in order."""
    servers = _servers(config)
    found: list[Part] = [("reads", {"mailboxes": _hosts(servers)})] if servers else []
    for provider, tell in (("oauth2-microsoft", _microsoft), ("oauth2-google", _google)):
        of_provider = [server for server in servers if server.auth == provider]
        if of_provider or (provider == "oauth2-microsoft" and _networks_at_microsoft(config)):
            found += tell(config, of_provider)
    if any(server.auth == "password" for server in servers):
        found.append(("password", {"mailboxes": _hosts([s for s in servers if s.auth == "password"])}))
    return [*found, ("hosts", {"hosts": ", ".join(_reached(config, servers))})]


def _microsoft(config: Config, servers: Sequence[Server]) -> Iterator[Part]:
    app = config.settings.microsoft
    tenant, client = (app.tenant, app.client_id) if app else (TENANT, CLIENT)
    service = bool(app and (app.client_secret or app.certificate))
    consent = f"{microsoft.AUTHORITY}{quote(tenant)}/adminconsent?client_id={quote(client, safe='<>')}"
    values = {"tenant": tenant, "client": client, "consent": consent}
    if service:
        yield "microsoft-service", values
    else:
        sends = any(not hasattr(server, "folders") for server in servers)
        networks = ", ".join(_networks_at_microsoft(config))
        yield "microsoft-person", {**values, "sends": "yes" if sends else "no", "networks": networks or "none"}
        yield "microsoft-policy", values
    if servers:
        yield "microsoft-mailbox", {}
        yield "microsoft-read-only", {}


def _google(config: Config, servers: Sequence[Server]) -> Iterator[Part]:
    app = config.settings.google
    key = "google-service" if app and app.service_account else "google-person"
    yield key, {"client": (app and app.client_id) or CLIENT, "scope": google.MAIL}


def _servers(config: Config) -> list[Server]:
    """Every server for mail, each host and way once."""
    found: dict[tuple[str, str, str], Server] = {}
    for owner in owners(config):
        for server in (*owner.mailboxes.values(), *filter(None, [owner.digest.smtp])):
            found.setdefault((type(server).__name__, server.host, server.auth), server)
    return list(found.values())


def _hosts(servers: Sequence[Server]) -> str:
    return ", ".join(dict.fromkeys(f"{server.host}:{server.port}" for server in servers))


def _networks_at_microsoft(config: Config) -> list[str]:
    networks = config.settings.networks.values()
    return [each.type for each in networks if each.token is None and each.type in microsoft.NETWORKS]


def _reached(config: Config, servers: Sequence[Server]) -> list[str]:
    """Every host on the wire (promise M9)."""
    found = [server.host for server in servers]
    found += [host for each in config.settings.networks.values() for host in hosts(each)]
    if any(server.auth == "oauth2-microsoft" for server in servers) or _networks_at_microsoft(config):
        found.append(microsoft.HOST)
    if any(server.auth == "oauth2-google" for server in servers):
        found += [google.HOST, "oauth2.googleapis.com"]
    return list(dict.fromkeys(filter(None, found)))
