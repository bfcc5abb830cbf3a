"""Follow-ups that ask which papers answered both questions before: "which mention both?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Answer, Kind, Question

_BOTH = re.compile(
    r"^\W*(?:(?:and|but|so|ok) )*(?:(?P<count>how many)|which|are there|is there|does|do|has|have"
    r"|any)\b[^?.!,]{0,40}?\b(?:both|the two)"
    r"(?: (?:of (?:them|those|these|it)|topics|things|subjects|together|at once))?\W*$",
    re.I,
)
_TWO = 2


def in_both(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """The papers that stand in the last two answers, each of a set on a topic of its own."""
    match = _BOTH.match(text)
    sets = [a for a in answers if a.question.kind is Kind.LIST and not a.question.named][:_TWO]
    if match is None or len(sets) < _TWO or sets[0] is not answers[0]:
        return None
    new, old = sets
    if new.question.scope is not None or new.question.topic == old.question.topic:
        return None
    others = {paper.id for paper in old.papers}
    ids = tuple(paper.id for paper in new.papers if paper.id in others)
    if not ids:  # a list may have missed some
        topics = f"{old.question.topic} and {new.question.topic}"
        return understand(f"Which papers are about {topics}?", catalog)
    whole = f"{text.rstrip(' ?.!')} (“{old.question.whole}” and “{new.question.whole}”)"
    counted = match["count"] is not None
    return Question(text=text, whole=whole, kind=Kind.RECORD, scope=ids, counted=counted)
