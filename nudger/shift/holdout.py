"""Does nudger help? Threads that were suggested against like threads that, by lot, were not.

Moved means the same on both sides: within two weeks after the lot a mail in the thread led to a post on the network.
What nudger itself posted does not count by that alone, for of a held thread nobody could know it. Every thread counts
on the side where the lot put it, whatever the leader then decided. The question is answered once, when the lot ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from nudger.ledger.records import MessageRow, Suggestion
from nudger.ledger.states import State
from nudger.networks.crossings import CROSSED
from nudger.nudges import lot
from nudger.shift.statistics import Difference, Share, newcombe, share

WITHIN = timedelta(days=14)
"""After the lot; a talk is over by then."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Suggested minus held with its interval, and the p-value of Fisher's exact test."""

    difference: Difference
    p: float


@dataclass(frozen=True, slots=True)
class Trial:
    """What moved of the suggested and of the held threads; ``result`` is there from the moment ``answered`` on."""

    suggested: Share
    held: Share
    answered: datetime
    result: Comparison | None = None

    @property
    def enough(self) -> bool:
        """Whether both sides are large enough to speak of percentages."""
        return self.suggested.enough and self.held.enough


def trial(suggestions: Sequence[Suggestion], now: datetime) -> Trial | None:
    """The hold-out as it stands; None where no lot was ever drawn."""
    begun = lot.begin(suggestions)
    if begun is None:
        return None
    ripe = [one for one in suggestions if one.drawn and one.offered_at + WITHIN <= now]
    suggested = _moved(one for one in ripe if one.state is not State.HELD)
    held = _moved(one for one in ripe if one.state is State.HELD)
    answered = begun + lot.LASTS + WITHIN
    return Trial(suggested, held, answered, compare(suggested, held) if now >= answered else None)


def compare(suggested: Share, held: Share) -> Comparison | None:
    """The two sides against each other; None where one is empty."""
    if not suggested.n or not held.n:
        return None
    from scipy.stats import fisher_exact

    table = [[suggested.k, suggested.n - suggested.k], [held.k, held.n - held.k]]
    return Comparison(newcombe(suggested, held), float(fisher_exact(table).pvalue))


def crossed(rows: Iterable[MessageRow], since: datetime) -> datetime | None:
    """When a mail of a thread (``rows``) first led to the network after the lot at ``since``; None: not in time."""
    times = (row.sent for row in rows if CROSSED in row.findings and since < row.sent <= since + WITHIN)
    return min(times, default=None)


def _moved(side: Iterable[Suggestion]) -> Share:
    moved = [one.crossed is not None for one in side]
    return share(sum(moved), len(moved))
