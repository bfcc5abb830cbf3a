"""Which sentences of a library speak of the groups of a topic, and what of it none speaks of."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rag.language.compounds import Phrase
from rag.language.synonyms import narrower, plain_words
from rag.language.words import common_terms, common_things, leading_verb
from rag.records.catalog import Catalog
from rag.retrieve import Mask, Retriever
from rag.selection.apart import never_together
from rag.selection.meanings import Group, groups_of, is_established, names_a_thing, near_of
from rag.selection.mentions import tells

Features = NDArray[np.float64]

_COMMONPLACE = 0.2  # of the weight of a common word that no paper has
_ABSENT_NEAR = 0.2  # of a word that no paper has, where one has a word that lies near
# Of the library as a whole: what a near word leaves absent, and an established term's weight
# where no paper has it, against that of a word which may be put otherwise.
_HARDLY_THERE, _ESTABLISHED = 0.4, 4.0
NARROWER = 0.8
"""How far a sentence holds a thing where it only says what the thing covers."""


class Spoken:
    """What the sentences of one library speak of."""

    def __init__(self, retriever: Retriever, catalog: Catalog) -> None:
        """Uses the retriever's exact scan and the catalog's words."""
        self._retriever = retriever
        self._catalog = catalog
        self._tells = np.array([tells(s.text) for s in retriever.library.sentences])

    def mask(self, group: Group) -> Mask:
        """The sentences of titles and abstracts that hold a group in any of its wordings."""
        found = np.zeros(len(self._tells), dtype=bool)
        for phrase in group:
            found |= self._retriever.saying(phrase)
        return np.asarray(found & self._tells & self._retriever.opening, dtype=bool)

    def unspoken(self, topic: str) -> float:
        """The share of a topic that no paper speaks of, 0 to 1, as a whole library is judged by it.

        A word that has only a near one in its place weighs as one that no paper has, and counts in
        part. An established term that none has weighs more; of two things that no paper has
        together, neither counts.
        """
        groups = groups_of(topic, self._catalog)
        masks = [self.mask(group) for group in groups]
        if never_together(topic, groups, [self.papers(mask) for mask in masks]):
            return 1.0
        if any(names_a_thing(g[0]) and not m.any() for g, m in zip(groups, masks, strict=True)):
            return 1.0
        absent = total = 0.0
        for group, mask in zip(groups, masks, strict=True):
            plain = self._plain(group) if mask.any() else mask
            weight = self.rarity(group, topic, plain)
            weight *= 1.0 if mask.any() or not is_established(group[0]) else _ESTABLISHED
            total += weight
            if not plain.any():
                absent += weight * (_HARDLY_THERE if mask.any() else 1.0)
        return absent / total if total else 1.0

    def absence(self, groups: Sequence[Group], masks: Sequence[Mask]) -> Features:
        """How far no paper speaks of each group: 1 of none, a part where only by a near word."""
        found = np.ones(max(1, len(groups)))
        for place, (group, mask) in enumerate(zip(groups, masks, strict=True)):
            if mask.any():
                found[place] = 0.0 if self._plain(group).any() else _ABSENT_NEAR
        return found

    def _plain(self, group: Group) -> Mask:
        """The sentences that hold a group by more than a word that lies near it."""
        near = set(near_of(group[0], group[:1], self._catalog))
        return self.mask(tuple(phrase for phrase in group if phrase not in near))

    def held(self, group: Group, mask: Mask) -> Features:
        """How far each sentence holds a group: 1 by a word for it, less by what it only covers."""
        none: frozenset[Phrase] = frozenset()
        covered = narrower().get(group[0], none) | plain_words().get(group[0], none)
        plain = tuple(phrase for phrase in group if phrase not in covered)
        return np.where(self.mask(plain), 1.0, NARROWER * mask)

    def rarity(self, group: Group, topic: str, mask: Mask) -> float:
        """Inverse document frequency; a part of that, of a common word or verb no paper has."""
        papers = len(self._catalog.papers)
        held = int(self.papers(mask).sum())
        rarity = float(np.log((papers + 1) / (held + 0.5)))
        if held:
            return rarity
        common = common_terms(topic) - common_things(topic)
        commonplace = set(group[0]) <= common | leading_verb(topic)
        return rarity * (_COMMONPLACE if commonplace else 1.0)

    def papers(self, mask: Mask) -> Features:
        """1 for each paper with one of some sentences, shape (papers,)."""
        found = np.bincount(self._retriever.paper_of_sentence, mask, len(self._retriever.ids))
        return np.asarray(found > 0, dtype=np.float64)
