"""Figures, tables and sections of a paper that a question asks for by their numbers."""

from __future__ import annotations

import re

_EXHIBIT = re.compile(
    r"\b(?P<what>fig(?:ure)?|tab(?:le)?|sec(?:tion)?|appendix|eq(?:uation)?|algorithm|theorem|lemma"
    r"|page|chapter|listing|footnote)s?\.? (?:no\.? ?|number )?(?P<number>\d+(?:\.\d+)*"
    r"|[IVX]+\b|[A-F]\b)",
    re.I,
)
_STEM = 3  # letters that "Fig." and "figure" share


def lacks_exhibit(question: str, text: str) -> bool:
    """Whether a numbered figure or table is asked for that a text, such as an abstract, has not."""
    asked = {_key(match) for match in _EXHIBIT.finditer(question)}
    return bool(asked) and asked.isdisjoint(_key(match) for match in _EXHIBIT.finditer(text))


def _key(match: re.Match[str]) -> tuple[str, str]:
    return match["what"][:_STEM].lower(), match["number"].upper()
