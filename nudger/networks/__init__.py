"""One seam to the social networks, one file a network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nudger.networks.base import Community, Network
from nudger.networks.handoff import Handoff

if TYPE_CHECKING:
    from nudger.config_models import Network as Settings


def network(name: str, settings: Settings | None, communities: Sequence[str]) -> Network:
    """The network of this name. Without settings, or for a platform without a door of its own: text to paste."""
    url = (settings.url or "") if settings else ""
    places = tuple(Community(id=place, name=place, url=url) for place in dict.fromkeys(communities))
    return Handoff(name=name, url=url, places=places or (Community(id=name, name=name, url=url),))
