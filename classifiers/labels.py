"""The words of judging: kinds, verdicts, and a labelled example."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rules.message import Message

KINDS = (
    "idea",
    "discussion",
    "question",
    "share",
    "announcement",
    "task",
    "logistics",
    "automatic",
    "social",
    "other",
)
TALK = frozenset({"idea", "discussion", "question"})


class Verdict(StrEnum):
    """What to do with a message or thread; later ones are stronger."""

    LEAVE = "leave"
    ASK = "ask"
    SUGGEST = "suggest"

    @property
    def strength(self) -> int:
        """0, 1 or 2."""
        return list(Verdict).index(self)


@dataclass(frozen=True, slots=True)
class Label:
    """What a careful reader said of a message: its kind, ``repost`` 0–3, ``sensitive`` 0–2."""

    kind: str
    repost: int
    sensitive: int = 0

    @property
    def talk(self) -> bool:
        """Kind is idea, discussion or question."""
        return self.kind in TALK

    @property
    def worth(self) -> bool:
        """Talk that a wider group gains from: ``repost`` 2 or 3."""
        return self.talk and self.repost >= 2


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled message. ``group`` keeps together what must not be split (sender, thread, original and retelling).

    ``findings`` are the ids of the rules that matched.
    """

    message: Message
    label: Label
    source: str = ""
    group: str = ""
    weight: float = 1.0
    findings: tuple[str, ...] = ()
