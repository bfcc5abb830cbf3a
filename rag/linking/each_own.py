"""Two things that are set side by side, each of which a paper of its own treats.

"6-mercaptopurine for lupus kidneys versus thioguanine for skin diseases": neither side is called a
paper or said in a paper's very words. What one side has and the other has not must stand in a
paper that has hardly any of what the other has, and no paper may have both.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rag.evidence.finder import Finder
from rag.evidence.weighing import holds
from rag.language.numbers import CARDINAL
from rag.language.topic import topic_of
from rag.language.words import is_known
from rag.linking.meant import Meant
from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from store.lexical import terms

_CANDIDATES = 30  # papers that are looked at for each side
_LEAST = 0.6  # of what a side alone has, by weight, that its paper must have
_LESS = 0.3  # of it that the other side's paper must have less
_NEAR = 0.1  # as much as this less of both sides is as good as both
_AS_GOOD, _MOST = 0.05, 3  # papers that have as much of a side: of more than these it says nothing
_AHEAD = 0.04  # what the paper of a side must be ahead of the next
_LONGEST = 40  # words of a side
_UNKNOWN = 0.5  # of the weight of a word that no paper has
_WHOLE, _NEARNESS, _CONTEXT = 0.25, 0.5, 0.5  # beside a side's own words
_KIND = re.compile(
    r"\b(?:papers?|articles?|works?|stud(?:y|ies)|reports?|ones?|surveys?|reviews?|trials?)\b", re.I
)
_NUMBER = re.compile(CARDINAL, re.I)
_MARKS = "()[]?!.,;:'\"“”"


@dataclass(frozen=True, slots=True)
class _Side:
    """How well each of some papers fits a side, the best first, and what of it each has."""

    ranked: Sequence[tuple[float, str]]
    has: Mapping[str, float]

    @property
    def first(self) -> str:
        """The paper that fits best."""
        return self.ranked[0][1]

    def stands_out(self) -> bool:
        """Whether the best has enough of the side, and more than hardly any other."""
        best = self.has[self.first]
        as_good = [i for _, i in self.ranked if self.has[i] >= best - _AS_GOOD]
        ahead = len(self.ranked) < 2 or self.ranked[0][0] - self.ranked[1][0] >= _AHEAD
        return best >= _LEAST and len(as_good) <= _MOST and ahead


class EachOwn:
    """Finds the two papers of one library that two things are the subjects of."""

    def __init__(
        self, meant: Meant, retriever: Retriever, finder: Finder, catalog: Catalog
    ) -> None:
        """Uses what tells which paper is meant, and which words of a text a paper should have."""
        self._meant = meant
        self._retriever = retriever
        self._finder = finder
        self._catalog = catalog
        self._held: dict[str, set[str]] = {}

    def made_out(self, one: str, other: str, context: str) -> tuple[str | None, str | None]:
        """The paper that is meant by each of two descriptions, told apart from the other's.

        What names a paper or its people says which it is by itself.
        """
        told = [self._meant.plainly(words, context) for words in (one, other)]
        pair = None if all(told) else self.pair(one, other, context)
        if pair and all(known in (None, found) for known, found in zip(told, pair, strict=True)):
            return pair
        return self._meant.one(one, context), self._meant.one(other, context)

    def pair(self, one: str, other: str, context: str) -> tuple[str, str] | None:
        """The paper of each of two things; None where they have not each their own.

        Of several that have as much of a side, the `context` tells which.
        """
        if max(len(side.split()) for side in (one, other)) > _LONGEST:
            return None
        words, others = self._words(one), self._words(other)
        own = [word for word in words if word not in others]
        others_own = [word for word in others if word not in words]
        if not (self._tells(one, own) and self._tells(other, others_own)):
            return None
        among = {*self._nearest(one), *self._nearest(other)}
        about = self._words(topic_of(context))
        first = self._side(one, own, about, among)
        second = self._side(other, others_own, about, among)
        if first.first == second.first or not (first.stands_out() and second.stands_out()):
            return None
        return None if _is_of_both(first, second) else (first.first, second.first)

    def _tells(self, text: str, own: Sequence[str]) -> bool:
        """Whether a side's own words can tell a paper, and do not only name a thing in general.

        Several can, as can one where a paper is spoken of, or that is rare and no plain English.
        """
        if len(own) != 1 or _KIND.search(text):
            return bool(own)
        plain = {term for word in text.split() if is_known(word) for term in terms(word)}
        return self._catalog.words.get(own[0]) == 1 and own[0] not in plain

    def _words(self, text: str) -> list[str]:
        """The terms that a paper should have, with those of numbers: "in twenty patients".

        "8-lysine" is no mere "8"; a word that no paper has stands for its relative: "esophageal".
        """
        plain = _KIND.sub(" ", text)
        wanted = {*self._finder.wanted(plain)}
        found = [t for t in terms(plain) if t in wanted or t[0].isdigit() or _NUMBER.fullmatch(t)]
        coined = [t for t in found if t[0].isdigit() and not t.isdigit()]
        found = [t for t in found if not any(c.startswith(t) for c in coined if c != t)]
        instead = self._instead(plain)
        return list(dict.fromkeys(instead.get(term, term) for term in found))

    def _instead(self, text: str) -> dict[str, str]:
        """The terms of a text that no paper has, each with its relative where it has one."""
        known = self._catalog.words
        return {
            term: near[0]
            for word in text.split()
            for term in terms(word, joined=False)
            if not known.get(term) and (near := self._catalog.relatives.of(word.strip(_MARKS)))
        }

    def _nearest(self, text: str) -> list[str]:
        scores = self._retriever.score(text).papers
        best = np.argsort(-scores, kind="stable")[:_CANDIDATES]
        return [self._retriever.ids[int(place)] for place in best]

    def _side(
        self, text: str, own: Sequence[str], about: Sequence[str], among: Collection[str]
    ) -> _Side:
        scores = self._retriever.score(text).papers
        near = dict(zip(self._retriever.ids, scores / max(1e-9, scores.max()), strict=True))
        whole = self._words(text)
        has = {i: self._share(i, own) for i in among}
        besides = {
            i: _WHOLE * self._share(i, whole)
            + _NEARNESS * float(near[i])
            + _CONTEXT * self._share(i, about)
            for i in among
        }
        ranked = [(has[i] + besides[i], i) for i in among]
        return _Side(sorted(ranked, key=lambda one: (-one[0], one[1])), has)

    def _share(self, paper_id: str, words: Sequence[str]) -> float:
        """The share, by weight, of some words that a paper has in its opening or its record."""
        held = self._terms_of(paper_id)
        weights = {word: self._rarity(word) for word in words}
        has = sum(w for word, w in weights.items() if holds(held, word, self._catalog))
        return has / sum(weights.values()) if weights else 0.0

    def _terms_of(self, paper_id: str) -> set[str]:
        if paper_id not in self._held:
            paper = self._catalog.papers[paper_id]
            opening = paper.text[: paper.opening]
            self._held[paper_id] = {*terms(f"{paper.title} {opening} {' '.join(paper.authors)}")}
        return self._held[paper_id]

    def _rarity(self, term: str) -> float:
        """Inverse document frequency; what no paper has may be said otherwise and tells none."""
        papers, having = len(self._catalog.papers), self._catalog.words.get(term, 0)
        return math.log((1 + papers) / (0.5 + having)) * (1 if having else _UNKNOWN)


def _is_of_both(one: _Side, other: _Side) -> bool:
    """Whether a paper of either side, or a third, has nearly as much of both."""
    most, others_most = one.has[one.first], other.has[other.first]
    mixed = most - one.has[other.first] < _LESS or others_most - other.has[one.first] < _LESS
    return mixed or any(
        one.has[i] >= most - _NEAR and other.has[i] >= others_most - _NEAR for i in one.has
    )
