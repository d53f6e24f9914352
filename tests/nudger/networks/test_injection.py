"""Hostile text as it arrives on every network's server: no mention, no markup of others, nothing hidden (promise M10).

What the server would make of it is read with a parser of its dialect: markdown-it for Markdown (for Zulip without the
backslash, which it has not), selectolax for HTML, and the grammar of ``<...>`` for Slack.
"""

from __future__ import annotations

import email
import html
import re
from collections.abc import Iterator
from email.header import decode_header
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from nudger.config.models import Network as Settings
from nudger.errors import Refused
from nudger.networks import network
from nudger.networks.base import Community, Draft, Network, Published, compose
from nudger.networks.catalogue import CATALOGUE
from rules.characters import FORBIDDEN
from tests.nudger.mail.hostile import bombs, make_bombs
from tests.nudger.networks.stubs import CASES
from tests.nudger.networks.test_dialects import HOSTILE

MENTION = re.compile(r"(?<![\w.+-])[@＠﹫][\w*_\[{(\"'-]|\[\[\w+:")
"""How Mattermost, Zulip, Discourse, NodeBB, Jive and Yammer find the people that a text calls."""
FRAME = {"html", "head", "body", "p", "br", "a", "-text", "-comment"}
COMMON = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WITHOUT_BACKSLASH = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("escape")
BRACKETS = re.compile(r"<([^>]*)>")
UNSTUBBED = sorted({entry.type for entry in CATALOGUE} - set(CASES))


def of_html(page: str) -> tuple[str, list[str]]:
    """What is seen, and what is wrong with it: tags of others, links that do not say where they lead."""
    tree = LexborHTMLParser(page)
    visible = tree.body.text() if tree.body else ""
    wrong = [node.tag for node in tree.css("*") if node.tag not in FRAME]
    for link in tree.css("a"):
        href = link.attributes.get("href") or ""
        host = urlsplit(href).hostname or ""
        # A host in another script is shown in ASCII beside its link, or as unknown.
        honest = unquote(href) == unquote(link.text()) or (host.startswith("xn--") and _told(host, visible))
        if not (honest and href.startswith(("http://", "https://"))) or set(link.attributes) != {"href"}:
            wrong.append(href)
    return visible, wrong


def _told(host: str, visible: str) -> bool:
    return f"({host})" in visible or "(?)" in visible


def of_slack(text: str) -> tuple[str, list[str]]:
    wrong = [inside for inside in BRACKETS.findall(text) if not re.fullmatch(r"https?://[^|]*", inside)]
    return html.unescape(BRACKETS.sub(r"\1", text)), wrong


def seen(text: str, dialect: str) -> tuple[str, list[str]]:
    """What people see of a text on the wire, and what in it is not ours."""
    match dialect:
        case "markdown":
            return of_html(COMMON.render(text))
        case "zulip":
            return of_html(WITHOUT_BACKSLASH.render(text))
        case "html":
            return of_html(text)
        case "mrkdwn":
            return of_slack(text)
        case _:
            return text, []


def check(title: str, text: str, dialect: str) -> None:
    visible, wrong = seen(text, dialect)
    assert not wrong
    for shown in (title, visible):
        assert not MENTION.search(shown)
        assert not FORBIDDEN.search(shown.replace("\n", ""))


def posted(there: Network, community: Community, title: str, body: str) -> Iterator[tuple[str, str]]:
    """Title and text of each part; none where the text is refused."""
    try:
        post = compose(there, Draft(title, body, community.id, "nl"), "7", community)
    except Refused:
        return
    for piece in post.pieces:
        yield piece.title, piece.parts[0]


def over_the_wire(type_: str, texts: list[tuple[str, str]]) -> int:
    """Post every text, look at what the server kept; gives how many it kept."""
    case = CASES[type_]
    with case.stub() as server:
        there = case.network(server.url)
        place = Community(server.community, "Zorg")
        for title, body in texts:
            try:
                post = compose(there, Draft(title, body, place.id, "nl"), "7", place)
            except Refused:
                continue
            assert isinstance(there.publish(post.pieces[0], "f00d"), Published)
        for one in server.kept:
            check(one.title, one.text, there.capabilities.dialect)
        return len(server.kept)


def by_hand(type_: str) -> Network:
    smtp = {"host": "127.0.0.1", "username": "fatima@voorbeeld.example", "password": "x"}
    settings = Settings(type=type_, url="https://plein.example", token="x", smtp=smtp)  # type: ignore[arg-type]
    return network("plein", settings, ("zorg",))


@pytest.mark.parametrize("type_", sorted(CASES))
def test_hostile_text_is_inert_on_the_server(type_: str) -> None:
    assert over_the_wire(type_, [(text, text) for text in HOSTILE]) == len(HOSTILE)


@pytest.mark.parametrize("type_", UNSTUBBED)
def test_hostile_text_is_inert_in_what_is_pasted_or_sent_plain(type_: str) -> None:
    there = by_hand(type_)
    for text in HOSTILE:
        for title, part in posted(there, Community("zorg", "Zorg"), text, text):
            check(title, part, there.capabilities.dialect)


@pytest.fixture(scope="module")
def injections(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """Subject and body of every hostile mail that aims at an output, not yet cleaned by reading."""
    folder = make_bombs(shared, tmp_path_factory.mktemp("injection"), seed=3)
    texts = [taken(octets) for _, kind, octets in bombs(folder) if kind == "injection"]
    assert len(texts) == 94
    return [*texts, *((title, body[:3000]) for title, body in texts if len(body) > 3000)]


def taken(octets: bytes) -> tuple[str, str]:
    mail = email.message_from_bytes(octets)
    body = mail.get_payload(decode=True)
    subject = str(mail.get("Subject", ""))
    try:
        words = [w.decode(c or "utf-8", "replace") if isinstance(w, bytes) else w for w, c in decode_header(subject)]
    except (LookupError, ValueError):
        words = [subject]
    return "".join(words), body.decode("utf-8", "replace") if isinstance(body, bytes) else ""


@pytest.mark.shared
@pytest.mark.parametrize("type_", sorted(CASES))
def test_every_output_bomb_is_inert_on_the_server(type_: str, injections: list[tuple[str, str]]) -> None:
    assert over_the_wire(type_, injections) >= 94


@pytest.mark.shared
@pytest.mark.parametrize("type_", UNSTUBBED)
def test_every_output_bomb_is_inert_in_plain_text(type_: str, injections: list[tuple[str, str]]) -> None:
    there = by_hand(type_)
    for subject, body in injections:
        for title, part in posted(there, Community("zorg", "Zorg"), subject, body):
            check(title, part, there.capabilities.dialect)


def test_the_parsers_see_what_they_are_to_see() -> None:
    assert seen("**vet** [klik](http://a.example) ![x](http://b.example)", "markdown")[1]
    assert seen("\\*vet\\*", "markdown")[1] == []
    assert seen("\\*vet\\*", "zulip")[1] == ["em"]
    assert seen('<p>x<at id="0">Iedereen</at><a href="http://a.example">acme</a></p>', "html")[1]
    assert seen("<!channel> <http://a.example|acme>", "mrkdwn")[1] == ["!channel", "http://a.example|acme"]
    for text in ("@all", "@**all**", "[[user:1]]", "＠all"):
        with pytest.raises(AssertionError):
            check("", text, "plain")
