"""The states of a suggestion and the moves between them, as one table."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where a suggestion stands."""

    CANDIDATE = "candidate"
    HELD = "held"
    OFFERED = "offered"
    SNOOZED = "snoozed"
    ASKED_AUTHOR = "asked_author"
    ACCEPTED = "accepted"
    SENDING = "sending"
    SENT = "sent"
    HANDED_OFF = "handed_off"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    RETRACTED = "retracted"


MOVES: dict[State, frozenset[State]] = {
    State.CANDIDATE: frozenset({State.OFFERED, State.HELD}),
    State.HELD: frozenset(),
    State.OFFERED: frozenset(
        {State.ACCEPTED, State.ASKED_AUTHOR, State.DECLINED, State.SNOOZED, State.EXPIRED, State.WITHDRAWN}
    ),
    State.SNOOZED: frozenset({State.OFFERED, State.EXPIRED, State.WITHDRAWN}),
    State.ASKED_AUTHOR: frozenset({State.OFFERED, State.EXPIRED, State.WITHDRAWN}),
    State.ACCEPTED: frozenset({State.SENDING, State.HANDED_OFF, State.WITHDRAWN}),
    State.SENDING: frozenset({State.SENT, State.REFUSED, State.UNCERTAIN}),
    State.REFUSED: frozenset({State.ACCEPTED, State.DECLINED}),
    State.UNCERTAIN: frozenset({State.SENT, State.ACCEPTED}),
    State.SENT: frozenset({State.RETRACTED}),
    State.HANDED_OFF: frozenset({State.RETRACTED}),
    State.DECLINED: frozenset(),
    State.EXPIRED: frozenset(),
    State.WITHDRAWN: frozenset(),
    State.RETRACTED: frozenset({State.ACCEPTED}),
}
"""What may follow each state; an empty set is an end."""

MAY_HOLD_TEXT = frozenset(
    {State.OFFERED, State.ACCEPTED, State.ASKED_AUTHOR, State.SENDING, State.REFUSED, State.UNCERTAIN}
)
"""The states in which the text of a draft may stand in the ledger (promise M6)."""

WAITING = frozenset({State.OFFERED})
"""What ``review`` shows."""

DECLINE_REASONS = ("private", "wrong", "moved", "mail-is-fine", "")


def allowed(before: State, after: State) -> bool:
    """Whether the table of the design lets a suggestion go from ``before`` to ``after``."""
    return after in MOVES[before]
