"""Figures of ``threads-again.md``: python docs/experiments/threads_again.py SHARED_DATA, from the root."""

from __future__ import annotations

import itertools
import re
import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from docs.experiments.threads import halves, letters, read
from nudger.mail.threads import links, topic_key
from tests.nudger.mail.test_threads import list_message, pairs

DAY = timedelta(days=1)
WROTE = re.compile(
    r"([^\n<>@:]{3,60}?)\s*(?:<[^\n>]{1,80}>|\([^\n)]{1,80}\))?\s*(?:wrote|schreef|writes|said)\s*:", re.IGNORECASE
)


@dataclass
class Group:
    """A thread under construction, with what the ideas look at."""

    times: list[datetime] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    lines: set[str] = field(default_factory=set)

    def gap(self, moment: datetime) -> timedelta:
        return max(min(self.times) - moment, moment - max(self.times), timedelta())

    def pace(self) -> timedelta:
        """The median silence between its messages; a day where there is only one."""
        ordered = sorted(self.times)
        return median([later - earlier for earlier, later in itertools.pairwise(ordered)] or [DAY])


@dataclass
class Mail:
    """What is known of one message when only subjects tie."""

    row: dict[str, Any]
    topic: str
    words: int
    reach: timedelta | None
    sent: datetime
    sender: str
    answers: bool
    quoted: set[str]
    written: set[str]
    named: set[str]


def mail_of(row: dict[str, Any]) -> Mail:
    message = list_message(row, row["message_id"], ())
    found = links(message)
    lines = row["body"].splitlines()
    quoted = {letters(line) for line in lines if line.lstrip()[:1] in (">", "|")}
    named = {name for match in WROTE.finditer(row["body"][:4_000]) for name in words_of(match[1])}
    return Mail(
        row=row,
        topic=topic_key(message.topic),
        words=len(message.topic.split()),
        reach=found.reach,
        sent=message.sent,
        sender=message.sender.name.casefold() if message.sender else "",
        answers=message.is_reply,
        quoted={line for line in quoted if len(line) >= 20},
        written={line for line in map(letters, lines) if len(line) >= 20},
        named=named,
    )


def words_of(name: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", name.casefold()))


Guard = Callable[[Mail, Group], bool]
"""Whether a message may join a group of its topic that lies within its reach."""


def threads(mails: list[Mail], guard: Guard, further: Guard = lambda mail, group: False) -> list[int]:
    """A number of a thread for each mail; ``further`` may let a mail join beyond its reach."""
    groups: list[Group] = []
    by_topic: dict[str, list[int]] = defaultdict(list)
    found = []
    for mail in mails:
        near = sorted(by_topic[mail.topic] if mail.topic else [], key=lambda number: groups[number].gap(mail.sent))
        place = next((number for number in near if joins(mail, groups[number], guard, further)), None)
        if place is None:
            place = len(groups)
            groups.append(Group())
            by_topic[mail.topic].append(place)
        group = groups[place]
        group.times.append(mail.sent)
        group.people |= words_of(mail.sender)
        group.lines |= mail.written
        found.append(place)
    return found


def joins(mail: Mail, group: Group, guard: Guard, further: Guard) -> bool:
    within = mail.reach is not None and group.gap(mail.sent) <= mail.reach
    return guard(mail, group) if within else further(mail, group)


def always(mail: Mail, group: Group) -> bool:
    return True


def pace(times: float, floor_days: float) -> Guard:
    """The silence is at most so many times the thread's own pace, and never less than the floor."""
    return lambda mail, group: group.gap(mail.sent) <= max(floor_days * DAY, times * group.pace())


def specific(least: int, days: float) -> Guard:
    """A topic of fewer words ties only within so many days."""
    return lambda mail, group: mail.words >= least or group.gap(mail.sent) <= days * DAY


def overlap(days: float) -> Guard:
    """Who has not written in the thread joins only within so many days."""
    return lambda mail, group: bool(words_of(mail.sender) & group.people) or group.gap(mail.sent) <= days * DAY


def named(mail: Mail, group: Group) -> bool:
    """Where the mail says whom it quotes, that person has written in the thread."""
    return not mail.named or bool(mail.named & group.people)


def named_or_near(days: float) -> Guard:
    return lambda mail, group: named(mail, group) or group.gap(mail.sent) <= days * DAY


def quoting(mail: Mail, group: Group) -> bool:
    """It quotes a line of the thread."""
    return bool(mail.quoted & group.lines)


def quotes_or_near(days: float) -> Guard:
    return lambda mail, group: quoting(mail, group) or group.gap(mail.sent) <= days * DAY


def beyond(days: float) -> Guard:
    """Quoting a line of the thread ties for so many days."""
    return lambda mail, group: group.gap(mail.sent) <= days * DAY and quoting(mail, group)


def both(one: Guard, other: Guard) -> Guard:
    return lambda mail, group: one(mail, group) and other(mail, group)


NAMED = "names whom it quotes: a writer of the thread"
CHOSEN = "names a writer of the thread, and quoting reaches 180 days"
IDEAS: dict[str, tuple[Guard, Guard]] = {
    "as it is": (always, lambda mail, group: False),
    **{f"pace x {n}, at least {d} days": (pace(n, d), lambda m, g: False) for n in (3, 10, 30) for d in (1, 3, 7)},
    **{f"fewer than {n} words: {d} days": (specific(n, d), lambda m, g: False) for n in (3, 4) for d in (3, 7, 14)},
    **{f"a new writer: {d} days": (overlap(d), lambda m, g: False) for d in (1, 3, 7, 14)},
    NAMED: (named, lambda m, g: False),
    **{f"the same, or within {d} days": (named_or_near(d), lambda m, g: False) for d in (1, 3, 7)},
    **{f"quotes the thread, or within {d} days": (quotes_or_near(d), lambda m, g: False) for d in (1, 2, 3, 7)},
    **{f"quoting reaches {d} days": (always, beyond(d)) for d in (60, 180, 365)},
    CHOSEN: (named, beyond(180)),
}


def figures(mails: list[Mail], found: list[int]) -> tuple[float, float, float]:
    truth = [mail.row["thread"] for mail in mails]
    right = pairs(zip(found, truth, strict=True))
    precision, recall = right / pairs(found), right / pairs(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def oracle(mails: list[Mail]) -> list[str]:
    """The true threads of the data, joined wherever a mail quotes a line that one of the same topic holds."""
    joined: dict[str, str] = {}

    def top(thread: str) -> str:
        while thread in joined:
            thread = joined[thread]
        return thread

    holders: dict[tuple[str, str], str] = {}
    for mail in mails:
        thread = mail.row["thread"]
        for line in mail.quoted:
            other = top(holders.get((mail.topic, line), thread))
            if other != top(thread):
                joined[top(thread)] = other
        for line in mail.written - mail.quoted:
            holders.setdefault((mail.topic, line), thread)
    return [top(mail.row["thread"]) for mail in mails]


def main(data: Path) -> None:
    for name, rows in halves(read(data)).items():
        mails = [mail_of(row) for row in rows]
        print(f"{name}: {len(mails)} messages; precision, recall, F1")
        ideas = IDEAS if name == "chosen on" else {idea: IDEAS[idea] for idea in ("as it is", NAMED, CHOSEN)}
        for idea, (guard, further) in ideas.items():
            show(idea, figures(mails, threads(mails, guard, further)))
        show("the data's own threads, joined where one quotes the other", figures(mails, oracle(mails)))


def show(idea: str, values: tuple[float, float, float]) -> None:
    print(f"| {idea} | " + " | ".join(f"{value:.3f}" for value in values) + " |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
