"""How sure a figure is: percentile bootstrap intervals over questions (Efron 1979)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

Statistic = Callable[..., float]

RESAMPLES = 2_000
CONFIDENCE = 0.95
SEED = 20_261_124  # any number; the same one gives the same interval in every run


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value with the ends of its interval and the number of questions behind it."""

    value: float
    low: float
    high: float
    count: int


def figure(values: Sequence[float], statistic: Statistic = np.mean) -> Figure | None:
    """The statistic of one value a question with its 95 % interval; None without values.

    The interval is that of the questions: what other questions of the same sort would give.
    Where all values are alike it has no width, which says that nothing varied, not certainty.
    """
    from scipy.stats import bootstrap

    if not values:
        return None
    data = np.asarray(values, dtype=np.float64)
    value = float(statistic(data))
    if np.ptp(data) == 0.0:
        return Figure(value, value, value, len(data))
    found = bootstrap(
        (data,),
        statistic,
        n_resamples=RESAMPLES,
        confidence_level=CONFIDENCE,
        method="percentile",
        rng=np.random.default_rng(SEED),
    ).confidence_interval
    return Figure(value, float(found.low), float(found.high), len(data))
