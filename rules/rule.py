"""What can be said of a message: a rule, as a frozen value, and a mistake in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rules.fields import Field
from rules.matching import Test

LANGUAGES = ("nl", "en")
GATES = ("message", "thread")


@dataclass(frozen=True, slots=True)
class Said:
    """A text for people, in both languages; empty where the pack does not give it."""

    nl: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """One test on the text form of some fields."""

    fields: tuple[Field, ...]
    test: Test

    @property
    def content(self) -> list[Any]:
        """What decides whether it holds, fit for JSON."""
        return [[each.name for each in self.fields], type(self.test).__name__, self.test.content]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that can be said of a message.

    ``gate`` is ``message``, ``thread`` or empty. ``language`` is empty where the rule is for all mail, as a gate is.
    The rule does not count where ``unless`` holds. ``line`` is its place in the pack's file.
    """

    id: str
    condition: Condition
    unless: Condition | None = None
    gate: str = ""
    language: str = ""
    title: Said = Said()
    why: Said = Said()
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
    line: int = 0

    @property
    def stages(self) -> frozenset[str]:
        """``header`` and ``text``, as its fields have it: a rule is judged at the stage of each field."""
        return frozenset(each.stage for each in self.condition.fields)

    @property
    def content(self) -> list[Any]:
        """What decides where it matches and what follows, without its texts; fit for JSON."""
        return [self.id, self.gate, self.language, self.condition.content, self.unless and self.unless.content]

    @property
    def twin(self) -> str:
        """The id of the same rule in the other language; empty for a rule that is for every language."""
        language, _, rest = self.id.partition(".")
        return f"{'en' if language == 'nl' else 'nl'}.{rest}" if language in LANGUAGES else ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a pack. ``code`` is a stable word, ``detail`` what it is about, ``line`` 0 where it is unknown."""

    file: str
    line: int
    rule: str
    code: str
    detail: str = ""

    def __str__(self) -> str:
        """``file:line: rule: code (detail)``, without what is unknown."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        said = f"{self.code} ({self.detail})" if self.detail else self.code
        return ": ".join(filter(None, (place, self.rule, said)))
