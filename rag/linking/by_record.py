"""A described paper in the place of what its record has: "newer than the paper on salt"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.language import wording
from rag.linking.meant import Meant
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.records.dated_by import dated_by
from rag.records.likened import likened
from rag.types import Kind, Question

# Where a paper by what it is about stands for its record: "newer than the paper on salt", "share an
# author with the paper on salt".
_THAN_A_PAPER = re.compile(
    r"\b(?:than|after|before|since|as|with|of) "
    r"(?P<words>(?:the|that) (?:[\w-]+ ){0,4}(?:paper|article|study|report)\b"
    r"(?: (?:on|about|by|of|from) [^?.!,;]+)?)",
    re.I,
)
_WHO = re.compile(r"^\W*(?:and )?who\b", re.I)


def by_record(asked: Question, meant: Meant, catalog: Catalog) -> Question:
    """The question with what the record of a paper that it only describes has in its place.

    Its date in "newer than the paper on salt", its authors in "share an author with the
    paper on salt". Where that paper is not made out, the question as it was.
    """
    match = _THAN_A_PAPER.search(asked.whole)
    of_set = asked.kind is Kind.LIST or (asked.kind is Kind.RECORD and asked.asks)
    if match is None or asked.named or asked.scope is not None or not of_set:
        return asked
    if not (wording.LIST.search(asked.whole) or _WHO.search(asked.whole)):
        return asked
    if (paper_id := meant.one(match["words"])) is None:
        return asked
    start, end = match.span("words")
    whole = dated_by(asked.whole, start, end, catalog.papers[paper_id])
    if whole is None:
        title = catalog.papers[paper_id].title
        like = likened(f"{asked.whole[:start]}{title}{asked.whole[end:]}", catalog)
        if like is None:
            return asked
        read = understand(like.text, catalog)
        besides = (*read.besides, like.paper_id) if like.paper_id else read.besides
        return replace(read, text=asked.text, besides=besides)
    return replace(understand(whole, catalog), text=asked.text)
