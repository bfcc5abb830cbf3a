"""Answers a question of fact from one paper: the one that it names, or the nearest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.answers.decided import Decided, Decision
from rag.evidence.finder import Finder, Found, as_evidence
from rag.evidence.outcomes import outcome_of
from rag.evidence.silence import Silence, is_only_unsaid, keep_silent, margin, margin_freely
from rag.language.expansions import asked_short_form, spelling_out, told_by_its_words
from rag.linking.systems import Systems
from rag.question.asked_part import without_preamble
from rag.records.allowed import by_their_records
from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from rag.types import Draft, Question
from rag.writers import extractive
from store.papers import TITLE, Sentence

_FEW = 5  # papers on a system that are all read for what is asked of it


class Facts:
    """Drafts answers to questions of fact about the papers of one library."""

    def __init__(
        self, retriever: Retriever, finder: Finder, catalog: Catalog, systems: Systems
    ) -> None:
        """Uses the ranking of papers, what finds sentences in one, and what things are called."""
        self._retriever = retriever
        self._finder = finder
        self._catalog = catalog
        self._systems = systems
        self._papers = catalog.papers
        self._decided = Decided(catalog, finder.own_first)

    def draft(self, asked: Question) -> Draft:
        """The answer in the words of the paper that is meant, or why there is none."""
        if not asked.named and (by := self._catalog.intext.alone(asked.whole, self._catalog.words)):
            asked = replace(asked, named=(by,))
        if not asked.named and self._catalog.intext.is_missing(asked.whole, self._catalog.words):
            return keep_silent(Silence.NOT_HERE, self._papers)
        if not asked.named and not self._finder.wanted(asked.whole):
            return keep_silent(Silence.UNCLEAR, self._papers)
        if spelled := self._spelled_out(asked):
            return spelled
        found = self._found(asked, by_their_records(self._papers, asked.filters))
        sure = margin(found, named=bool(asked.named), of_fact=True)
        if sure < 0 and asked.filters.authors:
            found = self._found(asked)  # others, too, write of what someone made
            sure = margin(found, named=bool(asked.named), of_fact=True)
        if sure < 0:
            sure = max(sure, self._margin_freely(asked, found))
        if decision := self._decided.found(asked):
            return self._decisive(decision, found, sure)
        if sure >= 0:
            told = extractive.write_fact(found.sentences, self._papers, found.background)
            return replace(told, confidence=sure)
        return self._otherwise(asked, found, sure)

    def told(self, asked: Question, found: Found) -> Draft:
        """What a paper says of two things; whether it is as asked, where one of them is named."""
        if decision := self._decided.found(asked):
            return self._decisive(decision, found, 0.0)
        return extractive.write_fact(found.sentences, self._papers)

    def _otherwise(self, asked: Question, found: Found, sure: float) -> Draft:
        """What is told where no sentence answers: another figure, what came of it, or nothing."""
        if other := self._decided.another_figure(asked):
            draft = extractive.write_decided(*other, (), self._papers)
            return replace(draft, confidence=sure, abstained=True)
        if outcome := self._outcome(asked):
            return extractive.write_fact([as_evidence(s) for s in outcome], self._papers)
        of_one = asked.named or asked.filters.authors or is_only_unsaid(found)
        said = Silence.NOT_SAID if of_one else Silence.NOT_HERE
        return replace(keep_silent(said, self._papers, found), confidence=sure)

    def _decisive(self, decision: Decision, found: Found, sure: float) -> Draft:
        """What decides a question; one that supposes what is not so stays without an answer."""
        answered = sure >= 0 or not decision.supposed
        own = [s for s in found.sentences if s not in found.background] if answered else []
        draft = extractive.write_decided(decision.lead, decision.evidence, own, self._papers)
        return replace(
            draft, confidence=max(sure, 0.0) if answered else sure, abstained=not answered
        )

    def _margin_freely(self, asked: Question, found: Found) -> float:
        """How surely a paper answers where the question's words are not the paper's."""
        lead = self._retriever.lead(asked.topic or asked.whole, found.paper_id)
        return margin_freely(found, named=bool(asked.named), lead=lead)

    def _outcome(self, asked: Question) -> Sequence[Sentence]:
        """What came of the one paper that is asked for nothing else."""
        if len(asked.named) != 1:
            return ()
        unnamed = self._catalog.named_in(asked.whole)[1]
        own = [
            s
            for s in self._retriever.library.sentences
            if s.paper_id == asked.named[0] and s.section != TITLE
        ]
        return outcome_of(own, self._finder.wanted(unnamed), unnamed)

    def _spelled_out(self, asked: Question) -> Draft | None:
        """What a short form stands for, where that is asked and a paper says so."""
        if not (short := asked_short_form(asked.whole)):
            return None
        among = [
            s
            for s in self._retriever.library.sentences
            if s.paper_id in (asked.named or self._papers)
        ]
        every = self._retriever.library.sentences
        said = spelling_out(short, among) or spelling_out(short, every)
        said = said or told_by_its_words(short, among)
        return extractive.write_fact([as_evidence(said)], self._papers) if said else None

    def _found(self, asked: Question, among: Sequence[str] | None = None) -> Found:
        """The evidence in the named paper, or in the one that retrieval puts first."""
        names, unnamed = self._catalog.named_in(asked.whole)
        text = without_preamble(unnamed) if names else asked.whole
        own = [] if asked.named else self._systems.papers_on(asked.whole)
        if own:
            among = [paper_id for paper_id in own if among is None or paper_id in among] or among
        candidates = list(asked.named)
        if not candidates:
            first = self._retriever.first(asked.topic or asked.whole, among)
            candidates = list(dict.fromkeys((first, *own[:_FEW])))
        found = [self._finder.find(paper_id, asked.whole, text) for paper_id in candidates]
        best = max(found, key=lambda f: f.coverage + f.cosine)
        return best if asked.named else self._systems.led_by(best, asked.whole)
