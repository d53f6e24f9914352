"""Mail room: HTML of a mail made safe to parse, because a parser's time and memory can be made to explode.

Measured with lexbor: quadratic in the attributes of a tag and in depth, and a tree of gigabytes out of 160 kB when
unclosed formatting tags are opened again in every paragraph (HTML Standard, 13.2.4.3). So, before parsing: a size
limit, tags with too many or broken attributes reduced to their name, formatting tags turned into ``span``, and no tree
for what is too deep.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

MOST_CHARACTERS = 1_000_000
DEEPEST = 5_000
"""Tags that may be open at once."""

_MOST_ATTRIBUTES = 100
_LONGEST_VALUE = 16_000
_NAME = r"[a-zA-Z][a-zA-Z0-9:_-]{0,60}"
_VALUE = rf"\"[^\"]{{0,{_LONGEST_VALUE}}}+\"|'[^']{{0,{_LONGEST_VALUE}}}+'|[^\s\"'<>`]++"
_ATTRIBUTE = rf"[\s/]++[^\s\"'<>/=]++(?:\s*+=\s*+(?:{_VALUE}))?+"
_TAG = re.compile(
    rf"<(?P<name>{_NAME})(?P<attributes>(?:{_ATTRIBUTE}){{0,{_MOST_ATTRIBUTES}}}+)(?P<end>[\s/]*+>)"
    rf"|<(?P<broken>{_NAME})[^>]*+(?:>|\Z)"
    rf"|</(?P<closed>{_NAME})[^>]*+(?:>|\Z)"
)
_UNSEEN = ("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")

_PLAIN_NAMES = "a b big code em font i nobr s small strike strong tt u svg math"
_PLAIN = frozenset(_PLAIN_NAMES.split())
"""Formatting tags, and the two whose contents follow other rules of nesting: written as ``span``."""

_SHALLOW_NAMES = "area base br col embed hr img input link meta param source track wbr p td th tr option"
_SHALLOW = frozenset(_SHALLOW_NAMES.split())
"""Tags that are not nested in themselves without another between: empty ones, and those that the next one closes."""

_ANY_TAG = re.compile(r"<[^<>]{0,4000}>")
_BLOCK_TAG = re.compile(r"<(?:/?(?:p|div|tr|table|li|blockquote|h\d)\b[^<>]{0,4000}|br ?/?)>", re.IGNORECASE)
_LONG_REFERENCE = re.compile(r"&#\w{8,}")


class TooDeep(Exception):
    """The HTML would make a tree that is too deep to build."""


def guarded(html: str) -> str:
    """Give HTML that says the same and is cheap to parse. Raises :class:`TooDeep`."""
    html = html[:MOST_CHARACTERS].encode("utf-8", "ignore").decode()
    for opening, closing in _UNSEEN:
        html = _without(html, opening, closing)
    return _Rewriter().rewrite(html)


def stripped(html: str) -> str:
    """Give the text between the tags, for HTML that is not worth a tree."""
    text = _ANY_TAG.sub("", _BLOCK_TAG.sub("\n", html[:MOST_CHARACTERS]))
    text = unescape(_LONG_REFERENCE.sub("", text))
    return "\n".join(line for line in text.splitlines() if line.strip())


def _without(html: str, opening: str, closing: str) -> str:
    """Leave out what stands between two marks, to the end where it is never closed."""
    lowered = html.lower()
    if len(lowered) != len(html) or opening not in lowered:
        return html
    kept: list[str] = []
    at = 0
    while (start := lowered.find(opening, at)) >= 0:
        kept.append(html[at:start])
        end = lowered.find(closing, start + len(opening))
        at = end + len(closing) if end >= 0 else len(html)
    return "".join([*kept, html[at:]])


class _Rewriter:
    """Walks the tags once, counting how many of each name are open."""

    def __init__(self) -> None:
        self.open: Counter[str] = Counter()
        self.depth = 0

    def rewrite(self, html: str) -> str:
        return _TAG.sub(self._tag, html)

    def _tag(self, tag: re.Match[str]) -> str:
        if closed := tag["closed"]:
            return self._closed(_written(closed))
        name = _written(tag["name"] or tag["broken"])
        if name not in _SHALLOW:
            self.open[name] += 1
            self.depth += 1
            if self.depth > DEEPEST:
                raise TooDeep
        return f"<{name}{tag['attributes'] or ''}{tag['end'] or '>'}"

    def _closed(self, name: str) -> str:
        if self.open[name]:
            self.open[name] -= 1
            self.depth -= 1
        return f"</{name}>"


def _written(name: str) -> str:
    name = name.lower()
    return "span" if name in _PLAIN else name
