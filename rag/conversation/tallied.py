"""Follow-ups that want the papers before counted by a field of their records: "by year?"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Answer, Question

_BY = re.compile(
    r"^\W*(?:(?:and|but|so|ok|now|then|please|what about|how about|(?:can|could) you)\W+)*"
    r"(?:(?:split|break|group|count|divide|bucket|sum|show|give|list|broken|grouped|counted|divided"
    r"|distribution|breakdown|how many)\b"
    r"(?: (?:it|them|that|this|those|these|me|us|the (?:numbers?|counts?|papers|list)|a|up|down|out"
    r"|(?:break|split)(?:down)?|is it|are they|are there))*\W*)?"
    r"(?:by|per|for each|in each|for every|each|over the|across)"
    r" (?P<unit>years?|months?|quarters?|decades?|categor(?:y|ies)|authors?|organi[sz]ations?"
    r"|venues?|journals?)(?: (?:please|then|instead|of publication))*\W*$",
    re.I,
)
_SINGULAR = re.compile(r"(?:ies|s)$")


def tallied(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """How many of the papers of the set before there are per year; None for other texts."""
    match, last = _BY.match(text), before.question
    if match is None or not last.of_set or last.limit or not before.papers:
        return None
    unit = match["unit"].lower()
    unit = _SINGULAR.sub("y" if unit.endswith("ies") else "", unit)
    asked = understand(f"How many papers are there per {unit}?", catalog)
    if asked.tally is None:
        return None
    whole = f"{text.rstrip(' ?.!')} (among the papers that answered “{last.whole}”)"
    ids = tuple(paper.id for paper in before.papers)
    return replace(asked, text=text, whole=whole, scope=ids)
