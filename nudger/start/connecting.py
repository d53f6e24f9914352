"""nudger/start: the steps that meet a server or name a network: signing in, the folders, where the team talks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nudger.app import App
from nudger.config.types import Url, accepted
from nudger.errors import NudgerError, Unreadable
from nudger.login import login
from nudger.mail.imap.folders import SENT_NAMES
from nudger.mail.reading import read_header
from nudger.mail.source import Source
from nudger.networks.catalogue import CATALOGUE, Entry
from nudger.networks.choose import recommend
from nudger.start.answers import Answers, slug
from nudger.start.talk import Talk, split
from nudger.workplace import Workplace, connect

if TYPE_CHECKING:
    from nudger.mail.imap.mailbox import ImapSource

INBOX = "INBOX"
MOST_FOLDERS = 12
"""Folders that are listed; a mailbox with more names the rest itself."""
NEWEST = 40
"""Sent mails whose sender is looked at."""
LATER = frozenset({"email", "teams-workflow"})
"""Networks whose settings are more than a wizard asks; their pages in docs/networks say how."""
WITH_TEAM = frozenset({"teams", "mattermost"})


@dataclass(frozen=True, slots=True)
class Folders:
    """What stands in a mailbox: the largest folders with their counts, the INBOX first, and the one of sent mail.

    ``writers`` are the addresses in the sender's place of the newest sent mail that the configuration does not name.
    """

    counts: tuple[tuple[str, int], ...]
    sent: str
    writers: tuple[str, ...] = ()


def sign_in(talk: Talk, app: App) -> bool:
    """Sign in to the mailbox, as often as the person wants to try; gives whether it worked."""
    if _lets_us_in(app.place):
        talk.screen.say("init-signed-in")
        return True
    talk.screen.say("init-sign-in", style="bold")
    while True:
        try:
            login(app, "mail")
        except NudgerError as error:
            for line in talk.screen.texts.error(error):
                talk.screen.line(line)
        else:
            return True
        if not talk.agrees("init-again"):
            return False


def _lets_us_in(place: Workplace) -> bool:
    """Whether what was kept earlier, or stands elsewhere, opens the mailbox."""
    try:
        look(place)
    except NudgerError:
        return False
    return True


def look(place: Workplace) -> Folders:
    """The folders of the mailbox, counted with STATUS. Raises what signing in and asking raise."""
    name, settings = next(iter(place.owner.mailboxes.items()))
    source = connect(name, settings, place.signins)
    try:
        found = _folders(source)
        return replace(found, writers=tuple(_writers(place, source, found.sent))) if found.sent else found
    finally:
        source.close()


def _folders(source: ImapSource) -> Folders:
    found = {one.name: one.messages for one in source.choices() if one.messages is not None}
    largest = sorted(found.items(), key=lambda one: (one[0] != INBOX, -one[1], one[0]))
    return Folders(tuple(largest), _sent(source.sent_folder() or "", found))


def _sent(marked: str, counts: Mapping[str, int]) -> str:
    """The folder of sent mail; where it is empty, another by a usual name that is not: some programs use their own."""
    if counts.get(marked):
        return marked
    return next((name for name in SENT_NAMES if counts.get(name)), marked)


def _writers(place: Workplace, source: Source, sent: str) -> Iterator[str]:
    """As whom the owner writes too, each address once."""
    seen = set(place.owner.addresses)
    for raw in source.headers(sent, source.uids(sent)[-NEWEST:]):
        with suppress(Unreadable):
            sender = read_header(raw, place.perspective, now=place.now).sender
            if sender and sender.email not in seen:
                seen.add(sender.email)
                yield sender.email


def folders(talk: Talk, answers: Answers, found: Folders) -> Answers:
    """Which folders are read; the one of sent mail comes with them."""
    listed = [one for one in found.counts if one[0] != found.sent][:MOST_FOLDERS]
    counts = dict(found.counts)
    talk.screen.say("init-folders")
    for number, (name, n) in enumerate(listed, 1):
        talk.screen.say("init-folder", number=f"{number:>2}", name=name, n=n)
    if found.sent:
        talk.screen.say("init-sent", name=found.sent, n=counts.get(found.sent, 0))
    names = [name for name, _ in listed]
    usual = [str(names.index(name) + 1) for name in answers.folders if name in names] or ["1"]
    chosen = talk.until("init-which-folders", ", ".join(usual), lambda line: _chosen(line, names, counts))
    sent = found.sent or talk.until("init-no-sent", answers.sent, lambda line: line if line in {"", *counts} else None)
    mine = [address for address in found.writers if talk.agrees("init-writer", talk.yes, address=address, sent=sent)]
    return replace(answers, folders=chosen, sent=sent, addresses=(*answers.addresses, *mine))


def _chosen(line: str, names: Sequence[str], known: dict[str, int]) -> tuple[str, ...] | None:
    """Folders by number or name; None where one does not exist."""
    parts = split(line)
    numbered = {str(number): name for number, name in enumerate(names, 1)}
    found = [numbered.get(part, part) for part in parts]
    return tuple(dict.fromkeys(found)) if found and all(name in known for name in found) else None


# --- the network


def network(talk: Talk, answers: Answers) -> Answers:
    """Where the team talks: pasting by hand unless the leader says otherwise; help with choosing is one of the ways."""
    type_ = _type(talk, answers)
    title = next(entry.title for entry in CATALOGUE if entry.type == type_)
    usual = "" if answers.network_type not in {"", type_} else answers.network
    by_hand = talk.screen.texts("init-network-usual")
    name = talk.until("init-network-name", usual or (by_hand if type_ == "handoff" else slug(title)), _named)
    url = talk.until("init-network-url", answers.url, _url)
    team = talk.ask("init-network-team", answers.team) if type_ in WITH_TEAM else ""
    home = talk.ask("init-community", next((aim.community for aim in answers.aims if aim.community), ""))
    aims = tuple(replace(aim, community=home) for aim in answers.aims)
    return replace(answers, network_type=type_, network=name, url=url, team=team, aims=aims)


def _type(talk: Talk, answers: Answers) -> str:
    known = [entry for entry in CATALOGUE if entry.type not in LATER]
    by_hand = next(entry for entry in known if entry.type == "handoff")
    entries: list[Entry] = [by_hand, *(entry for entry in known if entry is not by_hand)]
    titles = [talk.screen.texts("init-network-by-hand"), *(entry.title for entry in entries[1:])]
    titles.append(talk.screen.texts("init-network-help"))
    types = [entry.type for entry in entries]
    usual = types.index(answers.network_type) + 1 if answers.network_type in types else 1
    number = talk.pick("init-network", titles, usual)
    if number <= len(types):
        return types[number - 1]
    recommended = recommend(talk.screen, [aim.id for aim in answers.aims], lambda: talk.ask("init-choose"))
    return recommended if recommended in types and talk.agrees("init-network-take", talk.yes) else "handoff"


def _named(line: str) -> str | None:
    return slug(line) if line else None


def _url(line: str) -> str | None:
    return line if not line else accepted(Url, line)
