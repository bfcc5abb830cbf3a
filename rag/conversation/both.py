"""Says whose "both" is: after two papers, "do both have code?" asks of those two."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.conversation.narrowing import narrowed
from rag.conversation.variation import short_name
from rag.records.catalog import Catalog
from rag.types import Answer, Filters, Kind, Question

_TWO = 2
# "Both" alone: not "both methods", "both CPU and GPU", and no "which mention both?".
_ALONE = re.compile(
    r"(?P<asked>^\W*(?:(?:and|but|so|ok) )*(?:do|does|did|are|were|have|is|was|has)(?: they)?"
    r"|\b(?:for|of|by|wrote|(?:when|where) (?:are|were|did))) both"
    r"(?=\W*$| (?:have|has|come|came|use|need|run|from|by|in|published|written|available|open"
    r"|public|released|out|on|with|work|get|report|appear|older|newer|about|test|train|compare"
    r"|support|require|quanti[sz]e|prune|describe|deal|give|say|mention)\b)",
    re.I,
)


def of_both(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """What is asked of the two papers before; None where nothing is asked of "both".

    Whether both have code, or are of a time, is answered by what the record of each says.
    """
    if len(before.papers) != _TWO or catalog.named_in(text)[0]:
        return None
    said = _ALONE.sub(r"\g<asked> both of them", text, count=1)
    if said == text:
        return None
    ids = tuple(paper.id for paper in before.papers)
    question = narrowed(said, before, ids, catalog)
    filters, asks = question.filters, ""
    if filters == Filters(has_code=True):
        asks = "code"
    elif filters != Filters() and filters == Filters(since=filters.since, until=filters.until):
        asks = "date"
    if question.kind is not Kind.RECORD or not asks or question.without:
        return question
    # The question before might ask which papers have it, and both are to be told.
    whole = f"{text.rstrip(' ?.!')} ({' and '.join(short_name(i, catalog) for i in ids)})"
    asked = replace(question, whole=whole, named=ids, asks=(asks,))
    return replace(asked, filters=Filters(), scope=None)
