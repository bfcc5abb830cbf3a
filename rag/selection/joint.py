"""Papers that must have several things together: each facet by itself, and all as one topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rag.selection.aboutness import FEATURES
from rag.selection.alternatives import mean_of_odds
from rag.selection.fitted import fitted

if TYPE_CHECKING:
    from rag.selection.judged import Judged

_TOGETHER = 0.3  # weight of all facets as one topic, beside the weakest of them
_BEST = FEATURES.index("best sentence")
_IN_ONE = 0.99


def jointly(each: Sequence[Sequence[Judged]], together: Sequence[Judged]) -> Iterator[Judged]:
    """Every paper by its weakest facet, and in part by all of them as one topic.

    All are in the same order of papers.
    """
    for of_paper in zip(*each, together, strict=True):
        *facets, common = of_paper
        weakest = min(facets, key=lambda judged: judged.probability)
        paper = mean_of_odds(weakest, common, _TOGETHER)
        shown = common if _in_one_sentence(common) else weakest
        evidence = replace(shown.evidence, score=paper.probability)
        yield replace(paper, evidence=evidence, denied=any(v.denied for v in of_paper))


def _in_one_sentence(common: Judged) -> bool:
    """Whether some sentence has all of the topic."""
    return common.added[_BEST] >= _IN_ONE * fitted().weights[_BEST]
