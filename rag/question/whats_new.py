"""What is new on a topic asks for papers: "what's new in attention?"."""

from __future__ import annotations

import re

from rag.records.catalog import Catalog

_NEW = re.compile(
    r"^\W*(?:(?:so|and|ok|hi|hey)\W+)*what(?:['’]?s| is| are)(?: there)?(?: the)?"
    r" (?:new|recent|latest) (?:in|on|about|around|regarding)"
    r" (?P<what>(?!(?:it|this|that|them|these|those|there|here|the (?:paper|second|first)|\d)\b)"
    r"[^?.!]{2,60}?)\W*$",
    re.I,
)


def with_news_asked_for(text: str, catalog: Catalog) -> str:
    """The text as a question for recent papers, where it asks what is new on no paper's system."""
    match = _NEW.match(text)
    if match is None or catalog.named_in(match["what"])[0]:
        return text
    return f"recent papers on {match['what']}"
