"""What a question that found no answer still leaves to speak of: the papers that it named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Answer, PaperRef

_IT = re.compile(
    r"\b(?:its|(?:wrote|does|did|is|was|has|about|of|for|with|explain|describe|summari[sz]e) it)\b",
    re.I,
)


def is_of_the_unanswered(text: str, history: Sequence[Answer], before: Answer) -> bool:
    """Whether "it" would be one of several papers, and what was asked since found nothing.

    Which is meant nobody can tell: not the first of that list.
    """
    last = history[-1]
    lost = last.abstained and not last.question.named and last.question.scope is None
    return lost and len(before.papers) > 1 and _IT.search(text) is not None


def as_spoken_of(answer: Answer, catalog: Catalog) -> Answer:
    """The answer; of one that abstained, as if it had given the papers that were asked about.

    "What does T-MAC reach on MMLU?" may find nothing, and "who wrote it?" is of T-MAC all the same.
    """
    asked = answer.question
    ids = [paper_id for paper_id in asked.named if paper_id in catalog.papers]
    if not answer.abstained or not ids:
        return answer
    refs = [PaperRef(i, catalog.papers[i].title, catalog.papers[i].source_id) for i in ids]
    kind = understand(asked.whole, catalog).kind  # that of an answer that abstained is lost
    return replace(answer, abstained=False, papers=tuple(refs), question=replace(asked, kind=kind))
