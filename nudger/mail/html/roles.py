"""Mail room: what an HTML element means in a mail: a quote, an attribution, a signature, or something unseen.

Mail programs name these elements; the names are data. The whole ``gmail_quote`` is not a quote: answers between the
quoted lines stand in it too, only its ``blockquote`` counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Attributes = Mapping[str, str | None]

_NAMED = {
    "quote": """
        yahoo_quoted tutanota_quote missive_quote front-blockquote ms-outlook-mobile-reference-message
        olk_src_body_section mail-editor-reference-message-container isreplycontent _origmsgbody js-quoted-text
        messagereplysection __quoted_text__ quotedmessage replytext mimestream_quote
        """,
    "attribution": "gmail_attr moz-cite-prefix gmail_quote_attribution reply-intro v1reply-intro yahoo-quoted-begin",
    "signature": """
        signature gmail_signature gmail_signature_prefix moz-signature protonmail_signature_block composer_signature
        ms-outlook-mobile-signature _rc_sig sh-signature front-signature tutanota_signature messagesignaturesection
        edo-signature mailspring-signature wisestamp_signature x-signature
        """,
    "rest": "appendonsend divrplyfwdmsg stopspelling zwchr outlookmessageheader __divider__ __headers__",
}
_ROLES = {name: role for role, names in _NAMED.items() for name in names.split()}
"""What the programs call their elements, by id, class, name or data attribute, to what these are."""

_NAMING = "id", "class", "name", "data-marker", "data-smartmail"
_REWRITTEN = re.compile(r"(?:x_)+|ydp[0-9a-f]{6,8}")
_NUMBER = re.compile(r"_\d+\Z")

_HIDDEN = re.compile(
    r"display ?: ?none|visibility ?: ?hidden|mso-hide ?: ?all|opacity ?: ?0(?:\.0{1,3})? ?(?:;|!|\Z)|"
    r"max-height ?: ?0(?:px)? ?(?:;|!|\Z)",
    re.IGNORECASE,
)
_FONT_SIZE = re.compile(r"font-size ?: ?(0(?:\.0{1,3})?(?:px|pt|em|rem|%)? ?(?:;|!|\Z))?", re.IGNORECASE)
_HEADER_BOX = re.compile(r"border-top ?: ?solid (?:#?b5c4df|#?e1e1e1) 1\.0pt", re.IGNORECASE)
_BORDER_LEFT = re.compile(
    r"border-left(?:-\w{1,6})? ?: ?(?!none|0|medium none)\w|border ?: ?(?:none|0\w{0,3}) ?; ?border-left ?: ?solid",
    re.IGNORECASE,
)
_INDENT = re.compile(r"border(?:-width)? ?: ?(?:none|medium|0)", re.IGNORECASE)
_PRE = re.compile(r"white-space ?: ?(?:pre|break-spaces)", re.IGNORECASE)
_STYLE_READ = 600

_UNSEEN = """
head title script style template noscript iframe object svg math select option textarea audio video canvas map button
-comment
"""
UNSEEN = frozenset(_UNSEEN.split())
"""Elements whose text is not part of the message."""


def role(tag: str, attributes: Attributes) -> str:
    """Tell what an element is: quote, perhaps-quote, attribution, signature, rest, hidden, or nothing (empty).

    ``rest``: from here to the end is another's mail.
    """
    if not attributes:
        return "perhaps-quote" if tag == "blockquote" else ""
    style = _style(attributes)
    if "hidden" in attributes or (style and _HIDDEN.search(style)):
        return "hidden"
    if tag == "blockquote":
        return _blockquote(attributes, style)
    return _named_role(attributes) or _styled_role(tag, attributes, style)


def zero_font(attributes: Attributes) -> bool | None:
    """Whether letters get size zero here (True), a size (False), or that of the element around (None)."""
    size = _FONT_SIZE.search(_style(attributes))
    return bool(size[1]) if size else None


def preserves_space(tag: str, attributes: Attributes) -> bool:
    """Whether line breaks in the source are line breaks for the reader."""
    return tag in ("pre", "listing", "xmp", "plaintext") or bool(_PRE.search(_style(attributes)))


def _style(attributes: Attributes) -> str:
    return (attributes.get("style") or "")[:_STYLE_READ]


def _names(attributes: Attributes) -> list[str]:
    """The names an element goes by, without what Outlook and Yahoo put before them when they quote."""
    found = " ".join(attributes.get(name) or "" for name in _NAMING)[:_STYLE_READ].lower().split()
    return [_NUMBER.sub("", _REWRITTEN.sub("", name, count=1)) for name in found]


def _named_role(attributes: Attributes) -> str:
    return next((_ROLES[name] for name in _names(attributes) if name in _ROLES), "")


def _blockquote(attributes: Attributes, style: str) -> str:
    named = " ".join(_names(attributes))
    cited = attributes.get("type") == "cite" or attributes.get("cite") or "quote" in named or "cite" in named
    if cited or _BORDER_LEFT.search(style):
        return "quote"
    return "" if _INDENT.search(style) else "perhaps-quote"


def _styled_role(tag: str, attributes: Attributes, style: str) -> str:
    if attributes.get("data-signatureblock") == "true":
        return "signature"
    if tag != "div" or not style:
        return ""
    if attributes.get("name") == "quote" and _BORDER_LEFT.search(style):
        return "quote"
    return "rest" if _HEADER_BOX.search(style) else ""
