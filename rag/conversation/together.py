"""Takes the last two sets for one: "both years together, but only the ones on attention"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation.narrowing import narrowed
from rag.records.catalog import Catalog
from rag.types import Answer, Kind, Question

_LISTS = (
    r"(?:years|months|lists|sets|answers|results|groups|topics|questions|searches|selections"
    r"|authors|categories|of (?:them|those|these)|sets of papers)"
)
_TOGETHER = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|now|then|show|give|list|me|us|put|take|all|for|from|of)\W+)*"
    rf"(?:both|the (?:last )?two|these two|those two)(?: {_LISTS})?"
    r" (?:together|combined|merged|joined|taken together|at once|in one(?: list)?|as one(?: list)?)"
    r"(?P<rest>(?:\W.*)?)$",
    re.I,
)
_BUT = re.compile(r"^\W*(?:and|but|then|with|now)\b", re.I)
_TWO = 2


def both_together(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """The papers of the last two sets as one, or those of them that a text cuts them down to.

    `answers` are those with papers, the last one first; what was asked of a set's own papers is
    none.
    """
    match = _TOGETHER.match(text)
    if match is None:
        return None
    sets: list[Answer] = []
    for answer in answers:  # one may stand there twice
        if _is_set(answer) and answer not in sets:
            sets.append(answer)
    sets = sets[:_TWO]
    ids = tuple(dict.fromkeys(paper.id for answer in reversed(sets) for paper in answer.papers))
    if len(sets) < _TWO:
        return None
    rest = _BUT.sub("", match["rest"], count=1).strip(" ,.;:?!")
    joined = f"“{sets[1].question.whole}” and “{sets[0].question.whole}”"
    if rest:
        asked = narrowed(rest, sets[0], ids, catalog)
        return replace(asked, whole=f"{rest} (among the papers that answered {joined})", scope=ids)
    whole = f"{text.rstrip(' ?.!')} ({joined})"
    return Question(text=text, whole=whole, kind=Kind.RECORD, scope=ids)


def _is_set(answer: Answer) -> bool:
    last = answer.question
    return last.kind in (Kind.LIST, Kind.RECORD) and not last.named and last.scope is None
