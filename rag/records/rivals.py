"""Which of a few people or times has more papers, or whether those with code are more."""

from __future__ import annotations

import re

from rag.records.tally import PAPERS, Tally, TallyOf, Wanted
from rag.types import Filters

_MORE = re.compile(
    rf"\b(?P<how>more|most|fewer|fewest|less|least)(?: of the)? {PAPERS}\b"
    r"|\b(?:is|are) there (?P<how3>more|fewer|less)\b"
    r"|\b(?:publish(?:ed)?|wr[io]te|written|appear(?:ed)?|came out|are|were|is) "
    r"(?P<how2>more|most|fewer|fewest|less|least)\b",
    re.I,
)
# "Are there more papers with code or without?", "do most papers have code?"
_OR_NOT = r"(?:with(?:out)?|ha(?:ve|s)|having|(?:do(?:es)?|have)(?:n['’]t| not)(?: have)?)"
_BY_CODE = re.compile(
    r"\b(?P<how>more|fewer|less|most|majority|how many|number|count|ratio|share|balance)\b[^.?!]*"
    rf"\b{_OR_NOT}(?: code)? (?:and|or|than|vs\.?|versus|to)(?: (?:those|ones|papers|that"
    r"|how many))?"
    rf" {_OR_NOT}(?: it| code| any)*(?=\W*$)"
    r"|^\W*(?:(?:and|so|but) )*(?:do|does|did|is|are|has|have) (?:the )?(?P<how2>most"
    r"|majority)(?: of)?(?: (?:the"
    r"|these|our"
    rf"|your))* {PAPERS} (?:have|has|with|come with|release|publish) (?:their |any )?code\b",
    re.I,
)
# "After Zhang, who has written the most?"
_BEHIND = re.compile(
    r"^\W*(?:after|behind|besides|next to|apart from|other than|aside from|not counting|leaving out"
    r"|excluding|except(?: for)?) [^?.!,]+, (?:who|which author|what author)\b[^?.!]*"
    rf"(?:\b(?:wr[io]te|written|publish\w*|author\w*|contribut\w*|appears?) (?:the )?most"
    rf"|\bmost (?:of the )?{PAPERS}|\bappears? most often)(?=\W*$|[,;?]| (?:and|here|in)\b)",
    re.I,
)
_SAID = dict.fromkeys(("how many", "number", "count", "ratio", "share", "balance"), Wanted.EACH)
_FEWER = ("fewer", "fewest", "less", "least")


def rivals(text: str, filters: Filters) -> Tally | None:
    """The count that tells who of several people, or which of two times, has more papers.

    Or who has the most after somebody, or whether more have code or more have none.
    """
    if filters.authors and _BEHIND.search(text):
        return Tally(TallyOf.AUTHOR, Wanted.MOST, leaving=filters.authors)
    if "code" in text.lower() and (match := _BY_CODE.search(text)):
        how = (match["how"] or match["how2"]).lower()
        return Tally(TallyOf.CODE, Wanted.FEWEST if how in _FEWER else _SAID.get(how, Wanted.MOST))
    match = _MORE.search(text)
    if match is None or not re.search(r"\bor\b", text, re.I) or filters.author_count:
        return None
    how = (match["how"] or match["how2"] or match["how3"]).lower()
    wanted = Wanted.FEWEST if how in _FEWER else Wanted.MOST
    if len(filters.categories) > 1:
        return Tally(TallyOf.CATEGORY, wanted)
    if len(filters.authors) > 1:
        return Tally(TallyOf.AUTHOR, wanted, among=filters.authors)
    if filters.spells:
        months = any((last - first).days < 360 for first, last in filters.spells)
        return Tally(TallyOf.MONTH if months else TallyOf.YEAR, wanted)
    return Tally(TallyOf.YEAR, wanted) if filters.since and filters.until else None
