"""Says whose "both" or "these three" is after answers on one paper each: those papers'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from rag.conversation.alongside import fares_better, side_by_side
from rag.conversation.both import of_both
from rag.conversation.narrowing import narrowed
from rag.conversation.of_each import of_each
from rag.conversation.summed_up import summed_up
from rag.language.numbers import number_of
from rag.records.catalog import Catalog
from rag.types import Answer, Kind, PaperRef, Question

_BOTH = re.compile(
    r"\b(?:both|each(?: one| of (?:them|those|these|the two))?|the two|neither|either)\b", re.I
)
_COUNTED = re.compile(
    r"\b(?:these|those|the last|all|the) (?P<count>two|three|four|2|3|4)\b(?! (?:of|in)\b)", re.I
)
# "Which has code?" after two that were asked the same.
_WHICH = re.compile(
    r"^\W*(?:(?:and|so|but) )*which (?:one )?(?:of (?:them|the two|those) )?"
    r"(?:has|have|is|was|uses?|comes?|came)\b",
    re.I,
)
_OF_ALL = re.compile(r"\b(?:papers|articles|works|each (?:year|category|author|month))\b", re.I)
_A_PAPER = re.compile(r"\b(?:the|an?) (?:[\w-]+ ){0,3}(?:paper|article|one|study)\b", re.I)
_TWO = 2


def of_the_last_two(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """What is asked of the papers of the last two answers, which have one each; or three, or four.

    `answers` are those with papers, the last one first. After one picked from a set of two, "both"
    are the two of that set.
    """
    counted, both, which = (p.search(text) for p in (_COUNTED, _BOTH, _WHICH))
    if not (counted or both or which) or _OF_ALL.search(text):
        return None
    count = number_of(counted["count"]) if counted else _TWO
    of_pair = count == _TWO and not (which and _A_PAPER.search(text))
    pair = _pair_picked_from(answers) if of_pair else None
    papers = pair.papers if pair else _spoken_of(answers, count)
    if not papers or (which and not (pair or both or counted) and not _asked_the_same(answers)):
        return None
    ids = tuple(paper.id for paper in papers)
    before = replace(answers[0], papers=papers)
    compared = replace(before.question, kind=Kind.COMPARE, named=ids, scope=None)
    asked = (
        (fares_better(text, replace(before, question=compared), catalog) if count == _TWO else None)
        or (side_by_side(text, [before, *answers], catalog) if pair else None)
        or of_each(text, before, catalog)
        or of_both(text, before, catalog)
        or summed_up(text, before, catalog)
    )
    if asked or (both and not (which and counted)):
        return asked
    if counted:
        text = f"{text[: counted.start()]}those{text[counted.end() :]}"
        if also := of_each(text, before, catalog) or summed_up(text, before, catalog):
            return also
    asked = narrowed(text, before, ids, catalog)
    meant = pair or (which and counted) or asked.kind is Kind.RECORD
    return asked if meant else None


def _spoken_of(answers: Sequence[Answer], count: int) -> tuple[PaperRef, ...]:
    """So many papers that were spoken of one by one, the first first; none where there are less."""
    papers: dict[str, PaperRef] = {}
    for answer in answers:
        if len(answer.papers) != 1 or len(papers) == count:
            break
        papers.setdefault(answer.papers[0].id, answer.papers[0])
    return tuple(reversed(papers.values())) if len(papers) == count else ()


def _pair_picked_from(answers: Sequence[Answer]) -> Answer | None:
    """The answer with two papers that the last one was picked from, or several in turn."""
    picks = list(takewhile(lambda answer: len(answer.papers) == 1, answers))
    if not picks or len(picks) == len(answers) or len(answers[len(picks)].papers) != _TWO:
        return None
    pair = answers[len(picks)]
    ids = {paper.id for paper in pair.papers}
    questions = [pick.question for pick in picks]
    of_it = all(q.scope is not None or {*q.named} == ids for q in questions)
    return pair if of_it and all(pick.papers[0].id in ids for pick in picks) else None


def _asked_the_same(answers: Sequence[Answer]) -> bool:
    """Whether the last two questions asked the same of two papers that they name."""
    if len(answers) < _TWO:
        return False
    new, old = answers[0].question, answers[1].question
    return bool(new.named and old.named) and (new.kind, new.asks) == (old.kind, old.asks)
