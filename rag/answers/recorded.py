"""Answers questions that the records answer: of a paper, of several, or of a set of them."""

from __future__ import annotations

from dataclasses import replace

from rag.answers.sets import Sets
from rag.evidence.finder import Finder, Found
from rag.evidence.silence import Silence, keep_silent
from rag.language import wording
from rag.linking.meant import Meant
from rag.linking.only_named import only_named
from rag.question.asks import BRINGS_UP
from rag.records.allowed import by_their_records
from rag.records.catalog import Catalog
from rag.records.record_questions import OF_ONE, says_which
from rag.records.sorting import BY_ONE
from rag.types import Draft, Evidence, Question
from rag.writers import extractive, records
from rag.writers.ordered import write_first
from store.library import Library


class Recorded:
    """Reads the records of one library."""

    def __init__(
        self, library: Library, catalog: Catalog, finder: Finder, meant: Meant, sets: Sets
    ) -> None:
        """Uses what tells which paper is meant, and what the records allow of a set.

        The finder has what papers say of whom they credit, and of their code.
        """
        self._library = library
        self._catalog = catalog
        self._papers = library.papers
        self._finder = finder
        self._meant = meant
        self._sets = sets

    def draft(self, asked: Question) -> tuple[Question, Draft]:
        """The draft, and the question with the paper that it was found to mean."""
        named = asked.named
        ordered = asked.order and not BRINGS_UP.search(asked.whole)  # "who first proposed it?"
        of_one = set(asked.asks) & OF_ONE and not (asked.tally or ordered)
        if not named and asked.topic and of_one:
            filters = asked.filters
            if wording.YES_NO.search(asked.whole):  # "Is the paper on salt from Nature?"
                filters = replace(filters, venues=())
            among = asked.scope or by_their_records(self._papers, filters)
            paper_id, found, there = self._meant.first(asked.topic, among)
            if credits := self._credits(asked, paper_id):
                return asked, extractive.write_fact(credits, self._papers)
            if among is None and (said_of := self._only_named(asked)):
                return asked, keep_silent(Silence.NOT_HERE, self._papers, said_of)
            if not there or self._meant.is_another(asked.whole, paper_id):
                return asked, keep_silent(Silence.NOT_HERE, self._papers, found)
            named = (paper_id,)
        papers = [self._papers[i] for i in named]
        if named and asked.asks:
            asked = replace(asked, named=named)
            on_code = {"code", "link"} & {*asked.asks}
            told = self._finder.on_code(named) if on_code else []
            return asked, records.write_fields(asked, papers, told)
        if len(named) > 1 and asked.order and (asked.limit == 1 or asked.order in BY_ONE):
            return asked, write_first(asked.order, papers)
        if len(named) > 1 and asked.order:
            return asked, records.write_set(asked, papers, len(self._papers))
        if set(asked.asks) & OF_ONE and not says_which(asked):
            return asked, keep_silent(Silence.UNCLEAR, self._papers)
        return asked, self._sets.recorded(asked)

    def _only_named(self, asked: Question) -> Found | None:
        return only_named(asked.whole, asked.topic, self._library, self._catalog)

    def _credits(self, asked: Question, paper_id: str) -> list[Evidence]:
        """Whom a paper credits with a thing, where that is asked and it is not its authors."""
        brings_up = BRINGS_UP.search(asked.whole)
        return self._finder.credits(paper_id, asked.topic) if brings_up else []
