"""What `python -m eval.calibrate` has fitted of the judge of set questions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.selection.aboutness import FEATURES

WEIGHTS = Path(__file__).parent / "judge.json"
SIGNS = ("likeliest", "absent", "nearest")
"""What tells whether a library has anything on a topic: the log-odds of its likeliest paper, the
share of the topic's weight in words that no paper has, and the cosine of the nearest sentence."""
PRESENT = 0.0
"""Log-odds from which on a topic is taken to be there: an even chance."""

_HARDLY, _MOST_BY_CHANCE = 0.05, 0.5
_SURE, _RAISED = 2.5, 0.3


@dataclass(frozen=True, slots=True)
class Fitted:
    """The judge's weight for each feature and its bias; the same for the signs of presence.

    `floor` is the chance that the likeliest paper must have for any to be said to fit.
    """

    weights: tuple[float, ...]
    bias: float
    floor: float
    sign_weights: tuple[float, ...]
    sign_bias: float

    def is_present(self, signs: Sequence[float]) -> bool:
        """Whether the library has anything on a topic with these `SIGNS`."""
        return float(np.dot(self.sign_weights, signs)) + self.sign_bias >= PRESENT


@cache
def fitted() -> Fitted:
    """The weights that the calibration wrote."""
    data = json.loads(WEIGHTS.read_text("utf-8"))
    return Fitted(
        tuple(data["weights"][name] for name in FEATURES),
        data["bias"],
        data["floor"],
        tuple(data["signs"][name] for name in SIGNS),
        data["sign bias"],
    )


def signs_of(odds: NDArray[np.float64], unspoken: float, nearest: float) -> list[float]:
    """The `SIGNS` of a topic: from log-odds (papers,), a share of its weight, a cosine."""
    return [float(max(odds, default=0.0)), unspoken, nearest]


def raised(chances: Sequence[float]) -> NDArray[np.float64]:
    """The chances, highest first, once it is settled that the library has something.

    Then the likeliest paper fits more surely than its own words say; its log-odds are brought
    most of the way to those of a sure one, and those of all others as far.
    """
    own = np.clip(chances, 1e-9, 1 - 1e-9)
    odds = np.log(own / (1 - own))
    odds += _RAISED * np.clip(_SURE - odds[:1], 0.0, None)
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float64)


def best_count(chances: Sequence[float] | NDArray[np.float64]) -> int:
    """How many of the likeliest to show for the best expected F1, chances being highest first.

    F1 expected of the first k is about 2 (p1 + … + pk) / (k + sum of all p): after Ye, Chai,
    Lee and Chieu 2012, "Optimizing F-measures: a tale of two approaches", section 4. Where the
    judge is sure the cut falls near one half, where it is not, lower. Papers that hardly fit
    are expected to be half a paper in all, at most, however many a library has.
    """
    if not len(chances):
        return 0
    own = np.asarray(chances, dtype=np.float64)
    hits, hardly = np.cumsum(own), own < _HARDLY
    expected = own[~hardly].sum() + min(_MOST_BY_CHANCE, own[hardly].sum())
    count = np.arange(1, len(hits) + 1)
    return int(np.argmax(hits / (count + np.maximum(expected, hits)))) + 1
