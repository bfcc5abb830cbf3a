"""Writes which common words of English lie next to each other: `python -m eval.neighbours`.

The packaged embedder places every word that its tokenizer does not cut, some 21,000; those of a
cosine of at least `NEAREST` are neighbours, by their stems, nearest first. The answer to "which
papers are for kids?" must know children where no paper has kids. Takes half a minute.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from rag.language.neighbours import NEIGHBOURS
from store.embed import default_embedder, whole_words
from store.lexical import terms

NEAREST = 0.7
# What lies near and means the contrary, so that "cheap" does not find what is expensive.
_CONTRARY = (
    ("cheap cheaper inexpensive afford", "expensive costly"),
    ("fast faster fastest quick quicker rapid", "slow slower slowed slowest"),
    ("easy easier easily simple", "hard harder difficult"),
    ("increase increasing raise grow", "decrease decreasing reduce reducing reduction lower"),
    ("positive positively", "negative negatively"),
    ("men man male", "women woman female"),
    ("public publicly", "private privately"),
    ("strong stronger", "weak weaker"),
    ("high higher", "low lower"),
    ("doctor physician surgeon", "patient"),
    ("buy buyer purchase", "sell seller sale"),
    ("victory win", "defeat loss"),
    ("marriage married", "divorce divorced"),
)
# Each line is one country; what is of one is not of another, though they lie near each other.
_COUNTRIES = """
usa america american states
china chinese shanghai beijing
japan japanese tokyo osaka
russia russian soviet moscow
germany german berlin
france french paris
england english british britain uk
italy italian rome
spain spanish madrid
portugal portuguese lisbon
brazil brasil brazilian
canada canadian toronto
mexico mexican
australia australian sydney
india indian mumbai delhi
pakistan pakistani
korea korean seoul
taiwan taiwanese taipei
vietnam vietnamese
israel israeli
iran iranian tehran
iraq iraqi baghdad
turkey turkish istanbul
greece greek athens
denmark danish copenhagen
norway norwegian oslo
sweden swedish stockholm
finland finnish helsinki
netherlands dutch amsterdam
belgium belgian brussels
switzerland swiss zurich
austria austrian vienna
poland polish warsaw
hungary hungarian budapest
ireland irish dublin
scotland scottish edinburgh
kenya kenyan nairobi
nigeria nigerian
egypt egyptian cairo
argentina
chile chilean
uruguay
ecuador
"""
# So, too, the members of these; a company is not what it makes or does.
_APART = """
monday tuesday wednesday thursday friday saturday sunday
january february march april june july august september october november december
spring summer autumn winter
red blue green yellow purple pink orange black white
islam christian buddhist hindu jewish
"""
_COMPANIES = "google microsoft intel facebook youtube netflix toyota nvidia samsung"
_DENIED = ("un", "in", "il", "im", "ir", "non", "dis")
_SHORTEST, _MOST, _ROWS = 3, 12, 1000  # letters of a word; neighbours; rows multiplied at once


@cache
def _sides() -> list[tuple[set[str], set[str]]]:
    return [({*terms(one)}, {*terms(other)}) for one, other in _CONTRARY]


@cache
def _kinds() -> list[dict[str, int]]:
    """Of each kind of things, such as countries, the stems and which one it is a stem of."""
    lines = [_COUNTRIES.strip().splitlines()]
    lines += [line.split() for line in _APART.strip().splitlines()]
    return [{stem: n for n, words in enumerate(kind) for stem in terms(words)} for kind in lines]


def is_contrary(one: str, other: str) -> bool:
    """Whether two stems mean the contrary of each other, or two things of one kind.

    By their sides, or "fair" and "unfair"; a company is near to nothing.
    """
    if {one, other} & {*terms(_COMPANIES)}:
        return True
    if any(one in k and other in k and k[one] != k[other] for k in _kinds()):
        return True
    if any(
        long == f"{no}{short}" for no in _DENIED for short, long in ((one, other), (other, one))
    ):
        return True
    return any({one, other} & a and {one, other} & b for a, b in _sides())


def neighbours_of(words: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Each stem among the words with the stems of its neighbours, for those that have any."""
    vectors = default_embedder().embed(words)
    stems = [next(iter(terms(word)), "") for word in words]
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for first in range(0, len(words), _ROWS):
        cosines = vectors[first : first + _ROWS] @ vectors.T
        for row, column in zip(*np.nonzero(cosines >= NEAREST), strict=True):
            one, other = stems[first + row], stems[column]
            if one and other and one != other and not is_contrary(one, other):
                known = near[one].get(other, 0.0)
                near[one][other] = max(known, float(cosines[row, column]))
    for stem, others in sorted(near.items()):
        yield stem, sorted(others, key=lambda other: (-round(others[other], 3), other))[:_MOST]


if __name__ == "__main__":
    common = [word for word in whole_words() if len(word) >= _SHORTEST]
    lines = [f"{stem}: {' '.join(near)}\n" for stem, near in neighbours_of(common)]
    NEIGHBOURS.write_text("".join(lines), "utf-8")
