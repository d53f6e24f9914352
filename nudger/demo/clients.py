"""Demo: how mail programs write a letter down, with their quotes, signatures and HTML; the styles are data.

``mails/clients.toml`` holds one table a program and language, each made after mail of that program.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from html import escape
from string import Template
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from nudger.demo.letters import Letter, Person, table

LINK = re.compile(r"https?://[^\s<>]+[^\s<>.,]")
LOCALES = {"nl": "nl", "en": "en_GB"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The habits of one mail program in one language.

    ``parts`` is ``alternative``, ``plain`` or ``html``; ``date`` a CLDR pattern; ``head``, ``cc``, ``message_id`` and
    all that end in ``_html`` are templates of :class:`string.Template`.
    """

    language: str
    reply: str
    parts: str
    message_id: str
    date: str
    head: str
    cc: str = ""
    wrap: int = 0
    prefix: str = ""
    head_quoted: bool = False
    signature_mark: str = ""
    footer: str = ""
    thread_index: bool = False
    line_html: str = "<p>$text</p>"
    blank_html: str = ""
    footer_html: str = ""
    cc_html: str = ""
    quote_html: str = "$quote"
    page_html: str = "$own$quote"

    @classmethod
    @cache
    def of(cls, client: str, language: str) -> Style:
        """As described in ``clients.toml``. Raises KeyError for a program that is not there."""
        return cls(language=language, **table("clients")[client][language])


@dataclass(frozen=True, slots=True)
class Body:
    """A mail's text in both forms: ``html`` is what stands between the body tags, ``page`` the whole document."""

    plain: str
    html: str
    page: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """The mail that is answered: who wrote it when to whom, as an attribution says it, and its body."""

    sender: Person
    sent: datetime
    to: tuple[Person, ...]
    cc: tuple[Person, ...]
    subject: str
    body: Body


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What the author adds; any of them may be empty except the text."""

    text: str
    signature: str
    disclaimer: str


def write(letter: Letter, person: Person, how: Style, quoted: Quoted | None) -> Body:
    """The letter as this person's program sends it."""
    if quoted and letter.interleaved:
        return Body(_interleaved(letter.text, person, how, quoted), "", "")
    pieces = _pieces(letter, person, how)
    plain = _plain(pieces, how, _quote_plain(how, person, quoted) if quoted else "")
    html, page = _html(pieces, how, _quote_html(how, person, quoted) if quoted else "")
    return Body(plain, html, page)


def _pieces(letter: Letter, person: Person, how: Style) -> _Pieces:
    signature = person.signature.strip("\n") if letter.signature and not how.footer else ""
    disclaimer = table("clients")["disclaimer"][person.disclaimer] if person.disclaimer else ""
    return _Pieces(letter.text, signature, disclaimer)


def _interleaved(text: str, person: Person, how: Style, quoted: Quoted) -> str:
    head = _head(how, person, quoted).strip("\n")
    return text.replace("{attribution}", _prefixed(head, how.prefix) if how.head_quoted else head)


def _plain(pieces: _Pieces, how: Style, quote: str) -> str:
    mark = f"{how.signature_mark}\n" if pieces.signature and how.signature_mark else ""
    blocks = (_wrapped(pieces.text, how.wrap), mark + pieces.signature, how.footer, quote, pieces.disclaimer)
    return "\n\n".join(block for block in blocks if block)


def _quote_plain(how: Style, person: Person, quoted: Quoted) -> str:
    head, text = _head(how, person, quoted), _wrapped(quoted.body.plain, how.wrap)
    return _prefixed(head + text, how.prefix) if how.head_quoted else head + _prefixed(text, how.prefix)


def _head(how: Style, person: Person, quoted: Quoted) -> str:
    words = _attribution(how, person, quoted)
    words["cc"] = Template(how.cc).substitute(words) if quoted.cc else ""
    return _wrapped(Template(how.head).substitute(words), how.wrap)


def _prefixed(text: str, mark: str) -> str:
    """Each line behind the quote mark; what is quoted already gets no second space (RFC 3676, 4.5)."""
    return "\n".join((mark.rstrip() if line.startswith(">") else mark) + line for line in text.split("\n"))


def _wrapped(text: str, width: int) -> str:
    if not width:
        return text
    return "\n".join(line if line.startswith(">") else _folded(line, width) for line in text.split("\n"))


def _folded(line: str, width: int) -> str:
    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)


def _html(pieces: _Pieces, how: Style, quote: str) -> tuple[str, str]:
    gap = f"\n{how.blank_html}\n"
    blocks = (_lines(pieces.text, how), _lines(pieces.signature, how), how.footer_html)
    own = gap.join(block for block in blocks if block)
    tail = quote + (gap + _lines(pieces.disclaimer, how) if pieces.disclaimer else "")
    return f"{own}\n{tail}", Template(how.page_html).substitute(own=own, quote=tail)


def _quote_html(how: Style, person: Person, quoted: Quoted) -> str:
    words = {word: escape(value) for word, value in _attribution(how, person, quoted).items()}
    words["cc"] = Template(how.cc_html).substitute(words) if quoted.cc else ""
    quote = quoted.body.html or _lines(quoted.body.plain, how)
    return Template(how.quote_html).substitute(words, quote=quote)


def _lines(text: str, how: Style) -> str:
    template = Template(how.line_html)
    lines = text.split("\n") if text else []
    return "\n".join(template.substitute(text=_linked(line)) if line else how.blank_html for line in lines)


def _linked(line: str) -> str:
    return LINK.sub(lambda found: f'<a href="{found[0]}">{found[0]}</a>', escape(line, quote=False))


def _attribution(how: Style, person: Person, quoted: Quoted) -> dict[str, str]:
    local = quoted.sent.astimezone(ZoneInfo(person.zone))
    return {
        "name": quoted.sender.name,
        "email": quoted.sender.email,
        "date": format_datetime(local, how.date, locale=LOCALES[how.language]).replace(".", ""),
        "to": _names(quoted.to),
        "cc": _names(quoted.cc),
        "subject": quoted.subject,
    }


def _names(persons: tuple[Person, ...]) -> str:
    return "; ".join(f"{person.name} <{person.email}>" for person in persons)
