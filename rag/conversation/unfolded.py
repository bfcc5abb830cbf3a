"""What a question on the papers of an answer before asks of the library, in one question.

"Papers on pruning from 2023", then "which have code?": papers on pruning from 2023 with code. So
one of these conditions may be exchanged or lifted, and the others stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.types import Answer, Filters, Kind, Question


def unfolded(last: Question, answers: Sequence[Answer]) -> Question | None:
    """The question with all conditions of the sets that it was asked of, one after the other.

    `answers` are those before, the last one first. None where the papers that it is confined to
    answered no question of a set, or where two of the conditions are of one sort.
    """
    if last.scope is None:
        return last
    if not last.of_set or last.besides:
        return None
    for place, answer in enumerate(answers):
        asked = answer.question
        whole_set = asked.of_set and not (asked.limit or asked.besides or asked.parts)
        if asked is last or not whole_set or {p.id for p in answer.papers} != {*last.scope}:
            continue
        if base := unfolded(asked, answers[place + 1 :]):
            return _together(base, last)
    return None


def _together(base: Question, last: Question) -> Question | None:
    """Both questions in one; None where one of them has to give way to the other."""
    filters = _merged(base.filters, last.filters)
    unwanted = _merged(base.unwanted, last.unwanted)
    if filters is None or unwanted is None or (base.without and last.without):
        return None
    if base.topic and last.topic:
        return None
    asked = last if last.topic else base
    return replace(
        asked,
        text=last.text,
        whole=last.whole if last.topic else base.whole,
        kind=Kind.LIST if asked.topic or base.without or last.without else Kind.RECORD,
        filters=filters,
        unwanted=unwanted,
        without=base.without or last.without,
        denied=(base if base.without else last).denied,
        counted=last.counted,
        order=last.order,
        limit=last.limit,
        scope=None,
    )


def _merged(one: Filters, other: Filters) -> Filters | None:
    """What both filters ask; None where both ask something of the same field."""
    empty, both = Filters(), one
    for name in Filters.__slots__:
        asked = getattr(other, name)
        if asked == getattr(empty, name) or asked == getattr(one, name):
            continue
        if getattr(one, name) != getattr(empty, name):
            return None
        both = replace(both, **{name: asked})
    return both
