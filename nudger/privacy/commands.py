"""``nudger privacy`` and ``purge``: what is kept of a person, forgetting it, and the settings that hold in truth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from nudger.config.contacted import contacted
from nudger.errors import UsageError
from nudger.ledger.retention import purge
from nudger.privacy import optouts
from nudger.privacy.keeping import FOREVER, Kept, tables
from nudger.texts.safe import safe

if TYPE_CHECKING:
    from nudger.app import App
    from nudger.workplace import Workplace


def wipe(app: App) -> None:
    """Forget what is older than its time; what every poll does too."""
    with app.place.ledger() as ledger:
        with ledger.atomic():
            purge(ledger, app.place.now, app.place.config.settings.ledger.keep_days)
        ledger.wipe_traces()
    app.emit(lambda: {"purged": True}, lambda: app.screen.say("privacy-purged"))


def shown(app: App, address: str) -> None:
    """What the ledger holds of this address: whether its key stands anywhere, never how often (promise M7)."""
    with app.place.ledger() as ledger:
        known = ledger.people.is_known(_address(address))
    app.emit(
        lambda: {"address": address, "keys": known, "text": False, "name": False},
        lambda: _say_shown(app, known),
    )


def shown_everywhere(apps: list[App], address: str) -> None:
    """Whether the key of this address stands in any ledger, and whether it stands in the list of who opted out."""
    wanted, first = _address(address), apps[0]
    known = any(_knows(app, wanted) for app in apps)
    listed = wanted in optouts.load(optouts.path_of(first.place.config.settings, first.place.state))
    first.emit(
        lambda: {"address": wanted, "keys": known, "opted_out": listed, "text": False, "name": False},
        lambda: _say_everywhere(first, known, listed),
    )


def _knows(app: App, address: str) -> bool:
    if not app.place.ledger_path.exists():
        return False
    with app.place.ledger() as ledger:
        return ledger.people.is_known(address)


def _say_everywhere(app: App, known: bool, listed: bool) -> None:
    _say_shown(app, known)
    if listed:
        app.screen.say("privacy-listed")


def _say_shown(app: App, known: bool) -> None:
    app.screen.say("privacy-known" if known else "privacy-unknown")
    app.screen.say("privacy-no-text")


def forgotten(app: App, address: str) -> bool:
    """Take the keys of this address out of the ledger; gives whether there were any."""
    with app.place.ledger() as ledger:
        with ledger.atomic():
            found = ledger.people.forget(_address(address))
        ledger.wipe_traces()
    return found


def forget(apps: list[App], address: str) -> None:
    """Forget an address in the ledgers of these owners."""
    found = [forgotten(app, address) for app in apps]
    first = apps[0]
    first.emit(
        lambda: {"ledgers": len(found), "forgotten": any(found)},
        lambda: first.screen.say("privacy-forgotten" if any(found) else "privacy-unknown"),
    )
    if not first.as_json:
        first.screen.say("privacy-forget-hint", address=address)


def opt_out(apps: list[App], address: str) -> None:
    """Leave a colleague out for every owner: in the list, and out of all that waits. Said twice it is as once."""
    first, known = apps[0], _address(address)
    optouts.add(optouts.path_of(first.place.config.settings, first.place.state), known)
    for app in apps:
        with app.place.ledger() as ledger:
            with ledger.atomic():
                optouts.protect(ledger, known, app.place.now)
            ledger.wipe_traces()
    first.emit(lambda: {"ledgers": len(apps)}, lambda: first.screen.say("privacy-opted-out"))


def report(app: App, *, sample: bool) -> None:
    """The settings that hold here, so that paper and program cannot drift apart."""
    kept = tables(app.place.config.settings.ledger.keep_days)
    app.emit(lambda: _report_json(app.place, kept), lambda: _say_report(app, kept, sample=sample))


def _say_report(app: App, kept: dict[str, Kept], *, sample: bool) -> None:
    place, say = app.place, app.screen.say
    say("privacy-report", style="bold")
    say("privacy-owner", owner=place.owner.name)
    for line in _read_from(place):
        app.screen.line(line, indent=2)
    say("privacy-hosts", hosts=", ".join(contacted(place.config.settings, [place.owner])))
    say("privacy-ledger", path=str(place.ledger_path))
    say("privacy-tables", style="bold")
    for name, table in kept.items():
        days = table.days
        app.screen.line(app.place.texts(f"privacy-table-{name}"), indent=2)
        app.screen.line(app.place.texts("privacy-days", days=days) if days != FOREVER else _forever(app), indent=4)
        if sample:
            app.screen.line(", ".join(f"{key}={value}" for key, value in table.sample.items()), indent=4)
    say("privacy-never")


def _forever(app: App) -> str:
    return app.place.texts("privacy-forever")


def _read_from(place: Workplace) -> Iterator[str]:
    for name, mailbox in place.owner.mailboxes.items():
        yield place.texts("privacy-mailbox", name=name, host=mailbox.host, folders=", ".join(mailbox.folders))


def _report_json(place: Workplace, kept: dict[str, Kept]) -> dict[str, Any]:
    return {
        "owner": place.owner.name,
        "hosts": contacted(place.config.settings, [place.owner]),
        "ledger": str(place.ledger_path),
        "tables": {name: {"days": table.days, "sample": dict(table.sample)} for name, table in kept.items()},
    }


def _address(text: str) -> str:
    """The address as it is keyed. Raises UsageError."""
    address = safe(text).strip().lower()
    if "@" not in address or " " in address:
        raise UsageError("not-an-address", address=address)
    return address
