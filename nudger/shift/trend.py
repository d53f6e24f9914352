"""Before and after, with weeks that resemble themselves: a quasi-binomial fit, its pre-trend check and its power.

The model is ``GLM(k / n, X, Binomial(), var_weights=n).fit(scale="X2")`` of statsmodels, its scale never below 1 and
its test with Student's t. The form with two columns (k, n − k) gives a wrong scale in statsmodels 0.15.0 and 56 % false
alarms; a test pins that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from nudger.shift.statistics import Difference, Share, newcombe, share

if TYPE_CHECKING:
    import numpy as np

ALPHA = 0.05
FALLING_ALPHA = 0.10
"""A drift before the start is taken seriously sooner than an effect: it takes the effect away."""

SMALLEST_CHANGE = 0.15
"""The change that the power statement speaks of: fifteen points."""

POWER = 0.80
CORRELATION = 0.05
"""How much threads of one week resemble each other where too few weeks are known to measure it."""

RUNAWAY = 12.0
"""Log odds beyond which an estimate is no estimate: 1 in 160,000."""

EDGE = 1e-4
"""A fitted share this near to 0 or 1 is 0 or 1."""

MOST_WEEKS = 104
MIN_WEEKS = 8
MIN_THREADS = 60


class Count(NamedTuple):
    """One week: k of its n conversations went by mail."""

    k: int
    n: int


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """The two shares, after minus before with its interval, the p-value, and the dispersion (1 = none)."""

    before: Share
    after: Share
    difference: Difference
    p: float
    scale: float


def before_after(before: Sequence[Count], after: Sequence[Count]) -> BeforeAfter:
    """Whether the share changed. Weeks with nothing in them are left out; each side needs two that hold something."""
    step = [0.0] * len(before) + [1.0] * len(after)
    p, scale = _test([*before, *after], step)
    first, second = total(before), total(after)
    return BeforeAfter(first, second, newcombe(second, first, scale=scale), p, scale)


def slope(weeks: Sequence[Count]) -> tuple[float, float]:
    """The direction of the share over these weeks (its change a week, in log odds) and the p-value of that."""
    known = [(place, week) for place, week in enumerate(weeks) if week.n]
    if len(known) < 3 or _constant([week for _, week in known]):
        return 0.0, 1.0
    fit = _fit([week for _, week in known], [float(place) for place, _ in known])
    return float(fit.params[1]), _p(fit)


def already_falling(weeks: Sequence[Count]) -> bool:
    """Whether the share was going down before anything was announced."""
    direction, p = slope(weeks)
    return direction < 0 and p < FALLING_ALPHA


def total(weeks: Sequence[Count]) -> Share:
    """All weeks together."""
    return share(sum(week.k for week in weeks), sum(week.n for week in weeks))


def power(
    start: float, pace: float, before: int, after: int, *, scale: float, change: float = SMALLEST_CHANGE
) -> float:
    """The chance to see the share go from ``start`` to ``start - change`` with ``pace`` conversations a week.

    The normal approximation of the fit above; within 5 points of the simulated table in the tests.
    """
    from scipy.stats import norm, t

    if before + after < 3 or pace <= 0:
        return 0.0
    end = start - change
    variance = scale * (start * (1 - start) / before + end * (1 - end) / after) / pace
    limit = t.ppf(1 - ALPHA / 2, before + after - 2)
    return float(norm.cdf(change / max(variance, 1e-9) ** 0.5 - limit))


def visible_from(weeks: Sequence[Count]) -> int | None:
    """The week after the start in which fifteen points become visible at this pace; None: not in two years.

    ``weeks`` are those known so far; as many weeks count before the start as after it, at most those that there are.
    """
    threads = total(weeks)
    pace = threads.n / len(weeks) if weeks else 0.0
    if not pace:
        return None
    start = min(max(threads.value, SMALLEST_CHANGE + 0.05), 0.95)
    scale = 1 + max(pace - 1, 0.0) * CORRELATION
    for number in range(MIN_WEEKS, MOST_WEEKS + 1):
        enough = number * pace >= MIN_THREADS
        if enough and power(start, pace, min(number, max(len(weeks), MIN_WEEKS)), number, scale=scale) >= POWER:
            return number
    return None


def _test(weeks: Sequence[Count], column: Sequence[float]) -> tuple[float, float]:
    """The p-value of ``column`` and the dispersion."""
    known = [(week, value) for week, value in zip(weeks, column, strict=True) if week.n]
    counts = [week for week, _ in known]
    if _constant(counts):
        return 1.0, 1.0
    fit = _fit(counts, [value for _, value in known])
    return _p(fit), _scale(fit)


def _constant(weeks: Sequence[Count]) -> bool:
    """Whether there is nothing to fit: all by mail, or none."""
    return all(week.k == 0 for week in weeks) or all(week.k == week.n for week in weeks)


def _fit(weeks: Sequence[Count], column: Sequence[float]) -> Any:
    import warnings

    import numpy as np
    import statsmodels.api as sm
    from statsmodels.tools.sm_exceptions import ConvergenceWarning, PerfectSeparationWarning

    n = np.array([week.n for week in weeks], dtype=float)
    shares = np.array([week.k for week in weeks]) / n
    matrix: np.ndarray[Any, Any] = np.column_stack([np.ones(len(weeks)), column])
    with warnings.catch_warnings(), np.errstate(divide="ignore", invalid="ignore"):
        # One side all or none: the estimate runs off, its p-value goes to 1, and the interval is Newcombe's.
        warnings.simplefilter("ignore", (ConvergenceWarning, PerfectSeparationWarning))
        return sm.GLM(shares, matrix, family=sm.families.Binomial(), var_weights=n).fit(scale="X2")


def _scale(fit: Any) -> float:
    return max(1.0, float(fit.scale))


def _p(fit: Any) -> float:
    """Student's t with the residual degrees of freedom; a scale below 1 is luck, so the error is taken at 1.

    Where one side is all or none (no network before the start, for example) the estimate has no finite error (Hauck and
    Donner 1977): there the F test of the deviance, which has no such hole.
    """
    from scipy.stats import f, t

    if max(map(abs, fit.params)) > RUNAWAY:
        # Weeks on the side that is all or none cannot vary: only the others say how much weeks differ.
        freedom = max(int(((fit.mu > EDGE) & (fit.mu < 1 - EDGE)).sum()) - 1, 1)
        scale = max(1.0, float(fit.pearson_chi2) / freedom)
        return float(f.sf((fit.null_deviance - fit.deviance) / scale, 1, freedom))
    # Not ``bse``: it holds the scale as it was found, which is 0 where all weeks of a side are alike.
    error = float(fit.normalized_cov_params[1, 1] * _scale(fit)) ** 0.5
    return float(2 * t.sf(abs(float(fit.params[1])) / error, fit.df_resid))
