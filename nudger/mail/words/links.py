"""Reading a mail: the public links in the author's own words, without what tracks the reader.

A link to an own host, an intranet or a shared drive is not public: it says nothing to others, or too much.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import SplitResult, parse_qs, urlsplit

from nudger.mail.mime.headers import line

LINKS_LIMIT = 20
"""Links of one message that are kept."""
LENGTH_LIMIT = 1_000
"""Characters of a link; a longer one is left out."""

_LINK = re.compile(r"https?://[^\s<>\"'`|\\^{}]{1,2000}", re.IGNORECASE)
_TRACKING = re.compile(
    r"utm_\w*|mtm_\w*|pk_\w*|oly_\w*|vero_\w*|hsa_\w*|_hs\w+|at_\w*|[fgdtyw]b?clid|msclkid|gbraid|wbraid|mc_[ce]id|mkt_tok|"
    r"igshi?d?|si|s_cid|cmpid|ref_src|ref_url|trk\w*|li_fat_id|elqtrack\w*|sc_\w+|ns_\w+|__s|wt_?mc\w*|xtor|spm|_ga|_gl",
    re.IGNORECASE,
)
_WRAPPERS = (
    (re.compile(r".*\.safelinks\.protection\.outlook\.com\Z"), ("url",)),
    (re.compile(r"(?:www\.)?google\.[a-z]{2,3}\Z"), ("q", "url")),
    (re.compile(r"(?:l|lm)\.facebook\.com\Z"), ("u",)),
)
"""Hosts that stand before the real link, and the parameters in which they carry it."""
_URLDEFENSE = re.compile(r"/v3/__(https?:/{1,2}.+?)__;")
_NOT_PUBLIC = re.compile(
    r".*\.(?:local|lan|intern|internal|intranet|corp|home|private|localhost|localdomain|test|invalid|arpa|onion)\Z"
    r"|(?:.*\.)?(?:sharepoint\.com|1drv\.ms|teams\.microsoft\.com|teams\.live\.com|outlook\.office(?:365)?\.com|zoom\.us"
    r"|meet\.google\.com|webex\.com)\Z"
)
"""Names that only an intranet knows, and hosts that are closed to others or lead to a meeting."""
_SENTENCE = ".,;:!?*_"
_OPENING = {")": "(", "]": "["}
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}\Z")


def public_links(text: str, own_domains: Collection[str] = ()) -> tuple[str, ...]:
    """The links in the order in which they are written, each once.

    ``own_domains`` are the organisation's: links to them, or to hosts under them, are left out.
    """
    found: dict[str, None] = {}
    for match in _LINK.finditer(text):
        link = _public(_trimmed(match[0]), own_domains)
        if link:
            found[link] = None
        if len(found) == LINKS_LIMIT:
            break
    return tuple(found)


def _trimmed(link: str) -> str:
    """The link without the punctuation of the sentence around it; a bracket stays when it was opened inside."""
    link = link.rstrip(_SENTENCE)
    while link and (opening := _OPENING.get(link[-1])) and link.count(link[-1]) > link.count(opening):
        link = link[:-1].rstrip(_SENTENCE)
    return link


def _public(link: str, own_domains: Collection[str]) -> str:
    """The link as others may see it, or an empty text."""
    try:
        parts = _unwrapped(urlsplit(link))
        host, private = parts.hostname or "", parts.username is not None
    except ValueError:
        return ""
    if private or not _is_public(host, own_domains):
        return ""
    bare = parts._replace(query=_without_tracking(parts.query), fragment=_without_tracking(parts.fragment)).geturl()
    return line(bare) if len(bare) <= LENGTH_LIMIT else ""


def _unwrapped(parts: SplitResult) -> SplitResult:
    """The link inside a link checker's or search engine's link, which may itself be wrapped."""
    for _ in range(3):
        inner = _inner(parts)
        if not inner:
            break
        parts = urlsplit(inner)
    return parts


def _inner(parts: SplitResult) -> str:
    host = parts.hostname or ""
    if host == "urldefense.com" and (found := _URLDEFENSE.match(parts.path)):
        return found[1]
    for pattern, names in _WRAPPERS:
        if pattern.match(host):
            query = parse_qs(parts.query, max_num_fields=50)
            return next((query[name][0] for name in names if query.get(name, [""])[0].startswith("http")), "")
    return ""


def _is_public(host: str, own_domains: Collection[str]) -> bool:
    host = host.rstrip(".")
    own = any(host == domain or host.endswith(f".{domain}") for domain in own_domains)
    return not own and len(host) < 254 and bool(_HOST.match(host)) and not _NOT_PUBLIC.match(host)


def _without_tracking(query: str) -> str:
    """The parameters as written, but for those that tell who clicked where."""
    pairs = query.split("&")
    return "&".join(pair for pair in pairs if not _TRACKING.fullmatch(pair.partition("=")[0]))
