"""What a question that found no answer still leaves to speak of: the papers that it named."""

from __future__ import annotations

from dataclasses import replace

from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Answer, PaperRef


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
