"""How many threads were talk in truth: the count, corrected with what the leader says of threads drawn by lot.

Every classifier errs both ways. The textbook correction (Rogan and Gladen 1978) carries error rates over from another
place; here they come from the owner's own threads, drawn apart among those counted as talk and those not, so the count
is simply weighed: so many counted as talk, of which this part was; so many not, of which this part was after all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sqrt

from nudger.ledger.audit_rows import Audited
from nudger.shift.statistics import wilson

MIN_AUDITED = 50
"""Threads that must have been looked at in all before anything is corrected."""

MIN_EACH = 10
"""And at least so many of each sort."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """An estimate of the number of talk threads with its 95 % interval; ``audited`` threads stand behind it."""

    talk: float
    low: float
    high: float
    audited: int


@dataclass(frozen=True, slots=True)
class Audits:
    """What was said of threads that were counted as talk, and of those that were not."""

    talk: Audited = field(default_factory=Audited)
    other: Audited = field(default_factory=Audited)

    @property
    def n(self) -> int:
        """How many threads were looked at."""
        return self.talk.n + self.other.n

    @property
    def enough(self) -> bool:
        """Whether a correction may be made."""
        return self.n >= MIN_AUDITED and min(self.talk.n, self.other.n) >= MIN_EACH


def corrected(talk: int, other: int, audits: Audits) -> Corrected | None:
    """The corrected count: ``talk`` threads were counted as talk, ``other`` were not. None where too few were checked.

    The interval joins the Wilson intervals of both rates (the method of variance estimates recovery, Zou and Donner
    2008): it is wide as long as either is.
    """
    if not audits.enough:
        return None
    parts = [(talk, audits.talk), (other, audits.other)]
    value = sum(n * found.talk / found.n for n, found in parts)
    ends = [(n, found.talk / found.n, *wilson(found.talk, found.n)) for n, found in parts]
    down = sqrt(sum((n * (p - low)) ** 2 for n, p, low, _ in ends))
    up = sqrt(sum((n * (high - p)) ** 2 for n, p, _, high in ends))
    return Corrected(
        talk=value, low=max(0.0, value - down), high=min(float(talk + other), value + up), audited=audits.n
    )
