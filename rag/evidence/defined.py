"""What a thing is: whether a question asks that, and whether a sentence says it."""

from __future__ import annotations

import re
from functools import lru_cache

# "What is anchor score?" asks what it is, "what is the anchor score?" may ask for a number.
_ASKED = re.compile(
    r"^\W*(?:what(?:['’]s| is| are| was)|define|what is meant by) (?:an? )?"
    r"(?P<meant>(?!(?:the|its|their|this|that|these|those|it|they|your|my|our|wrong|new|there)\b)"
    r"(?:(?!(?:of|for|in|on|with|by|from|to|at|the|and|or|as|used|about)\b)[\w-]+ ?){1,4})\W*$",
    re.I,
)
_BRINGS_IN = (
    r"(?:introduc|propos|present|defin|develop|term|call|nam|dub|coin)\w*,? (?:an? |the |as |it )?"
    r"(?:(?:new|novel) )?"
)
_SAYS = (
    r"(?:,? (?:is (?:an?|the|one)|are|refers? to|means?|denotes?|describes?|which|that"
    r"|a metric)\b|, an? )"
)


@lru_cache(maxsize=64)  # asked anew for each sentence of a paper
def definition_asked(question: str) -> str:
    """What it is asked the meaning of; empty for other questions."""
    match = _ASKED.search(question)
    return match["meant"].strip() if match else ""


def defines(meant: str, sentence: str) -> bool:
    """Whether a sentence brings a thing in, spells it out or says what it is."""
    name = rf"\b{re.escape(meant)}s?\b"
    said = rf"{_BRINGS_IN}{name}|[a-z] \({name}\)|{name}(?: \([^)]*\))?{_SAYS}"
    return bool(re.search(said, sentence, re.I))
