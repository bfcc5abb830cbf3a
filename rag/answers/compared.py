"""Compares papers: a table of what each says of itself, and of what is asked of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rag.answers.rivals import Rivals
from rag.evidence.account import Accounts
from rag.evidence.finder import Finder
from rag.evidence.silence import Silence, keep_silent
from rag.linking.meant import A_PAPER, Meant
from rag.records.catalog import Catalog
from rag.types import Draft, Evidence, Question
from rag.writers import extractive
from store.papers import Paper


class Compared:
    """Compares the papers of one library."""

    def __init__(
        self, catalog: Catalog, finder: Finder, accounts: Accounts, meant: Meant, rivals: Rivals
    ) -> None:
        """Uses the papers' accounts of themselves, and what tells which paper is meant.

        The rivals are weighed by their figures.
        """
        self._rivals = rivals
        self._catalog = catalog
        self._papers: Mapping[str, Paper] = catalog.papers
        self._finder = finder
        self._accounts = accounts
        self._meant = meant

    def draft(self, asked: Question) -> tuple[Question, Draft]:
        """The draft, and the question with the paper that one named paper is compared with."""
        named = asked.named
        if len(named) < 2:
            others = [i for i in self._papers if i not in named]
            other, found, there = self._meant.first(asked.topic, others)
            surely = found.strange or A_PAPER.search(asked.topic)
            another = self._meant.is_another(asked.topic, other)
            if not named or another or (surely and not there):
                return asked, keep_silent(Silence.NOT_HERE, self._papers, found)
            named = (*named, other)
        asked = replace(asked, named=named)
        aspects = self._accounts.aspects(named, asked.topic, self._asked_of_each(asked))
        return asked, self._rivals.judged(asked, extractive.write_comparison(aspects, self._papers))

    def _asked_of_each(self, asked: Question) -> dict[str, list[Evidence]]:
        """What papers say on what a comparison asks, best first, where it asks for more."""
        lesser = {i: self._catalog.lesser_names_in(asked.whole, i) for i in asked.named}
        if not (self._finder.wanted(asked.topic) or all(lesser.values())):
            return {}  # one paper's own name asks nothing of the other
        said = {}
        for paper_id, also in lesser.items():
            if also or self._finder.wanted(asked.topic):
                text = f"{asked.topic} {' '.join(also)}"
                said[paper_id] = self._finder.on(paper_id, text, also)
        return said
