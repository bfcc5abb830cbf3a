"""Follow-ups that ask the same under another condition: "same but without code"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation.beside_in_time import told_by_those
from rag.conversation.complement import complement, contrary_of_none
from rag.conversation.left_out import left_out
from rag.conversation.variation import VARIES, varied
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.types import Answer, Filters, Kind, Question

_SAME = re.compile(
    r"^\W*(?:(?:and|but|ok|okay|now|then|so|do|give me|show me|the|please)\W+)*same"
    r"(?: (?:question|query|search|thing|list|ones|papers|filters?|conditions?|criteria|again))*"
    r"\W+(?:(?:but|only|except|just|now|this time|though)\W+)+(?:(?:for|about)\W+)?(?=\w)",
    re.I,
)
_NOT = re.compile(
    r"^(?:(?:that|which) )?(?:not|no|excluding|leaving out|minus|without|leave out|drop)\b\W*", re.I
)
_VARIED_BY = re.compile(r"^\W*(?:(?:and|or|but|so|then)\W+)*(?=(?:only|just|with|without)\b)", re.I)


def same_but(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """The question before with what a text exchanges in it, or its list less what is taken out.

    `answers` are those with papers, the last one first.
    """
    match = _SAME.match(text)
    if match is None:
        return None
    rest = text[match.end() :]
    out = _NOT.match(rest)
    if out and parse_filters(rest, catalog).filters == Filters():
        return left_out(f"leave out {rest[out.end() :]}", answers, catalog)
    return varied(rest, answers[0], catalog)


def after_none(text: str, last: Answer, catalog: Catalog) -> Question | None:
    """The question for a set that found none, with what a text exchanges in it: "and in 2024?"."""
    if contrary := contrary_of_none(text, last):
        return contrary
    asked = last.question
    of_set = not asked.named and asked.scope is None and asked.topic != asked.whole
    if not (last.abstained and of_set and (asked.topic or asked.filters != Filters())):
        return None
    text = told_by_those(text, replace(last, question=replace(asked, kind=Kind.LIST)), catalog)
    first = understand(asked.whole.partition(" – ")[0], catalog)
    if first.kind not in (Kind.LIST, Kind.RECORD):  # what it was is lost once nothing is found
        return None
    kind = Kind.LIST if asked.topic else Kind.RECORD
    before = replace(last, question=replace(asked, kind=kind))
    if asked.filters.has_code is not None and (rest := complement(text, before, catalog)):
        return rest
    match = _SAME.match(text) or VARIES.match(text) or _VARIED_BY.match(text)
    fragment = text[match.end() :] if match else ""
    parsed = parse_filters(fragment, catalog)
    if match is None or parsed.without or (match.re is not VARIES and parsed.filters == Filters()):
        return None
    return varied(fragment, before, catalog)
