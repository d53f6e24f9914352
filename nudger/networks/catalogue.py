"""The networks that nudger knows: what it can do on each and how that was tested, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nudger.networks.base import Capabilities
from nudger.networks.discourse import MARKDOWN as DISCOURSE
from nudger.networks.handoff import BY_HAND
from nudger.networks.humhub import MARKDOWN as HUMHUB
from nudger.networks.jive import HTML as JIVE
from nudger.networks.mail_in import PLAIN as MAIL
from nudger.networks.matrix import TEXT
from nudger.networks.mattermost import MARKDOWN as MATTERMOST
from nudger.networks.nodebb import MARKDOWN as NODEBB
from nudger.networks.slack import MRKDWN
from nudger.networks.teams import HTML as TEAMS
from nudger.networks.teams_workflow import CARD
from nudger.networks.viva_engage import PLAIN
from nudger.networks.zulip import TOPICS

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
    Entry("zulip", "Zulip", TOPICS, "documentation"),
    Entry("teams", "Microsoft Teams", TEAMS, "documentation"),
    Entry("teams-workflow", "Teams (Workflows)", CARD, "documentation"),
    Entry("slack", "Slack", MRKDWN, "documentation"),
    Entry("discourse", "Discourse", DISCOURSE, "documentation"),
    Entry("humhub", "HumHub", HUMHUB, "documentation"),
    Entry("nodebb", "NodeBB", NODEBB, "documentation"),
    Entry("email", "e-mail (mail-in)", MAIL, "documentation"),
    Entry("coconut", "Coconut", BY_HAND, "hand"),
    Entry("handoff", "handoff", BY_HAND, "hand"),
)
