"""Mail room: the text of an HTML mail, as lines that know whether they are quoted.

lexbor builds the tree behind :mod:`nudger.mail.html.guard`; the walk has its own stack. What a reader does not see is
left out: styles, comments, hidden elements and letters of size zero.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from nudger.mail.html.colours import hue
from nudger.mail.html.guard import TooDeep, guarded, stripped
from nudger.mail.html.roles import UNSEEN, Attributes, preserves_space, role, zero_font
from nudger.mail.words.clean import clean
from nudger.mail.words.lines import MOST_LINES, OWN, Line, from_plain

_BLOCK_NAMES = """
address article aside body caption center dd details dir div dl dt fieldset figcaption figure footer form header hr html
legend li main menu nav section summary tbody tfoot thead tr
"""
_SPACED_NAMES = "blockquote h1 h2 h3 h4 h5 h6 ol p pre table ul"
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SPACED = frozenset(_SPACED_NAMES.split())
"""Elements that begin a line, and those with a blank line around them."""

_TIGHT = re.compile(r"mso(?:normal|plaintext|listparagraph|nospacing)|xmsonormal", re.IGNORECASE)
_NO_MARGIN = re.compile(r"margin(?:-top|-bottom)? ?: ?0", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_MOST_LINKS = 50


@dataclass(frozen=True, slots=True)
class HtmlText:
    """The visible lines of an HTML mail, clean; quoted ones have a depth, known furniture a kind."""

    lines: list[Line]

    @property
    def text(self) -> str:
        """All visible text."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class _State:
    """What holds for everything inside an element."""

    depth: int = 0
    kind: str = OWN
    pre: bool = False
    unseen: bool = False
    hue: str = ""


def to_text(html: str) -> HtmlText:
    """Read HTML of any quality. Never raises; time and memory are bounded by the limits of the guard."""
    try:
        tree = LexborHTMLParser(guarded(html))
    except TooDeep:
        return HtmlText(from_plain(clean(stripped(html))))
    page = _Page()
    _walk(tree.root, page)
    return HtmlText(page.finished())


def _walk(root: Any, page: _Page) -> None:
    """Visit all nodes in order; an element's end is a tag name on the stack."""
    pending: list[tuple[Any, _State]] = [(root, _State())]
    while pending and not page.full:
        node, state = pending.pop()
        if node is None:
            continue
        if isinstance(node, str):
            page.close(node)
            continue
        pending.append((node.next, state))
        tag = node.tag
        if tag == "-text":
            if not state.unseen:
                page.write(node.text_content or "", state)
        elif tag not in UNSEEN:
            _enter(node, tag, state, page, pending)


def _enter(node: Any, tag: str, state: _State, page: _Page, pending: list[tuple[Any, _State]]) -> None:
    attributes: Attributes = node.attributes
    meaning = role(tag, attributes)
    if meaning == "hidden":
        return
    if meaning == "perhaps-quote":
        meaning = "quote" if state.depth or page.introduces else ""
    page.rest = page.rest or meaning == "rest"
    inner = _inner(state, meaning, tag, attributes)
    page.open(tag, inner, tight=_is_tight(tag, attributes))
    if href := attributes.get("href"):
        page.link(href)
    pending.append((_closing(tag, attributes), state))
    pending.append((node.first_child, inner))


def _inner(state: _State, meaning: str, tag: str, attributes: Attributes) -> _State:
    """What holds inside an element, given what holds around it."""
    if not meaning and not attributes and not preserves_space(tag, attributes):
        return state
    inner = _State(
        depth=state.depth + (meaning == "quote"),
        kind=meaning if meaning in ("quote", "attribution", "signature") else state.kind,
        pre=state.pre or preserves_space(tag, attributes),
        unseen=state.unseen if (zero := zero_font(attributes)) is None else zero,
        hue=state.hue if (found := hue(attributes)) is None else found,
    )
    return state if inner == state else inner


