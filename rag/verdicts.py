"""What a selection rests on, told paper by paper to who asks why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rag.aboutness import FEATURES
from rag.trace import Weighed, WeighedPaper
from rag.types import Question
from store.papers import Paper

if TYPE_CHECKING:
    from rag.select import Judged, Model, Selection

_EXPLAINED = 100  # papers of a judgement that an explanation has, likeliest first
_UNKNOWN_TOPIC = "unknown topic"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """A selection, who was allowed into it and who excluded, and by what it was judged.

    `cut` is the probability from which on a paper fitted, the judge's own or a lower one.
    """

    selection: Selection
    allowed: Set[str]
    denied: Set[str]
    cut: float
    judge: Model

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
    near = verdicts.judge.near
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
        if place < _EXPLAINED or v.nearness >= near
    ]
    return Weighed(
        question.topic,
        question.without,
        question.relation,
        verdicts.judge.bias,
        verdicts.cut,
        near,
        tuple(told),
        len(judged) - len(told),
    )


def _named(added: Sequence[float]) -> dict[str, float]:
    *features, unknown = added
    return {
        **dict(zip(FEATURES, features, strict=True)),
        **({_UNKNOWN_TOPIC: unknown} if unknown else {}),
    }
