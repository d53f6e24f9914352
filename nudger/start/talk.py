"""nudger/start: the questions of the wizard, one step after another; after each step what was told is kept.

Every answer is a line closed by Enter; Enter alone takes what stands between brackets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from nudger.config.models import MOST_GOALS
from nudger.config.types import Domain, Email, Moment, accepted
from nudger.nudges.goals import builtin_words
from nudger.start.answers import UNKNOWN_APP, Aim, Answers, own_words, slug
from nudger.start.servers import Server, guess, servers, typed
from nudger.texts.screen import Screen

T = TypeVar("T")
Step = Callable[["Talk", Answers], Answers]
YES, NO = frozenset({"j", "ja", "y", "yes"}), frozenset({"n", "nee", "no"})
MOST_DAYS = 30
USUAL_DAYS = 2
USUAL_MOMENT = "tue 08:30"


class NotNowError(Exception):
    """The leader does not stand behind it; the wizard ends kindly."""


class Talk:
    """Asks on a screen; ``ask`` and its kin say what was typed, or what was usual."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    @property
    def yes(self) -> str:
        """The word for yes that stands between brackets where yes is usual."""
        return self.screen.texts("init-yes")

    def ask(self, key: str, usual: str = "", **values: object) -> str:
        """A line; Enter alone gives ``usual``."""
        question = self.screen.texts(key, **values)
        shown = "init-ask-usual" if usual else "init-ask"
        return self.screen.ask_line(shown, question=question, usual=usual) or usual

    def until(self, key: str, usual: str, accept: Callable[[str], T | None], **values: object) -> T:
        """Ask until ``accept`` takes the line; what it does not take is explained by the sentence ``KEY-wrong``."""
        while (taken := accept(self.ask(key, usual, **values))) is None:
            self.screen.line(self.screen.texts(f"{key}-wrong", **values))
        return taken

    def agrees(self, key: str, usual: str = "", **values: object) -> bool:
        """Yes or no."""
        return self.until(key, usual, _said, **values)

    def pick(self, key: str, options: Sequence[str], usual: int = 1) -> int:
        """The number of one of these lines, from 1."""
        for number, option in enumerate(options, 1):
            self.screen.line(f"{number:>2}  {option}")
        return self.until(key, str(usual), lambda line: _number(line, len(options)))


def _said(line: str) -> bool | None:
    word = line.lower()
    return True if word in YES else False if word in NO else None


def _number(line: str, most: int) -> int | None:
    return int(line) if line.isascii() and line.isdigit() and 1 <= int(line) <= most else None


# --- the leader and the goal


def commitment(talk: Talk, answers: Answers) -> Answers:
    """Whether the leader stands behind it, and the promise. Raises NotNowError."""
    talk.screen.say("init-commitment")
    if not talk.agrees("init-behind"):
        raise NotNowError
    days = talk.until("init-days", str(answers.promise_days or USUAL_DAYS), lambda line: _number(line, MOST_DAYS))
    return replace(answers, promise_days=days)


def goals(talk: Talk, answers: Answers) -> Answers:
    """One goal, or two; more are refused kindly."""
    texts, known = talk.screen.texts, list(builtin_words())
    for number, line in enumerate([*(texts(f"goal-{name}") for name in known), texts("init-goal-own")], 1):
        talk.screen.line(f"{number:>2}  {line}")
    before = [str(known.index(aim.id) + 1) if aim.id in known else str(len(known) + 1) for aim in answers.aims]
    chosen = talk.until("init-goals", " ".join(dict.fromkeys(before)), lambda line: _numbers(line, len(known) + 1))
    mine = [aim for aim in answers.aims if aim.id not in known]
    aims = [Aim(id=known[n - 1]) if n <= len(known) else own_goal(talk, mine) for n in chosen]
    homes = {aim.id: aim.community for aim in answers.aims}
    return replace(answers, aims=tuple(replace(aim, community=homes.get(aim.id, "")) for aim in aims))


def own_goal(talk: Talk, before: Sequence[Aim] = ()) -> Aim:
    """A goal in the leader's own words."""
    old = before[0] if before else Aim(id="")
    title = talk.until("init-goal-title", old.title, lambda line: line or None)
    usual = ", ".join(old.words or own_words(title))
    words = split(talk.ask("init-goal-words", usual))
    return Aim(id=slug(title), title=title, words=words)


def _numbers(line: str, most: int) -> list[int] | None:
    found = [_number(word, most) for word in line.replace(",", " ").split()]
    numbers = list(dict.fromkeys(number for number in found if number))
    return numbers if None not in found and 1 <= len(numbers) <= MOST_GOALS else None


def split(line: str) -> tuple[str, ...]:
    """The parts between commas."""
    return tuple(dict.fromkeys(part.strip() for part in line.split(",") if part.strip()))


# --- the mailbox


def mailbox(talk: Talk, answers: Answers) -> Answers:
    """The address, where its mail stands, and the name to sign in with."""
    usual = answers.addresses[0] if answers.addresses else ""
    address = talk.until("init-address", usual, lambda line: accepted(Email, line))
    server = _server(talk, address, answers.server if address == usual else None)
    username = talk.ask("init-username", answers.username or address)
    others = talk.until("init-others", ", ".join(answers.addresses[1:]), lambda line: many_of(Email, line))
    client = _client(talk, answers) if server.auth != "password" else ""
    addresses = tuple(dict.fromkeys((address, *others)))
    password = None if server.auth != "password" else answers.password or {"keyring": f"mail {address}"}
    return replace(answers, addresses=addresses, server=server, username=username, client_id=client, password=password)


def _server(talk: Talk, address: str, before: Server | None) -> Server:
    if before is None and (known := guess(address)):
        talk.screen.say("init-server-known", host=known.host)
        if known.app_password:
            talk.screen.say("init-app-password")
        return known
    providers = (servers()["microsoft"], servers()["google"])
    names = [talk.screen.texts(f"init-server-{name}") for name in ("microsoft", "google", "other")]
    usual = providers.index(before) + 1 if before in providers else 3 if before else 1
    number = talk.pick("init-server", names, usual)
    if number <= len(providers):
        return providers[number - 1]
    there = f"{before.host}:{before.port}" if before and before not in providers else ""
    return talk.until("init-host", there or f"imap.{address.partition('@')[2]}", typed)


def _client(talk: Talk, answers: Answers) -> str:
    usual = answers.client_id if answers.client_id != UNKNOWN_APP else ""
    talk.screen.say("init-client-why")
    return talk.ask("init-client", usual) or UNKNOWN_APP


def inside(talk: Talk, answers: Answers) -> Answers:
    """Which domains are the organisation's own. Those of a public provider hold strangers too."""
    address = answers.addresses[0]
    usual = answers.domains or (() if guess(address) else (address.partition("@")[2],))
    talk.screen.say("init-inside")
    domains = talk.until("init-domains", ", ".join(usual), lambda line: many_of(Domain, line) or None)
    return replace(answers, domains=domains)


def many_of(kind: Any, line: str) -> tuple[str, ...] | None:
    """The parts of a line as this kind, None where one is not."""
    found = [accepted(kind, part) for part in split(line)]
    return None if None in found else tuple(filter(None, found))


# --- the weekly message


def moment(talk: Talk, answers: Answers) -> Answers:
    """When the weekly message is made."""
    talk.screen.say("init-digest")
    when = talk.until("init-when", answers.when or USUAL_MOMENT, _moment)
    return replace(answers, when=when)


def _moment(line: str) -> str | None:
    try:
        return str(Moment.parse(line))
    except ValueError:
        return None
