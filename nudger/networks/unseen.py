"""networks: own posts of which nobody can tell whether someone reacted, so that the leader is asked to look; pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from nudger.ledger.activity_rows import ActivityRow, NetworkRead
from nudger.ledger.records import Suggestion
from nudger.ledger.states import State

AFTER = timedelta(days=2)
"""So long after a post the leader is asked to look."""
UNTIL = timedelta(days=9)
"""And so long: one weekly digest tells it, and no second one."""


def unseen(
    suggestions: Sequence[Suggestion], reads: Sequence[NetworkRead], activity: Sequence[ActivityRow], now: datetime
) -> list[Suggestion]:
    """Posts of two to nine days ago on a network that was not read since, and that sent no mail about them."""
    heard = {row.url for row in activity if row.own and row.first_answer}
    until = {read.network: read.until for read in reads}
    return [one for one in suggestions if _waits(one, until.get(one.network), now) and one.url not in heard - {""}]


def _waits(one: Suggestion, until: datetime | None, now: datetime) -> bool:
    if one.state not in (State.SENT, State.HANDED_OFF) or one.decided_at is None:
        return False
    read = until is not None and until >= one.decided_at + AFTER
    return not read and AFTER <= now - one.decided_at < UNTIL
