"""Carrying out what a mail to the contact address asks; done twice it is done once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from nudger.config import participation
from nudger.errors import NudgerError
from nudger.ledger.ledger import Ledger
from nudger.ledger.states import State
from nudger.nightly.store import replace_file
from nudger.privacy import optouts

if TYPE_CHECKING:
    from nudger.config.configuration import Config
    from nudger.config.participation import Said
    from nudger.contact.decide import Deed


def carry_out(deed: Deed, config: Config, state: Path, now: datetime) -> None:
    """Remember what an owner said; put a colleague in the list and take her out of what waits, in every ledger.

    ``state`` is the folder of the ledgers. Raises the first error after all ledgers were tried.
    """
    if deed.said is not None:
        _remember(state, deed.owner, deed.said)
    if deed.word == "opt-out":
        optouts.add(optouts.path_of(config.settings, state), deed.address)
        _in_each(_ledgers(config, state), lambda ledger: optouts.protect(ledger, deed.address, now))
    if deed.said is not None and not deed.said.yes:
        _in_each([state / f"{deed.owner}.db"], lambda ledger: _withdraw(ledger, now))


def forget(state: Path, owner: str) -> None:
    """The last word of an owner who was taken out."""
    said = participation.load(state)
    if said.pop(owner, None):
        replace_file(state / participation.FILE, participation.text(said))


def _remember(state: Path, owner: str, said: Said) -> None:
    everyone = {**participation.load(state), owner: said}
    replace_file(state / participation.FILE, participation.text(everyone))


def _ledgers(config: Config, state: Path) -> list[Path]:
    from nudger.config.configuration import owners

    return [state / f"{owner.name}.db" for owner in owners(config)]


def _in_each(paths: Iterable[Path], change: Callable[[Ledger], None]) -> None:
    """Change every ledger that is there, each in one transaction, whatever is wrong with another."""
    failed: list[NudgerError] = []
    for path in paths:
        if not path.exists():
            continue
        try:
            with Ledger.open(path) as ledger:
                with ledger.atomic():
                    change(ledger)
                ledger.wipe_traces()
        except NudgerError as error:
            failed.append(error)
    if failed:
        raise failed[0]


def _withdraw(ledger: Ledger, now: datetime) -> None:
    """Nothing waits any more for who stopped, and no draft is kept."""
    for suggestion in ledger.suggestions.in_states(optouts.WITHDRAWABLE):
        ledger.suggestions.move(suggestion, State.WITHDRAWN, decided_at=now)
