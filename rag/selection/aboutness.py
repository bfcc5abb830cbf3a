"""How each paper speaks of a topic, as numbers: where, how often, and as whose doing.

"Offloads to CPU memory" speaks of CPUs, and "runs on CPUs" does too; only the second is about
them. So a sentence counts by whether the thing is its head or an attribute of something else,
and by whether the paper's own doing is told or that of others.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rag.records.catalog import Catalog
from rag.retrieve import Mask, Retriever
from rag.selection.denials import Denials
from rag.selection.meanings import Group, essence, groups_of, wordings
from rag.selection.mentions import introduces, mention_weight, only_inspires
from rag.selection.spoken import Features, Spoken
from rag.types import Relation
from store.embed import Vectors
from store.lexical import Scores
from store.papers import TITLE, Sentence

_AGAINST_THE_BEST = ("best sentence", "paper", "mention", "whole")
FEATURES = (
    "title",
    "best sentence",
    "paper",
    "mention",
    "cosine",
    "words",
    "share of words",
    "whole",
    "absent",
    "passage",
    "passage where absent",
    *(f"{name}, below the best" for name in _AGAINST_THE_BEST),
    "mere mention",
)
_WORDS_SCALE = 10.0  # BM25 scores of a few words, brought near 1
_WHOLE, _NEARLY_WHOLE = 0.99, 0.79  # a thing brought in may be one that the topic covers
_TITLE = -0.9  # a title stands beside its evidence anyway; a sentence tells more
_BROUGHT_IN = -0.3  # against 1 for all others, where some paper brings in what is asked for
SOLE_MENTION = 0.99
"""From this weight on, a sentence tells of the topic and not of two things."""
OWN_MENTION = 0.9
"""From this weight on, a sentence tells of the topic as its paper's own doing."""


