"""Answers how two things compare of which one paper speaks: "time-sharing or batch processing?".

The sentences come first that speak of both, or say which is the better.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

import numpy as np

from rag.evidence.asked_value import expected
from rag.evidence.finder import Finder, Found, as_evidence
from rag.question.asked_part import asked_part
from rag.question.contrast import Contrast, contrasts_in
from rag.retrieve import Retriever
from rag.types import Kind, Question
from store.lexical import terms
from store.papers import TITLE, Sentence

_COMPARES = re.compile(
    r"\bvs\b|\bversus\b|\bcompar|\bdiffer|\bcontrast|\bthan\b|\bbetween\b|\bapart\b|\bdistinguish"
    r"|\bas opposed to\b|\bagainst\b(?=[^?.!]*[:;,–-] (?:which|what|how)\b)"
    r"|\b(?:better|worse|faster|slower|cheaper|superior|preferable|advantage)",
    re.I,
)
_OF_SETS = re.compile(r"\b(?:papers|articles|works|studies|publications|any(?:one|body)?)\b", re.I)
_VERDICT = re.compile(
    r"\b(?:neither|superior|inferior|prefer\w*|better|worse|faster|slower|cheaper|outperform\w*"
    r"|advantages?|disadvantages?|favou?rable|more|less|greater|fewer|higher|lower|larger|smaller"
    r"|longer|shorter|surpass\w*|beats?|equal\w*|comparable|unlike|whereas|differ\w*|exceeds?)\b",
    re.I,
)
_FIGURES = re.compile(r"\d[^.?!]*?\D{2,}\d")
_CANDIDATES, _AT_MOST = 4, 3
_REST, _SORT, _MEASURED = 0.5, 0.5, 0.5
_BEFORE = 0.5
_ASKS = re.compile(r"(?<=[?.:;])\s+")
_HELD = 0.6  # of what one thing's words weigh: from there on a paper speaks of it


class Versus:
    """Finds in the papers of one library what they say of two things."""

    def __init__(self, retriever: Retriever, finder: Finder) -> None:
        """Uses the retriever's ranking and the finder's weights of words."""
        self._retriever = retriever
        self._finder = finder

    def found(self, asked: Question) -> Found | None:
        """What a paper says of the two things that a question compares; None where none does.

        Where the question reads as one about a set, a sentence must speak of both and judge.
        """
        text = asked_part(asked.whole)  # "the A versus B study" is one paper
        if not _COMPARES.search(text) or _OF_SETS.search(text):
            return None
        for contrast in contrasts_in(text):
            for paper_id in asked.named or self._candidates(f"{contrast.one} {contrast.other}"):
                if found := self._in(paper_id, contrast, asked):
                    return found
        return None

    def _own_words(self, part: str, other: str) -> list[str]:
        """The words of one thing that the other does not have, or all where it has no others."""
        words, others = self._finder.wanted(part), self._finder.wanted(other)
        return [word for word in words if word not in others] or words

    def _candidates(self, text: str) -> Iterator[str]:
        scores = self._retriever.score(text).papers
        for place in np.argsort(-scores, kind="stable")[:_CANDIDATES]:
            yield self._retriever.ids[int(place)]

    def _in(self, paper_id: str, contrast: Contrast, asked: Question) -> Found | None:
        parts = (contrast.one, contrast.other)
        found = [self._finder.find(paper_id, part, part) for part in parts]
        if any(f.coverage < _HELD for f in found) or not all(map(self._finder.wanted, parts)):
            return None
        wanted = [self._own_words(part, other) for part, other in (parts, parts[::-1])]
        besides = set(self._finder.wanted(asked.whole)).difference(*map(self._finder.wanted, parts))
        library = self._retriever.library
        own = [
            (i, s)
            for i, s in enumerate(library.sentences)
            if s.paper_id == paper_id and s.section != TITLE
        ]
        before = self._finder.background(paper_id)
        scored = [
            (_weight(s, wanted, before=i in before) + _more(s, besides, asked.whole), s)
            for i, s in own
        ]
        ranked = sorted(scored, key=lambda pair: (-pair[0], pair[1].start))
        chosen = [s for weight, s in ranked[:_AT_MOST] if weight >= 1]
        if not chosen or (asked.kind is Kind.LIST and max(_weight(s, wanted) for _, s in own) < 2):
            return None
        whole = self._finder.find(paper_id, asked.whole, asked.whole)
        if whole.unsaid:
            return None
        return replace(whole, sentences=tuple(as_evidence(s) for s in chosen))


def _more(sentence: Sentence, besides: Collection[str], question: str) -> float:
    """What a sentence has of the rest of a question, and whether it has the sort asked for."""
    held = len({*besides} & {*terms(sentence.text)}) / max(1, len(besides))
    sort = max(expected(ask, sentence.text) for ask in _ASKS.split(question) if ask)
    measured = _FIGURES.search(sentence.text) is not None  # figures for both, or a verdict's
    return _REST * held + _SORT * sort + _MEASURED * measured


def _weight(sentence: Sentence, wanted: list[list[str]], *, before: bool = False) -> float:
    """A half for each thing that a sentence speaks of, one for a judgement on what it speaks of.

    On one of two things, what was `before` the paper says less.
    """
    held = set(terms(sentence.text))
    speaks = sum(any(term in held for term in part) for part in wanted)
    less = _BEFORE if before and speaks < len(wanted) else 0.0
    return speaks / 2 + (1 if speaks and _VERDICT.search(sentence.text) else 0) - less
