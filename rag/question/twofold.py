"""The parts of a question that asks for two things: "how many were found, and how many kept?"."""

from __future__ import annotations

import re

from rag.language.words import GENERIC
from store.lexical import terms

_AND_WHAT = re.compile(
    r",? and (?=(?:(?:in|on|for|by|from|to|at|with|of) )?(?:what|which|how|who|when|where|why)\b)",
    re.I,
)
_ALIKE = re.compile(r"\bhow (?:does|do|did) (?:that|this|it|they) compare\b", re.I)


def parts_of(text: str) -> tuple[str, ...]:
    """The two or more things that a text asks for; none where it asks for one."""
    parts = _AND_WHAT.split(text)
    told = all({*terms(part)} - GENERIC for part in parts)
    return tuple(parts) if len(parts) > 1 and told and not _ALIKE.search(text) else ()
