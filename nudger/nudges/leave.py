"""Leave: the days on which the owner was away, kept so that promise, expiry and self-stop stand still meanwhile."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, tzinfo

from nudger.ledger.ledger import Ledger
from nudger.nudges import suggestions

LEAVE = "leave"
KEPT = 40
"""Times away that are remembered; older ones weigh on nothing that still runs."""

JUST_BACK = timedelta(days=14)
"""So long after leave, what came in meanwhile is shown as one list."""

Days = tuple[date, date]


def leave(ledger: Ledger) -> tuple[Days, ...]:
    """First and last days of absence, oldest first."""
    pairs = json.loads(ledger.settings.get(LEAVE, "[]"))
    return tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in pairs)


def returned(ledger: Ledger, today: date) -> Days | None:
    """The last leave, where it ended at most two weeks ago; None while it lasts, and where there was none."""
    ended = [days for days in leave(ledger) if days[1] < today <= days[1] + JUST_BACK]
    return max(ended, key=lambda days: days[1], default=None)


def begin(ledger: Ledger, first: date, last: date) -> None:
    """The owner is away on these days; an absence that has begun already is replaced. Inside a transaction."""
    others = [days for days in leave(ledger) if days[1] < first]
    _keep(ledger, [*others, (first, last)])


def end(ledger: Ledger, today: date) -> None:
    """The owner is back today. Inside a transaction."""
    yesterday = today - timedelta(days=1)
    cut = [(first, min(last, yesterday)) for first, last in leave(ledger)]
    _keep(ledger, [(first, last) for first, last in cut if first <= last])


def go_away(ledger: Ledger, now: datetime, until: datetime, zone: tzinfo) -> None:
    """Offer nothing until then, for the owner is away. Inside a transaction."""
    suggestions.pause(ledger, until)
    begin(ledger, now.astimezone(zone).date(), until.astimezone(zone).date())


def come_back(ledger: Ledger, now: datetime, zone: tzinfo) -> None:
    """Offer again, for the owner is back. Inside a transaction."""
    suggestions.resume(ledger, now)
    end(ledger, now.astimezone(zone).date())


def _keep(ledger: Ledger, days: list[Days]) -> None:
    pairs = [[first.isoformat(), last.isoformat()] for first, last in days[-KEPT:]]
    ledger.settings.put(LEAVE, json.dumps(pairs))
