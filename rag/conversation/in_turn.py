"""Follow-ups that go on in an order: "the next one", "and the one before?", "the second most?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation.complement import is_cut
from rag.language.numbers import CARDINAL, ORDINAL, number_of, place_of
from rag.records.sorting import BY_AUTHORS
from rag.types import Answer, Order, Question

_NEXT = re.compile(
    r"^\W*(?:and |what about |which is )?(?:the )?(?:next|following)(?: (?:one|paper|oldest|newest"
    r"|latest|most recent)(?: one| paper)?)?\W*$"
    r"|^\W*(?:and )?(?:the )?(?:one|paper) after (?:that|it)\W*$"
    r"|^\W*(?:and |what about )?(?:the )?(?:next|following) "
    rf"(?P<n>{CARDINAL})(?: papers| ones)?\W*$"
    rf"|^\W*(?:and )?(?:the )?(?P<n2>{CARDINAL})(?: papers| ones)? (?:before|after|following|below)"
    r" (?:that|it|those|them|these)\W*$",
    re.I,
)
_LEAD = r"^\W*(?:(?:and|but|so|ok|now|then|what about|how about|what is|which is|what was)\W+)*"
_THAT = r"(?: (?:that|it|this)(?: one)?)?"
# In time: which way that is in an order depends on the order.
_BESIDE = re.compile(
    rf"{_LEAD}(?:the )?(?:(?:(?:one|paper) )?(?:right |just |directly )?"
    rf"(?:(?P<before>before)|after){_THAT}|(?:(?P<before2>previous|preceding)|later) (?:one|paper))"
    r"\W*$",
    re.I,
)
_NTH = re.compile(
    rf"{_LEAD}(?:(?:who|which) (?:is|comes|has) )?(?:the )?(?P<nth>{ORDINAL})"
    r"(?:[- ](?:most|fewest))?(?: (?:place|one))?\W*$",
    re.I,
)
_SO_MANY_MORE = re.compile(
    rf"{_LEAD}(?:(?:can|could) you )?(?:(?:show|give|list|tell)(?: me| us)? )?(?:the )?"
    rf"(?:(?:next|another|other) (?P<n>{CARDINAL})|(?P<n2>{CARDINAL}) (?:more|others?|further"
    r"|additional|other)|next)(?: papers| ones)?(?: please)?\W*$",
    re.I,
)
_BACKWARDS = {Order.NEWEST: True, Order.OLDEST: False}


def goes_on_in_order(text: str, before: Answer) -> bool:
    """Whether a text asks for what stands beside the one paper before in its order."""
    last = before.question
    ordered = last.limit == 1 and last.order in _BACKWARDS and not last.named
    return ordered and _BESIDE.match(text) is not None


def next_in_order(text: str, answers: Sequence[Answer]) -> Question | None:
    """The paper, or the number of papers, that follow those of an answer in its order.

    `answers` are those with papers, the last one first; after one in an order, those that only
    asked more of its papers do not count.
    """
    before = _ordered(answers)
    last = before.question
    if is_cut(answers[0].question, answers[0]) and (more := _SO_MANY_MORE.match(text)):
        return _more_of(answers[0], text, more["n"] or more["n2"])
    if not last.order or not last.limit:
        return None
    whole = f"{last.whole.rstrip(' ?.!')} – {text}"
    if (beside := _BESIDE.match(text)) and last.limit == 1 and last.order in _BACKWARDS:
        earlier = beside["before"] or beside["before2"]
        onwards = bool(earlier) is _BACKWARDS[last.order]
        skip = last.skip + len(before.papers) if onwards else last.skip - 1
        return replace(last, whole=whole, skip=skip) if skip >= 0 else _nothing(last, whole)
    if (nth := _NTH.match(text)) and last.order in BY_AUTHORS and len(before.papers) == 1:
        return replace(last, whole=whole, skip=place_of(nth["nth"]) - 1)
    match = _NEXT.match(text)
    if match is None or before is not answers[0]:
        return None
    number = match["n"] or match["n2"]
    if not number and last.limit != 1:
        return None
    limit = number_of(number) if number else 1
    return replace(last, whole=whole, skip=last.skip + len(before.papers), limit=limit)


def _more_of(before: Answer, text: str, number: str | None) -> Question:
    """So many of the papers that fit after those shown; as many as before where none is said."""
    last = before.question
    limit = number_of(number) if number else last.limit
    whole = f"{last.whole.rstrip(' ?.!')} – {text}"
    return replace(last, whole=whole, skip=last.skip + len(before.papers), limit=limit)


def _nothing(last: Question, whole: str) -> Question:
    """What stands before the first of an order: no paper."""
    return replace(last, whole=whole, scope=())


def _ordered(answers: Sequence[Answer]) -> Answer:
    """The answer in an order that those since then only asked more of; else the last one."""
    for answer in answers:
        if answer.question.order and answer.question.limit:
            return answer
        ids = {paper.id for paper in answer.papers}
        if not answer.question.named or ids != {paper.id for paper in answers[0].papers}:
            break
    return answers[0]
