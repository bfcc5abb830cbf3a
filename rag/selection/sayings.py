"""What papers say outright of a thing: that it is their own, others', or what they do without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from rag.evidence.own_first import OwnFirst
from rag.evidence.whose import Whose
from rag.records.catalog import Catalog
from rag.retrieve import Mask, Retriever
from rag.selection.aboutness import SOLE_MENTION
from rag.selection.denials import Denials
from rag.selection.meanings import Group, groups_of
from rag.selection.mentions import ATTRIBUTE, mention_weight
from rag.selection.spoken import Spoken
from rag.types import Relation
from store.papers import TITLE, Sentence


class Sayings:
    """Reads the titles and abstracts of one library."""

    def __init__(
        self,
        retriever: Retriever,
        catalog: Catalog,
        spoken: Spoken,
        denials: Denials,
        own_first: OwnFirst,
    ) -> None:
        """Uses the retriever's sentences, and what tells of what and of whom they speak."""
        self._sentences = retriever.library.sentences
        self._catalog = catalog
        self._titles = np.array([s.section == TITLE for s in self._sentences], dtype=bool)
        self._spoken = spoken
        self._denials = denials
        self._own_first = own_first

    def doing_without(self, thing: str, *, of_anything: bool = False) -> dict[str, Sentence]:
        """The papers that say in title or abstract that they need no such thing, and where.

        Where `of_anything`, the doing is enough if none says to what it is not done ("fine-tuning
        the LLM").
        """
        groups = groups_of(thing, self._catalog)
        found = self._saying_without(groups)
        if found or not of_anything:
            return found
        return self._saying_without(groups[:1]) or self._saying_without(groups, all_of_it=False)

    def entitled(self, thing: str) -> set[str]:
        """The papers whose titles speak of a thing and do not deny it."""
        places = np.flatnonzero(self._saying(thing, Relation.USES) & self._titles)
        return {self._sentences[int(place)].paper_id for place in places}

    def plainly(self, thing: str) -> set[str]:
        """The papers that are on a thing by their title or by what they say of themselves.

        One own sentence tells it where the thing is all that is spoken of, two where it says of
        what kind others are ("hardware overhead"), none where it stands beside another
        ("training and inference").
        """
        heads = [phrase[-1] for group in groups_of(thing, self._catalog) for phrase in group]
        found: set[str] = set()
        of_a_kind: set[str] = set()
        for place in map(int, np.flatnonzero(self._saying(thing, Relation.SOLELY))):
            sentence = self._sentences[place]
            paper_id, names = sentence.paper_id, self._catalog.own_names(sentence.paper_id)
            if self._titles[place]:
                found.add(paper_id)
            elif self._of_whom(place) is Whose.OWN:
                weight = mention_weight(sentence.text, heads, names)
                if weight >= SOLE_MENTION or (weight <= ATTRIBUTE and paper_id in of_a_kind):
                    found.add(paper_id)
                elif weight <= ATTRIBUTE:
                    of_a_kind.add(paper_id)
        return found

    def more_than_once(self, thing: str) -> set[str]:
        """The papers that speak of a thing in their title, or in more than one sentence."""
        said = map(int, np.flatnonzero(self._saying(thing, Relation.SOLELY)))
        count = Counter(self._sentences[place].paper_id for place in said)
        return self.entitled(thing) | {paper_id for paper_id, times in count.items() if times > 1}

    def only_of_others(self, thing: str) -> set[str]:
        """The papers that speak of all of a thing, and only as of what was there before them."""
        said = np.flatnonzero(self._saying(thing, Relation.ABOUT))
        of_whom: dict[str, list[bool]] = {}
        for place in map(int, said):
            theirs = not self._titles[place] and self._of_whom(place) is Whose.OTHERS
            of_whom.setdefault(self._sentences[place].paper_id, []).append(theirs)
        return {paper_id for paper_id, each in of_whom.items() if all(each)}

    def _of_whom(self, place: int) -> Whose:
        """Of whom a sentence of an abstract speaks."""
        return self._own_first.read(self._sentences[place].paper_id)[place]

    def _saying(self, thing: str, relation: Relation) -> Mask:
        """The sentences that have all of a thing and do not deny it."""
        groups = groups_of(thing, self._catalog)
        if not groups:
            return np.zeros(len(self._sentences), dtype=bool)
        held = np.array([self._spoken.mask(group) for group in groups])
        said = held & ~self._denials.masks(groups, held, thing, relation)
        return np.asarray(said.all(axis=0), dtype=bool)

    def _saying_without(
        self, groups: Sequence[Group], *, all_of_it: bool = True
    ) -> dict[str, Sentence]:
        masks = [self._spoken.mask(group) for group in groups]
        places = self._denials.saying_without(groups, masks, all_of_it=all_of_it)
        sentences = [self._sentences[place] for place in reversed(places)]
        return {sentence.paper_id: sentence for sentence in sentences}
