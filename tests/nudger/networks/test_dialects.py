"""Text of a hostile mail in every dialect: no markup, no mention, nothing hidden, nothing lost."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from nudger.errors import Refused
from nudger.networks import dialects
from nudger.networks.base import Capabilities, Dialect, Draft
from rules.characters import FORBIDDEN

OPEN = Capabilities(posts=True, reads=True, finds=True, retracts=True, dialect="plain")
HOSTILE = (
    "[klik](javascript:alert(1))",
    "![x](http://evil.example/pixel.png)",
    "<details open ontoggle=alert(1)>",
    "```\n@all\n```",
    "# groot\n\n> citaat\n\n---\n\ntitel\n===\n",
    "|a|b|\n|-|-|\n|1|2|",
    "tekst\n\n    code\n\n\tcode",
    "1. een\n2) twee\n- drie\n+ vier\n* vijf",
    "<!channel> <!here> <!everyone>",
    "<@U012AB3CD> <!subteam^S123>",
    "<http://evil.example|acme.example>",
    "@all @channel @here @everyone @iedereen @team @**all** @**everyone** @_**x** @group",
    '<at id="0">Everyone</at>',
    '@staff @trust_level_0 [quote="jan, post:1, topic:1"]x[/quote] [details] [poll]\n* a\n[/poll]',
    "@**all** @*everyone* #**x** ```spoiler x```",
    "＠all ﹫all (@all) \"@all\" '@all'",
    "[[user:1]] [[tag:1]] cc: all",
    "&lt;b&gt; &#64;all &amp;",
    "\x1b]52;c;aGFsbG8=\x07 \x1b[31mrood \u202eomgekeerd\u202c \u200bzero\u2060 \U000e0041tag",
    "**vet** _schuin_ ~~weg~~ `code` $$x$$ \\* \\",
)
MENTION = re.compile(r"(?<![\w.+-])[@＠﹫][\w*_\[{(\"'-]|\[\[\w+:")
"""How Mattermost, Zulip, Discourse, Jive and Yammer find the people that a text calls."""
SLACK = re.compile(r"<[@!#]")
LINK = re.compile(r"href=\"([^\"]*)\"")


def shown(text: str, dialect: Dialect) -> str:
    """What a server makes of it, as HTML."""
    return (
        MarkdownIt("commonmark").enable("table").enable("strikethrough").render(text) if dialect == "markdown" else text
    )


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append(tag)


def tags(page: str) -> set[str]:
    parser = Tags()
    parser.feed(page)
    return set(parser.found)


def written(text: str, dialect: Dialect) -> str:
    return "".join(dialects.render(Draft("", text, "", "nl"), replace(OPEN, dialect=dialect)))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("dialect", ["markdown", "html"])
def test_hostile_text_makes_no_markup(text: str, dialect: Dialect) -> None:
    page = shown(written(text, dialect), dialect)
    assert tags(page) <= {"p", "br", "a"}
    assert all(link.startswith(("http://", "https://")) for link in LINK.findall(page))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("dialect", ["plain", "markdown", "html", "mrkdwn"])
def test_hostile_text_calls_nobody_and_hides_nothing(text: str, dialect: Dialect) -> None:
    made = written(text, dialect)
    visible = html.unescape(re.sub(r"<[^>]*>", "", shown(made, dialect))) if dialect in ("markdown", "html") else made
    assert not MENTION.search(visible)
    assert dialect != "mrkdwn" or not SLACK.search(made)
    assert not FORBIDDEN.search(made.replace("\n", ""))


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("a1 \n\t*_`[]()<>#+-=.!|~\\&@:/\"'h"), max_size=40))
def test_any_text_is_shown_as_it_is_in_markdown(text: str) -> None:
    page = shown(written(text, "markdown"), "markdown")
    assert tags(page) <= {"p", "br", "a"}
    visible = html.unescape(re.sub(r"<[^>]*>", "", page))
    assert "".join(visible.split()) == "".join(dialects.clean(text).split())


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.integers(min_value=20, max_value=90), st.sampled_from(["plain", "html", "markdown"]))
def test_nothing_is_lost_in_the_parts_and_each_fits(text: str, limit: int, dialect: Dialect) -> None:
    capabilities = replace(OPEN, dialect=dialect, body_limit=limit, unit="bytes")
    try:
        parts = dialects.render(Draft("", text, "", "nl"), capabilities)
    except Refused:
        return
    assert all(dialects.fits(part, capabilities) for part in parts)
    if dialect == "plain":
        assert "".join("".join(parts).split()) == "".join(dialects.clean(text).split())


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://acme.example@evil.example/", "evil.example"),
        ("https://аcme.example/", "xn--cme-5cd.example"),
        ("https://plein.example/een_twee?a=b&c=d", ""),
    ],
)
def test_a_link_shows_where_it_leads(link: str, host: str) -> None:
    for dialect in ("plain", "markdown", "html", "mrkdwn"):
        page = shown(written(f"Zie {link}.", dialect), dialect)
        assert f"({host})" in page if host else "(" not in page
    assert f'<a href="{html.escape(link)}">' in written(f"Zie {link}.", "html")


def test_a_long_title_is_shortened_visibly_and_stands_whole_above_the_text() -> None:
    capabilities = replace(OPEN, titled=True, title_limit=20)
    draft = Draft("Een titel die langer is dan hier past", "Tekst.", "", "nl")
    assert dialects.title(draft, capabilities) == "Een titel die langer…"[:20].rsplit(" ", 1)[0] + "…"
    assert dialects.render(draft, capabilities) == ("Een titel die langer is dan hier past\n\nTekst.",)
    short = replace(draft, title="Een titel")
    assert (dialects.title(short, capabilities), dialects.render(short, capabilities)) == ("Een titel", ("Tekst.",))


def test_an_address_is_not_a_mention() -> None:
    assert written("Mail jan@voorbeeld.example", "plain") == "Mail jan@voorbeeld.example"
