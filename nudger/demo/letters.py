"""Demo: the letters as written, read from the TOML files in ``mails`` into plain values.

A letter is what a person typed; :mod:`nudger.demo.clients` makes of it what a mail program would, and
:mod:`nudger.demo.envelope` the bytes that travel.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Self
from zoneinfo import ZoneInfo

from nudger.mail.perspective import Perspective

ZONE = ZoneInfo("Europe/Amsterdam")
WEEKS = 26
OWNER = "fatima"
THREAD_FILES = ("ideas", "questions", "discussions", "sister-team", "plein", "machines", "protected", "everyday")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Person:
    """A sender or addressee, or a group address. ``without_owner`` marks a group whose mail does not reach Fatima."""

    name: str
    email: str
    client: str = "plain"
    language: str = "nl"
    zone: str = "Europe/Amsterdam"
    signature: str = ""
    disclaimer: str = ""
    without_owner: bool = False

    @property
    def domain(self) -> str:
        """The part of the address after the at sign."""
        return self.email.partition("@")[2]


@dataclass(frozen=True, slots=True)
class Moment:
    """Week of the demo (1 to 26), weekday (0 is Monday) and local time."""

    week: int
    day: int
    hour: int
    minute: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """``"w02 thu 09:12"``. Raises ValueError."""
        found = re.fullmatch(r"w(\d\d) ([a-z]{3}) (\d\d):(\d\d)", text)
        if not found:
            raise ValueError(text)
        week, day, hour, minute = found.groups()
        return cls(int(week), DAYS.index(day), int(hour), int(minute))

    def at(self, end: datetime) -> datetime:
        """The moment itself, in :data:`ZONE`, in a demo of which ``end`` falls in the last week."""
        monday = end.astimezone(ZONE).date() - timedelta(days=end.astimezone(ZONE).weekday())
        day = monday + timedelta(weeks=self.week - WEEKS, days=self.day)
        return datetime(day.year, day.month, day.day, self.hour, self.minute, tzinfo=ZONE)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A small text file."""

    name: str
    media_type: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One mail as its author typed it. People are named by their key.

    ``to`` empty means a reply to all. ``answers`` is the position in the thread, from 0, of the mail replied to.
    ``content_type`` means that ``text`` is a MIME body as it travels. ``without`` lists header fields that are missing.
    ``own_copy`` says that the owner's mail to a group comes back to her inbox.
    """

    moment: Moment
    sender: str
    text: str
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    subject: str = ""
    answers: int | None = None
    client: str = ""
    interleaved: bool = False
    signature: bool = True
    own_copy: bool = False
    content_type: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    without: frozenset[str] = frozenset()
    attach: Attachment | None = None

    @classmethod
    def read(cls, mail: Mapping[str, Any], answers: int | None) -> Self:
        """From a ``[[thread.mail]]`` table. Raises TypeError on an unknown key."""
        values = dict(mail)
        attach = values.pop("attach", None)
        return cls(
            moment=Moment.parse(values.pop("at")),
            sender=values.pop("from"),
            text=values.pop("text").strip("\n"),
            to=tuple(values.pop("to", ())),
            cc=tuple(values.pop("cc", ())),
            without=frozenset(values.pop("without", ())),
            answers=values.pop("answers", answers),
            attach=Attachment(**attach) if attach else None,
            **values,
        )


@dataclass(frozen=True, slots=True)
class Thread:
    """The letters of one conversation, oldest first."""

    id: str
    subject: str
    letters: tuple[Letter, ...]


@cache
def table(name: str) -> Mapping[str, Any]:
    """A TOML file of the folder ``mails``."""
    return tomllib.loads(files(__package__).joinpath("mails", f"{name}.toml").read_text("utf-8"))


@cache
def people() -> Mapping[str, Person]:
    """Everyone by key, group addresses too."""
    tables = table("people")
    return {key: Person(**values) for key, values in (tables["people"] | tables["groups"]).items()}


@cache
def threads() -> tuple[Thread, ...]:
    """All conversations, in the order of the files."""
    return tuple(_thread(entry) for name in THREAD_FILES for entry in table(name)["thread"])


@cache
def perspective() -> Perspective:
    """Fatima's: the organisation's domains, her addresses, the deny list, the network's notification address."""
    tables = dict(table("people")["organisation"])
    authserv_id = tables.pop("authserv_id")
    return Perspective(authserv_id=authserv_id, **{key: frozenset(values) for key, values in tables.items()})


def _thread(entry: Mapping[str, Any]) -> Thread:
    letters = tuple(Letter.read(mail, number - 1 if number else None) for number, mail in enumerate(entry["mail"]))
    return Thread(entry["id"], entry["subject"], letters)
