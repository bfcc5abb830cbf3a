"""Which sentences a model is shown for a question of fact: the likeliest to hold the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from rag.evidence.fence import gives_orders
from rag.evidence.finder import as_evidence
from rag.retrieve import Retriever
from rag.types import Evidence
from store.papers import TITLE

MOST_TOKENS = 300
"""Of sentences: less than a third of what the five nearest abstracts take; docs/decisions.md."""

Count = Callable[[str], int]


def likeliest(
    retriever: Retriever, question: str, first: Sequence[Evidence], count: Count, most: int
) -> tuple[Evidence, ...]:
    """Sentences of up to `most` tokens, those given first, a paper's own together.

    Sentences that give orders are left out. Papers come in the order of their first sentence,
    sentences in that of their text.
    """
    ranked = _distinct([*first, *_by_score(retriever, question)])
    kept = list(within(ranked, count, most))
    order = {paper_id: i for i, paper_id in reversed(list(enumerate(e.paper_id for e in kept)))}
    return tuple(sorted(kept, key=lambda e: (order[e.paper_id], e.start)))


def within(ranked: Iterable[Evidence], count: Count, most: int) -> Iterator[Evidence]:
    """The first of these sentences that together have at most so many tokens; one at least."""
    taken = 0
    for place, sentence in enumerate(ranked):
        taken += count(sentence.text)
        if taken > most and place:
            return
        yield sentence


def _by_score(retriever: Retriever, question: str) -> Iterator[Evidence]:
    sentences = retriever.library.sentences
    scores = retriever.score(question).sentences
    for place in np.argsort(-scores, kind="stable"):
        sentence = sentences[int(place)]
        if sentence.section != TITLE:
            yield as_evidence(sentence, float(scores[place]))


def _distinct(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Each place once, and none that gives orders."""
    seen = set()
    for sentence in evidence:
        place = (sentence.paper_id, sentence.section, sentence.start)
        if place not in seen and not gives_orders(sentence.text):
            seen.add(place)
            yield sentence
