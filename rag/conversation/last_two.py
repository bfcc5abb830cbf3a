"""Says whose "both" is after two answers on one paper each: those two papers'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation.both import of_both
from rag.conversation.of_each import of_each
from rag.conversation.summed_up import summed_up
from rag.records.catalog import Catalog
from rag.types import Answer, Question

_BOTH = re.compile(
    r"\b(?:both|each(?: one| of (?:them|those|these|the two))?|the two|neither|either)\b", re.I
)
_OF_ALL = re.compile(r"\b(?:papers|articles|works|each (?:year|category|author|month))\b", re.I)
_TWO = 2


def of_the_last_two(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """What is asked of the papers of the last two answers, which have one each.

    `answers` are those with papers, the last one first.
    """
    if not _BOTH.search(text) or _OF_ALL.search(text):
        return None
    papers: dict[str, Answer] = {}
    for answer in answers:
        if len(answer.papers) != 1 or len(papers) == _TWO:
            break
        papers.setdefault(answer.papers[0].id, answer)
    if len(papers) < _TWO:
        return None
    two = tuple(answer.papers[0] for answer in reversed(papers.values()))
    before = replace(answers[0], papers=two)
    return (
        of_each(text, before, catalog)
        or of_both(text, before, catalog)
        or summed_up(text, before, catalog)
    )
