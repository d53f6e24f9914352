"""Does nudger help? Threads that were suggested against like threads that, by lot, were not."""

from __future__ import annotations

from dataclasses import dataclass

from nudger.shift.statistics import Difference, Share, newcombe


@dataclass(frozen=True, slots=True)
class Trial:
    """What moved of the suggested and of the held threads, suggested minus held, and the p-value of Fisher's test."""

    suggested: Share
    held: Share
    difference: Difference
    p: float


def trial(suggested: Share, held: Share) -> Trial | None:
    """The comparison, None where nothing was suggested or nothing held out."""
    if not suggested.n or not held.n:
        return None
    from scipy.stats import fisher_exact

    table = [[suggested.k, suggested.n - suggested.k], [held.k, held.n - held.k]]
    return Trial(suggested, held, newcombe(suggested, held), float(fisher_exact(table).pvalue))
