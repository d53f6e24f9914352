"""Demo: how mail programs write a letter down, with their quotes, signatures and HTML; the styles are data.

``mails/clients.toml`` holds one table a program and language; see ``own/replies`` of the shared data for the real thing.
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
    """The habits of one mail program in one language. Fields that end in ``_html`` and ``head`` are templates."""

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


@dataclass(frozen=True, slots=True)
class Body:
    """A mail's text in both forms. ``html`` is what stands between the body tags; ``page`` is the whole document."""

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


@cache
def style(client: str, language: str) -> Style:
    """The habits of a mail program. Raises KeyError for one that is not in ``clients.toml``."""
    values = table("clients")[client][language]
    return Style(language=language, **{key: _trimmed(value) for key, value in values.items()})


def write(letter: Letter, person: Person, how: Style, quoted: Quoted | None) -> Body:
    """The letter as this person's program sends it."""
    if letter.interleaved and quoted:
        return _interleaved(letter, person, how, quoted)
    signature = person.signature.strip("\n") if letter.signature and not how.footer else ""
    disclaimer = table("clients")["disclaimer"][person.disclaimer] if person.disclaimer else ""
    return Body(
        _plain(letter.text, signature, disclaimer, how, quoted, person),
        *_html(letter.text, signature, disclaimer, how, quoted, person),
    )


def _interleaved(letter: Letter, person: Person, how: Style, quoted: Quoted) -> Body:
    attribution = _head(how, quoted, person)
    text = letter.text.replace("{attribution}", _prefixed(attribution, how) if how.head_quoted else attribution)
    return Body(text, "", "")


def _plain(
    text: str, signature: str, disclaimer: str, how: Style, quoted: Quoted | None, person: Person
) -> str:
    mark = f"{how.signature_mark}\n" if signature and how.signature_mark else ""
    blocks = [_wrapped(text, how.wrap), mark + signature, how.footer, _quote(how, quoted, person), disclaimer]
    return "\n\n".join(block for block in blocks if block)


def _quote(how: Style, quoted: Quoted | None, person: Person) -> str:
    if quoted is None:
        return ""
    head = _head(how, quoted, person)
    gap = "\n\n" if "Subject:" in head or "Onderwerp:" in head or how.head_quoted else "\n"
    if how.head_quoted:
        return _prefixed(head + gap + quoted.body.plain, how)
    return head + gap + _prefixed(_wrapped(quoted.body.plain, how.wrap), how)


def _prefixed(text: str, how: Style) -> str:
    """Each line behind the quote mark; a line that is quoted already gets no second space (RFC 3676, 4.5)."""
    mark = how.prefix
    return "\n".join(f"{mark.rstrip()}{line}" if line.startswith(">") else f"{mark}{line}" for line in text.split("\n"))


def _wrapped(text: str, width: int) -> str:
    if not width:
        return text
    return "\n".join(
        line if line.startswith(">") else textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )


def _head(how: Style, quoted: Quoted, person: Person) -> str:
    return _wrapped(Template(how.head).substitute(_attribution(how, quoted, person, how.cc)), how.wrap)


def _html(
    text: str, signature: str, disclaimer: str, how: Style, quoted: Quoted | None, person: Person
) -> tuple[str, str]:
    blocks = (_lines_html(block, how) for block in (text, signature) if block)
    gap = f"\n{how.blank_html}\n"
    own = gap.join([*blocks, how.footer_html] if how.footer_html else blocks)
    quote = _quote_html(how, quoted, person)
    tail = gap + _lines_html(disclaimer, how) if disclaimer else ""
    page = Template(how.page_html).substitute(own=own, quote=quote + tail)
    return f"{own}\n{quote}{tail}".strip("\n"), page


def _quote_html(how: Style, quoted: Quoted | None, person: Person) -> str:
    if quoted is None:
        return ""
    inner = quoted.body.html or _lines_html(quoted.body.plain, how)
    words = {key: escape(value) for key, value in _attribution(how, quoted, person, "").items()}
    if quoted.cc:
        words["cc"] = Template(how.cc_html).substitute(cc=escape(_names(quoted.cc)))
    return Template(how.quote_html).substitute(words, quote=inner)


def _lines_html(text: str, how: Style) -> str:
    lines = (Template(how.line_html).substitute(text=_linked(line)) if line else how.blank_html for line in _lines(text))
    return "\n".join(lines)


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _linked(line: str) -> str:
    return LINK.sub(lambda found: f'<a href="{found[0]}">{found[0]}</a>', escape(line, quote=False))


def _attribution(how: Style, quoted: Quoted, person: Person, cc: str) -> dict[str, str]:
    local = quoted.sent.astimezone(ZoneInfo(person.zone))
    return {
        "name": quoted.sender.name,
        "email": quoted.sender.email,
        "date": format_datetime(local, how.date, locale=LOCALES[how.language]).replace(".", ""),
        "to": _names(quoted.to),
        "cc": Template(cc).substitute(cc=_names(quoted.cc)) if quoted.cc else "",
        "subject": quoted.subject,
    }


def _names(persons: tuple[Person, ...]) -> str:
    return "; ".join(f"{person.name} <{person.email}>" for person in persons)


def _trimmed(value: object) -> object:
    return value.strip("\n") if isinstance(value, str) and value.count("\n") > 1 else value