def _is_tight(tag: str, attributes: Attributes) -> bool:
    """Whether a paragraph has no space around it, as Outlook's have."""
    return tag == "p" and bool(
        _TIGHT.search(attributes.get("class") or "") or _NO_MARGIN.search((attributes.get("style") or "")[:200])
    )


def _closing(tag: str, attributes: Attributes) -> str:
    return "div" if _is_tight(tag, attributes) else tag


@dataclass(slots=True)
class _Page:
    """Collects the lines as a browser would break them."""

    lines: list[Line] = field(default_factory=list)
    rest: bool = False
    _parts: list[str] = field(default_factory=list)
    _tail: tuple[str, int] = ("", 0)
    _state: _State = _State()
    _links: list[str] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Whether no more lines are read."""
        return len(self.lines) >= MOST_LINES

    @property
    def introduces(self) -> bool:
        """Whether the last words end in a colon, as those above a quote do."""
        last = next((line for line in reversed(self.lines[-4:]) if line.bare), None)
        return not self._parts and last is not None and last.bare.endswith((":", "："))

    def write(self, text: str, state: _State) -> None:
        """Add text to the line."""
        if state.pre:
            self._write_lines(text, state)
            return
        text = _BLANKS.sub(" ", text)
        if not self._parts or self._parts[-1].endswith(" "):
            text = text.removeprefix(" ")
        if text:
            self._append(text, state)

    def _write_lines(self, text: str, state: _State) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                self.line_break()
            if line:
                self._append(line, state)

    def _append(self, text: str, state: _State) -> None:
        """Add text, and remember in which colour the line ends, and from which part on."""
        self._start(state)
        if text.strip() and (state.hue != self._tail[0] or not self._parts):
            self._tail = (state.hue, len(self._parts))
        self._parts.append(text)

    def _start(self, state: _State) -> None:
        if not self._parts:
            self._state = state

    def link(self, href: str) -> None:
        """Remember where the line links to."""
        if len(self._links) < _MOST_LINKS and href[:4].lower() == "http":
            self._links.append(clean(href)[:2_000])

    def open(self, tag: str, state: _State, *, tight: bool) -> None:
        """Break the line where an element begins."""
        if tag == "br":
            self._start(state)
            self.line_break()
        elif tag in _SPACED and not tight:
            self._gap()
        elif tag in _BLOCKS or tag == "p":
            self._fresh_line()
        elif tag in ("td", "th") and self._parts:
            self._parts.append(" ")

    def close(self, tag: str) -> None:
        """Break the line where an element ends."""
        if tag in _SPACED:
            self._gap()
        elif tag in _BLOCKS:
            self._fresh_line()

    def line_break(self) -> None:
        """End the line, be it empty."""
        text = clean("".join(self._parts)).replace("\n", " ").rstrip()
        depth, kind = self._state.depth, self._state.kind
        if self.rest:
            depth, kind = max(1, depth), "quote"
        elif not depth and text.startswith(">"):
            depth, kind = 1, "quote"
        hue, start = self._coloured_from(text)
        self.lines.append(Line(text, depth, kind, tuple(self._links), hue, start))
        self._parts.clear()
        self._links.clear()
        self._tail = ("", 0)

    def _coloured_from(self, text: str) -> tuple[str, int]:
        """The colour of the end of the line, and where in its text that begins."""
        hue, part = self._tail
        if not hue:
            return "", 0
        tail = clean("".join(self._parts[part:])).replace("\n", " ").strip()
        before = len(text) - len(tail)
        return (hue, before if text[:before].strip() else 0) if text.endswith(tail) else ("", 0)

    def _fresh_line(self) -> None:
        if self._parts:
            self.line_break()

    def _gap(self) -> None:
        self._fresh_line()
        if self.lines and self.lines[-1].bare:
            self.line_break()

    def finished(self) -> list[Line]:
        """All lines."""
        self._fresh_line()
        return self.lines
