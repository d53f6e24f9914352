"""Statistics for small numbers: intervals that are honest at n = 5."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

MIN_FOR_PERCENT = 10
"""Below this n only counts are shown, never a percentage."""

Z = 1.959963984540054
"""The 97.5 % point of the normal distribution."""


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


@dataclass(frozen=True, slots=True)
class Difference:
    """One share minus another, with its 95 % interval; fractions, so 0.15 is fifteen points."""

    value: float
    low: float
    high: float


def share(k: int, n: int) -> Share:
    """The share k of n with its interval. Raises ValueError unless 0 ≤ k ≤ n."""
    if not 0 <= k <= n:
        raise ValueError(f"{k} of {n}")
    return Share(k, n, *wilson(k, n))


def wilson(k: float, n: float) -> tuple[float, float]:
    """The 95 % score interval of E. B. Wilson (1927) for k of n; from 0 to 1 when n is 0.

    In closed form because :func:`newcombe` needs it for counts that are no whole numbers, and because a digest should
    not wait for scipy.
    """
    if not n:
        return 0.0, 1.0
    p, weight = k / n, Z * Z / n
    middle = (p + weight / 2) / (1 + weight)
    reach = sqrt(p * (1 - p) * weight + weight * weight / 4) / (1 + weight)
    # At k = 0 and k = n an end is 0 or 1 exactly; rounding would leave 1e-18.
    return (0.0 if k == 0 else middle - reach), (1.0 if k == n else middle + reach)


def newcombe(first: Share, second: Share, *, scale: float = 1.0) -> Difference:
    """``first`` minus ``second`` with the interval of R. G. Newcombe (1998), method 10: it never leaves −1 to 1.

    With a dispersion ``scale`` above 1 both samples count for n / scale: threads of one week resemble each other.
    """
    low_1, high_1 = wilson(first.k / scale, first.n / scale)
    low_2, high_2 = wilson(second.k / scale, second.n / scale)
    p_1, p_2 = first.value, second.value
    low = p_1 - p_2 - sqrt((p_1 - low_1) ** 2 + (high_2 - p_2) ** 2)
    high = p_1 - p_2 + sqrt((high_1 - p_1) ** 2 + (p_2 - low_2) ** 2)
    return Difference(p_1 - p_2, low, high)
