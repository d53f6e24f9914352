"""One seam to the social networks, one file a network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from nudger.networks.base import Community, Network
from nudger.networks.handoff import Handoff

if TYPE_CHECKING:
    from nudger.config.models import Network as Settings

Maker = Callable[[str, "Settings", Sequence[str]], Network]
"""Gives a network from its name, its settings and the communities that the goals name."""


def network(name: str, settings: Settings | None, communities: Sequence[str]) -> Network:
    """The network of this name. Without settings, or for a platform without a door of its own: text to paste."""
    make = MAKERS.get(settings.type) if settings else None
    if settings and make:
        return make(name, settings, communities)
    url = (settings.url or "") if settings else ""
    places = tuple(Community(id=place, name=place, url=url) for place in dict.fromkeys(communities))
    return Handoff(name=name, url=url, places=places or (Community(id=name, name=name, url=url),))


def _matrix(name: str, settings: Settings, communities: Sequence[str]) -> Network:
    from nudger.networks.http import Client
    from nudger.networks.matrix import Matrix

    client = Client(_address(name, settings), lambda: _bearer(name, settings), ca_file=settings.ca_file)
    return Matrix(name, client, tuple(dict.fromkeys(communities)))


def _viva_engage(name: str, settings: Settings, communities: Sequence[str]) -> Network:
    from nudger.networks.http import Client
    from nudger.networks.viva_engage import API, VivaEngage

    # The page that people open and the API have different hosts; the configuration names the page.
    page = not settings.url or settings.url.startswith("https://engage.cloud.microsoft")
    client = Client(
        API if page else _address(name, settings), lambda: _bearer(name, settings), ca_file=settings.ca_file
    )
    return VivaEngage(name, client, tuple(dict.fromkeys(communities)))


def _address(name: str, settings: Settings) -> str:
    from nudger.errors import ConfigError

    if not settings.url:
        raise ConfigError("network-no-url", hint="network-no-url-hint", network=name)
    return settings.url


def _bearer(name: str, settings: Settings) -> Mapping[str, str]:
    """The header with the token, fetched when it is needed. Raises ConfigError."""
    from nudger.errors import ConfigError

    if settings.token is None:
        raise ConfigError("network-no-token", hint="network-no-token-hint", network=name)
    return {"Authorization": f"Bearer {settings.token.reveal()}"}


MAKERS: Mapping[str, Maker] = {"matrix": _matrix, "viva-engage": _viva_engage, "yammer": _viva_engage}
"""By the ``type`` of the configuration."""
