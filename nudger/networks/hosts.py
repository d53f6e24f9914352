"""networks: which hosts each network may be asked at, as data (promise M9); :mod:`nudger.networks.http` refuses others.

Some platforms have their API at another host than the pages that people open; the configuration names the page. The
servers at which people sign in belong to :mod:`nudger.signin`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from nudger.config.models import Network as Settings


@dataclass(frozen=True, slots=True)
class Api:
    """An API apart from its pages: its address, and the hosts of the pages (``*.slack.com`` holds every one below)."""

    url: str
    pages: tuple[str, ...]


VIVA_ENGAGE = Api("https://www.yammer.com", ("engage.cloud.microsoft",))
APIS: Mapping[str, Api] = {
    "viva-engage": VIVA_ENGAGE,
    "yammer": VIVA_ENGAGE,
    "teams": Api("https://graph.microsoft.com", ("teams.microsoft.com", "teams.cloud.microsoft")),
    "slack": Api("https://slack.com", ("*.slack.com",)),
}
"""By the ``type`` of the configuration."""

WORKFLOWS = ("*.logic.azure.com", "*.api.powerplatform.com")
"""Where the secret addresses of Teams Workflows lie; with ``url`` only that host counts."""

MAILED = frozenset({"email", "coconut"})
BY_HAND = frozenset({"handoff"})
"""Types that take mail, and at which a person pastes; over the wire only mail leaves and feeds are read."""


def address(settings: Settings) -> str:
    """The address of the API: the platform's own where the configuration names a page or nothing; may be empty."""
    api = APIS.get(settings.type)
    host = urlsplit(settings.url or "").hostname or ""
    return api.url if api and (not host or allowed(host, api.pages)) else settings.url or ""


def hosts(settings: Settings) -> tuple[str, ...]:
    """Every host that this network is asked at; one that begins with ``*.`` stands for all below it."""
    if settings.type in MAILED or settings.type in BY_HAND:
        mailed = (settings.smtp.host,) if settings.smtp and settings.type in MAILED else ()
        return mailed + tuple(dict.fromkeys(urlsplit(feed).hostname or "" for feed in settings.feeds))
    host = urlsplit(address(settings)).hostname
    if host:
        return (host,)
    return WORKFLOWS if settings.type == "teams-workflow" else ()


def allowed(host: str, names: Collection[str]) -> bool:
    """Whether a host is among ``names``."""
    return any(host == name or (name.startswith("*.") and host.endswith(name[1:])) for name in names)
