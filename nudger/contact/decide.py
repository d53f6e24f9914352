"""What follows from one mail to the contact address, as data; pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nudger.config.participation import Said
from nudger.contact.words import Asked, Wish

if TYPE_CHECKING:
    from datetime import date

    from nudger.config.configuration import Owner


@dataclass(frozen=True, slots=True)
class Deed:
    """What to do for the sender: ``owner`` is her place among the leaders, empty for a colleague.

    ``said`` is what she says now about taking part, None where that does not change.
    """

    word: Asked
    address: str
    owner: str = ""
    said: Said | None = None


def decide(wish: Wish, address: str, owners: Iterable[Owner], day: date) -> Deed | None:
    """What this wish of this sender changes; None where the sender cannot ask for it.

    Only a leader joins, stops and shares figures, and figures are shared only by who takes part. Anyone inside can opt
    out; a leader who does so also stops.
    """
    known = [owner for owner in owners if address in owner.addresses and not owner.own_machine]
    owner = known[0] if len(known) == 1 else None
    if wish.word == "opt-out":
        return Deed("opt-out", address, owner.name if owner else "", Said(False, False, day) if owner else None)
    if owner is None:
        return None
    figures = owner.participation is not None and owner.participation.figures
    match wish.word:
        case "join":
            return Deed("join", address, owner.name, Said(True, figures, day))
        case "stop":
            return Deed("stop", address, owner.name, Said(False, False, day))
        case word if owner.participates:
            return Deed(word, address, owner.name, Said(True, word == "share", day))
    return None
