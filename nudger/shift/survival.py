"""How long until the first answer, with those that still wait counted as waiting and never dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from nudger.shift.statistics import MIN_FOR_PERCENT


class Wait(NamedTuple):
    """So many asks that waited this long; ``answered`` is False for those that wait still."""

    hours: float
    answered: bool
    n: int = 1


@dataclass(frozen=True, slots=True)
class Curve:
    """The estimate of Kaplan and Meier (1958): the share still waiting after so many hours, as steps down from 1."""

    hours: tuple[float, ...]
    waiting: tuple[float, ...]
    n: int
    open: int

    @property
    def enough(self) -> bool:
        """Whether there are enough for parts of a whole."""
        return self.n >= MIN_FOR_PERCENT

    @property
    def median(self) -> timedelta | None:
        """The time within which half was answered; None where more than half waits on."""
        hours = next((hour for hour, share in zip(self.hours, self.waiting, strict=True) if share <= 0.5), None)
        return None if hours is None else timedelta(hours=hours)


def curve(waits: Sequence[Wait]) -> Curve | None:
    """The curve of these waits, None when there are none."""
    if not waits:
        return None
    import numpy as np
    from scipy.stats import CensoredData, ecdf

    hours = np.array([wait.hours for wait in waits])
    counts = np.array([wait.n for wait in waits])
    answered = np.array([wait.answered for wait in waits])
    done, still = (np.repeat(hours[mask], counts[mask]) for mask in (answered, ~answered))
    steps = ecdf(CensoredData(uncensored=done, right=still)).sf
    return Curve(
        tuple(map(float, steps.quantiles)), tuple(map(float, steps.probabilities)), int(counts.sum()), len(still)
    )
