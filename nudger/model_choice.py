"""Model choice: the use cases of ``nudger model``: list what there is, choose, go back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from nudger import models
from nudger.errors import UsageError

if TYPE_CHECKING:
    from nudger.app import App


def listed(app: App) -> None:
    """The models of this owner, and which of them judges."""
    shelf, now = app.place.shelf, app.place.in_use
    cards = {name: _card(app, name) for name in shelf.names()}
    app.emit(
        lambda: {"current": now.name, "outdated": now.outdated or None, "base": _base_json(app), "models": cards},
        lambda: _say_list(app, cards),
    )


def _card(app: App, name: str) -> Mapping[str, Any]:
    """The card of a model, or why it cannot be read."""
    from classifiers.storage import ModelError

    try:
        return app.place.shelf.card(name)
    except ModelError as error:
        return {"error": error.reason}


def _base_json(app: App) -> dict[str, Any]:
    card = app.place.base.card
    return {"sha256": card.get("sha256"), "held_out": card.get("held_out")}


def _say_list(app: App, cards: Mapping[str, Mapping[str, Any]]) -> None:
    from classifiers.shelf import BASE

    now, texts = app.place.in_use, app.place.texts
    app.screen.say("model-base", mark=_mark(now.name == BASE))
    for name, card in cards.items():
        mark = _mark(name == now.name)
        if "error" in card:
            app.screen.say("model-broken", mark=mark, name=name, reason=card["error"])
            continue
        made = texts.date(datetime.fromisoformat(card["made"]).date())
        chances = {each: texts.percent(round(100 * card["proof"][each]), 100) for each in ("base", "learned")}
        app.screen.say("model-own", mark=mark, name=name, made=made, n=card["decisions"], **chances)
    if now.outdated:
        app.screen.say("model-outdated", name=now.outdated)


def _mark(current: bool) -> str:
    return "*" if current else " "


def use(app: App, name: str) -> None:
    """Let this model judge. Raises UsageError, ModelError."""
    from classifiers.shelf import BASE

    place = app.place
    if name != BASE and name not in place.shelf.names():
        raise UsageError("model-unknown", name=name, known=", ".join((BASE, *place.shelf.names())))
    if name != BASE:
        with models.trusted(name, "model-own-refused-hint"):
            models.own(place.base, place.shelf, name)
    with place.ledger(alone=True):
        place.shelf.use(name)
    _say_used(app, name)


def back(app: App) -> None:
    """Let the model judge that did so before. Raises UsageError when there was none."""
    with app.place.ledger(alone=True):
        try:
            with models.trusted("", "model-own-refused-hint"):
                name = app.place.shelf.back()
        except LookupError:
            raise UsageError("model-no-earlier") from None
    _say_used(app, name)


def _say_used(app: App, name: str) -> None:
    from classifiers.shelf import BASE

    key = "model-used-base" if name == BASE else "model-used"
    app.emit(lambda: {"current": name}, lambda: app.screen.say(key, name=name))
