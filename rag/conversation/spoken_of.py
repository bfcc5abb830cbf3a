"""What a follow-up takes from the answer before where it has no word for it."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.conversation.narrowing import scoped
from rag.language.topic import topic_of
from rag.question.asks import without_fields
from rag.types import Answer, Filters, Kind, Question

_OF_ALL = re.compile(
    r"\b(?:papers?|articles?|works?|publications?|collection|library|here|all|altogether)\b", re.I
)
_GOES_ON = re.compile(r"^\W*(?:and|but|also|so) (?:how|what|which|why|where)\b(?! about\b)", re.I)


def of_what_was_spoken(question: Question, before: Answer) -> Question:
    """A field of a record asked for without a word on whose: that of the answer before."""
    if _goes_on(question, before):
        return replace(question, named=(before.papers[0].id,))
    if question.tally and len(before.papers) > 1 and not _OF_ALL.search(question.text):
        return scoped(question, [paper.id for paper in before.papers])
    says_which = question.named or question.tally or question.order or question.counted
    limited = question.filters != Filters() or question.unwanted != Filters()
    if not question.asks or says_which or limited or topic_of(without_fields(question.text)):
        return question
    ids = tuple(paper.id for paper in before.papers)
    question = replace(question, kind=Kind.RECORD, topic="")
    return replace(question, named=ids) if len(ids) == 1 else scoped(question, ids)


def _goes_on(question: Question, before: Answer) -> bool:
    """Whether more is asked of the one paper that the question before named: "and how much …?"."""
    open_one = question.kind is Kind.FACT and not question.named and question.filters == Filters()
    of_one = len(before.papers) == 1 and bool(before.question.named)
    return open_one and of_one and _GOES_ON.match(question.text) is not None
