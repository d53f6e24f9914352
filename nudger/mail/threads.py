"""Reading a mail: the thread it belongs to, as one owner sees it; one message at a time, wherever threads are kept.

What ties messages together, strongest first: their own ids (References and In-Reply-To, RFC 5322 §3.6.4), the
conversation ids of Outlook and Gmail, and last the topic of the subject, which counts only between people who take part
and within some weeks. A tie by id is cut when somebody pressed Reply on an old mail to begin something new. Measured in
``docs/experiments/threads.md``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from nudger.mail.recurring import is_recurring
from rules.message import Address, Message

ANSWER_REACH = timedelta(days=30)
"""How far an answer without a known parent reaches for a thread of the same topic."""

PLAIN_REACH = timedelta(days=27)
"""The same for a message without any sign of being an answer: less than the month after which a monthly mail comes."""

RECURRING_REACH = timedelta(days=4)
"""The same for an answer on a recurring topic: less than the week after which the next one begins."""

STALE = timedelta(days=45)
"""Silence after which an answer with another topic begins a thread of its own."""

PARENTS = 100
"""Ids of References that are looked at, nearest first."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What ties one message to others. Ids and topic are keyed; people are not: an index keys them for each thread."""

    id: str
    parents: tuple[str, ...] = ()
    """Nearest first."""
    conversations: tuple[str, ...] = ()
    topic: str = ""
    """Empty when the subject is."""
    reach: timedelta | None = None
    """How far in time the topic may tie; None when it may not."""
    is_reply: bool = False
    """The subject says so."""
    answers: bool = False
    """The subject or the ids say that it answers or forwards something."""
    recurring: bool = False
    people: frozenset[str] = frozenset()
    """All but the owner."""
    addressed: frozenset[str] = frozenset()
    """To whom it goes, the sender apart; empty when it goes to the owner too, who is no newcomer in any thread."""
    sent: datetime


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread as an index knows it. ``created`` grows with each new thread; ``first`` and ``last`` are its times."""

    key: str
    created: int
    first: datetime
    last: datetime

    def gap(self, moment: datetime) -> timedelta:
        """Time between ``moment`` and the thread; zero within it."""
        return max(self.first - moment, moment - self.last, timedelta())


class ThreadIndex(Protocol):
    """The few questions that placing a message asks; each is one look-up by key.

    An index that must not hold addresses keys them together with the thread (HMAC of thread and address). It can then
    answer :meth:`takes_part` and never in which threads somebody is. Because such values cannot be keyed anew, it
    remembers after :meth:`merge` which threads were joined, and asks for each of them.
    """

    def by_ids(self, ids: Sequence[str]) -> Mapping[str, Thread]:
        """The threads of those of ``ids`` that are known."""
        ...

    def by_topic(self, topic: str, moment: datetime, reach: timedelta) -> Sequence[Thread]:
        """Threads of this topic at most ``reach`` away from ``moment``; when there are many, the nearest."""
        ...

    def has_topic(self, thread: str, topic: str) -> bool:
        """Whether a message of the thread has this topic."""
        ...

    def takes_part(self, thread: str, people: Collection[str]) -> bool:
        """Whether any of these addresses wrote or received a message of the thread."""
        ...

    def remember(self, thread: str, links: Links) -> str:
        """Add a message to a thread, old or new, and give the key under which that thread now goes.

        Own id and conversations now belong to this thread, also when they were another's; parents only if they were
        nobody's.
        """
        ...

    def merge(self, loser: str, winner: str) -> None:
        """All of ``loser`` belongs to ``winner`` from now on."""
        ...


def links(message: Message, *, owner: Collection[str] = (), key: Callable[[str], str] = str) -> Links:
    """What ties ``message`` to others. ``owner`` holds the owner's addresses: she takes part in everything she has."""
    topic = topic_key(message.topic)
    parents = tuple(reversed(message.references))[:PARENTS]
    answers = bool(message.is_reply or message.is_forward or parents)
    recurring = is_recurring(message.topic)
    sender = frozenset(_identities([message.sender] if message.sender else []))
    addressed = frozenset(_identities((*message.to, *message.cc))) - sender
    return Links(
        id=key(message.id),
        parents=tuple(map(key, parents)),
        conversations=tuple(map(key, message.conversation)),
        topic=key(topic) if topic else "",
        reach=_reach(message.topic, answers, recurring) if topic else None,
        is_reply=message.is_reply,
        answers=answers,
        recurring=recurring,
        people=(addressed | sender).difference(owner),
        addressed=addressed if addressed.isdisjoint(owner) else frozenset(),
        sent=message.sent,
    )


def topic_key(topic: str) -> str:
    """A topic reduced to its letters and digits: mail programs fold and unfold the space between words."""
    return "".join(_WORD.findall(topic.casefold()))


def _identities(addresses: Iterable[Address]) -> Iterator[str]:
    """Each address, or the display name where the address cannot be read."""
    return (identity for address in addresses if (identity := address.email or address.name.casefold().strip()))


def _reach(topic: str, answers: bool, recurring: bool) -> timedelta | None:
    if recurring:
        return RECURRING_REACH if answers else None
    if answers:
        return ANSWER_REACH
    return PLAIN_REACH if len(_WORD.findall(topic)) >= 2 else None


