"""Announcing: the goal first, later the network, and the day on which it was done; also the leader's monthly figure."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from nudger.errors import ConfigError, UsageError
from nudger.ledger.ledger import Ledger
from nudger.shift.facts import ANNOUNCED, note

if TYPE_CHECKING:
    from nudger.app import App
    from nudger.workplace import Workplace

MENDABLE = timedelta(days=14)
"""How long after the announcement its day may be corrected: before the first look at it."""
GOAL_TOLD = "goal-told"
"""The setting with the day on which the text about the goal was made."""


def announce(app: App, what: str | None, done: date | None) -> None:
    """Make a text to send, or remember the day on which the network was announced. Raises ConfigError, UsageError.

    The text about the goal names no tool; the one about the network comes once the goal was told.
    """
    if not app.place.goals:
        raise ConfigError("no-goal", hint="no-goal-hint")
    with app.place.ledger() as ledger:
        if done:
            _remember(app, ledger, done)
        elif what == "network" and not ledger.settings.get(GOAL_TOLD):
            raise UsageError("goal-first", hint="goal-first-hint")
        else:
            _text(app, ledger, what or "goal")


def _remember(app: App, ledger: Ledger, done: date) -> None:
    """The day that the report compares around. A slip can be mended for two weeks; after that the day stands.

    Else one could look for the day around which the figures are fairest.
    """
    before = ledger.settings.get(ANNOUNCED)
    if before and date.fromisoformat(before) != done:
        stood = date.fromisoformat(before)
        if app.place.now.date() > stood + MENDABLE:
            raise UsageError("announced-before", hint="announced-before-hint", day=app.place.texts.date(stood))
    with ledger.atomic():
        ledger.settings.put(ANNOUNCED, done.isoformat())
    day = app.place.texts.date(done)
    app.emit(lambda: {"announced": done.isoformat()}, lambda: app.screen.say("announce-done", day=day))


def _text(app: App, ledger: Ledger, what: str) -> None:
    if what == "goal":
        with ledger.atomic():
            ledger.settings.put(GOAL_TOLD, app.place.now.date().isoformat())
    lines = _goal(app.place) if what == "goal" else _network(app.place)
    app.emit(lambda: {"text": "\n\n".join(lines)}, lambda: _show(app, lines, what))


def _show(app: App, lines: list[str], what: str) -> None:
    app.screen.block("\n\n".join(lines), exact=True)
    app.screen.say(f"announce-after-{what}")


def _goal(place: Workplace) -> list[str]:
    texts = place.texts
    days = min(goal.promise_days for goal in place.goals)
    titles = texts("announce-and").join(goal.title for goal in place.goals)
    return [
        texts("announce-goal", titles=titles),
        texts("announce-why"),
        texts("announce-promise", days=days),
        texts("announce-ask"),
    ]


def _network(place: Workplace) -> list[str]:
    texts = place.texts
    name, settings = next(iter(place.config.settings.networks.items()), ("", None))
    link = str(settings.url) if settings and settings.url else ""
    titles = texts("announce-and").join(goal.title for goal in place.goals)
    where = texts("announce-where-link", name=name, link=link) if link else texts("announce-where", name=name)
    return [texts("announce-network", titles=titles), where, texts("announce-mail-too"), texts("announce-privacy")]


# --- the monthly figure


def note_figure(app: App, goal: str, value: float, month: str | None) -> None:
    """Keep the figure of a month with a goal; a later word replaces an earlier one. Raises UsageError."""
    if goal not in {one.id for one in app.place.goals}:
        raise UsageError("goal-unknown", goal=goal, known=", ".join(one.id for one in app.place.goals))
    month = month or app.place.now.astimezone(app.place.zone).strftime("%Y-%m")
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month):
        raise UsageError("not-a-month", month=month)
    with app.place.ledger() as ledger, ledger.atomic():
        note(ledger, goal, month, value)
    app.emit(
        lambda: {"goal": goal, "month": month, "figure": value},
        lambda: app.screen.say("goal-noted", month=month, value=f"{value:g}"),
    )
