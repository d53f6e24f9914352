"""Statistics for small numbers: intervals that are honest at n = 5."""

from __future__ import annotations

from dataclasses import dataclass

MIN_FOR_PERCENT = 10
"""Below this n only counts are shown, never a percentage."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, k of n, with its 95 % Wilson interval; ``low`` and ``high`` are fractions."""

    k: int
    n: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The fraction k / n; 0 when n is 0."""
        return self.k / self.n if self.n else 0.0

    @property
    def enough(self) -> bool:
        """Whether n is large enough to speak of a percentage."""
        return self.n >= MIN_FOR_PERCENT


def share(k: int, n: int) -> Share:
    """The share k of n with the 95 % interval of E. B. Wilson (1927). Raises ValueError unless 0 ≤ k ≤ n."""
    if not 0 <= k <= n:
        raise ValueError(f"{k} of {n}")
    if n == 0:
        return Share(0, 0, 0.0, 1.0)
    from scipy.stats import binomtest

    interval = binomtest(k, n).proportion_ci(confidence_level=0.95, method="wilson")
    return Share(k, n, float(interval.low), float(interval.high))
