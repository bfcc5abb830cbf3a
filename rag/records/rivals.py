"""Which of a few people or times has more papers: "who wrote more, Parnas or Salton?"."""

from __future__ import annotations

import re

from rag.records.tally import PAPERS, Tally, TallyOf, Wanted
from rag.types import Filters

_MORE = re.compile(
    rf"\b(?P<how>more|most|fewer|fewest|less|least)(?: of the)? {PAPERS}\b"
    r"|\b(?:publish(?:ed)?|wr[io]te|written|appear(?:ed)?|came out|are|were|is) "
    r"(?P<how2>more|most|fewer|fewest|less|least)\b",
    re.I,
)
_FEWER = ("fewer", "fewest", "less", "least")


def rivals(text: str, filters: Filters) -> Tally | None:
    """The count that tells who of several people, or which of two times, has more papers."""
    match = _MORE.search(text)
    if match is None or not re.search(r"\bor\b", text, re.I) or filters.author_count:
        return None
    how = (match["how"] or match["how2"]).lower()
    wanted = Wanted.FEWEST if how in _FEWER else Wanted.MOST
    if len(filters.authors) > 1:
        return Tally(TallyOf.AUTHOR, wanted, among=filters.authors)
    if filters.spells:
        months = any((last - first).days < 360 for first, last in filters.spells)
        return Tally(TallyOf.MONTH if months else TallyOf.YEAR, wanted)
    return Tally(TallyOf.YEAR, wanted) if filters.since and filters.until else None
