"""Demo: what a careful reader says of each thread (``mails/expected.toml``); for tests, never for the demo itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from classifiers.labels import TALK
from nudger.demo.letters import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Of one thread.

    ``kinds`` has one kind a letter; ``gates`` are plain words, not rule ids. ``open`` says that it still waits for
    Fatima's answer, ``moved`` that someone says in mail that it went to the network.
    """

    kinds: tuple[str, ...]
    worth: bool
    language: str
    gates: tuple[str, ...] = ()
    open: bool = False
    moved: bool = False

    @property
    def talk(self) -> bool:
        """At least one letter is an idea, a discussion or a question."""
        return not TALK.isdisjoint(self.kinds)


@cache
def expected() -> Mapping[str, Expected]:
    """By thread id."""
    return {
        thread: Expected(**{**entry, "kinds": tuple(entry["kinds"]), "gates": tuple(entry.get("gates", ()))})
        for thread, entry in table("expected").items()
    }
