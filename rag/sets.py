"""Answers a question about a set: which papers its records allow, and which of them fit."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from rag.filters import fits
from rag.people import People
from rag.record_questions import none_fits
from rag.select import Judge, Selection
from rag.silence import Silence
from rag.trace import Filtered, note
from rag.types import Draft, Filters, Progress, Question
from rag.writers import extractive, records
from store.papers import Paper

if TYPE_CHECKING:
    from rag.assistance import Assisted


class Sets:
    """Drafts answers about the papers of one library."""

    def __init__(self, judge: Judge, papers: Mapping[str, Paper], people: People) -> None:
        """Uses the calibrated judge, and knows whom the library names."""
        self._judge = judge
        self._people = people
        self._papers = papers

    def draft(self, asked: Question, model: Assisted | None) -> Generator[Progress, None, Draft]:
        """What a language model is doing, where one is there, and in the end the draft."""
        among = self.among(asked)
        if not among:
            return none_fits(asked, self._people)
        if not asked.topic:
            kept = self._judge.without(asked.without, among)
            return records.write_set(asked, [self._papers[i] for i in kept], len(self._papers))
        if model is None:
            selection = self._judge.select(asked, among)
        else:
            allowed = set(among)
            judged = self._judge.judge(asked.topic, asked.relation)
            candidates = [candidate for candidate in judged if candidate.paper_id in allowed]
            opinions = yield from model.assess(asked, candidates)
            selection = self._judge.select(asked, among, opinions)
        return self._written(asked, self._in_order(asked, selection))

    def among(self, asked: Question) -> list[str]:
        """The papers whose records fit what the question asks of records."""
        pool = asked.scope if asked.scope is not None else tuple(self._papers)
        unwanted = asked.unwanted if asked.unwanted != Filters() else None
        among = [
            i
            for i in pool
            if i not in asked.besides
            and fits(self._papers[i], asked.filters)
            and not (unwanted and fits(self._papers[i], unwanted))
        ]
        note(lambda: Filtered(tuple(among), len(pool)))
        return among

    def _in_order(self, asked: Question, selection: Selection) -> Selection:
        """The selection sorted and cut as asked."""
        if not asked.order and not asked.limit:
            return selection
        chosen = [self._papers[judged.paper_id] for judged in selection.fitting]
        order = [paper.id for paper in records.in_order(chosen, asked)]
        kept = [judged for judged in selection.fitting if judged.paper_id in order]
        kept.sort(key=lambda judged: order.index(judged.paper_id))
        return replace(selection, fitting=tuple(kept))

    def _written(self, asked: Question, selection: Selection) -> Draft:
        if selection.fitting:
            return extractive.write_list(selection, self._papers)
        lead = Silence.NOT_HERE.value
        if asked.scope is not None or asked.filters != Filters():
            lead = f"None of the {selection.considered} papers considered fits."
        if selection.heard:
            lead += f" The language model judged {selection.heard} of {selection.considered}."
        closing = extractive.near_misses(selection.near, self._papers)
        return Draft(
            lead,
            abstained=True,
            closing=closing,
            confidence=selection.margin,
            weighed=extractive.weighed(selection, self._papers),
        )
