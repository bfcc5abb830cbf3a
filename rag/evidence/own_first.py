"""Puts a paper's own sentences before those on what was before it, where it is asked of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np

from rag.evidence.whose import Whose, asks_of_itself, proposes, telling_names, whose, whose_alone
from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from store.lexical import Scores
from store.papers import TITLE, Sentence

_PAPERS = 2000  # whose sentences are read once; some 100 bytes each
_PROPOSING = 0.3  # what a paper proposes tells most of what it does about what was before
_BESIDE = 0.8  # of the score of the best own sentence: what others have of it is told, too
_BARELY = 0.6  # of the score of a sentence on others: an own one below it only touches


class OwnFirst:
    """Knows of the papers of one library which of their sentences are background."""

    def __init__(self, retriever: Retriever, catalog: Catalog) -> None:
        """Uses the sentences and what papers call their own things."""
        self._retriever = retriever
        self._catalog = catalog
        self.read = lru_cache(maxsize=_PAPERS)(self._read)

    def _read(self, paper_id: str) -> Mapping[int, Whose]:
        """Of whom the sentences of a paper speak, by their places in the library."""
        sentences = self._retriever.library.sentences
        places = map(int, np.flatnonzero(self._retriever.mask_of([paper_id])))
        body = [i for i in places if sentences[i].section != TITLE]
        opening = [i for i in body if self._retriever.opening[i]]
        paper = self._catalog.papers[paper_id]
        names = telling_names(self._catalog.own_names(paper_id), paper.title, paper.text)
        alone = {i: whose_alone(sentences[i].text, names) for i in body if i not in set(opening)}
        return alone | dict(
            zip(opening, whose([sentences[i].text for i in opening], names), strict=True)
        )

    def of_openings(self, paper_id: str) -> Iterator[tuple[Sentence, Whose]]:
        """The sentences of a paper's abstract, in its order, and of whom each speaks."""
        sentences = self._retriever.library.sentences
        for place, whose_it_is in sorted(self.read(paper_id).items()):
            if self._retriever.opening[place]:
                yield sentences[place], whose_it_is

    def asked(self, paper_id: str, question: str) -> bool:
        """Whether a question asks what a paper itself is or does."""
        for start, end, ids in reversed(self._catalog.places_named_in(question)):
            if paper_id in ids:
                question = f"{question[:start]}@{question[end:]}"
        return asks_of_itself(question)


def own_first(
    kept: Sequence[int], scores: Scores, of_whom: Sequence[Whose], texts: Sequence[str]
) -> list[int]:
    """The kept places, those of own sentences first.

    Where the best sentence is on others and no own one comes near it, what the paper proposes.
    """
    own = [i for i in kept if not of_whom[i].is_background]
    top = kept[0]
    if of_whom[top].is_background and all(scores[i] < _BARELY * scores[top] for i in own):
        every = [i for i, whose_it_is in enumerate(of_whom) if whose_it_is is Whose.OWN]
        weight = {i: float(scores[i]) + _PROPOSING * proposes(texts[i]) for i in every}
        own = [max(weight, key=lambda i: weight[i])] if weight else own
    least = _BESIDE * max((float(scores[i]) for i in own), default=0.0)
    return [*own, *(i for i in kept if of_whom[i].is_background and scores[i] >= least)]
