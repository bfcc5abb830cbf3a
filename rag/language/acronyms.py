"""What the papers' acronyms stand for, where a paper spells them out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from store.lexical import terms
from store.papers import Paper

_ACRONYM = re.compile(r"\(([A-Z][A-Za-z]*[A-Z]s?|[A-Z]{2,}s?)\)")
_BEFORE = 500  # characters that can hold what an acronym stands for


def acronyms_in(papers: Iterable[Paper]) -> dict[str, set[tuple[str, ...]]]:
    """Acronym -> the terms of what it stands for, as "Mixture of Experts (MoE)" spells it out."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for paper in papers:
        for match in _ACRONYM.finditer(paper.text):
            short = match.group(1).rstrip("s")
            long = spelled_out(short, paper.text[max(0, match.start() - _BEFORE) : match.start()])
            # Stop words go from "Just-in-Time", and what is left of it would stand for JIT.
            if long and len(terms(long, joined=False)) * 2 > len(short):
                found.setdefault(short.lower(), set()).add(tuple(terms(long, joined=False)))
    return found


def spelled_out(short: str, before: str) -> str | None:
    """The words just before "(SHORT)" whose initials are the acronym's letters, if any are.

    After Schwartz and Hearst 2003 ("A simple algorithm for identifying abbreviation
    definitions"): the letters are matched from the right, the first one at a word's start.
    """
    text = before.rstrip()
    place = len(text)
    for letter in reversed(short[1:].lower()):
        place = text.lower().rfind(letter, 0, place)
        if place < 0:
            return None
    while (place := text.lower().rfind(short[0].lower(), 0, place)) >= 0:
        if place == 0 or not text[place - 1].isalnum():
            long = text[place:]
            return long if len(long.split()) <= len(short) + 3 and len(long) > len(short) else None
    return None
