"""How an owner's mailbox fares over the nights, as plain values: when to speak, when to let it sleep.

Same trouble is told once a day and its end once. A sign-in refused on five nights puts the mailbox to sleep: it is
listed, no longer counts for the exit code, and is tried once a week. After seven days of any trouble the owner is told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

ASLEEP_AFTER_NIGHTS = 5
TRY_AGAIN = timedelta(days=7)
TELL_OWNER_AFTER = timedelta(days=7)


class Said(StrEnum):
    """What is worth a line tonight."""

    NOTHING = ""
    FAILS = "fails"
    ASLEEP = "asleep"
    RECOVERED = "recovered"


@dataclass(frozen=True, slots=True)
class Health:
    """What is known of one owner.

    ``failure`` is the key of the present trouble, empty when well; ``since`` its first day, ``nights`` the nights on
    which sign-in was refused in a row, ``tried`` the last day on which anything was tried, ``told`` the last day on
    which it was said, ``told_owner`` whether the owner was told of this trouble.
    """

    failure: str = ""
    since: date | None = None
    nights: int = 0
    tried: date | None = None
    told: date | None = None
    told_owner: bool = False

    @property
    def asleep(self) -> bool:
        """Whether it is left alone but for one try a week."""
        return self.nights >= ASLEEP_AFTER_NIGHTS

    def due(self, today: date) -> bool:
        """Whether to try tonight."""
        return not self.asleep or self.tried is None or today - self.tried >= TRY_AGAIN


WELL = Health()


def after(before: Health, failure: str, today: date, *, refused: bool) -> tuple[Health, Said]:
    """How the owner fares now, and what to say; ``failure`` is empty after a good night, ``refused`` a closed door."""
    if not failure:
        return replace(WELL, tried=today), Said.RECOVERED if before.failure else Said.NOTHING
    known = before.failure == failure
    nights = _nights(before, today) if refused else 0
    now = Health(
        failure=failure,
        since=before.since or today,
        nights=nights,
        tried=today,
        told=before.told if known else None,
        told_owner=before.told_owner,
    )
    said = _said(before, now, today)
    return (now if said is Said.NOTHING else replace(now, told=today)), said


def owner_is_due(health: Health, today: date) -> bool:
    """Whether the owner should hear tonight that her mailbox could not be read for a week."""
    return bool(health.failure and health.since and not health.told_owner and today - health.since >= TELL_OWNER_AFTER)


def _nights(before: Health, today: date) -> int:
    """Two tries of one day are one night."""
    return before.nights + (before.tried != today or not before.nights)


def _said(before: Health, now: Health, today: date) -> Said:
    if now.asleep:
        return Said.NOTHING if before.asleep else Said.ASLEEP
    return Said.NOTHING if now.told == today else Said.FAILS
