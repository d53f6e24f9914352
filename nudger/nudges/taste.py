"""What a leader's verdicts say of her taste, and when there are enough of them to learn from; pure functions."""

from __future__ import annotations

from collections.abc import Sequence

from nudger.ledger.ledger import Ledger
from nudger.ledger.verdict_rows import VerdictRow

SILENT = frozenset({"private", "moved"})
"""Reasons of a no that say nothing of worth: it is private, or somebody moved it already."""

OFFER_AFTER = 40
"""So many new choices, and the digest says that nudger can learn from them."""

LEAST = 20
LEAST_EACH = 3
"""With fewer choices, or fewer of one kind, nothing is learned."""

SEEN = "training:seen"
"""The setting that keeps how many choices the last training saw."""


def liked(row: VerdictRow) -> bool | None:
    """Whether the leader wants such threads; None where the verdict does not say.

    "Later" and expiry leave no verdict at all.
    """
    if row.verdict == "yes":
        return True
    return None if row.reason in SILENT else False


def choices(rows: Sequence[VerdictRow]) -> list[VerdictRow]:
    """The verdicts to learn from, in their order."""
    return [row for row in rows if liked(row) is not None]


def enough(rows: Sequence[VerdictRow]) -> bool:
    """Whether these choices are enough to learn from."""
    yes = sum(liked(row) is True for row in rows)
    return len(rows) >= LEAST and min(yes, len(rows) - yes) >= LEAST_EACH


def offers_training(ledger: Ledger) -> int:
    """How many choices nothing was learned from yet, once they are enough to say so; 0 before that."""
    rows = choices(ledger.verdicts.all())
    fresh = len(rows) - int(ledger.settings.get(SEEN, "0"))
    return fresh if fresh >= OFFER_AFTER and enough(rows) else 0
