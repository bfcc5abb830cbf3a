"""Papers asked for by their likeness to a named one: "papers like A", "anything similar to A?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.records.catalog import Catalog

_OF_SET = (
    r"(?:papers?|works?|articles?|stud(?:y|ies)|publications?|ones?|stuff|reading|anything"
    r"|something|others?|else|more|what)"
)
_LIKE = (
    r"(?:similar|akin|close|closest|nearest|comparable|related) to"
    r"|(?:much |more |quite |just )?like"
    r"|resembl(?:e|es|ing)|along the lines of|in the (?:vein|spirit|style) of"
    r"|(?:on|about) (?:the same|a similar|similar) (?:topic|subject|theme|thing)s? (?:as|to)"
)
_BEFORE = re.compile(
    rf"\b{_OF_SET}(?: {_OF_SET})*(?P<more>(?: [\w'’-]+){{0,4}}?) (?:{_LIKE})"
    r"(?: (?:the|that|this))?(?: (?:paper|article|work|study)(?: (?:on|about|called))?)?"
    r" ?[\"“'‘(]*$",
    re.I,
)
_SIMILAR_ONES = re.compile(
    r"\b(?:similar|related) (?:papers|works?|articles|ones) (?:to|of|for) (?:the )?$", re.I
)
_SPOKEN_OF = re.compile(rf"\b(?:{_LIKE}|similar|related)\b", re.I)
_SAYS_HOW = re.compile(
    r"^\W*(?:in (?!th(?:is|e)\b|here\b|our\b|my\b|your\b)|but|except|at)\b", re.I
)


@dataclass(frozen=True, slots=True)
class SimilarTo:
    """The paper that others are to be like, and the question without it."""

    paper_id: str
    rest: str


def similar_to(text: str, catalog: Catalog) -> SimilarTo | None:
    """The named paper that papers are to be like; None where likeness to none is asked for.

    Where it is said in what they are to be alike, that is their topic and not their likeness.
    """
    if not _SPOKEN_OF.search(text):
        return None
    for start, end, ids in catalog.places_named_in(text):
        match = _BEFORE.search(text[:start]) or _SIMILAR_ONES.search(text[:start])
        if match and not _SAYS_HOW.match(text[end:]):
            before = text[: match.start()]
            more = match.groupdict().get("more") or ""
            return SimilarTo(ids[0], f"{before}papers {more}{text[end:]}")
    return None
