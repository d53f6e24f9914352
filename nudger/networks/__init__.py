"""One seam to the social networks, one file a network."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from nudger.networks.base import Community, Network
from nudger.networks.hosts import address, hosts

if TYPE_CHECKING:
    from nudger.config.models import Network as Settings
    from nudger.networks.feeds import Feed
    from nudger.networks.http import Client

Maker = Callable[[str, "Settings", Sequence[str]], Network]
"""Gives a network from its name, its settings and the communities that the goals name."""

GROUP = "nudger.networks"
"""The entry-point group of connectors of others; the name of an entry is a ``type``, its object a :data:`Maker`."""

Sign = Callable[[str, "Settings"], Mapping[str, str]]
"""Gives the headers that say who we are, each time they are needed."""


def network(name: str, settings: Settings | None, communities: Sequence[str]) -> Network:
    """The network of this name. Without settings, or for a platform without a door of its own: text to paste."""
    make = (MAKERS.get(settings.type) or plugged_in(settings.type)) if settings else None
    if settings and make:
        return make(name, settings, communities)
    return _handoff(name, settings, communities)


def offered() -> tuple[str, ...]:
    """The types that other distributions offer, by name; our own are never taken over, so they are not among them."""
    from importlib.metadata import entry_points

    return tuple(sorted(entry_points(group=GROUP).names - MAKERS.keys()))


def plugged_in(type_: str) -> Maker | None:
    """The maker that another distribution offers for a ``type``, by an entry point of the group :data:`GROUP`.

    A type of our own is never taken over. Raises ConfigError where it is offered twice or cannot be loaded.
    """
    from importlib.metadata import entry_points

    from nudger.errors import ConfigError

    found = tuple(entry_points(group=GROUP, name=type_))
    if not found:
        return None
    try:
        [offered] = found
        make: Maker = offered.load()
    except (ValueError, ImportError, AttributeError):
        raise ConfigError("network-plugin", hint="network-plugin-hint", type=type_) from None
    return make


def _matrix(name: str, settings: Settings, communities: Sequence[str]) -> Network:
    from nudger.networks.matrix import Matrix

    return Matrix(name, _client(name, settings), tuple(dict.fromkeys(communities)))


def _viva_engage(name: str, settings: Settings, communities: Sequence[str]) -> Network:
    from nudger.networks.viva_engage import VivaEngage

    return VivaEngage(name, _client(name, settings), tuple(dict.fromkeys(communities)))


def _jive(name: str, settings: Settings, communities: Sequence[str]) -> Network:
    from nudger.networks.jive import Jive

    client = _client(name, settings, sign=_basic if settings.username else _bearer)
    return Jive(name, client, tuple(dict.fromkeys(communities)), settings.post_as)


def _mattermost(name: str, settings: Settings, communities: Sequence[str]) -> Network:
    from nudger.networks.mattermost import Mattermost

    return Mattermost(name, _client(name, settings), tuple(dict.fromkeys(communities)), settings.team or "")


def _zulip(name: str, settings: Settings, communities: Sequence[str]) -> Network:
    from nudger.networks.zulip import Zulip

    return Zulip(name, _client(name, settings, sign=_basic), tuple(dict.fromkeys(communities)))


def _teams(name: str, settings: Settings, communities: Sequence[str]) -> Network:
    from nudger.errors import ConfigError
    from nudger.networks.teams import Teams

    if not settings.team:
        raise ConfigError("network-no-team", hint="network-no-team-hint", network=name)
    return Teams(name, _client(name, settings), tuple(dict.fromkeys(communities)), settings.team)


def _teams_workflow(name: str, settings: Settings, communities: Sequence[str]) -> Network:
    from nudger.networks.http import Client
    from nudger.networks.teams_workflow import TeamsWorkflow

    allowed = hosts(settings)
    client = lambda: Client(_token(name, settings), dict, allowed, ca_file=settings.ca_file)  # noqa: E731 - used once
    return TeamsWorkflow(name=name, client=client, places=_places(settings, communities))


def _slack(name: str, settings: Settings, communities: Sequence[str]) -> Network:
    from nudger.networks.slack import Slack

    return Slack(name, _client(name, settings), tuple(dict.fromkeys(communities)))


def _discourse(name: str, settings: Settings, communities: Sequence[str]) -> Network:
    from nudger.networks.discourse import Discourse

    return Discourse(name, _client(name, settings, sign=_api_key), tuple(dict.fromkeys(communities)))


def _humhub(name: str, settings: Settings, communities: Sequence[str]) -> Network:
    from nudger.networks.humhub import HumHub

    return HumHub(name, _client(name, settings), tuple(dict.fromkeys(communities)))


def _nodebb(name: str, settings: Settings, communities: Sequence[str]) -> Network:
    from nudger.networks.nodebb import NodeBB

    return NodeBB(name, _client(name, settings), tuple(dict.fromkeys(communities)))


def _email(name: str, settings: Settings, communities: Sequence[str]) -> Network:
    from nudger.errors import ConfigError
    from nudger.mail.smtp import SmtpAccount
    from nudger.networks.mail_in import MailIn

    smtp, places = settings.smtp, _places(settings, communities)
    if smtp is None or smtp.password is None:
        raise ConfigError("network-no-smtp", hint="network-no-smtp-hint", network=name)
    account = SmtpAccount(
        host=smtp.host,
        port=smtp.port,
        tls=smtp.tls,
        username=smtp.username,
        password=smtp.password.reveal,
        ca_file=smtp.ca_file,
    )
    return MailIn(name=name, account=account, places=places, feeds=_feeds(name, settings, places))


def _coconut(name: str, settings: Settings, communities: Sequence[str]) -> Network:
    """By mail where it takes mail, else text to paste."""
    return (_email if settings.smtp else _handoff)(name, settings, communities)


def _handoff(name: str, settings: Settings | None, communities: Sequence[str]) -> Network:
    from nudger.networks.handoff import Handoff

    url = (settings.url or "") if settings else ""
    places = _places(settings, communities) or (Community(id=name, name=name, url=url),)
    feeds = _feeds(name, settings, places) if settings else ()
    return Handoff(name=name, url=url, places=places, feeds=feeds)


def _feeds(name: str, settings: Settings, places: Sequence[Community]) -> tuple[Feed, ...]:
    """The feeds of the configuration. An entry stands in the one community there is, or in none that is known."""
    from nudger.networks.feeds import Feed
    from nudger.networks.http import Client

    where = places[0].id if len(places) == 1 else ""
    sign = (lambda: _basic(name, settings)) if settings.token else dict
    allowed = hosts(settings)
    return tuple(Feed(name, url, Client(url, sign, allowed, ca_file=settings.ca_file), where) for url in settings.feeds)


def _places(settings: Settings | None, communities: Sequence[str]) -> tuple[Community, ...]:
    """The communities of the configuration, where no server can be asked about them."""
    url = (settings.url or "") if settings else ""
    return tuple(Community(id=place, name=place, url=url) for place in dict.fromkeys(communities))


def _client(name: str, settings: Settings, sign: Sign | None = None) -> Client:
    """The client for this server, bound to its hosts. Raises ConfigError."""
    from nudger.errors import ConfigError
    from nudger.networks.http import Client

    url, headers = address(settings), sign or _bearer
    if not url:
        raise ConfigError("network-no-url", hint="network-no-url-hint", network=name)
    return Client(url, lambda: headers(name, settings), hosts(settings), ca_file=settings.ca_file)


def _token(name: str, settings: Settings) -> str:
    """The token, fetched when it is needed. Raises ConfigError."""
    from nudger.errors import ConfigError

    if settings.token is None:
        raise ConfigError("network-no-token", hint="network-no-token-hint", network=name)
    return settings.token.reveal()


def _bearer(name: str, settings: Settings) -> Mapping[str, str]:
    return {"Authorization": f"Bearer {_token(name, settings)}"}


def _basic(name: str, settings: Settings) -> Mapping[str, str]:
    """RFC 7617."""
    pair = f"{settings.username or ''}:{_token(name, settings)}"
    return {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}


def _api_key(name: str, settings: Settings) -> Mapping[str, str]:
    """Discourse: an administrator's key for one user, or a user's own key."""
    if settings.username:
        return {"Api-Key": _token(name, settings), "Api-Username": settings.username}
    return {"User-Api-Key": _token(name, settings)}


MAKERS: Mapping[str, Maker] = {
    "coconut": _coconut,
    "discourse": _discourse,
    "email": _email,
    "humhub": _humhub,
    "jive": _jive,
    "matrix": _matrix,
    "mattermost": _mattermost,
    "nodebb": _nodebb,
    "slack": _slack,
    "teams": _teams,
    "teams-workflow": _teams_workflow,
    "viva-engage": _viva_engage,
    "yammer": _viva_engage,
    "zulip": _zulip,
}
"""By the ``type`` of the configuration."""
