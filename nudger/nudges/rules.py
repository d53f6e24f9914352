"""Rules: the numbers of ``policy.toml``, held to their ceilings and floors; the phases of a beginning as a table."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The numbers of ``policy.toml``; see there for what each means."""

    per_digest: int
    per_week: int
    max_age_days: int
    first_max_age_days: int
    min_people: int
    expire_working_days: int
    max_shown: int
    most_snoozes: int
    dismissals: int
    cold_offers: int
    stop_weeks: int
    stop_answer_days: int
    private_days: int
    posts_per_day: int
    widening: int
    audits: int
    hold_out: int
    first_days: int
    quiet_from: int
    quiet_until: int


@dataclass(frozen=True, slots=True)
class Caps:
    """What one phase of the beginning allows; ``own`` is 1 where only own starts are offered."""

    per_digest: int
    per_week: int
    own: int


@cache
def _shipped() -> Mapping[str, Any]:
    text = resources.files("nudger.nudges").joinpath("policy.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def ceilings() -> Mapping[str, int]:
    """The values that no configuration may exceed."""
    return dict(_shipped()["ceilings"])


def floors() -> Mapping[str, int]:
    """The values that no configuration may go under."""
    return dict(_shipped()["floors"])


def caps(phase: str) -> Caps:
    """The row of this phase in the table of the beginning."""
    return Caps(**_shipped()["phases"][phase])


def policy(changes: Mapping[str, int] | None = None) -> Policy:
    """The shipped policy with these values changed; each is held to its ceiling and floor."""
    values = {**_shipped()["offer"], **(changes or {})}
    held = {name: max(min(value, ceilings().get(name, value)), floors().get(name, 0)) for name, value in values.items()}
    return Policy(**{field.name: held[field.name] for field in fields(Policy)})


def problems(changes: Mapping[str, object]) -> list[str]:
    """What is wrong with ``[nudge]``, one line each: unknown names, values that are no number or beyond a limit."""
    known = _shipped()["offer"]
    lines = [f"{name}: unknown ({', '.join(known)})" for name in changes if name not in known]
    for name in set(changes) & set(known):
        value, ceiling, floor = changes[name], ceilings().get(name), floors().get(name, 0)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            lines.append(f"{name}: 0, 1, 2, …")
        elif value < floor:
            lines.append(f"{name}: ≥ {floor}")
        elif ceiling is not None and value > ceiling:
            lines.append(f"{name}: ≤ {ceiling}")
    return sorted(lines)
