"""What the wordings about titles and those about abstracts share."""

from __future__ import annotations

import re

from rag.language.bounds import Bounds, bounds_of

QUOTED = r"[\"'“‘](?P<quoted>[^\"”]{1,80}?)[\"'”’](?!\w)"
_PAPERS = re.compile(r"\b(?:papers?|articles?|ones?|those)\W*$", re.I)


def with_papers_for(text: str, match: re.Match[str]) -> str:
    """The text with papers in the place of those parts of them of which something is said."""
    before = text[: match.start()]
    papers = "" if _PAPERS.search(before) else "papers"
    return " ".join(f"{before} {papers} {text[match.end() :]}".split())


def words_wanted(match: re.Match[str]) -> Bounds:
    """How many words a part is to have; a group `over` or `under` says "longer than" so many."""
    groups, bounds = match.groupdict(), bounds_of(match)
    if groups.get("over") is not None:
        return Bounds(bounds.least + 1)
    return Bounds(0, max(0, bounds.least - 1)) if groups.get("under") is not None else bounds
