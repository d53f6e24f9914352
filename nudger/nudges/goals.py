"""Goals: the one or two purposes; three are built in, others are the leader's own."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Protocol

from nudger.nudges.judging import Goal


class ConfiguredGoal(Protocol):
    """A goal as the configuration gives it."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str | None: ...  # noqa: D102
    @property
    def words(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def community(self) -> str | None: ...  # noqa: D102
    @property
    def promise_days(self) -> int: ...  # noqa: D102
    @property
    def paused(self) -> bool: ...  # noqa: D102


@cache
def builtin_words() -> Mapping[str, tuple[str, ...]]:
    """Goal id → its words, in both languages."""
    text = resources.files("nudger.nudges").joinpath("goals.toml").read_text(encoding="utf-8")
    return {name: tuple(table["words"]) for name, table in tomllib.loads(text).items()}


def goals(configured: Iterable[ConfiguredGoal], sentence: Callable[[str], str]) -> tuple[Goal, ...]:
    """The goals that count now, with their words and titles; a built-in one needs neither."""
    known = builtin_words()
    return tuple(
        Goal(
            id=goal.id,
            title=goal.title or (sentence(f"goal-{goal.id}") if goal.id in known else goal.id),
            words=tuple(dict.fromkeys((*goal.words, *known.get(goal.id, ())))),
            community=goal.community or "",
            promise_days=goal.promise_days,
        )
        for goal in configured
        if not goal.paused
    )