def place(message: Links, index: ThreadIndex) -> str:
    """The key of the thread that ``message`` belongs to; the index remembers it there.

    A new thread is keyed by the id of its first message. When a message ties several threads together, the one that
    was created first takes in the others.
    """
    tied = _tied_by_ids(message, index) or _tied_by_topic(message, index)
    keys = [thread.key for thread in sorted(tied, key=lambda thread: thread.created)]
    for younger in keys[1:]:
        index.merge(younger, keys[0])
    return index.remember(keys[0] if keys else message.id, message)


def _tied_by_ids(message: Links, index: ThreadIndex) -> list[Thread]:
    """The threads of its own id (an answer came first) and of its nearest known parent, unless it strays from them.

    Further parents and conversation ids lead only to threads of the same topic: otherwise a thread that was begun on
    top of an old one would fall back into it with its first answer.
    """
    conversations = () if message.recurring and not message.answers else message.conversations
    known = index.by_ids([message.id, *message.parents, *message.conversations])
    nearest = _first_known(message.parents, known)
    tied = [thread for thread in _known([message.id, *nearest], known) if not _strays(message, thread, index)]
    if not tied:
        nearest = _first_known(conversations, known)
        tied = [thread for thread in _known(nearest, known) if not _strays(message, thread, index)]
    further = _known([*message.parents, *conversations], known)
    alike = [thread for thread in further if thread not in tied and index.has_topic(thread.key, message.topic)]
    return tied + alike


def _known(ids: Iterable[str], known: Mapping[str, Thread]) -> list[Thread]:
    """Their threads, each once, in order."""
    return list(dict.fromkeys(known[id_] for id_ in ids if id_ in known))


def _first_known(ids: Iterable[str], known: Mapping[str, Thread]) -> list[str]:
    return [id_ for id_ in ids if id_ in known][:1]


def _strays(message: Links, thread: Thread, index: ThreadIndex) -> bool:
    """Whether somebody pressed Reply here to begin something new: another topic, and other people or long after."""
    if not message.topic or index.has_topic(thread.key, message.topic):
        return False
    if thread.gap(message.sent) > STALE:
        return True
    newcomers = bool(message.addressed) and not index.takes_part(thread.key, message.addressed)
    return newcomers and not message.is_reply


def _tied_by_topic(message: Links, index: ThreadIndex) -> list[Thread]:
    """The nearest thread of the same topic in which one of the people takes part."""
    if message.reach is None or not message.people:
        return []
    threads = index.by_topic(message.topic, message.sent, message.reach)
    for thread in sorted(threads, key=lambda thread: (thread.gap(message.sent), thread.created)):
        if index.takes_part(thread.key, message.people):
            return [thread]
    return []


class MemoryIndex:
    """A :class:`ThreadIndex` that lives as long as the process: for ``scan``, and for measuring."""

    CANDIDATES = 200
    """Threads of one topic that are looked at: those begun last."""

    def __init__(self) -> None:
        self._threads: dict[str, Thread] = {}
        self._joined: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._topics: dict[str, list[str]] = {}
        self._topics_of: dict[str, set[str]] = {}
        self._people_of: dict[str, set[str]] = {}

    def by_ids(self, ids: Sequence[str]) -> dict[str, Thread]:
        """See :class:`ThreadIndex`."""
        return {id_: self._threads[self.current(self._ids[id_])] for id_ in ids if id_ in self._ids}

    def by_topic(self, topic: str, moment: datetime, reach: timedelta) -> list[Thread]:
        """See :class:`ThreadIndex`."""
        keys = dict.fromkeys(self.current(key) for key in self._topics.get(topic, [])[-self.CANDIDATES :])
        return [thread for key in keys if (thread := self._threads[key]).gap(moment) <= reach]

    def has_topic(self, thread: str, topic: str) -> bool:
        """See :class:`ThreadIndex`."""
        return topic in self._topics_of[thread]

    def takes_part(self, thread: str, people: Collection[str]) -> bool:
        """See :class:`ThreadIndex`."""
        return not self._people_of[thread].isdisjoint(people)

    def remember(self, thread: str, links: Links) -> str:
        """See :class:`ThreadIndex`."""
        key = self.current(thread)
        known = self._threads.get(key) or Thread(key, len(self._topics_of), links.sent, links.sent)
        self._threads[key] = replace(known, first=min(known.first, links.sent), last=max(known.last, links.sent))
        self._ids.update(dict.fromkeys((links.id, *links.conversations), key))
        for parent in links.parents:
            self._ids.setdefault(parent, key)
        self._people_of.setdefault(key, set()).update(links.people)
        topics = self._topics_of.setdefault(key, set())
        if links.topic and links.topic not in topics:
            topics.add(links.topic)
            self._topics.setdefault(links.topic, []).append(key)
        return key

    def merge(self, loser: str, winner: str) -> None:
        """See :class:`ThreadIndex`."""
        self._joined[loser] = winner
        gone, kept = self._threads.pop(loser), self._threads[winner]
        self._threads[winner] = replace(kept, first=min(kept.first, gone.first), last=max(kept.last, gone.last))
        self._topics_of[winner] |= self._topics_of[loser]
        self._people_of[winner] |= self._people_of.pop(loser)

    def current(self, thread: str) -> str:
        """The key under which a thread goes after all merges."""
        while thread in self._joined:
            thread = self._joined[thread]
        return thread
