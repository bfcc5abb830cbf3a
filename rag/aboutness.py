"""How each paper speaks of a topic, as numbers: where, how often, and as whose doing.

"Offloads to CPU memory" speaks of CPUs, and "runs on CPUs" does too; only the second is about
them. So a sentence counts by whether the thing is its head or an attribute of something else,
and by whether the paper's own doing is told or that of others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rag.catalog import Catalog
from rag.meanings import Group, groups_of
from rag.retrieve import Mask, Retriever
from store.lexical import STOP_WORDS, terms
from store.papers import TITLE, Sentence

Features = NDArray[np.float64]

FEATURES = (
    "title",
    "best sentence",
    "paper",
    "own sentences",
    "other sentences",
    "mention",
    "cosine",
    "passage",
    "absent",
)
OWN_MENTION = 0.9
"""From this weight on, a sentence tells of the topic as its paper's own doing."""

_OTHERS = re.compile(
    r"\b(?:existing|previous(?:ly)?|prior|traditional|conventional|contemporary|recent(?:ly)?"
    r"|current|common(?:ly)?|inspired by|unlike|despite|although|have been|has been|such as)\b"
    r"|^(?:However|While|Most|Many|Unfortunately)\b",
    re.I,
)
_OWN = re.compile(
    r"\b(?:we|our|ours|this (?:paper|work|study|poster)|in this)\b|\bpropos|\bintroduc", re.I
)


class Aboutness:
    """Measures the papers of one library against topics."""

    def __init__(self, retriever: Retriever, catalog: Catalog) -> None:
        """Uses the retriever's exact scan and the catalog's acronyms and names."""
        self._retriever = retriever
        self._catalog = catalog
        self._library = retriever.library
        self._titles = np.array([s.section == TITLE for s in self._library.sentences], dtype=bool)

    def features(self, topic: str) -> tuple[Features, list[Sentence]]:
        """Shape (papers, len(FEATURES)), and each paper's most telling sentence."""
        retriever, library = self._retriever, self._library
        groups = groups_of(topic, self._catalog)
        masks = [self._mask(group) for group in groups]
        weights = np.array([self._rarity(group) for group in groups]) if groups else np.ones(1)
        held = np.array(masks, dtype=np.float64) if masks else np.zeros((1, len(self._titles)))
        share = weights @ held / weights.sum()
        per_paper = np.array([self._any(mask > 0) for mask in held])
        paper_share = weights @ per_paper / weights.sum()
        scored = retriever.score(topic)
        mention = share * self._mention_weights(groups, share)
        whole = (share > 0.99) & ~self._titles
        absent = weights @ (per_paper.sum(axis=1) == 0) / weights.sum()
        columns = [
            self._best(np.where(self._titles, share, 0.0)),
            self._best(share),
            paper_share,
            self._counted(whole & (mention >= OWN_MENTION)),
            self._counted(whole & (mention < OWN_MENTION)),
            self._best(mention),
            _standard(retriever.best_of_papers(scored.cosine)),
            _standard(scored.papers),
            np.full(len(retriever.ids), absent),
        ]
        telling = mention + 0.3 * scored.sentences + np.where(self._titles, -0.25, 0.0)
        places = self._argbest(telling)
        return np.stack(columns, axis=1), [library.sentences[i] for i in places]

    def _mask(self, group: Group) -> Mask:
        found = np.zeros(len(self._titles), dtype=bool)
        for phrase in group:
            found |= np.logical_and.reduce([self._retriever.containing(t) for t in phrase])
        return found

    def _rarity(self, group: Group) -> float:
        papers = len(self._catalog.papers)
        held = int(self._any(self._mask(group)).sum())
        return float(np.log((papers + 1) / (held + 0.5)))

    def _mention_weights(self, groups: Sequence[Group], share: Features) -> Features:
        """How far each sentence that holds something of the topic is about it, 0 to 1.2."""
        weights = np.zeros(len(share))
        heads = [phrase[-1] for group in groups for phrase in group]
        for place in np.flatnonzero(share > 0):
            sentence = self._library.sentences[int(place)]
            weights[place] = (
                1.2
                if self._titles[place]
                else _mention(sentence.text, heads, self._catalog.own_names(sentence.paper_id))
            )
        return weights

    def _any(self, mask: Mask) -> Features:
        found = np.bincount(self._retriever.paper_of_sentence, mask, len(self._retriever.ids))
        return np.asarray(found > 0, dtype=np.float64)

    def _counted(self, mask: Mask) -> Features:
        """How many sentences of each paper, as a logarithm: the third says less than the first."""
        paper_of, papers = self._retriever.paper_of_sentence, len(self._retriever.ids)
        return np.asarray(np.log1p(np.bincount(paper_of, mask, papers)), dtype=np.float64)

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


def _mention(text: str, heads: Sequence[str], names: Sequence[str]) -> float:
    """1 where a sentence speaks of the thing as its own paper's doing; less elsewhere."""
    words = re.findall(r"[\w-]+|[^\w\s]", text)
    stems = [terms(word) for word in words]
    best = 0.0
    for place, own in enumerate(stems):
        if not any(head in own for head in heads):
            continue
        following = words[place + 1] if place + 1 < len(words) else "."
        attribute = following.isalpha() and following.islower() and following not in STOP_WORDS
        beside = following in ("and", "/") or (place > 1 and words[place - 1] in ("and", "to", "/"))
        best = max(best, 0.6 if attribute else 0.7 if beside else 1.0)
    own_doing = _OWN.search(text) or any(name in text for name in names)
    if _OTHERS.search(text) and not own_doing:
        best *= 0.5
    return best


def _standard(scores: NDArray[np.float32]) -> Features:
    """Standard scores over the library, so that a feature means the same for every topic."""
    spread = float(scores.std()) or 1.0
    return np.asarray((scores - scores.mean()) / spread, dtype=np.float64)
