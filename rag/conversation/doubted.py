"""Follow-ups that doubt the answer before: "are you sure?"; it is given again, with its source."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.types import Answer, Question

_DOUBTS = re.compile(
    r"^\W*(?:(?:hm+|wait|and|but|so|ok|no|oh|well|wow)\W+)*(?:(?:are you|you are|you['’]re) "
    r"(?:really |quite |absolutely |that )?(?:sure|certain|serious)(?: (?:about|of) (?:it|that"
    r"|this))?"
    r"|really|seriously|honestly"
    r"|is (?:that|this|it) (?:really |actually )?(?:true|right|correct|so|certain|the case)"
    r"|can (?:that|this|it) be (?:true|right|correct))\W*$",
    re.I,
)


def doubted(text: str, before: Answer) -> Question | None:
    """The question before once more, where a text says no more than that it doubts the answer."""
    if not _DOUBTS.match(text):
        return None
    return replace(before.question, whole=before.question.whole)
