"""Grounds: the terms of a score brought together into the few things that a colleague would say, for and against.

The model counts many small things that mean the same to a person: that it stands in the rules and in the cues, that
one question was asked and that it came last. What belongs together is one ground here, and its weights are added up, so
that the grounds stay true to the model. ``explain --json`` gives every term as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.message import Message

if TYPE_CHECKING:
    from classifiers.reasons import Reason

WORDS = "words"

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "audience": (
        "structure:one addressee",
        "structure:few addressees",
        "structure:many addressees",
        "structure:copies",
        "structure:group address",
        "structure:mailing list",
        "finding:internal-list",
        "finding:many-addressees",
    ),
    "asks": (
        "structure:one question",
        "structure:more questions",
        "structure:asks at the end",
        "finding:asks",
    ),
    "asks-opinion": (
        "cue:asks opinion",
        "finding:asks-opinion",
        "finding:asks-your-opinion",
        "finding:asks-experience",
        "finding:asks-tips",
        "finding:who-knows",
        "finding:think-along",
    ),
    "proposes": (
        "cue:proposes",
        "finding:proposal",
        "finding:could-we",
        "finding:what-if",
        "finding:idea-word",
        "finding:pilot",
    ),
    "weighs": ("cue:weighs", "finding:weighs", "finding:alternative"),
    "opinion": (
        "cue:opinion",
        "finding:i-think",
        "finding:agrees",
        "finding:disagrees",
        "finding:doubts",
        "finding:thinks-aloud",
    ),
    "we": ("cue:we", "finding:speaks-for-we"),
    "to-many": ("cue:to many", "structure:greets many", "finding:greets-many"),
    "you": ("cue:you", "structure:greets one", "finding:greets-one", "finding:call-me"),
    "request": ("cue:request", "finding:request", "finding:approval", "finding:deadline"),
    "delivers": ("cue:delivers", "finding:fyi", "finding:attachment", "finding:print", "structure:attachment"),
    "passes-on": ("finding:passes-on", "structure:links", "structure:forward", "structure:bare forward"),
    "meets": ("cue:meets", "finding:meeting-time", "finding:travel", "finding:absence"),
    "thanks": ("cue:thanks", "finding:thanks", "finding:social"),
    "informs": ("cue:informs", "finding:announcement", "finding:own-status"),
    "deal": ("cue:deal", "finding:money", "finding:legal"),
    "person": ("cue:person", "finding:people-matter"),
    "answer": (
        "structure:reply",
        "structure:quotes",
        "structure:mostly quoted",
        "structure:answers a question",
        "context",
    ),
    "length": (
        "structure:no words",
        "structure:few words",
        "structure:some words",
        "structure:many words",
        "structure:very many words",
    ),
    "problem": ("finding:recurring-problem", "finding:lessons"),
    WORDS: ("word",),
}
"""What is one thing to a person; rules by their name without the language."""

QUIET = frozenset(
    {
        "rest",
        "base",
        "style",
        "structure:capitals",
        "structure:long sentences",
        "structure:paragraphs",
        "structure:exclaims",
    }
)
"""What counts for the model but tells a person nothing: how a text looks, and that it is written today."""

LEAST = 0.25
"""Grounds of less weight (log-odds) are not worth a sentence."""

HEAVY = 1.0
"""From this weight on a ground alone decides much: it makes the odds almost three times as large or small."""

MOST_WORDS = 3
LEAST_WORD = 0.3
LONG = 5
"""A word alone is shown from this weight and length on; shorter ones say nothing by themselves."""
UNCLEAR = frozenset({"am", "u"})
"""Words that are not shown, for they may be the rest of a time ("22u", "2am")."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that spoke for (weight above 0) or against; ``words`` are the author's, ``id`` a stable name."""

    id: str
    weight: float
    words: tuple[str, ...] = ()

    @property
    def heavy(self) -> bool:
        """Whether it decides much. Words never do: each says little, and which are shown is by their number alone."""
        return abs(self.weight) >= HEAVY and self.id != WORDS


def grounds(reasons: Iterable[Reason], message: Message) -> list[Ground]:
    """What spoke for and against, the strongest first; single words come last, for they say least by themselves."""
    families: dict[str, list[Reason]] = {}
    for reason in reasons:
        if reason.id not in QUIET:
            families.setdefault(_family(reason.id), []).append(reason)
    found = [ground for name, members in families.items() for ground in _grounds(name, members, message)]
    told = [ground for ground in found if abs(ground.weight) >= LEAST and not _contradicts(ground)]
    return sorted(told, key=lambda ground: (ground.id == WORDS, -abs(ground.weight)))


_FAMILY_OF = {member: family for family, members in FAMILIES.items() for member in members}


def _family(reason: str) -> str:
    kind, _, name = reason.partition(":")
    plain = f"finding:{name.partition('.')[2] or name}" if kind == "finding" else reason
    return _FAMILY_OF.get(plain, plain)


def _grounds(family: str, members: Sequence[Reason], message: Message) -> list[Ground]:
    if family == WORDS:
        told = [one for one in members if abs(one.weight) >= LEAST_WORD and len(one.words[0]) >= LONG]
        sides = ([one for one in told if one.weight > 0], [one for one in told if one.weight < 0])
        return [_of_words(side) for side in sides if side]
    weight = sum(member.weight for member in members)
    words = next((member.words for member in members if member.words), ())
    shown = tuple(word for word in words if word not in UNCLEAR)
    return [Ground(_named(family, members, message), weight, shown[:MOST_WORDS])]


def _of_words(members: Sequence[Reason]) -> Ground:
    strongest = sorted(members, key=lambda member: -abs(member.weight))[:MOST_WORDS]
    return Ground(WORDS, sum(one.weight for one in strongest), tuple(word for one in strongest for word in one.words))


def _named(family: str, members: Sequence[Reason], message: Message) -> str:
    """The name of a ground: an audience and a length by what they are here, others by their family."""
    match family:
        case "audience":
            return f"audience-{_audience(members, message)}"
        case "length":
            return f"length-{_length(len(message.core))}"
        case _:
            return family.replace(":", "-").replace(" ", "-")


def _audience(members: Iterable[Reason], message: Message) -> str:
    ids = {member.id for member in members}
    if message.list_id or "structure:group address" in ids:
        return "group"
    return "one" if message.addressees <= 1 else "few" if message.addressees < 5 else "many"


def _length(size: int) -> str:
    return "none" if size < 15 else "short" if size < 500 else "long"


CONTRADICTING = {
    "audience-one": 1,
    "audience-group": -1,
    "audience-many": -1,
    "length-none": 1,
    "asks-opinion": -1,
    "proposes": -1,
}
"""Grounds that nobody would understand on this side (1: for, -1: against); they still count in the score."""


def _contradicts(ground: Ground) -> bool:
    return CONTRADICTING.get(ground.id, 0) * ground.weight > 0
