"""Alternatives of which a paper is to have one alone: "A or B, not both"."""

from __future__ import annotations

import re

_NOT_BOTH = re.compile(
    r"[\s,;–-]*\(?\b(?:(?:but|and|yet|though) )?(?:(?:do |does |are |is )?not|never|n['’]t|without)"
    r"(?: (?:about|on|of|treat(?:ing)?|cover(?:ing)?|us(?:e|ing)|hav(?:e|ing)|do(?:ing)?"
    r"|deal(?:ing)? with))?"
    r" (?:both|the two)(?: (?:of (?:them|these|those)|things|topics|subjects))?"
    r"(?: (?:at (?:once|the same time)|together|combined|in one(?: paper)?|simultaneously))?\)?"
    r"(?=\s*(?:$|[,.;:?!]))"
    r"|[\s,;–-]*\b(?:but )?(?:only|just|exactly) (?:the )?one of the(?:m| two)(?=\s*(?:$"
    r"|[,.;:?!]))",
    re.I,
)
_OR = re.compile(r"\bor\b|\w ?/ ?\w", re.I)


def not_both(text: str) -> tuple[bool, str]:
    """Whether one of two alternatives alone is wanted, and the text without these words."""
    match = _NOT_BOTH.search(text)
    if match is None or not _OR.search(text[: match.start()]):
        return False, text
    rest = f"{text[: match.start()]}{text[match.end() :]}"
    return True, re.sub(r"\beither (?=.*\bor\b)", "", rest, flags=re.I)
