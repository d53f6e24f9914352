"""Telling an owner, once, that her mailbox could not be read for a week; said before it is sent, so never twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from nudger import sending
from nudger.contact.letters import plain_mail
from nudger.errors import NudgerError
from nudger.mail.smtp import DeliveryUnknownError
from nudger.nightly import store
from nudger.nightly.health import Health, owner_is_due

if TYPE_CHECKING:
    from nudger.config.configuration import Owner
    from nudger.workplace import Workplace


def tell_owners(owners: Iterable[Owner], state: Path, today: date, place_of: Callable[[Owner], Workplace]) -> list[str]:
    """Write to each owner who is due; gives who was told. Who cannot be reached is tried the next night.

    ``state`` holds the file of :mod:`nudger.nightly.store`. Raises CannotWrite, DiskTrouble.
    """
    path, told = state / store.FILE, []
    for owner in owners:
        health = store.load(path).get(owner.name)
        if health is None or not owner.participates or not owner_is_due(health, today):
            continue
        _put(path, owner.name, replace(health, told_owner=True))
        if _write(place_of(owner), health):
            told.append(owner.name)
        else:
            _put(path, owner.name, health)
    return told


def _write(place: Workplace, health: Health) -> bool:
    """Send it; False where it surely did not go out."""
    key = "nightly-owner-refused" if health.nights else "nightly-owner-away"
    try:
        sender, to = sending.sender(place), sending.recipient(place)
        mail = plain_mail(place.texts, key, sender=sender, to=to, now=place.now, name=place.owner.name)
        sending.send(place, mail)
    except DeliveryUnknownError:
        return True
    except NudgerError:
        return False
    return True


def _put(path: Path, name: str, health: Health) -> None:
    store.save(path, {**store.load(path), name: health})
