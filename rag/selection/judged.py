"""A paper that was judged against a topic, and those of a set that fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.selection.fitted import best_count, fitted, raised
from rag.types import Evidence


@dataclass(frozen=True, slots=True)
class Judged:
    """A paper with its probability of fitting and the sentence that shows it best.

    `nearness` is what the probability would be if a mere mention counted like any other;
    `whole` says whether the paper speaks of every part of the topic. `added` is what each of
    `FEATURES` adds to the log-odds, and last what a topic takes that is not in the library. Where
    it is `denied`, the paper says that it does without the topic: it never fits.
    """

    paper_id: str
    probability: float
    nearness: float
    evidence: Evidence
    whole: bool
    added: tuple[float, ...]
    denied: bool = False

    @property
    def unknown(self) -> bool:
        """Whether the library has nothing on the topic."""
        return self.added[-1] < 0


@dataclass(frozen=True, slots=True)
class Selection:
    """The papers that fit, best first, near misses, and how many were judged.

    `margin` is how far the likeliest paper stands above what it takes to say that one fits,
    `heard` of how many papers a language model's opinion counted.
    """

    fitting: tuple[Judged, ...]
    near: tuple[Judged, ...]
    considered: int
    margin: float
    heard: int = 0


def those_that_fit(judged: Sequence[Judged]) -> list[Judged]:
    """Those to show, of papers with the likeliest first; none where none is likely enough."""
    if not judged or judged[0].probability < fitted().floor:
        return []
    likeliest = judged[: best_count(raised([v.probability for v in judged]))]
    return [v for v in likeliest if not v.denied]
