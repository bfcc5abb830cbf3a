"""Groups of papers that lie together on the map, each named by the words that set it apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from store.lexical import STOP_WORDS, terms
from store.papers import Paper
from store.plane import Points

Places = NDArray[np.intp]

_MOST_GROUPS = 12  # more cannot be told apart by colour and name
_FEWEST_PAPERS = 6  # fewer are looked at one by one
_ROUNDS = 100
_TERMS = 3
_PAIR = 1.25
_OPENING = 1_500  # characters of a paper that speak for it
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_EMPTY = STOP_WORDS | frozenset(
    """paper papers approach approaches method methods propose proposed present presents show shows
    results result novel new work works study based model models data task tasks existing
    state-of-the-art performance significant significantly experiments experimental demonstrate
    achieve achieves improve improves improved improvement improvements however several various
    effective efficient efficiency efficiently high large problem problems across further also
    introduce introduces framework first two one compared including without given many high-quality
    extensive specifically furthermore additionally recent recently challenge challenges remains
    design key enable enables address real-world code available different algorithm system
    comprehensive capability capabilities strong optimal overhead difficulty discussed described
    general paper's""".split()
)


def grouped(points: Points) -> Places:
    """A group's number for each point, by k-means; all 0 where there are few.

    k-means++ (Arthur and Vassilvitskii, 2007) with a fixed seed; about the root of half the
    points makes groups that a person can take in.
    """
    count = len(points)
    if count < _FEWEST_PAPERS:
        return np.zeros(count, dtype=np.intp)
    k = min(_MOST_GROUPS, max(2, round(float(np.sqrt(count / 2)))))
    centres = _spread(points, k)
    groups = np.zeros(count, dtype=np.intp)
    for _ in range(_ROUNDS):
        nearest = ((points[:, None] - centres[None]) ** 2).sum(axis=2).argmin(axis=1)
        if np.array_equal(nearest, groups):
            break
        groups = nearest
        centres = np.stack(
            [points[groups == g].mean(axis=0) if np.any(groups == g) else centres[g]
             for g in range(k)]
        )  # fmt: skip
    _, numbered = np.unique(groups, return_inverse=True)
    return numbered.astype(np.intp)


def _spread(points: Points, k: int) -> Points:
    """First centres, each far from those before it."""
    dice = np.random.default_rng(0)
    chosen = [int(dice.integers(len(points)))]
    while len(chosen) < k:
        squares = ((points[:, None] - points[chosen][None]) ** 2).sum(axis=2).min(axis=1)
        total = squares.sum()
        if total == 0:
            break
        chosen.append(int(dice.choice(len(points), p=squares / total)))
    return points[chosen]


def named(papers: Sequence[Paper], groups: Places) -> list[tuple[str, ...]]:
    """For each group the terms that many of its papers have and few of the others.

    A term's weight is the share of the group that has it, titles counted twice, times how rare
    it is in all the papers: class-based tf-idf (Grootendorst, arXiv 2203.05794) over papers, not
    occurrences. Two words that stand together say more than one.
    """
    own = [set(_terms(f"{paper.title}. {paper.text[:_OPENING]}")) for paper in papers]
    titles = [set(_terms(paper.title)) for paper in papers]
    everywhere = Counter(term for each in own for term in each)

    def weight(term: str, count: int, size: int) -> float:
        rare = float(np.log(1 + len(papers) / everywhere[term]))
        return count / size * rare * (_PAIR if " " in term else 1.0)

    found = []
    for group in range(int(groups.max(initial=-1)) + 1):
        members = np.flatnonzero(groups == group)
        inside = Counter(term for i in members for term in own[i])
        shown = Counter(term for i in members for term in titles[i])
        least = min(2, len(members) - 1)
        weights = {
            term: weight(term, count + shown[term], len(members))
            for term, count in inside.items()
            if count >= least
        }
        found.append(_different(sorted(weights, key=lambda t: (-weights[t], t))))
    return found


def _different(ranked: Iterable[str]) -> tuple[str, ...]:
    """The first terms that share no word's stem."""
    chosen: list[str] = []
    said: set[str] = set()
    for term in ranked:
        stems = set(terms(term))
        if stems and not stems & said:
            chosen.append(term)
            said |= stems
        if len(chosen) == _TERMS:
            break
    return tuple(chosen)


def _terms(text: str) -> Iterable[str]:
    """Telling words, and pairs of them that stand side by side; acronyms keep their capitals."""
    before = ""
    end = -1
    for found in _WORD.finditer(text):
        word = found.group()
        shown = word if sum(map(str.isupper, word)) > 1 else word.lower()
        if len(word) < 3 or word.lower() in _EMPTY:
            before = ""
            continue
        yield shown
        if before and text[end : found.start()] == " ":
            yield f"{before} {shown}"
        before, end = shown, found.end()
