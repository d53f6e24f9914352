"""``nudger network``: what each network can do here, its communities, and whether it lets us in. Posts nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from nudger import show
from nudger.networks import offered
from nudger.networks.base import Capabilities, Community
from nudger.networks.catalogue import CATALOGUE, Entry
from nudger.networks.hosts import hosts

if TYPE_CHECKING:
    from rich.table import Table

    from nudger.app import App
    from nudger.launch import Context
    from nudger.texts import Texts
    from nudger.texts.screen import Screen


def listed(context: Context) -> None:
    """Every network that nudger knows, what it can do there, how that was tested, and the connectors of others.

    Works without a configuration. Raises ConfigError where there is one with mistakes.
    """
    settings = context.app().place.config.settings.networks.values() if context.has_configuration() else ()
    chosen = {one.type: hosts(one) for one in settings}
    rows = [_Row(entry, entry.type in chosen, chosen.get(entry.type, ())) for entry in CATALOGUE]
    others = offered()
    if context.json:
        show.json_line({"networks": [row.as_json() for row in rows], "others": list(others)})
    else:
        _show_networks(context.screen, rows, others)


def communities(app: App) -> None:
    """Where this account may look or post. Raises NetworkUnavailable, LoginRefused."""
    found = app.place.network.communities()
    app.emit(lambda: {"communities": [asdict(one) for one in found]}, lambda: _show_communities(app, found))


def tested(app: App) -> bool:
    """Sign in and look at the communities of the goals; gives whether all is well. Raises what checking raises."""
    network = app.place.network
    account, places = network.check(), network.communities()
    wanted = [goal.community for goal in app.place.goals if goal.community]
    seen = {name: next((place for place in places if place.called(name)), None) for name in wanted}
    fine = all(place is not None and place.may_post for place in seen.values())
    data = {
        "network": network.name,
        "account": account,
        "posts": network.capabilities.posts,
        "communities": {name: place is not None and place.may_post for name, place in seen.items()},
        "ok": fine,
    }
    app.emit(lambda: data, lambda: _show_test(app, account, network.capabilities, seen))
    return fine


@dataclass(frozen=True, slots=True)
class _Row:
    entry: Entry
    chosen: bool
    hosts: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        can = self.entry.capabilities
        return {
            "type": self.entry.type,
            "posts": can.posts,
            "reads": can.reads,
            "retracts": can.retracts,
            "tested": self.entry.tested,
            "chosen": self.chosen,
            "hosts": list(self.hosts),
        }


def _show_networks(screen: Screen, rows: Sequence[_Row], others: Sequence[str]) -> None:
    screen.console.print(_table(screen.texts, rows))
    for row in rows:
        if row.chosen:
            hosts_ = ", ".join(row.hosts)
            screen.say("network-chosen", name=row.entry.title, hosts=hosts_, asks="yes" if hosts_ else "no")
    for type_ in others:
        screen.say("network-other", name=type_)
    screen.say("network-paste", style="dim")


def _table(texts: Texts, rows: Sequence[_Row]) -> Table:
    from rich.table import Table

    grid = Table(box=None, pad_edge=False, header_style="dim")
    for head in ("name", "posts", "reads", "retracts", "tested"):
        grid.add_column(texts(f"network-head-{head}"))
    for row in rows:
        can, entry = row.entry.capabilities, row.entry
        marks = (texts("network-can", may="yes" if may else "no") for may in (can.posts, can.reads, can.retracts))
        grid.add_row(entry.title, *marks, texts(f"network-tested-{entry.tested}"))
    return grid


def _show_communities(app: App, found: Sequence[Community]) -> None:
    if not found:
        app.screen.say("network-no-communities")
    for one in found:
        app.screen.say(
            "network-community",
            name=one.name,
            id=one.alias or one.id,
            members=one.members,
            who=one.visibility or "unknown",
            may="yes" if one.may_post else "no",
        )


def _show_test(app: App, account: str, can: Capabilities, seen: dict[str, Community | None]) -> None:
    say = app.screen.say
    say("network-signed-in" if can.posts else "network-by-hand", account=account, name=app.place.network.name)
    for name, place in seen.items():
        state = "missing" if place is None else "yes" if place.may_post else "no"
        say("network-place", name=name, state=state)
