"""Evaluating: ``nudger evaluate``, the honest scores of the shipped way of judging on labelled files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nudger import show
from nudger.errors import UnreadableInput
from nudger.offline import labelled

if TYPE_CHECKING:
    from classifiers.measuring import By, Measured
    from nudger.launch import Context

LEAST = 20
"""Sets of fewer mails are left out: a figure of so few says nothing."""


def evaluate(context: Context, files: Sequence[Path], by: By) -> None:
    """Learn and test on these files, split by sender, thread or time. Raises UnreadableInput."""
    from classifiers.measuring import TooAlikeError, measure
    from classifiers.model import load

    examples = labelled(files)
    if len(examples) < LEAST:
        raise UnreadableInput("evaluate-too-few", n=len(examples), least=LEAST)
    context.screen.note("evaluate-begins", n=len(examples))
    try:
        found = measure(examples, by, load().bands)
    except TooAlikeError:
        raise UnreadableInput("evaluate-too-alike") from None
    found = {name: one for name, one in found.items() if one.figures.n >= LEAST}
    if context.json:
        show.json_line({"split": by, "sets": {name: _plain(asdict(one)) for name, one in found.items()}})
    else:
        _say(context, found, by)


def _say(context: Context, found: Mapping[str, Measured], by: By) -> None:
    say = context.screen.say
    say(f"evaluate-by-{by}", style="bold")
    for name, one in found.items():
        figures, band = one.figures, one.figures.band
        say("evaluate-set", name=name, n=figures.n, talk=figures.talk, worth=figures.worth)
        say("evaluate-talk", **_interval(one.ap_talk), error=f"{figures.ece_talk:.3f}")
        say("evaluate-worth", **_interval(one.ap_worth), error=f"{figures.ece_worth:.3f}")
        say("evaluate-suggested", right=band.right, n=band.suggested, worth=band.worth, sensitive=band.sensitive)
    say("evaluate-meaning", style="dim")


def _interval(interval: Any) -> dict[str, str]:
    return {name: f"{getattr(interval, name):.3f}" for name in ("value", "low", "high")}


def _plain(value: Any) -> Any:
    """As JSON has it: what could not be computed is null."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return None if isinstance(value, float) and isnan(value) else value
