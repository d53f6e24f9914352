"""networks: the checklist for choosing one, as data and pure functions.

The points are those of the blog (exchange of information, documents always up to date, video or not, apps on the
phone) and what our connectors can do. What is not documented is not known, and counts as absent.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from nudger.networks.catalogue import CATALOGUE, Entry

ASKED = ("exchange", "documents", "video", "apps")
"""The four questions."""
KNOWN = ("posts", "reads", "present")
"""What nobody needs to be asked: what nudger can do there, and whether the organisation has it."""
WORTH: Mapping[str, float] = {"yes": 1.0, "partly": 0.5, "no": 0.0, "unknown": 0.0}
SHORTLIST = 3


@dataclass(frozen=True, slots=True)
class Option:
    """One network with its marks (``yes``, ``partly``, ``no``, ``unknown``) by point, and its share of the weights."""

    type: str
    title: str
    marks: Mapping[str, str]
    source: str
    score: float

    def strong(self, weights: Mapping[str, int]) -> list[str]:
        """The points that weigh and are met, the heaviest first."""
        return [point for point in _heaviest(weights) if self.marks[point] == "yes"]

    def weak(self, weights: Mapping[str, int]) -> list[str]:
        """The points that weigh and are not met, or not known, the heaviest first."""
        return [point for point in _heaviest(weights) if self.marks[point] != "yes"]


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("nudger.networks").joinpath("choices.toml").read_text(encoding="utf-8"))


def weights(goals: Sequence[str]) -> dict[str, int]:
    """How much each of the four points weighs for these goals (ids): the heaviest of each."""
    tables = [_data()["weights"].get(goal, _data()["weights"]["other"]) for goal in goals or ("other",)]
    return {point: max(table[point] for table in tables) for point in ASKED}


def options(asked: Mapping[str, int], present: Collection[str]) -> list[Option]:
    """Every network, the best first; ``present`` are the types that the organisation has, empty where not known."""
    heavy = {**asked, **_data()["weights"]["always"]}
    found = [_option(entry, facts, heavy, present) for entry, facts in _candidates()]
    return sorted(found, key=lambda option: (-option.score, option.type not in present, option.title))


def heavy(asked: Mapping[str, int]) -> dict[str, int]:
    """All weights: the leader's four, and those that hold for everyone."""
    return {**asked, **_data()["weights"]["always"]}


def _candidates() -> Iterable[tuple[Entry, Mapping[str, str]]]:
    facts = _data()["networks"]
    return ((entry, facts[entry.type]) for entry in CATALOGUE if entry.type in facts)


def _option(entry: Entry, facts: Mapping[str, str], heavy: Mapping[str, int], present: Collection[str]) -> Option:
    can = entry.capabilities
    marks = {point: facts.get(point, "unknown") for point in (*ASKED, "own_server")}
    marks |= {
        "posts": _yes(can.posts),
        "reads": _yes(can.reads),
        "present": _yes(entry.type in present) if present else "unknown",
    }
    total = sum(heavy.values())
    score = sum(weight * WORTH[marks[point]] for point, weight in heavy.items()) / total if total else 0.0
    return Option(entry.type, entry.title, marks, facts["source"], score)


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


def _heaviest(weights: Mapping[str, int]) -> list[str]:
    return [point for point, weight in sorted(weights.items(), key=lambda pair: -pair[1]) if weight]
