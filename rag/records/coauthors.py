"""Whom somebody wrote with: "who has worked with Parnas?", "Parnas's co-authors"."""

from __future__ import annotations

import re

from rag.records.tally import Tally, TallyOf, Wanted
from rag.types import Filters

_WRITE = r"(?:wr[io]tes?|written|publish(?:ed|es)?|work(?:ed|s|ing)?|collaborat\w*|co-?author\w*)"
_ASKED = re.compile(
    r"(?<!\bwas a )(?<!\bis a )(?<!\bas a )\b(?:co-?authors?|collaborators?) of\b"
    r"|['’]s? (?:\w+ ){0,2}(?:co-?authors?|collaborators?)\b"
    r"|\b(?:co-?authors?|collaborators?) (?:does|did|has|have)\b"
    r"|\b(?:who|whom|(?:how many|which|what) (?:other )?(?:people|authors|others?|researchers"
    rf"|persons))\b[^?!]{{0,40}}\b{_WRITE}"
    rf"(?: (?:(?:an? |any )?papers?|it|them|those|these))? with\b"
    rf"|\bwith whom\b[^?!]{{0,60}}\b{_WRITE}\b",
    re.I,
)


def coauthors(text: str, filters: Filters) -> Tally | None:
    """The count of the people who wrote with those that a question names; None for others."""
    if not filters.authors or not _ASKED.search(text):
        return None
    return Tally(TallyOf.AUTHOR, Wanted.COUNT, leaving=filters.authors)
