"""``nudger doctor --all``: the contact mailbox, then every owner who takes part; of each only what is wrong is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nudger.doctor import Check, examine
from nudger.errors import ConfigError, NudgerError
from nudger.show import checks as show_checks
from nudger.show import json_line

if TYPE_CHECKING:
    from nudger.config.configuration import Config, Owner
    from nudger.launch import Context

FAILED = 78


@dataclass(frozen=True, slots=True)
class Examined:
    """What was looked at of one owner; the contact mailbox has no name."""

    name: str
    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        """Whether a run would work."""
        return all(check.ok for check in self.checks)


def examine_all(context: Context) -> int:
    """Look at everyone and tell; gives the exit code. One who cannot be looked at never stops the others."""
    from nudger.config.configuration import owners

    config = context.config()
    found = [*_contact(context, config), *(_owner(context, config, owner) for owner in owners(config))]
    if not found:
        raise ConfigError("no-mailbox", hint="no-mailbox-hint")
    if context.json:
        json_line({"owners": [_as_json(one) for one in found]})
    else:
        _show(context, found)
    return 0 if all(one.ok for one in found) else FAILED


def _contact(context: Context, config: Config) -> Iterator[Examined]:
    """Whether the contact mailbox opens."""
    if config.settings.contact is None:
        return
    from nudger.contact.desk import SIGN_IN
    from nudger.signin.signins import SignIns
    from nudger.workplace import connect

    settings = config.settings.contact
    values = {"mailbox": SIGN_IN, "folder": settings.folder}
    try:
        with closing(connect(SIGN_IN, settings, SignIns(config.settings, SIGN_IN))) as source:
            check = Check("doctor-folder", values={**values, "n": source.state(settings.folder).messages})
    except NudgerError as error:
        check = Check("doctor-mailbox", "fail", {"mailbox": SIGN_IN}, error)
    yield Examined("", (check,))


def _owner(context: Context, config: Config, owner: Owner) -> Examined:
    from nudger.config.configuration import state_folder
    from nudger.workplace import Workplace

    found: list[Check] = []
    try:
        found.extend(examine(Workplace(config, owner, context.texts, context.now, state_folder())))
    except NudgerError as error:
        found.append(Check("doctor-owner", "fail", {"owner": owner.name}, error))
    return Examined(owner.name, tuple(found))


def _show(context: Context, found: list[Examined]) -> None:
    for one in found:
        name = one.name or context.texts("doctor-contact")
        good = sum(check.level == "ok" for check in one.checks)
        context.screen.line(context.texts("doctor-of", name=name, ok=good, all=len(one.checks)), style="bold")
        show_checks(context.screen, [check for check in one.checks if check.level != "ok"])


def _as_json(one: Examined) -> dict[str, Any]:
    return {"owner": one.name or None, "ok": one.ok, "checks": [check.as_json() for check in one.checks]}