class Aboutness:
    """Measures the papers of one library against topics."""

    def __init__(self, retriever: Retriever, catalog: Catalog) -> None:
        """Uses the retriever's exact scan and the catalog's acronyms and names."""
        self._retriever = retriever
        self._catalog = catalog
        self._library = retriever.library
        self._titles = np.array([s.section == TITLE for s in self._library.sentences], dtype=bool)
        self.spoken = Spoken(retriever, catalog)
        self.denials = Denials(retriever, catalog)

    def features(
        self, topic: str, relation: Relation = Relation.ABOUT
    ) -> tuple[Features, list[Sentence], Mask]:
        """Shape (papers, len(FEATURES)), each paper's most telling sentence, which lack the topic.

        What counts as a mere mention depends on the relation that is asked for: a paper may
        use a thing in passing, and it introduces one in a sentence of its own.
        """
        retriever, library = self._retriever, self._library
        groups = groups_of(topic, self._catalog)
        masks = [self.spoken.mask(group) for group in groups]
        weights, held = self._weighed(groups, masks, topic)
        denied = self.denials.masks(groups, held > 0, topic, relation)
        lacking = self.denials.lacking(relation, held > _WHOLE, denied)
        kept = np.where(denied & ~lacking[retriever.paper_of_sentence], 0.0, held)
        spoken_of, share = weights @ held / weights.sum(), weights @ kept / weights.sum()
        if relation is Relation.USES:
            share = np.where(self._only_inspired(groups, share), 0.0, share)
        scored = retriever.score(essence(topic))
        mention_weights = self._mention_weights(groups, spoken_of)
        told = self._told(weights, kept, share, mention_weights)
        best = self._told(weights, held, spoken_of, mention_weights) if denied.any() else told
        absent = weights @ self.spoken.absence(groups, masks) / weights.sum()
        vector = self._vector(topic, groups)
        words = self._words(groups, masks)
        passage = _standard(scored.openings_cosine)
        columns = [
            self._best(np.where(self._titles, share, 0.0)),
            *told[:-1],
            _standard(retriever.best_of_openings(library.sentence_similarity(vector))),
            words / _WORDS_SCALE,
            words / (words.max(initial=0.0) or 1.0),
            told[-1],
            np.full(len(retriever.ids), absent),
            passage,
            passage * absent,
        ]
        columns += [own - of_all.max(initial=0.0) for own, of_all in zip(told, best, strict=True)]
        columns.append(self._short_of(relation, columns, groups, share))
        mention = share * mention_weights
        telling = mention + 0.3 * scored.sentences + np.where(self._titles, _TITLE, 0.0)
        places = self._argbest(np.where(retriever.opening, telling, -np.inf))
        return np.stack(columns, axis=1), [library.sentences[i] for i in places], lacking

    def _told(
        self, weights: Features, held: Features, share: Features, mention_weights: Features
    ) -> list[Features]:
        """The features of `_AGAINST_THE_BEST`, each of shape (papers,).

        How far each paper falls short of the best says more than what it has: half a topic is
        little beside a paper that has all of it, and much where none has.
        """
        per_paper = np.array([self._best(own) for own in held])
        return [
            self._best(share),
            weights @ per_paper / weights.sum(),
            self._best(share * mention_weights),
            np.asarray(per_paper.min(axis=0), dtype=np.float64),
        ]

    def _short_of(
        self,
        relation: Relation,
        columns: Sequence[Features],
        groups: Sequence[Group],
        share: Features,
    ) -> Features:
        """1 for each paper that speaks of the topic, and not as the relation wants it to.

        What counts against a paper so counts for it, in part, where it is just what is wanted.
        """
        if relation is Relation.INTRODUCES:
            for least in (_WHOLE, _NEARLY_WHOLE):
                if (own := self._introductions(groups, share > least)).any():
                    return np.where(own > 0, _BROUGHT_IN, 1.0)
        if relation in (Relation.USES, Relation.MENTIONS):
            return np.zeros(len(self._retriever.ids))
        least = SOLE_MENTION if relation is Relation.SOLELY else OWN_MENTION
        return _merely_mentioned(
            columns, self.spoken.papers((share > _WHOLE) & ~self._titles), least
        )

    def unspoken(self, topic: str) -> float:
        """The share of a topic that no paper of the library speaks of, 0 to 1."""
        return self.spoken.unspoken(topic)

    def _vector(self, topic: str, groups: Sequence[Group]) -> Vectors:
        """The mean of the topic's vectors in all its wordings, shape (dimension,)."""
        vectors = [self._library.embed(text) for text in wordings(topic, groups, self._catalog)]
        mean = np.mean(vectors, axis=0)
        return np.asarray(mean / (np.linalg.norm(mean) or 1.0), dtype=np.float32)

    def _words(self, groups: Sequence[Group], masks: Sequence[Mask]) -> Scores:
        """The BM25 score of each paper, with the best wording of each group; shape (papers,).

        A paper that never has all words of a wording in one sentence has not that group.
        """
        total = np.zeros(len(self._retriever.ids), dtype=np.float32)
        for group, mask in zip(groups, masks, strict=True):
            best = np.max([self._retriever.openings_by_words(phrase) for phrase in group], axis=0)
            total += np.where(self.spoken.papers(mask) > 0, best, 0.0).astype(np.float32)
        return total

    def _weighed(
        self, groups: Sequence[Group], masks: Sequence[Mask], topic: str
    ) -> tuple[Features, Features]:
        """The rarity of each group, and how far each sentence holds it: (groups, sentences).

        A topic without groups is one that no sentence holds.
        """
        if not groups:
            return np.ones(1), np.zeros((1, len(self._titles)))
        held = [self.spoken.held(group, mask) for group, mask in zip(groups, masks, strict=True)]
        rarities = [self.spoken.rarity(g, topic, m) for g, m in zip(groups, masks, strict=True)]
        return np.array(rarities), np.array(held)

    def _mention_weights(self, groups: Sequence[Group], share: Features) -> Features:
        """How far each sentence that holds something of the topic is about it, 0 to 1.2."""
        weights = np.zeros(len(share))
        heads = [phrase[-1] for group in groups for phrase in group]
        for place in np.flatnonzero(share > 0):
            sentence = self._library.sentences[int(place)]
            weights[place] = (
                1.2
                if self._titles[place]
                else mention_weight(
                    sentence.text, heads, self._catalog.own_names(sentence.paper_id)
                )
            )
        return weights

    def _only_inspired(self, groups: Sequence[Group], share: Features) -> Mask:
        """The sentences that have a topic only as what gave their paper an idea."""
        heads = [phrase[-1] for group in groups for phrase in group]
        found = np.zeros(len(share), dtype=bool)
        for place in np.flatnonzero(share > 0):
            found[place] = only_inspires(self._library.sentences[int(place)].text, heads)
        return found

    def _introductions(self, groups: Sequence[Group], whole: Mask) -> Features:
        """1 for each paper with a sentence that brings the topic in as its own: "we propose …"."""
        heads = {phrase[-1] for group in groups for phrase in group}
        found = np.zeros(len(whole), dtype=bool)
        for place in np.flatnonzero(whole & ~self._titles):
            sentence = self._library.sentences[int(place)]
            names = self._catalog.own_names(sentence.paper_id)
            found[place] = introduces(sentence.text, heads, names)
        return self.spoken.papers(found)

    def _best(self, scores: Features) -> Features:
        return np.asarray(
            self._retriever.best_of_papers(scores.astype(np.float32)), dtype=np.float64
        )

    def _argbest(self, scores: Features) -> list[int]:
        order = np.argsort(-scores, kind="stable")
        first: dict[int, int] = {}
        for place in order:
            first.setdefault(int(self._retriever.paper_of_sentence[place]), int(place))
        return [first[paper] for paper in range(len(self._retriever.ids))]


def _merely_mentioned(columns: Sequence[Features], whole: Features, least: float) -> Features:
    """1 where a paper speaks of the whole topic but never as its own: no membership."""
    column = dict(zip(FEATURES, columns, strict=False))
    mere = (whole > 0) & (column["title"] < _WHOLE) & (column["mention"] < least)
    return np.asarray(mere, dtype=np.float64)


def _standard(scores: NDArray[np.float32]) -> Features:
    """Standard scores over the library, so that a feature means the same for every topic."""
    spread = float(scores.std()) or 1.0
    return np.asarray((scores - scores.mean()) / spread, dtype=np.float64)
