"""Plain words that a rewording may put for one another: other words for the same, not the same.

The groups stand in `paraphrases.txt`. Unlike `rag.language.synonyms` they are no words of the
field, and nothing is searched by them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rag.support.direction import POLES
from store.lexical import terms

_FILE = Path(__file__).with_suffix(".txt")


@cache
def _groups() -> dict[str, frozenset[int]]:
    """Term -> the numbers of the groups that it is in."""
    found: dict[str, frozenset[int]] = {}
    lines = _FILE.read_text("utf-8").splitlines()
    for number, line in enumerate(line for line in lines if not line.startswith("#")):
        for word in line.split(", "):
            term = next(iter(terms(word, joined=False)), word)  # "same" is no index term
            found[term] = found.get(term, frozenset()) | {number}
    return found


def may_stand_for(term: str, other: str) -> bool:
    """Whether a reworded text may have one index term where the text itself has the other."""
    groups = _groups()
    return not groups.get(term, frozenset()).isdisjoint(groups.get(other, frozenset())) or (
        term in POLES and POLES[term] == POLES.get(other)
    )
