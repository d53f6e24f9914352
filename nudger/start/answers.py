"""nudger/start: what the wizard was told, as one value; and the configuration that it becomes."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nudger.config.example import WIDTH, toml
from nudger.mail.words.stopwords import DUTCH, ENGLISH
from nudger.start.servers import Server
from nudger.texts import Texts

Table = Mapping[str, Any]
SECTIONS = ("organisation", "goals", "mailboxes", "networks", "microsoft", "google", "digest")
SHORTEST = 5
UNKNOWN_APP = "<client_id>"
"""What stands in the configuration until IT has registered the app; ``kit it`` writes it so too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A goal: one that is built in (``id`` alone), or the leader's own title with words that belong to it."""

    id: str
    title: str = ""
    words: tuple[str, ...] = ()
    community: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Everything that was told so far; empty or 0 where nothing was. ``password`` says where the secret stands."""

    language: str = ""
    promise_days: int = 0
    aims: tuple[Aim, ...] = ()
    addresses: tuple[str, ...] = ()
    server: Server | None = None
    username: str = ""
    password: Table | None = None
    client_id: str = ""
    domains: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    sent: str = ""
    network_type: str = ""
    network: str = ""
    url: str = ""
    team: str = ""
    when: str = ""

    @property
    def mailbox(self) -> str:
        """The name of the mailbox, which names the ledger too."""
        return slug(self.addresses[0].partition("@")[0]) if self.addresses else ""

    @property
    def waits_for_app(self) -> bool:
        """Whether IT has to register an app before anyone can sign in."""
        return self.client_id == UNKNOWN_APP


def slug(text: str) -> str:
    """A name for a section or file: lower case letters, digits, points and dashes."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9._-]+", "-", plain).strip("-._")[:40].strip("-._") or "a"


def own_words(title: str) -> tuple[str, ...]:
    """The words of a title that say what it is about: the longer ones that are not in every text."""
    words = (word.lower() for word in re.findall(r"\w[\w-]*", title) if len(word) >= SHORTEST)
    return tuple(dict.fromkeys(word for word in words if word not in {*DUTCH.split(), *ENGLISH.split()}))


# --- to the configuration


def raw(answers: Answers) -> dict[str, Any]:
    """The tables of the configuration; what was not told is not in it."""
    tables = {
        "version": 1,
        "language": answers.language,
        "organisation": {"domains": list(answers.domains)},
        "goals": [_goal(aim, answers) for aim in answers.aims],
        "mailboxes": {answers.mailbox: _mailbox(answers)} if answers.addresses else {},
        "networks": {answers.network: _network(answers)} if answers.network else {},
        **_app(answers),
        "digest": {"when": [answers.when], "to": answers.addresses[0]} if answers.when and answers.addresses else {},
    }
    return {name: table for name, table in tables.items() if table not in ("", {}, [], {"domains": []})}


def _goal(aim: Aim, answers: Answers) -> Table:
    told = {"id": aim.id, "title": aim.title, "words": list(aim.words), "community": aim.community}
    return {**_filled(told), "promise_days": answers.promise_days or 2}


def _mailbox(answers: Answers) -> Table:
    server = answers.server
    told = {
        "host": server.host if server else "",
        "port": server.port if server else 0,
        "tls": server.tls if server else "",
        "username": answers.username,
        "addresses": list(answers.addresses),
        "auth": server.auth if server else "",
        "password": answers.password or {},
        "folders": list(answers.folders),
        "sent": answers.sent,
    }
    return _filled(told)


def _network(answers: Answers) -> Table:
    from nudger.signin.microsoft import NETWORKS

    by_token = answers.network_type not in {"handoff", "coconut", *NETWORKS}
    told = {
        "type": answers.network_type,
        "url": answers.url,
        "team": answers.team,
        "token": {"keyring": f"network {answers.network}"} if by_token else {},
    }
    return _filled(told)


def _app(answers: Answers) -> dict[str, Table]:
    if not answers.client_id or not answers.server or answers.server.auth == "password":
        return {}
    if answers.server.auth == "oauth2-google":
        return {"google": {"client_id": answers.client_id}}
    return {"microsoft": {"tenant": answers.addresses[0].partition("@")[2], "client_id": answers.client_id}}


def _filled(table: Table) -> dict[str, Any]:
    return {key: value for key, value in table.items() if value not in ("", 0, [], {})}


def text(answers: Answers, texts: Texts) -> str:
    """The configuration as a TOML file, with a line about each section."""
    tables = raw(answers)
    lines = [*_comment(texts("init-file-head")), *(f"{key} = {toml(tables[key])}" for key in ("version", "language"))]
    for name in SECTIONS:
        if name in tables:
            lines += ["", *_comment(texts(f"config-{name}")), *_section(name, tables[name])]
    return "\n".join(lines) + "\n"


def _section(name: str, table: Any) -> Iterator[str]:
    if isinstance(table, list):
        for number, one in enumerate(table):
            yield from (*([""] if number else []), f"[[{name}]]", *_lines(one))
    elif name in {"mailboxes", "networks"}:
        for key, one in table.items():
            yield from (f'[{name}."{key}"]', *_lines(one))
    else:
        yield from (f"[{name}]", *_lines(table))


def _lines(table: Table) -> Iterator[str]:
    return (f"{key} = {toml(value)}" for key, value in table.items())


def _comment(sentence: str) -> Iterator[str]:
    for line in sentence.splitlines():
        yield from textwrap.wrap(line, WIDTH, initial_indent="# ", subsequent_indent="# ")


# --- back from a configuration


def told(tables: Table) -> Answers:
    """What a configuration, whole or half, says of the questions; anything that is not of the right kind is left."""
    _, mailbox = _first(tables.get("mailboxes"))
    network, settings = _first(tables.get("networks"))
    goals = [goal for goal in _list(tables.get("goals")) if isinstance(goal, dict) and _text(goal.get("id"))]
    app = _table(tables.get("microsoft")) or _table(tables.get("google"))
    return Answers(
        language=_text(tables.get("language")),
        promise_days=next((_number(goal.get("promise_days")) for goal in goals), 0),
        aims=tuple(map(_aim, goals)),
        addresses=_texts(mailbox.get("addresses")),
        server=_server(mailbox),
        username=_text(mailbox.get("username")),
        password=_table(mailbox.get("password")) or None,
        client_id=_text(app.get("client_id")),
        domains=_texts(_table(tables.get("organisation")).get("domains")),
        folders=_texts(mailbox.get("folders")),
        sent=_text(mailbox.get("sent")),
        network_type=_text(settings.get("type")),
        network=network,
        url=_text(settings.get("url")),
        team=_text(settings.get("team")),
        when=next(iter(_texts(_table(tables.get("digest")).get("when"))), ""),
    )


def _aim(goal: Table) -> Aim:
    return Aim(
        id=_text(goal.get("id")),
        title=_text(goal.get("title")),
        words=_texts(goal.get("words")),
        community=_text(goal.get("community")),
    )


def _server(mailbox: Table) -> Server | None:
    if not _text(mailbox.get("host")):
        return None
    return Server(_text(mailbox["host"]), _number(mailbox.get("port")) or 993, _text(mailbox.get("auth")) or "password")


def _first(tables: Any) -> tuple[str, Table]:
    name, table = next(iter(_table(tables).items()), ("", {}))
    return name, _table(table)


def _table(value: Any) -> Table:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(item for item in _list(value) if isinstance(item, str))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
