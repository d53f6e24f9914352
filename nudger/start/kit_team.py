"""nudger/start: ``kit team``: one page for the kick-off, with the invitation to volunteer as an ambassador.

The list of ambassadors is what the leader types with the command; it is kept nowhere, and nothing is derived from mail.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from nudger.errors import ConfigError

if TYPE_CHECKING:
    from nudger.app import App
    from nudger.texts import Texts
    from nudger.workplace import Workplace

Part = tuple[str, Mapping[str, Any]]
"""A section of the page: ``kit-team-KEY`` is its text and ``kit-team-KEY-title`` its head."""


def show(app: App, ambassadors: Sequence[str]) -> None:
    """Print the page as Markdown. Raises ConfigError where there is no goal to tell about."""
    if not app.place.goals:
        raise ConfigError("no-goal", hint="no-goal-hint")
    found = list(parts(app.place, ambassadors))
    data = {"parts": [{"part": key, **values} for key, values in found]}
    app.emit(lambda: data, lambda: app.screen.plain(page(found, app.place.texts)))


def page(found: Sequence[Part], texts: Texts) -> str:
    """The page as Markdown."""
    lines = [f"# {texts('kit-team-title')}"]
    for key, values in found:
        lines += ["", f"## {texts(f'kit-team-{key}-title')}", "", texts(f"kit-team-{key}", **values)]
    return "\n".join(lines)


def parts(place: Workplace, ambassadors: Sequence[str]) -> Iterator[Part]:
    """The page in its order: the goal, half an hour together, the promise, who volunteers, and what nudger does."""
    texts = place.texts
    network, link = _network(place)
    yield "goal", {"titles": texts("announce-and").join(goal.title for goal in place.goals)}
    yield "together", {"network": network, "link": link or texts("kit-team-no-link")}
    yield "promise", {"days": min(goal.promise_days for goal in place.goals)}
    yield "volunteers", {}
    if ambassadors:
        yield "ambassadors", {"names": ", ".join(ambassadors)}
    yield "nudger", {}
    yield "out", {"contact": place.config.settings.organisation.contact or "none"}


def _network(place: Workplace) -> tuple[str, str]:
    name, settings = next(iter(place.config.settings.networks.items()), (place.network.name, None))
    return name, str(settings.url) if settings and settings.url else ""
