"""What a selection rests on, told paper by paper to who asks why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rag.selection.aboutness import FEATURES
from rag.selection.fitted import fitted
from rag.trace import Weighed, WeighedPaper
from rag.types import Question
from store.papers import Paper

if TYPE_CHECKING:
    from rag.selection.judged import Judged, Selection

_EXPLAINED = 100  # papers of a judgement that an explanation has, likeliest first
_UNKNOWN_TOPIC = "unknown topic"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """A selection, who was allowed into it and who excluded, and by what it was judged.

    `cut` is the probability from which on a paper fitted, `near` that of a near miss.
    """

    selection: Selection
    allowed: Set[str]
    denied: Set[str]
    cut: float
    near: float

    def of(self, paper_id: str) -> str:
        """What became of a paper, in words."""
        if paper_id not in self.allowed:
            return "its record does not fit"
        if paper_id in self.denied:
            return "excluded"
        if any(paper_id == judged.paper_id for judged in self.selection.fitting):
            return "fits"
        if any(paper_id == judged.paper_id for judged in self.selection.near):
            return "near miss"
        return "below the cut-off"


def weighed(
    question: Question,
    judged: Sequence[Judged],
    verdicts: Verdicts,
    papers: Mapping[str, Paper],
) -> Weighed:
    """The likeliest papers with their verdicts, and what each feature added to the odds."""
    told = [
        WeighedPaper(
            v.paper_id,
            papers[v.paper_id].title,
            v.probability,
            v.nearness,
            verdicts.of(v.paper_id),
            _named(v.added),
            v.evidence.text,
        )
        for place, v in enumerate(judged)
        if place < _EXPLAINED or v.nearness >= verdicts.near
    ]
    return Weighed(
        question.topic,
        question.without,
        question.relation,
        fitted().bias,
        verdicts.cut,
        verdicts.near,
        tuple(told),
        len(judged) - len(told),
    )


def _named(added: Sequence[float]) -> dict[str, float]:
    *features, unknown = added
    return {
        **dict(zip(FEATURES, features, strict=True)),
        **({_UNKNOWN_TOPIC: unknown} if unknown else {}),
    }
