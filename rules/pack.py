"""What can be said of a message: rule packs, those that come with nudger and those an organisation adds.

Mistakes are collected, never raised one by one: a pack holds the rules that could be read and the problems of the rest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from rules.pack_file import read_rules
from rules.rule import Problem, Rule

BUILTIN = ("common", "nl", "en")
"""The packs that come with nudger, in their order."""


class PackError(Exception):
    """Packs that cannot be used; ``problems`` holds every mistake of all of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Pack:
    """The rules of one file. Two packs are equal when their ``digest`` is: SHA-256 of all that decides what matches."""

    digest: str
    file: str = field(compare=False)
    rules: tuple[Rule, ...] = field(compare=False, repr=False)
    problems: tuple[Problem, ...] = field(compare=False, default=())


def builtin_packs() -> tuple[Pack, ...]:
    """The packs that come with nudger."""
    return load_packs(BUILTIN)


def digest_of(packs: Iterable[Pack]) -> str:
    """One digest of the findings of several packs, for the card of a model that was trained with them.

    Gates are left out: they forbid, and are no features, so a stricter gate asks for no new model.
    """
    return _hash(rule for pack in packs for rule in pack.rules if not rule.gate)[:16]


def load_packs(names_or_paths: Iterable[str | Path]) -> tuple[Pack, ...]:
    """Packs by name (``common``, ``nl``, ``en``), file or folder. Raises PackError with all mistakes of all packs."""
    packs = read_packs(names_or_paths)
    if problems := [problem for pack in packs for problem in pack.problems]:
        raise PackError(problems)
    return packs


def read_packs(names_or_paths: Iterable[str | Path]) -> tuple[Pack, ...]:
    """As :func:`load_packs`, but mistakes stay in the ``problems`` of each pack."""
    return tuple(_read(source) for item in names_or_paths for source in _sources(item))


def _sources(item: str | Path) -> list[Traversable]:
    if item in BUILTIN:
        return [resources.files("rules.packs") / f"{item}.toml"]
    path = Path(item).expanduser()
    return list[Traversable](sorted(path.glob("*.toml"))) or [path]


def _read(source: Traversable) -> Pack:
    file = str(source)
    try:
        text = source.read_text("utf-8")
    except OSError as error:
        return _pack(file, (), (Problem(file, 0, "", "unreadable", error.strerror or ""),))
    except UnicodeError:
        return _pack(file, (), (Problem(file, 0, "", "unreadable", "not UTF-8"),))
    return _pack(file, *read_rules(text, file))


def _pack(file: str, rules: tuple[Rule, ...], problems: tuple[Problem, ...]) -> Pack:
    return Pack(_hash(rules), file, rules, problems)


def _hash(rules: Iterable[Rule]) -> str:
    content = json.dumps([rule.content for rule in rules], ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()
