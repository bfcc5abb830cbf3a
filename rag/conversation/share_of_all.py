"""Follow-ups that ask how large the set before is beside all: "what share is that?"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.language.wording import SHARES
from rag.types import Answer, Question

_ALL = (
    r"(?: (?:out )?of (?:all|the|this|our|my|your|them)(?: (?:of the|of them|the))?"
    r"(?: (?:whole|entire|full))?(?: (?:collection|library|list|total|whole|papers|set|lot))?)"
)
_THAT = r"(?:that|this|it|they|those|these|them|those papers|these papers)"
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|ok|now|then)\W+)*"
    rf"(?:(?:(?:as|in) )?(?:what|which|how many|how (?:big|large|high|great) (?:a|an?)"
    rf"|what is the|how much)"
    rf" (?:{SHARES}{_ALL}?|of (?:the |our |my |your )(?:collection|library|total|whole))"
    rf"(?: (?:is|are|was|were|do|does|would|makes?) ?{_THAT}?"
    rf"(?: (?:make up|amount to|come to|be|account for|represent|cover|form))*{_ALL}?)?"
    rf"|(?:as|in|what['’]s (?:that|it) (?:as|in)|and) (?:a |an |the )?(?:percent(?:age)?|%|share)"
    rf"{_ALL}?)(?: (?:then|please|in total|altogether|in all))*\W*$",
    re.I,
)


def share_of_all(text: str, before: Answer) -> Question | None:
    """The set of the answer before once more, counted beside all that it was taken from."""
    last = before.question
    if not last.of_set or last.parts or not _ASKS.match(text):
        return None
    whole = f"{last.whole.rstrip(' ?.!')} – {text}"
    return replace(last, text=text, whole=whole, counted=True)
