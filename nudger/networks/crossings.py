"""networks: whether a mail leads its readers to a post on a network; pure, and nothing of the mail is kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from nudger.networks.hosts import APIS, allowed, hosts
from rules.message import Message

if TYPE_CHECKING:
    from nudger.config.models import Network as Settings

CROSSED = "network.link"
"""The finding of such a mail."""
LOOKED_AT = 20_000
"""Characters of a mail in which a link is looked for."""

_LINK = re.compile(r"https?://[^\s<>\"'`|\\^{}]{1,2000}", re.IGNORECASE)
_NO_POST = re.compile(r"/l/(?:meetup-join|meeting|file|call)/", re.IGNORECASE)
"""What else lies on such a host: Teams has meetings, files and calls beside its posts."""


def pages(networks: Iterable[Settings]) -> tuple[str, ...]:
    """The hosts on which people read the posts of these networks; one that begins with ``*.`` is any below it."""
    found: list[str] = []
    for settings in networks:
        api = APIS.get(settings.type)
        page = urlsplit(settings.url or "").hostname
        found += [*hosts(settings), *(api.pages if api else ()), *([page] if page else ())]
    return tuple(dict.fromkeys(found))


def crosses(message: Message, where: Collection[str]) -> bool:
    """Whether the author's own words hold a link to a page on one of these hosts, also inside a link checker's link."""
    if not where:
        return False
    text = "\n".join((message.own_words[:LOOKED_AT], *message.links))
    return any(_leads_to_a_post(link, where) for link in _LINK.findall(f"{text}\n{_unwrapped(text)}"))


def _unwrapped(text: str) -> str:
    """The links that stand inside others, each as a word of its own."""
    return re.sub(r"(?<!\s)(?=https?://)", " ", unquote(text), flags=re.IGNORECASE)


def _leads_to_a_post(link: str, where: Collection[str]) -> bool:
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    # The bare front page is where everybody may be sent for other reasons.
    deep = len(parts.path.strip("/.,;:!?)")) > 0 or bool(parts.fragment)
    return deep and allowed(host, where) and not _NO_POST.search(parts.path)
