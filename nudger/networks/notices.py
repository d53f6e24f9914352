"""networks: the mails that a network itself sends about reactions, in the leader's mailbox; pure.

They never count as talk (a gate), but where a network cannot be read they tell that somebody reacted to an own post.
Believed only from a sender of ``notifications`` in the configuration whose domain the organisation's own mail server
proved. Which post it is about is told by a link to it. No name and no word of the mail is kept.

The sentences were written from what platforms document of their mails (support.microsoft.com, "Viva Engage email and
push notifications"; docs.jivesoftware.com, "Managing email notification templates"; mattermost, notification_email.go)
and are not complete; a link to a post that nudger knows needs no sentence. A like waits for no answer.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from nudger.networks.hosts import APIS, allowed, hosts
from rules.message import Message

if TYPE_CHECKING:
    from nudger.config.models import Network as Settings

LOOKED_AT = 2_000
"""Characters of a mail in which the sentence is looked for."""

_THINGS = r"post|message|question|discussion|idea|thread|blog|conversation|poll|update|announcement"
_ZAKEN = r"bericht|vraag|discussie|idee|gesprek|blog|peiling|aankondiging|post"
_REACTED = re.compile(
    r"\b(?:replied|commented|reacted|responded|answered)(?: (?:to|on|in))? your (?:\w+ )?(?:"
    + _THINGS
    + r")\b|\b(?:reageerden?|antwoordden?) op (?:je|jouw|uw) (?:\w+ )?(?:"
    + _ZAKEN
    + r")\b|\b(?:heeft|hebben) (?:gereageerd|geantwoord) op (?:je|jouw|uw) (?:\w+ )?(?:"
    + _ZAKEN
    + r")\b|\b(?:heeft|hebben) op (?:je|jouw|uw) (?:\w+ )?(?:"
    + _ZAKEN
    + r") (?:gereageerd|geantwoord)\b",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"\b(?:repl(?:y|ied)|comment(?:ed)?|answered|gereageerd|reageerden?|reactie|antwoord)\b", re.IGNORECASE
)
_TOKEN = re.compile(r"[A-Za-z0-9_=:$!.@-]{3,}")


@dataclass(frozen=True, slots=True)
class Sender:
    """From where a network sends its mails, and on which hosts its posts stand."""

    network: str
    addresses: frozenset[str]
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Somebody reacted on ``network`` at ``at``. ``own``: the mail itself says that it was to an own post.

    ``links`` lead to the network; ``mail`` names the mails about one conversation where no link does.
    """

    network: str
    links: tuple[str, ...]
    mail: str
    at: datetime
    own: bool


@dataclass(frozen=True, slots=True)
class OwnPost:
    """A post of the leader that nudger knows; ``remote_id`` is empty where a person pasted it."""

    remote_id: str
    url: str
    community: str
    at: datetime


def senders(networks: Mapping[str, Settings]) -> tuple[Sender, ...]:
    """Who may send such mails, by the configuration."""
    found = []
    for name, settings in networks.items():
        api = APIS.get(settings.type)
        page = urlsplit(settings.url or "").hostname
        where = (*hosts(settings), *(api.pages if api else ()), *([page] if page else ()))
        found.append(Sender(name, frozenset(settings.notifications), tuple(dict.fromkeys(where))))
    return tuple(one for one in found if one.addresses)


def sender_of(message: Message, known: Sequence[Sender]) -> Sender | None:
    """The network that surely sent this; None for anyone else, and where nothing proves it."""
    if message.sender is None or message.authenticated is not True or "network" not in message.marks:
        return None
    email = message.sender.email
    names = {email, f"@{email.rpartition('@')[2]}"}
    return next((one for one in known if not names.isdisjoint(one.addresses)), None)


def notice(message: Message, known: Sequence[Sender]) -> Notice | None:
    """What a mail tells of a reaction; None when it is about anything else."""
    sender = sender_of(message, known)
    if sender is None:
        return None
    text = f"{message.subject}\n{message.own_words[:LOOKED_AT]}"
    own = bool(_REACTED.search(text))
    if not (own or message.is_reply or _REPLY.search(text)):
        return None
    links = tuple(link for link in message.links if allowed(urlsplit(link).hostname or "", sender.hosts))
    return Notice(sender.network, links, (*message.references, message.id)[0], message.sent, own)


def about(one: Notice, posts: Collection[OwnPost]) -> tuple[str, OwnPost | None] | None:
    """The id of the conversation that a notice is about, with the post where it is known; None: not an own one."""
    for link in one.links:
        post = next((post for post in posts if _leads_to(link, post)), None)
        if post:
            return post.remote_id or bare(post.url), post
    if not one.own:
        return None
    return (bare(one.links[0]) if one.links else f"mail:{one.mail}"), None


def bare(url: str) -> str:
    """An address without what does not tell which post it is; a fragment that is a path stays (old Yammer)."""
    parts = urlsplit(url)
    fragment = f"#{parts.fragment}" if "/" in parts.fragment else ""
    return f"{(parts.hostname or '').lower()}{parts.path.rstrip('/')}{fragment}"


def _leads_to(link: str, post: OwnPost) -> bool:
    if post.url and bare(link) == bare(post.url):
        return True
    id_ = post.remote_id.rpartition("/")[2]
    return len(id_) >= 3 and id_ in set(_tokens(link))


def _tokens(link: str) -> Iterator[str]:
    """The pieces of a link that may be an id; Viva Engage writes one as base64 of JSON with the number in it."""
    parts = urlsplit(link)
    for token in _TOKEN.findall(unquote(f"{parts.path} {parts.query} {parts.fragment}".replace("/", " "))):
        yield from (token, token.rpartition("=")[2])
        try:
            inside = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        except ValueError:
            continue
        if isinstance(inside, dict):
            yield str(inside.get("id", ""))
