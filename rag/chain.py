"""The order of it all: from a question to a checked answer. The only module that knows it."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from rag.account import Accounts
from rag.catalog import Catalog
from rag.clock import Clock
from rag.compose import compose
from rag.conversation import make_whole
from rag.describe import describe
from rag.doubt import is_better, is_open
from rag.evidence import Finder, Found
from rag.filters import fits
from rag.order import BY_AUTHORS
from rag.record_questions import OF_ONE, is_of_one, says_which
from rag.remaining import remaining_question
from rag.retrieve import Retriever
from rag.select import Judge
from rag.sets import Sets
from rag.silence import Silence, is_answered, is_small_talk, keep_silent, margin
from rag.starters import starters
from rag.trace import Understood, note
from rag.types import (
    Answer,
    Coverage,
    Draft,
    Event,
    Evidence,
    Kind,
    Partial,
    Progress,
    Question,
)
from rag.verify import verify
from rag.writers import extractive, records
from rag.writers.ordered import write_first
from store.library import Library
from store.papers import Paper

if TYPE_CHECKING:
    from rag.assistance import Assistance, Assisted
    from rag.calls import Model

_SUMMARY_SENTENCES = 4
_PARTS = 40  # of a long answer that are shown as it comes


class Chain:
    """Answers questions about one library.

    Example: ``Chain(Library.open(folder)).ask("Which papers target CPUs?").markdown``
    """

    def __init__(self, library: Library, model: Model | None = None) -> None:
        """Prepares the steps; loads nothing that embeds until the first question.

        With a language model that one writes; without, the papers' own sentences answer.
        """
        self.library = library
        self._catalog = Catalog(library.papers)
        self._retriever = Retriever(library)
        self._finder = Finder(self._retriever, self._catalog)
        self._accounts = Accounts(self._retriever, self._catalog)
        self._judge = Judge(self._retriever, self._catalog)
        self._sets = Sets(self._judge, library.papers, self._catalog.people)
        self._assistance: Assistance | None = None
        if model is not None:
            from rag.assistance import Assistance  # no one waits for it who names no model

            self._assistance = Assistance(model, self._retriever, self._catalog)

    def ask(self, question: str, history: Sequence[Answer] = ()) -> Answer:
        """The checked answer; raises QuestionError for what cannot be asked."""
        *_, last = self.stream(question, history)
        assert isinstance(last, Answer)
        return last

    def stream(self, question: str | Question, history: Sequence[Answer] = ()) -> Iterator[Event]:
        """Progress, then the checked claims as they come, then the answer.

        `history` holds the conversation's earlier answers, oldest first. A Question is taken
        as it was understood; that is how one is asked again without one of its filters.
        """
        with self._assistance.begin() if self._assistance else nullcontext() as model:
            yield from self._answered(question, history, model)

    def _answered(
        self, question: str | Question, history: Sequence[Answer], model: Assisted | None
    ) -> Iterator[Event]:
        clock = Clock()
        with clock.step("understand"):
            if isinstance(question, Question):
                asked = remaining_question(question, self._papers)
            else:
                asked = make_whole(question, history, self._catalog)
        note(lambda: Understood(asked))
        yield Progress(f"Understood: {self._described(asked)}")
        with clock.step("search"):
            asked, draft = yield from self._drafted(asked, model)
            if model and isinstance(question, str) and is_open(asked, draft, history):
                asked, draft = yield from self._read_anew(asked, draft, history, model)
        total = len(self.library.papers)
        yield Progress(f"{total} of {total} papers considered, checking every citation")
        with clock.step("write") if model else nullcontext():
            for step in model.write(asked, draft) if model else ():
                if isinstance(step, str):
                    yield Progress(step)
                else:
                    draft = step
                    yield self._part(verify(step, self._papers))
        with clock.step("check"):
            draft = verify(draft, self._papers)
        for count in range(1, len(draft.claims), 1 + len(draft.claims) // _PARTS):
            yield self._part(replace(draft, claims=draft.claims[:count], closing=""))
        answer = self._answer(asked, draft, clock)
        yield model.sign(answer) if model else answer

    def _read_anew(
        self, asked: Question, draft: Draft, history: Sequence[Answer], model: Assisted
    ) -> Generator[Progress, None, tuple[Question, Draft]]:
        """What a model makes of a question that the rules are not sure of, where that is better."""
        again = yield from model.read(asked, history)
        if again is None:
            return asked, draft
        note(lambda: Understood(again))
        yield Progress(f"Understood: {self._described(again)}")
        read, found = yield from self._drafted(again, model)
        return (read, found) if is_better(read, found, draft, history) else (asked, draft)

    def _part(self, draft: Draft) -> Partial:
        part = compose(draft, self._papers)
        return Partial(part.markdown, part.citations)

    def starters(self) -> list[str]:
        """Questions to begin with, made from this library's own papers."""
        return starters(self._catalog, self._judge)

    def _answer(self, asked: Question, draft: Draft, clock: Clock) -> Answer:
        composed = compose(draft, self._papers)
        total = len(self.library.papers)
        return Answer(
            question=replace(asked, kind=Kind.NONE) if draft.abstained else asked,
            markdown=composed.markdown,
            abstained=draft.abstained,
            papers=() if draft.abstained else composed.papers,
            citations=composed.citations,
            coverage=Coverage(total, total),
            engine=extractive.ENGINE,
            understood=self._described(asked),
            timings_ms=clock.read(),
            confidence=draft.confidence,
            weighed=draft.weighed,
            closing=draft.closing,
        )

    def _drafted(
        self, asked: Question, model: Assisted | None
    ) -> Generator[Progress, None, tuple[Question, Draft]]:
        """The draft, and the question with the papers that retrieval found it to name."""
        if is_small_talk(asked.text):
            return asked, keep_silent(Silence.OFF_TOPIC, self._papers)
        if len(self._papers) == 1 and is_of_one(asked):
            asked = replace(asked, named=tuple(self._papers))  # there is no other
        if asked.scope == ():
            return asked, keep_silent(Silence.NO_SUCH, self._papers)
        if asked.kind is Kind.LIST:
            return asked, (yield from self._sets.draft(asked, model))
        if asked.kind is Kind.RECORD:
            return self._recorded(asked)
        if asked.kind is Kind.COMPARE:
            return self._compared(asked)
        if asked.kind is Kind.SUMMARY:
            return self._summed_up(asked)
        return asked, self._fact(asked)

    def _fact(self, asked: Question) -> Draft:
        if not asked.named and not self._finder.wanted(asked.whole):
            return keep_silent(Silence.UNCLEAR, self._papers)
        found = self._found(asked, self._by_their_authors(asked))
        sure = margin(found, named=bool(asked.named))
        if sure < 0 and asked.filters.authors:
            found = self._found(asked)  # others, too, write of what someone made
            sure = margin(found, named=bool(asked.named))
        if sure >= 0:
            return replace(extractive.write_fact(found, self._papers), confidence=sure)
        said = Silence.NOT_SAID if asked.named else Silence.NOT_HERE
        return replace(keep_silent(said, self._papers, found), confidence=sure)

    def _by_their_authors(self, asked: Question) -> list[str] | None:
        """The papers of the people that a question names; None where it names none."""
        if not asked.filters.authors:
            return None
        return [i for i in self._papers if fits(self._papers[i], asked.filters)] or None

    def _found(self, asked: Question, among: Sequence[str] | None = None) -> Found:
        """The evidence in the named paper, or in the one that retrieval puts first."""
        names, unnamed = self._catalog.named_in(asked.whole)
        candidates = list(asked.named) or [self._retriever.first(asked.topic or asked.whole, among)]
        found = [
            self._finder.find(i, asked.whole, unnamed if names else asked.whole) for i in candidates
        ]
        return max(found, key=lambda f: f.coverage + f.cosine)

    def _recorded(self, asked: Question) -> tuple[Question, Draft]:
        named = asked.named
        if not named and asked.topic and set(asked.asks) & OF_ONE:
            among = asked.scope or self._by_their_authors(asked)
            named = (self._retriever.first(asked.topic, among),)
        if named and asked.asks:
            asked = replace(asked, named=named)
            return asked, records.write_fields(asked, [self._papers[i] for i in named])
        if len(named) > 1 and asked.order:
            papers = [self._papers[i] for i in named]
            if asked.order in BY_AUTHORS:
                return asked, write_first(asked.order, papers)
            return asked, records.write_set(asked, papers, len(self._papers))
        if set(asked.asks) & OF_ONE and not says_which(asked):
            return asked, keep_silent(Silence.UNCLEAR, self._papers)
        return asked, self._sets.recorded(asked)

    def _compared(self, asked: Question) -> tuple[Question, Draft]:
        named = asked.named
        if len(named) == 1:
            others = [i for i in self._papers if i != named[0]]
            named = (*named, self._retriever.first(asked.topic, others))
        asked = replace(asked, named=named)
        aspects = self._accounts.aspects(named, asked.topic, self._asked_of_each(asked))
        return asked, extractive.write_comparison(aspects, self._papers)

    def _asked_of_each(self, asked: Question) -> dict[str, list[Evidence]]:
        """What papers say on what a comparison asks, best first, where it asks for more."""
        said = {}
        for paper_id in asked.named:
            also = self._catalog.lesser_names_in(asked.whole, paper_id)
            if also or self._finder.wanted(asked.topic):
                text = f"{asked.topic} {' '.join(also)}"
                said[paper_id] = self._finder.on(paper_id, text, also)
        return said

    def _summed_up(self, asked: Question) -> tuple[Question, Draft]:
        if not asked.named:
            among = self._by_their_authors(asked)
            paper_id = self._retriever.first(asked.topic or asked.whole, among)
            found = self._finder.find(paper_id, asked.whole, asked.topic)
            if not is_answered(found, named=bool(asked.filters.authors and among)):
                return asked, keep_silent(Silence.NOT_HERE, self._papers, found)
            asked = replace(asked, named=(paper_id,))
        sentences = self._accounts.account(asked.named[0], asked.topic, _SUMMARY_SENTENCES)
        return asked, extractive.write_summary(sentences, self._papers)

    def _described(self, asked: Question) -> str:
        return describe(asked, [extractive.short_title(self._papers[i]) for i in asked.named])

    @property
    def _papers(self) -> Mapping[str, Paper]:
        return self.library.papers
