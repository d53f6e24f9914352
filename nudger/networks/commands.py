"""``nudger network``: what each network can do here, its communities, and whether it lets us in. Posts nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from nudger.networks.base import Capabilities, Community
from nudger.networks.catalogue import CATALOGUE, Entry
from nudger.networks.hosts import hosts

if TYPE_CHECKING:
    from nudger.app import App


def listed(app: App) -> None:
    """Every network that nudger knows, what it can do there, and how that was tested."""
    chosen = {settings.type: hosts(settings) for settings in app.place.config.settings.networks.values()}
    rows = [_Row(entry, entry.type in chosen, chosen.get(entry.type, ())) for entry in CATALOGUE]
    app.emit(lambda: {"networks": [row.as_json() for row in rows]}, lambda: _show_networks(app, rows))


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


def _show_networks(app: App, rows: Sequence[_Row]) -> None:
    for row in rows:
        can, screen = row.entry.capabilities, app.screen
        level = "all" if can.posts and can.reads else "posts" if can.posts else "paste"
        texts = screen.texts
        does, tested = texts(f"network-does-{level}"), texts(f"network-tested-{row.entry.tested}")
        screen.say(
            "network-row-chosen" if row.chosen else "network-row", name=row.entry.title, does=does, tested=tested
        )
        if row.hosts:
            screen.say("network-hosts", style="dim", hosts=", ".join(row.hosts))
    app.screen.say("network-others")


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
