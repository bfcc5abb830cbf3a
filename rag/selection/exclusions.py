"""The papers that a question keeps out of its set, and those that say they do without a thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rag.evidence.finder import as_evidence
from rag.language.spared import spared_thing, with_what_belongs_to_it
from rag.records.catalog import Catalog
from rag.selection.alternatives import alternatives
from rag.selection.judged import Judged, those_that_fit
from rag.selection.sayings import Sayings
from rag.trace import Excluded, note
from rag.types import Question, Relation
from store.categories import categories_called


class Exclusions:
    """Tells which papers of one library a question leaves out."""

    def __init__(
        self,
        judge: Callable[[str, Relation], list[Judged]],
        sayings: Sayings,
        catalog: Catalog,
    ) -> None:
        """`judge` judges every paper against a topic to which it must stand in some relation."""
        self._judge = judge
        self._sayings = sayings
        self._catalog = catalog

    def without(self, question: Question, among: Sequence[str]) -> list[str]:
        """Those of the given papers that a question does not exclude, in their order."""
        if not question.without:
            return list(among)
        if sparing := self.sparing(question, among):
            return [judged.paper_id for judged in sparing]
        denied = self._excluded(question)
        return [paper_id for paper_id in among if paper_id not in denied]

    def sparing(self, question: Question, among: Sequence[str]) -> list[Judged]:
        """Those of the given papers that say they do without what a question wants spared."""
        thing = question.without if question.spared and not question.topic else ""
        thing = thing or ("" if question.without else spared_thing(question.topic))
        if not thing:
            return []
        said = self._sayings.doing_without(thing, of_anything=True)
        return [
            Judged(i, 1.0, 1.0, as_evidence(said[i], 1.0), whole=True, added=(0.0,))
            for i in among
            if i in said
        ]

    def among(self, question: Question, judged: Sequence[Judged]) -> set[str]:
        """The papers that a question excludes.

        Where it asks for what spares an effort ("without retraining") and papers on its topic
        say so, all others; else those that are about what is excluded. Where that leaves none, one
        that names it a single time may stay: "birds and fire, not woodpeckers".
        """
        if question.spared:
            saying = self._sayings.doing_without(question.without)
            if any(v.paper_id in saying for v in those_that_fit(judged)):
                return {v.paper_id for v in judged} - saying.keys()
        found = self._excluded(question)
        if question.denied is Relation.SOLELY and found.issuperset(_ids(those_that_fit(judged))):
            parts = alternatives(with_what_belongs_to_it(question.without))
            return found & set().union(*map(self._sayings.more_than_once, parts))
        return found

    def _excluded(self, question: Question) -> set[str]:
        """The papers that stand to what a question excludes as they must not.

        One that says that it does without a thing does not use it, though it names it elsewhere.
        """
        found = self._about(question.without, question.denied)
        if question.denied is not Relation.USES:
            return found
        saying = self._sayings.doing_without(question.without)
        return found - (saying.keys() - self._sayings.entitled(question.without))

    def _about(self, without: str, relation: Relation = Relation.SOLELY) -> set[str]:
        """The papers that fit what is excluded, by their text or by their category."""
        codes = categories_called(without.lower())
        papers = self._catalog.papers.values()
        by_category = {p.id for p in papers if p.category.removeprefix("cs.") in codes}
        parts = alternatives(with_what_belongs_to_it(without))
        each = (self._judge(part, relation) for part in parts)
        by_text = {v.paper_id for judged in each for v in _having(judged, relation)}
        if relation is Relation.SOLELY:
            by_text = by_text.union(*map(self._sayings.plainly, parts))
        note(lambda: Excluded(without, tuple(sorted(by_category | by_text))))
        return by_category | by_text


def _ids(judged: Sequence[Judged]) -> set[str]:
    return {v.paper_id for v in judged}


def _having(judged: Sequence[Judged], relation: Relation) -> list[Judged]:
    """Those of the papers judged that a set is not to have; a word is enough, or that they fit."""
    spoken = relation in (Relation.MENTIONS, Relation.USES)
    return [v for v in (judged if spoken else those_that_fit(judged)) if v.whole and not v.denied]
