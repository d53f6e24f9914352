"""nudger/start: ``nudger goal``: at most two that count, others resting; what each measures; examples to think with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nudger.config.configuration import LEADERS
from nudger.config.editing import edit
from nudger.config.models import MOST_GOALS
from nudger.config.types import Line, accepted
from nudger.errors import UsageError
from nudger.nudges.goals import builtin_words
from nudger.shift.facts import figures
from nudger.start.answers import Aim
from nudger.start.options import aim

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

    from nudger.app import App
    from nudger.config.models import Goal
    from nudger.launch import Context
    from nudger.texts import Texts
    from nudger.texts.screen import Screen

SECTORS = ("care", "production", "schools")
EXAMPLES = 3
"""Cases a sector."""


def add(app: App, name: str, words: Sequence[str], community: str | None, days: int | None) -> None:
    """Take a goal on, or take up one that rests. Raises UsageError for a third, CannotWrite."""
    wanted = _valid(aim(name, community or "", words))
    before = {goal.id: goal for goal in app.place.owner.goals}
    old = before.get(wanted.id)
    if old and not old.paused:
        raise UsageError("goal-there", goal=wanted.id)
    if sum(not goal.paused for goal in before.values()) >= MOST_GOALS:
        raise UsageError("goal-third", hint="goal-third-hint")
    if old:
        _change(app, wanted.id, lambda table: table.pop("paused", None))
    else:
        _edit(app, lambda document: _append(document, wanted, days or _promise(app)))
    title = old.title if old else wanted.title
    _tell(app, "goal-added", wanted.id, title or "")


def _valid(wanted: Aim) -> Aim:
    """The same, where the configuration takes it. Raises UsageError."""
    texts = (*wanted.words, *filter(None, (wanted.title, wanted.community)))
    if any(accepted(Line, text) is None for text in texts):
        raise UsageError("goal-words")
    return wanted


def pause(app: App, name: str) -> None:
    """Let a goal rest: it weighs on nothing, its figures stay. Raises UsageError where it is unknown."""
    goal = _known(app, name)
    if goal.paused:
        raise UsageError("goal-rests", goal=name)
    _change(app, name, lambda table: table.__setitem__("paused", True))
    _tell(app, "goal-paused", name, goal.title or "")


def remove(app: App, name: str) -> None:
    """Take a goal out of the configuration; its figures stay in the ledger. Raises UsageError where it is unknown."""
    goal = _known(app, name)
    _edit(app, lambda document: document["goals"].remove(_table(document, name)))
    _tell(app, "goal-removed", name, goal.title or "")


def _promise(app: App) -> int:
    """The promise that holds already, so that one leader has one promise unless she says otherwise."""
    return min((goal.promise_days for goal in app.place.goals), default=2)


def _known(app: App, name: str) -> Goal:
    found = next((goal for goal in app.place.owner.goals if goal.id == name), None)
    if found is None:
        known = ", ".join(goal.id for goal in app.place.owner.goals)
        raise UsageError("goal-unknown", goal=name, known=known)
    return found


def _tell(app: App, key: str, name: str, title: str) -> None:
    texts = app.place.texts
    title = title or title_of(name, texts)
    app.emit(lambda: {"goal": name, "done": key.removeprefix("goal-")}, lambda: app.screen.say(key, title=title))
    if key == "goal-added" and not app.as_json:
        for line in measures(name, texts):
            app.screen.line(line)


def title_of(name: str, texts: Texts) -> str:
    """The title of a built-in goal, else the id itself."""
    return texts(f"goal-{name}") if name in builtin_words() else name


def measures(name: str, texts: Texts) -> Iterator[str]:
    """How it is seen whether the goal comes nearer, and what is watched so that nothing else gets worse."""
    known = name if name in builtin_words() else "own"
    yield texts("goal-measure", what=texts(f"goal-measure-{known}"))
    yield texts("goal-counter", what=texts(f"goal-counter-{known}"))


# --- the file


def _file(app: App) -> Path:
    """Where this owner's goals stand: her own file in ``leaders/``, or the main one."""
    config = app.place.config
    return config.path if app.place.owner.own_machine else config.folder / LEADERS / f"{app.place.owner.name}.toml"


def _edit(app: App, change: Any) -> None:
    edit(_file(app), change)


def _change(app: App, name: str, change: Any) -> None:
    _edit(app, lambda document: change(_table(document, name)))


def _table(document: TOMLDocument, name: str) -> Any:
    return next(table for table in document["goals"] if table["id"] == name)


def _append(document: TOMLDocument, wanted: Aim, days: int) -> None:
    import tomlkit

    table = tomlkit.table()
    told = {"id": wanted.id, "title": wanted.title, "words": list(wanted.words), "community": wanted.community}
    for key, value in {**told, "promise_days": days}.items():
        if value:
            table.add(key, value)
    document.setdefault("goals", tomlkit.aot()).append(table)


# --- to look at


def listed(app: App) -> None:
    """The owner's goals with measure and figures, those that rest too."""
    with app.place.ledger() as ledger:
        rows = [_row(app, goal, dict(figures(ledger, goal.id))) for goal in app.place.owner.goals]
    app.emit(lambda: {"goals": rows}, lambda: _say(app.screen, rows))


def _row(app: App, goal: Goal, noted: dict[str, float]) -> dict[str, Any]:
    title = goal.title or title_of(goal.id, app.place.texts)
    return {
        "id": goal.id,
        "title": title,
        "promise_days": goal.promise_days,
        "community": goal.community or "",
        "paused": goal.paused,
        "figures": noted,
    }


def _say(screen: Screen, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        screen.say("goal-line", id=row["id"], title=row["title"], days=row["promise_days"])
        if row["paused"]:
            screen.line(screen.texts("goal-rests"), indent=2)
            continue
        for line in measures(row["id"], screen.texts):
            screen.line(line, indent=2)
        for month, value in row["figures"].items():
            screen.line(f"{month}: {value:g}", indent=2)
    if not rows:
        screen.say("goal-list-none")


def examples(context: Context) -> None:
    """Cases outside marketing, to think with; made up, and said to be."""
    texts = context.texts
    cases = {sector: [texts(f"goal-example-{sector}-{n}") for n in range(1, EXAMPLES + 1)] for sector in SECTORS}
    if context.json:
        from nudger.show import json_line

        json_line({"examples": cases})
        return
    context.screen.say("goal-examples")
    for sector, lines in cases.items():
        context.screen.line()
        context.screen.say(f"goal-sector-{sector}", style="bold")
        for line in lines:
            context.screen.line(f"- {line}", indent=2)
