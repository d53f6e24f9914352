"""What the wizard was told becomes a configuration and comes back from it; servers are told from an address."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nudger.config.configuration import load
from nudger.errors import UsageError
from nudger.start.answers import Aim, Answers, own_words, slug, text, told
from nudger.start.options import Options, answers
from nudger.start.servers import Server, guess, servers, typed
from nudger.texts import Texts

WHOLE = Answers(
    language="nl",
    promise_days=3,
    aims=(Aim(id="errors", community="Team Zorg"), Aim(id="rust", title="Rust", words=("rust", "stil"))),
    addresses=("fatima.jansen@voorbeeld.example", "f@voorbeeld.example"),
    server=Server("imap.voorbeeld.example"),
    username="fatima",
    password={"keyring": "mail fatima"},
    domains=("voorbeeld.example",),
    folders=("INBOX", "Projecten"),
    sent="Verzonden items",
    network_type="zulip",
    network="plein",
    url="https://plein.voorbeeld.example",
    when="thu 09:00",
)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_whole_walk_is_a_valid_configuration_and_comes_back(tmp_path: Path, lang: str) -> None:
    path = tmp_path / "nudger.toml"
    path.write_text(text(WHOLE, Texts("nl" if lang == "nl" else "en")), encoding="utf-8")
    assert "fatima.jansen" in load(path, "en", policy=tmp_path / "none").settings.mailboxes
    assert told(tomllib.loads(path.read_text(encoding="utf-8"))) == WHOLE


LINE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20)


@given(title=LINE, community=LINE, words=st.lists(LINE, max_size=3))
def test_whatever_was_typed_comes_back(title: str, community: str, words: list[str]) -> None:
    aim = Aim(id=slug(title), title=title, words=tuple(words), community=community)
    half = Answers(language="nl", promise_days=2, aims=(aim,))
    assert told(tomllib.loads(text(half, Texts("nl")))) == half


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda s: st.lists(s) | st.dictionaries(
    st.sampled_from(["mailboxes", "goals", "networks", "digest", "id", "x", "addresses", "password"]), s)))  # fmt: skip
def test_a_broken_draft_is_no_trouble(tables: object) -> None:
    told(tables if isinstance(tables, dict) else {"mailboxes": tables, "goals": tables, "networks": {"a": tables}})


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("a@ziggo.nl", "imap.ziggo.nl"),
        ("a@XS4ALL.nl", "imap.kpnmail.nl"),
        ("a@icloud.com", "imap.mail.me.com"),
        ("a@hotmail.com", "outlook.office365.com"),
        ("a@voorbeeld.example", None),
        ("a@notziggo.nl", None),
    ],
)
def test_the_server_of_a_known_provider(address: str, host: str | None) -> None:
    found = guess(address)
    assert (found and found.host) == host


def test_a_domain_stands_once_and_every_line_is_closed() -> None:
    domains = [domain for server in servers().values() for domain in server.domains]
    assert len(domains) == len(set(domains))
    assert {server.tls for server in servers().values()} == {"implicit"}


@pytest.mark.parametrize(
    ("line", "tls"),
    [
        ("imap.voorbeeld.example", "implicit"),
        ("imap.voorbeeld.example:143", "starttls"),
        ("imap.voorbeeld.example:40143", "implicit"),
        ("127.0.0.1:40143", "loopback-plain"),
        ("localhost:143", "loopback-plain"),
    ],
)
def test_only_this_computer_is_reached_in_plain(line: str, tls: str) -> None:
    found = typed(line)
    assert found
    assert found.tls == tls


@pytest.mark.parametrize("line", ["", "a b", "host:", "host:0", "host:70000", "host:x", ":993"])
def test_what_is_no_server(line: str) -> None:
    assert typed(line) is None


def test_own_words_are_the_telling_ones() -> None:
    assert own_words("Minder fouten bij de overdracht van medicijnen") == ("fouten", "overdracht", "medicijnen")


def test_a_third_goal_is_refused_by_options_too() -> None:
    with pytest.raises(UsageError, match="goal-third"):
        answers(Options(goals=["ideas", "workload", "errors"]))
