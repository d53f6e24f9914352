"""Dialects: what a network's text looks like, made from plain text that may come from a hostile mail (promise M10).

A draft is plain text. Nothing in it becomes markup or a mention: control characters go out, what the dialect would
read as markup is escaped, and after an ``@`` that could call someone comes a space, which anyone can see. A link shows
the host it really leads to. Text that is too long goes on in a reply, in the order in which it was written.

CommonMark 0.31 (escapes, autolinks); docs.slack.dev, Formatting text for app surfaces (mrkdwn).
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from nudger.errors import Refused
from nudger.networks.base import Capabilities, Dialect, Draft
from rules import characters

MOST_PARTS = 5
"""A post and four replies; a longer text is refused: it is a document."""

_LINK = re.compile(r"https?://[^\s<>\"`|\\^{}]+", re.IGNORECASE)
_CALL = re.compile(r"(?<![\w.+-])([@＠﹫])(?=[\w*_\[{(\"'-])")
"""An at sign where a mention can begin; inside an address it stays."""
_BRACKET_CALL = re.compile(r"\[\[(?=\w+:)")
"""``[[user:1]]``: how Yammer writes a mention."""
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~&$]")
_LINE_START = re.compile(r"^([ \t]*)(?:([#+=>-])|(\d{1,9})([.)])(?=\s|$))", re.MULTILINE)
_ZULIP = re.compile(r"\A/|[\\`*_\[\]<>|~&$]|^[ \t]*(?:[#+=-]|\d{1,9}(?=[.)]))", re.MULTILINE)
"""What Zulip may read as markup; a slash only where a message begins, as a command."""
_ZULIP_IN_LINK = re.compile(r"[*~$\[\]]")
_NOT_SPACE = re.compile(r"\S")
_INDENT = re.compile(r"^[ \t]{4,}", re.MULTILINE)
_TRAILING = ".,;:!?)'*_~"
_BREAKS = ("\n\n", "\n", " ")


def clean(text: str) -> str:
    """The text without what no post may carry: control, bidi and hidden characters, mentions."""
    text = characters.strip(text)
    text = _BRACKET_CALL.sub("[ [", _CALL.sub(r"\1 ", text))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def written(text: str, dialect: Dialect) -> str:
    """Clean text in this dialect."""
    made = "".join(_WRITERS[dialect](piece, is_link) for piece, is_link in _pieces(text))
    return _framed(made) if dialect == "html" else made


def fits(text: str, capabilities: Capabilities) -> bool:
    """Whether a text in the network's dialect is within its limit."""
    return not capabilities.body_limit or _length(text, capabilities) <= capabilities.body_limit


def title(draft: Draft, capabilities: Capabilities) -> str:
    """The title where it stands apart: one line, as plain text, shortened where it must be; empty otherwise.

    A shortened title ends in an ellipsis, and :func:`render` then puts it whole above the text.
    """
    if not capabilities.titled:
        return ""
    line = _title_line(draft)
    limit = capabilities.title_limit
    if not limit or _length(line, capabilities) <= limit:
        return line
    room = limit - _length("…", capabilities)
    most = _largest(line, lambda head: _length(head, capabilities) <= room)
    head = line[:most]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip() + "…"


def render(draft: Draft, capabilities: Capabilities) -> tuple[str, ...]:
    """The parts of a draft in the network's dialect. Raises Refused when they would be more than MOST_PARTS."""
    whole = _title_line(draft)
    above = "" if whole and title(draft, capabilities) == whole else whole
    text = "\n\n".join(filter(None, (above, clean(draft.body))))
    parts: list[str] = []
    while text or not parts:
        if len(parts) == MOST_PARTS:
            raise Refused("post-too-long", hint="post-too-long-hint")
        head, text = _split(text, capabilities)
        parts.append(written(head, capabilities.dialect))
    return tuple(parts)


def real_host(link: str) -> str:
    """The host a link leads to, in ASCII, where its text could mislead; empty where it says so itself."""
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
        plain = host.encode("idna").decode() if not host.isascii() else host
    except (ValueError, UnicodeError):
        return "?"
    return plain if "@" in parts.netloc or plain != host else ""


def _title_line(draft: Draft) -> str:
    return " ".join(clean(draft.title).split())


def _split(text: str, capabilities: Capabilities) -> tuple[str, str]:
    """The longest beginning that fits, cut between paragraphs, lines or words, and what remains."""
    most = _largest(text, lambda head: fits(written(head, capabilities.dialect), capabilities))
    if most >= len(text):
        return text, ""
    cuts = (text.rfind(mark, 0, most + 1) for mark in _BREAKS)
    cut = next((found for found in cuts if found > most // 2), most)
    if cut == 0:
        raise Refused("post-too-long", hint="post-too-long-hint")
    return text[:cut].rstrip(), text[cut:].lstrip()


def _largest(text: str, fitting: Callable[[str], bool]) -> int:
    """How many characters of the text fit at most."""
    return bisect_right(range(1, len(text) + 1), False, key=lambda length: not fitting(text[:length]))


def _length(text: str, capabilities: Capabilities) -> int:
    return len(text.encode()) if capabilities.unit == "bytes" else len(text)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Text and links, in turn."""
    place = 0
    for found in _LINK.finditer(text):
        link = found[0].rstrip(_TRAILING)
        yield text[place : found.start()], False
        yield link, True
        place = found.start() + len(link)
    yield text[place:], False


def _with_host(link: str, shown: str, escape: Callable[[str], str]) -> str:
    host = real_host(link)
    return f"{shown} ({escape(host)})" if host else shown


def _plain(piece: str, is_link: bool) -> str:
    return _with_host(piece, piece, str) if is_link else piece


def _markdown(piece: str, is_link: bool) -> str:
    if is_link:
        return _with_host(piece, f"<{piece}>", _escaped_markdown)
    return _escaped_markdown(piece)


def _escaped_markdown(text: str) -> str:
    text = _INDENT.sub("", text)
    text = _MARKDOWN.sub(lambda found: "&amp;" if found[0] == "&" else "\\" + found[0], text)
    return _LINE_START.sub(_escaped_start, text)


def _escaped_start(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}"


def _html(piece: str, is_link: bool) -> str:
    if is_link:
        safe = html.escape(piece)
        return _with_host(piece, f'<a href="{safe}">{safe}</a>', html.escape)
    return html.escape(piece)


def _framed(made: str) -> str:
    paragraphs = (paragraph.strip("\n") for paragraph in re.split(r"\n{2,}", made))
    return "".join(f"<p>{paragraph.replace(chr(10), '<br>')}</p>" for paragraph in paragraphs if paragraph)


def _mrkdwn(piece: str, is_link: bool) -> str:
    safe = piece.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _with_host(piece, f"<{safe}>", str) if is_link else safe


def _zulip(piece: str, is_link: bool) -> str:
    """Zulip's Markdown has no backslash, but knows character references; links it finds by itself."""
    if is_link:
        return _with_host(piece, _ZULIP_IN_LINK.sub(lambda found: f"%{ord(found[0]):02X}", piece), _zulip_text)
    return _zulip_text(piece)


def _zulip_text(text: str) -> str:
    return _ZULIP.sub(lambda found: _NOT_SPACE.sub(lambda sign: f"&#{ord(sign[0])};", found[0]), _INDENT.sub("", text))


_WRITERS: dict[Dialect, Callable[[str, bool], str]] = {
    "plain": _plain,
    "markdown": _markdown,
    "html": _html,
    "mrkdwn": _mrkdwn,
    "zulip": _zulip,
}
