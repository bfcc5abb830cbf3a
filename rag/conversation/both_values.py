"""Follow-ups that want both values of a condition that was exchanged: "and both years?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rag.conversation.widened import any_of
from rag.types import Answer, Filters, Question

_BOTH = re.compile(
    r"^\W*(?:(?:and|or|but|so|ok|now|then|what about|how about|show|list|give|me|us|in|of|from|for"
    r"|by|with)\W+)*(?:both|the two|either)(?: of (?:them|those|these))?"
    r"(?: (?:years?|months?|dates?|spells?|times?|authors?|people|names?|categor(?:y|ies)|fields?"
    r"|organi[sz]ations?|venues?|journals?))?"
    r"(?: (?:together|combined|at once|please|then|instead))*\W*$",
    re.I,
)
_MEET = ("authors", "organisations")  # of these one paper may have both


def of_both_values(text: str, answers: Sequence[Answer]) -> Question | None:
    """The question before with the values that it and the one before that have of one field.

    A paper is of one year or the other, but may be by both authors. `answers` are those with
    papers, the last one first.
    """
    if len(answers) < 2 or not _BOTH.match(text):
        return None
    new, old = answers[0].question, answers[1].question
    alike = (new.topic, new.without, new.scope) == (old.topic, old.without, old.scope)
    if not (new.of_set and old.of_set and alike) or new.limit or new.unwanted != old.unwanted:
        return None
    filters = _both(old.filters, new.filters)
    if filters is None:
        return None
    return replace(new, whole=f"{new.whole.rstrip(' ?.!')} – {text}", filters=filters)


def _both(old: Filters, new: Filters) -> Filters | None:
    """The filters that allow both, or where a paper may have both ask it; None for no such."""
    differ = {n for n in Filters.__slots__ if getattr(old, n) != getattr(new, n)}
    if differ == {"has_code"} and None not in (old.has_code, new.has_code):
        return replace(old, has_code=None)
    for name in _MEET:
        if differ == {name} and getattr(old, name) and getattr(new, name):
            values = tuple(dict.fromkeys((*getattr(old, name), *getattr(new, name))))
            how = {"together": len(values)} if name == "authors" else {"jointly": True}
            asked: dict[str, Any] = {name: values, **how}
            return replace(old, **asked)
    rest = replace(Filters(), **{n: getattr(new, n) for n in differ})
    return any_of(old, rest) if differ and rest != Filters() else None
