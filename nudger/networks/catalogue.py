"""The networks that nudger knows: what it can do on each and how that was tested, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nudger.networks.base import Capabilities
from nudger.networks.handoff import BY_HAND
from nudger.networks.jive import HTML as JIVE
from nudger.networks.matrix import TEXT
from nudger.networks.mattermost import MARKDOWN as MATTERMOST
from nudger.networks.viva_engage import PLAIN

Tested = Literal["server", "documentation", "hand"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A network by its ``type`` in the configuration. ``tested``: against a real server, from documents, or by hand."""

    type: str
    title: str
    capabilities: Capabilities
    tested: Tested


CATALOGUE = (
    Entry("matrix", "Matrix (Element)", TEXT, "server"),
    Entry("viva-engage", "Viva Engage (Yammer)", PLAIN, "documentation"),
    Entry("jive", "Jive", JIVE, "documentation"),
    Entry("mattermost", "Mattermost", MATTERMOST, "documentation"),
    Entry("coconut", "Coconut", BY_HAND, "hand"),
    Entry("handoff", "handoff", BY_HAND, "hand"),
)
