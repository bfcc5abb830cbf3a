"""Which papers are like one: the nearest by their vectors, each with its nearest sentence."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

import numpy as np

from rag.evidence.finder import as_evidence
from rag.retrieve import Retriever
from rag.selection.judged import Judged, Selection
from store.embed import Vectors
from store.plane import paper_vectors

# The cosine of two papers from which on one is like the other: more in a library of one field,
# by so much above the median of any two. docs/decisions.md has how they were found.
_LIKE, _ABOVE = 0.48, 0.2
_MOST = 5
_SAMPLE = 300  # papers, for the median


class Alike:
    """Compares the papers of one library."""

    def __init__(self, retriever: Retriever) -> None:
        """Nothing is compared before the first question."""
        self._retriever = retriever

    @cached_property
    def _vectors(self) -> Vectors:
        return paper_vectors(self._retriever.library)

    @cached_property
    def _cut(self) -> float:
        some = self._vectors[:: 1 + len(self._vectors) // _SAMPLE]
        pairs = (some @ some.T)[np.triu_indices(len(some), 1)]
        return max(_LIKE, _ABOVE + float(np.median(pairs))) if pairs.size else _LIKE

    def select(self, paper_id: str, among: Collection[str]) -> Selection:
        """The papers among the given ones that are like one, the likest first, five at most.

        The nearest of those that are not like enough is a near miss.
        """
        ids, sentences = self._retriever.ids, self._retriever.library.sentences
        own = self._vectors[ids.index(paper_id)]
        likeness = self._vectors @ own
        each = self._retriever.library.sentence_similarity(own)
        places = [p for p in np.argsort(-likeness, kind="stable") if ids[p] in among]
        found = []
        for place in places[: _MOST + 1]:
            best = int(np.where(self._retriever.paper_of_sentence == place, each, -np.inf).argmax())
            evidence, cosine = as_evidence(sentences[best]), float(likeness[place])
            found.append(Judged(ids[place], cosine, cosine, evidence, whole=True, added=(0.0,)))
        like = [judged for judged in found if judged.probability >= self._cut][:_MOST]
        margin = (found[0].probability if found else 0.0) - self._cut
        return Selection(tuple(like), tuple(found[len(like) :][:1]), len(places), margin)
