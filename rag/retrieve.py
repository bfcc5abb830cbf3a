"""Scores every sentence and paper for a text: BM25 and vectors, over sentences and passages.

Exact and exhaustive: nothing is left out because it was not among the nearest few. The
passages come from Chroma, the sentences from the matrix beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from rag.language.topic import topic_of
from rag.trace import Ranked, RankedPaper, note
from store.embed import Vectors
from store.lexical import Scores, terms
from store.library import Library
from store.papers import TITLE, Sentence

Mask = NDArray[np.bool_]
Places = NDArray[np.intp]

# Shares of the parts in a sentence's score; measured in docs/decisions.md.
DENSE, LEXICAL, PASSAGE = 0.5, 0.35, 0.15
BEST = 0.15  # the best sentence's share in a paper's score; the rest is the best passage's
# What a paper's score loses by the logarithm of its passages beyond the abstract: the best of
# many is better by chance alone. Measured in docs/decisions.md; nothing for an abstract.
_CHANCE = 0.05
_BETWEEN = 5  # terms that may stand between those of a phrase
_EXPLAINED = 10  # papers of a ranking that an explanation shows
# Nearest passages asked of Chroma, more where papers are long; further ones count as the last.
_PASSAGES = 200


@dataclass(frozen=True, slots=True)
class Scored:
    """Relevance to one text: of every sentence, and of every paper by its best.

    `sentences` has shape (sentences,), `papers` shape (papers,), in the library's order;
    `cosine` is the bare similarity of each sentence, for absolute cut-offs; `papers_cosine` and
    `papers_bm25` are those of each paper's best passage, `openings_cosine` that of the best
    passage of its abstract.
    """

    sentences: Scores
    papers: Scores
    cosine: Scores
    bm25: Scores
    papers_cosine: Scores
    papers_bm25: Scores
    openings_cosine: Scores


@dataclass(frozen=True, slots=True)
class Lead:
    """How far a paper stands above the next best, by its score and by bare similarity."""

    score: float
    cosine: float

    def is_at_least(self, least: Lead) -> bool:
        """Whether both are no less than those of another."""
        return self.score >= least.score and self.cosine >= least.cosine


class Retriever:
    """Retrieval over one library."""

    def __init__(self, library: Library) -> None:
        """Prepares the places of papers; the library stays as it is."""
        self.library = library
        self.ids = list(library.papers)
        place = {paper_id: i for i, paper_id in enumerate(self.ids)}
        self.paper_of_sentence: Places = np.array(
            [place[s.paper_id] for s in library.sentences], dtype=np.intp
        )
        self._paper_of_passage: Places = np.array(
            [place[p.paper_id] for p in library.passages], dtype=np.intp
        )
        openings = {paper.id: paper.opening for paper in library.papers.values()}
        self.opening: Mask = _within(openings, library.sentences)
        self._opening_passages: Mask = _within(openings, library.passages)
        beyond = np.bincount(
            self._paper_of_passage, weights=~self._opening_passages, minlength=len(self.ids)
        )
        self._chance: Scores = (_CHANCE * np.log1p(beyond)).astype(np.float32)
        # Long papers must not take all the places of the nearest passages.
        self._nearest = _PASSAGES * max(1, len(library.passages) // (2 * max(1, len(self.ids))))

    def score(self, text: str) -> Scored:
        """Scores the whole library for a text.

        Each part is scaled to its own best, so that the weights mean the same for every
        text: a convex combination (Bruch et al. 2023, arXiv 2210.11934).
        """
        vector, query = self.library.embed(text), terms(topic_of(text)) or terms(text)
        cosine = self.library.sentence_similarity(vector)
        bm25 = self.library.sentence_bm25(query)
        passages = self._passages_by_vector(vector)
        by_vector = self._best(passages, self._paper_of_passage)
        by_words = self.papers_by_words(query)
        passage = fused(by_vector, by_words)
        sentences = (
            DENSE * _scaled(cosine)
            + LEXICAL * _scaled(bm25)
            + PASSAGE * passage[self.paper_of_sentence]
        )
        papers = BEST * _scaled(self.best_of_papers(sentences)) + (1 - BEST) * passage
        papers -= self._chance
        openings = self._best_of_opening_passages(passages, float(passages.min(initial=0.0)))
        return Scored(sentences, papers, cosine, bm25, by_vector, by_words, openings)

    def first(self, text: str, among: Sequence[str] | None = None) -> str:
        """The best paper for a text, of all or of those given."""
        scored = self.score(text)
        scores = scored.papers.copy()
        if among is not None:
            scores[[i not in among for i in self.ids]] = -np.inf
        note(lambda: Ranked(text, tuple(self._ranked(scored, scores))))
        return self.ids[int(np.argmax(scores))]

    def lead(self, text: str, paper_id: str, among: Sequence[str] | None = None) -> Lead:
        """How far a paper stands above the next best for a text, of all or of those given."""
        scored, place = self.score(text), self.ids.index(paper_id)
        others = [i for i, one in enumerate(self.ids) if i != place and (not among or one in among)]
        if not others:
            return Lead(1.0, 1.0)
        return Lead(
            float(scored.papers[place] - scored.papers[others].max()),
            float(scored.papers_cosine[place] - scored.papers_cosine[others].max()),
        )

    def _ranked(self, scored: Scored, scores: Scores) -> Iterator[RankedPaper]:
        for place in np.argsort(-scores, kind="stable")[:_EXPLAINED]:
            if np.isfinite(scores[place]):
                yield RankedPaper(
                    self.ids[place],
                    self.library.papers[self.ids[place]].title,
                    float(scores[place]),
                    float(scored.papers_cosine[place]),
                    float(scored.papers_bm25[place]),
                )

    def nearest(self, text: str) -> float:
        """The cosine of the sentence that is nearest to a text; 0 where there is none."""
        similar = self.library.sentence_similarity(self.library.embed(text))
        return float(similar.max(initial=0.0))

    def best_of_papers(self, scores: Scores) -> Scores:
        """The best sentence score of each paper, shape (papers,)."""
        return self._best(scores, self.paper_of_sentence)

    def best_of_openings(self, scores: Scores) -> Scores:
        """The best sentence score in each paper's title and abstract, shape (papers,)."""
        return self._best(np.where(self.opening, scores, scores.min()), self.paper_of_sentence)

    def openings_by_words(self, query: Sequence[str]) -> Scores:
        """The BM25 score of the best passage of each paper's abstract, shape (papers,)."""
        return self._best_of_opening_passages(self.library.passage_bm25(query), 0.0)

    def mask_of(self, paper_ids: Sequence[str]) -> Mask:
        """Which sentences belong to these papers, shape (sentences,)."""
        wanted = set(paper_ids)
        return np.array([i in wanted for i in self.ids], dtype=bool)[self.paper_of_sentence]

    def containing(self, term: str) -> Mask:
        """Which sentences hold an index term, shape (sentences,)."""
        if term not in self._containing:
            self._containing[term] = self.library.sentence_bm25([term]) > 0
        return self._containing[term]

    def saying(self, phrase: Sequence[str]) -> Mask:
        """Which sentences have the terms of a phrase close together, shape (sentences,)."""
        found = np.logical_and.reduce([self.containing(term) for term in phrase])
        if len(phrase) > 1:
            for place in np.flatnonzero(found):
                found[place] = _stand_together(phrase, self._terms_of(int(place)))
        return np.asarray(found, dtype=bool)

    def _terms_of(self, place: int) -> list[str]:
        if place not in self._terms:
            self._terms[place] = terms(self.library.sentences[place].text, joined=False)
        return self._terms[place]

    @cached_property
    def _terms(self) -> dict[int, list[str]]:
        return {}

    @cached_property
    def _containing(self) -> dict[str, Mask]:
        return {}

    def _passages_by_vector(self, vector: Vectors) -> Scores:
        """The similarity of each passage to a unit vector; of those far off, the least found."""
        found = self.library.nearest_passages(vector, self._nearest)
        dense = np.full(len(self.library.passages), min((s for _, s in found), default=0.0))
        for place, similarity in found:
            dense[place] = similarity
        return dense.astype(np.float32)

    def papers_by_words(self, query: Sequence[str]) -> Scores:
        """The BM25 score of each paper's best passage, shape (papers,)."""
        return self._best(self.library.passage_bm25(query), self._paper_of_passage)

    def _best_of_opening_passages(self, scores: Scores, least: float) -> Scores:
        inside = np.where(self._opening_passages, scores, np.float32(least))
        return self._best(inside, self._paper_of_passage)

    def _best(self, scores: Scores, paper_of: Places) -> Scores:
        best = np.full(len(self.ids), scores.min(initial=0.0), dtype=np.float32)
        np.maximum.at(best, paper_of, scores)
        return best


def _within(openings: Mapping[str, int], pieces: Sequence[Sentence]) -> Mask:
    """Which pieces speak for their whole paper: those of its title or abstract."""
    inside = [p.section == TITLE or p.start < openings[p.paper_id] for p in pieces]
    return np.array(inside, dtype=bool)


def _stand_together(phrase: Sequence[str], within: Sequence[str]) -> bool:
    """Whether all terms stand, in any order, in a run little longer than the phrase."""
    wanted, length = set(phrase), len(phrase) + _BETWEEN
    starts = range(max(1, len(within) - length + 1))
    return any(wanted <= set(within[start : start + length]) for start in starts)


def fused(dense: Scores, lexical: Scores) -> Scores:
    """Two scores of the same things in equal parts, each scaled to its own best."""
    return 0.5 * _scaled(dense) + 0.5 * _scaled(lexical)


def _scaled(scores: Scores) -> Scores:
    """Least to 0 and best to 1; all 0 where all are alike."""
    low, high = float(scores.min(initial=0.0)), float(scores.max(initial=0.0))
    if high - low < 1e-9:
        return np.zeros_like(scores)
    return (scores - low) / (high - low)
