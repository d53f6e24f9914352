"""``nudger network choose``: four questions, a filled table, one recommendation, and a page to send to IT.

It works without a configuration too: choosing comes before there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nudger import show
from nudger.errors import CannotWrite
from nudger.networks import advice, choice
from nudger.networks.advice import Advice
from nudger.networks.choice import ASKED
from nudger.texts.screen import Screen

if TYPE_CHECKING:
    from nudger.launch import Context
    from nudger.nudges.judging import Goal

KEYS = {**dict.fromkeys("jy", 2), "h": 1, "n": 0}
"""What a key says of a point: yes, it helps, no."""


def choose(
    context: Context, given: Mapping[str, int | None], own: tuple[str, ...], *, out: Path | None, html: Path | None
) -> None:
    """Ask what was not ``given`` (point → weight) where somebody can answer, and tell what fits.

    Raises CannotWrite, and ConfigError where there is a configuration with mistakes.
    """
    goals, present = _known(context)
    usual = choice.weights([goal.id for goal in goals])
    asked = {point: usual[point] if (weight := given.get(point)) is None else weight for point in ASKED}
    if context.screen.interactive and not context.json and all(weight is None for weight in given.values()):
        asked = _ask(context.screen, usual, context.screen.ask_key)
    found = Advice(tuple(goal.title for goal in goals), asked, own, choice.options(asked, present))
    if context.json:
        show.json_line(_json(found))
    else:
        _show(context.screen, found)
    for path, text in ((out, advice.markdown), (html, advice.page)):
        if path:
            _write(path, text(found, context.texts))
            context.screen.note("report-written", path=str(path))


def recommend(screen: Screen, goals: Sequence[str], key: Callable[[], str]) -> str:
    """Ask the four questions (``key`` gives an answer), say what fits and why, and give the type of it."""
    asked = _ask(screen, choice.weights(goals), key)
    found = Advice((), asked, (), choice.options(asked, ()))
    for sentence in advice.reasons(found, screen.texts):
        screen.line(sentence)
    return found.best.type


def _known(context: Context) -> tuple[Sequence[Goal], set[str]]:
    """The goals and the types of network of the configuration, where there is one."""
    if not context.has_configuration():
        return (), set()
    place = context.app().place
    return place.goals, {settings.type for settings in place.config.settings.networks.values()}


def _ask(screen: Screen, usual: Mapping[str, int], key: Callable[[], str]) -> dict[str, int]:
    """The four questions; any other key than those shown takes what fits the goals."""
    screen.say("choose-intro")
    asked = {}
    for point in ASKED:
        screen.say("choose-question", point=screen.texts(f"choose-ask-{point}"), usual=usual[point])
        asked[point] = KEYS.get(key()[:1].lower(), usual[point])
    return asked


def _show(screen: Screen, found: Advice) -> None:
    from rich.table import Table

    grid = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim")
    for number, head in enumerate(advice.heads(found.points, screen.texts)):
        grid.add_column(head.replace(" ", "\n"), justify="left" if number == 0 else "center", no_wrap=True)
    for row in advice.rows(found, found.points, screen.texts):
        grid.add_row(*row)
    screen.console.print(grid)
    screen.say("choose-marks", style="dim")
    screen.line()
    for sentence in advice.reasons(found, screen.texts):
        screen.line(sentence)
    for point in found.own:
        screen.say("choose-own", point=point)
    screen.say("choose-send", style="dim")


def _json(found: Advice) -> dict[str, object]:
    options = [{"type": one.type, "score": round(one.score, 3), **one.marks} for one in found.options]
    return {"weights": dict(found.asked), "recommended": found.best.type, "options": options, "own": list(found.own)}


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError:
        raise CannotWrite("cannot-write", path=str(path)) from None
