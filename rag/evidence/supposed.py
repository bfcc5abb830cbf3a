"""What a question supposes: a figure that it asks about outright, or that something came to an end.

"Does it give 10x?" is answered by the sentence that gives a factor, whatever that is: who asks is
better served by "up to 5.9x" than by silence.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.evidence.quantity import gives_count
from rag.language import wording
from store.lexical import terms

_FIGURE = r"(?<![\w.-])(?P<figure>\d[\d,.]*\d|\d)"
# How a figure of a sort is asked about -> how one of that sort is written.
_SORTS = (
    (
        re.compile(rf"{_FIGURE}\s?(?:[x×]\b|-?fold\b|times\b)", re.I),
        re.compile(r"\d\s*\$?\s*(?:\\times|[x×X]\b|-?fold\b)|\d times\b|orders? of magnitude"),
    ),
    (
        re.compile(rf"{_FIGURE}\s?(?:%|percent\b|per cent\b)", re.I),
        re.compile(r"\d\s*\\?%|\d per ?cent\b"),
    ),
)
_COUNTED = re.compile(rf"{_FIGURE} (?P<things>(?:[a-z-]+ ){{0,2}}?[a-z-]{{3,}}s)\b")
_NO_COUNT = frozenset(terms("times percent points years seconds minutes hours days weeks months"))
# "Why was it abandoned?" has an answer only where an end is told of.
_ENDED = re.compile(
    r"\bwhy (?:did|do|does|was|were|is|are|has|have|had)\b[^?]*\b(?P<end>abandon(?:ed|s)?"
    r"|g[ia]ve up"
    r"|given up|withdr[ae]wn?|withdrew|retract(?:ed|s)?|discontinued?|deprecated?|quit)\b",
    re.I,
)
_AN_END = re.compile(
    r"\b(?:abandon|g[ia]ve up|given up|withdr|retract|discontinu|deprecat|quit\b|no longer)", re.I
)


@lru_cache(maxsize=64)  # asked anew for each sentence of a paper
def supposed_in(question: str) -> tuple[frozenset[str], re.Pattern[str] | tuple[str, ...]] | None:
    """The terms of a figure that is asked about outright, and what one of its sort looks like.

    That is a pattern, or the terms of the things that are counted.
    """
    if not wording.OUTRIGHT.search(question):
        return None
    for asked, written in _SORTS:
        if match := asked.search(question):
            return frozenset(terms(match.group())) | frozenset(terms(match["figure"])), written
    counted = _COUNTED.search(question)
    things = terms(counted["things"], joined=False) if counted else []
    if counted and things and things[-1] not in _NO_COUNT:
        return frozenset(terms(counted["figure"])), (things[-1],)
    return None


def gives_supposed(question: str, sentence: str) -> bool:
    """Whether a sentence gives a figure of the sort that a question supposes."""
    supposed = supposed_in(question)
    if supposed is None:
        return False
    _, sort = supposed
    return gives_count(sort, sentence) if isinstance(sort, tuple) else bool(sort.search(sentence))


def supposes_an_end(question: str, text: str) -> bool:
    """Whether it is asked why something ended, of whose end a text does not tell."""
    return _ENDED.search(question) is not None and not _AN_END.search(text)
