"""Follow-ups that exchange a condition of the set that papers were taken from: "and in 2024?".

After "papers in 2025 with code" and "how many are they?" the papers with code are still meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation.unfolded import unfolded
from rag.conversation.variation import VARIES, varied
from rag.language.topic import topic_of
from rag.question.asks import fields_of
from rag.records.allowed import fits
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.types import Answer, Filters, Question

_LEAD = re.compile(r"^\W*(?:(?:and|but|or|so|ok|now|then)\W+)*", re.I)

_ASKS = re.compile(r"\b(?:papers?|articles?|works?|stud(?:y|ies)|which|what|who|how)\b", re.I)


def of_another_value(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """The question before with another value of a condition that all of its papers meet.

    None where some of them have that value, too, for then those are meant. `answers` are those
    with papers, the last one first.
    """
    before, last = answers[0], answers[0].question
    if last.scope is None or not last.of_set or catalog.named_in(text)[0]:
        return None
    match = VARIES.match(text) or _LEAD.match(text)
    fragment = text[match.end() :] if match else text
    parsed = parse_filters(fragment, catalog)
    if (
        _ASKS.search(fragment)
        or parsed.filters == Filters()
        or parsed.without
        or topic_of(parsed.rest)
    ):
        return None
    whole = unfolded(last, answers[1:])
    if whole is None or not {*fields_of(parsed.filters)} <= {*fields_of(whole.filters)}:
        return None
    if any(fits(catalog.papers[i], parsed.filters) for i in last.scope):
        return None
    return varied(fragment, replace(before, question=whole), catalog)
