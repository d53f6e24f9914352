"""nudger/mail: domains from outside that stop many conversations between colleagues; perhaps one of them is our own.

A thread counts for a domain when it is the only one from outside and a colleague takes part too: with that domain in
``[organisation]`` the thread would be internal. Only a domain is told, never a person (promise M7): one with few
threads or few people, or on which everyone may have a mailbox, is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nudger.mail.threads import MemoryIndex, links, place
from rules.message import Address, Message

LEAST_THREADS = 5
LEAST_PEOPLE = 3
MOST_SHOWN = 5

PUBLIC = frozenset(
    {
        *("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.nl", "live.com", "live.nl", "msn.com"),
        *("yahoo.com", "icloud.com", "me.com", "mac.com", "aol.com", "gmx.com", "gmx.net", "proton.me"),
        *("protonmail.com", "kpnmail.nl", "planet.nl", "hetnet.nl", "ziggo.nl", "xs4all.nl", "casema.nl", "home.nl"),
        *("upcmail.nl", "chello.nl", "quicknet.nl", "zonnet.nl", "tele2.nl", "solcon.nl", "caiway.nl", "telenet.be"),
    }
)
"""Providers at which anyone can have a mailbox."""


@dataclass(frozen=True, slots=True)
class Outsider:
    """A domain, and how many threads it alone keeps from being internal."""

    domain: str
    threads: int


def outsiders(messages: Iterable[Message], owner: frozenset[str]) -> Sequence[Outsider]:
    """The domains that stop most threads, most first; ``owner`` holds the owner's own addresses."""
    threads: dict[str, int] = defaultdict(int)
    people: dict[str, set[str]] = defaultdict(set)
    for addresses in _threads(messages, owner).values():
        outside = {address.email for address in addresses if address.internal is False and "@" in address.email}
        domains = {_domain(email) for email in outside}
        if len(domains) == 1 and any(address.internal and address.email not in owner for address in addresses):
            threads[min(domains)] += 1
            people[min(domains)] |= outside
    found = [Outsider(domain, n) for domain, n in threads.items() if _tellable(domain, n, len(people[domain]))]
    return sorted(found, key=lambda one: (-one.threads, one.domain))[:MOST_SHOWN]


def _tellable(domain: str, threads: int, people: int) -> bool:
    return threads >= LEAST_THREADS and people >= LEAST_PEOPLE and domain not in PUBLIC


def _threads(messages: Iterable[Message], owner: frozenset[str]) -> dict[str, set[Address]]:
    """Everyone in each thread, by its key."""
    index = MemoryIndex()
    placed = [(place(links(one, owner=owner), index), one) for one in sorted(messages, key=lambda one: one.sent)]
    everyone: dict[str, set[Address]] = defaultdict(set)
    for key, message in placed:
        everyone[index.current(key)].update(_people(message))
    return everyone


def _people(message: Message) -> Iterator[Address]:
    if message.sender:
        yield message.sender
    yield from (*message.to, *message.cc)


def _domain(email: str) -> str:
    return email.rpartition("@")[2]
