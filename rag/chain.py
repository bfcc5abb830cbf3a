"""The order of it all: from a question to a checked answer. The only module that knows it."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from rag.answers.compared import Compared
from rag.answers.extremes import Extremes
from rag.answers.facts import Facts
from rag.answers.pairs import Pairs
from rag.answers.recorded import Recorded
from rag.answers.rivals import Rivals
from rag.answers.sets import Sets
from rag.answers.silences import Silences, none_about_papers
from rag.answers.versus import Versus
from rag.assistance.doubt import is_better, is_open
from rag.clock import Clock
from rag.compose import compose
from rag.conversation.make_whole import make_whole
from rag.conversation.remaining import remaining_question
from rag.evidence.account import Accounts
from rag.evidence.finder import Finder
from rag.evidence.silence import Silence, is_answered, keep_silent
from rag.linking.beside import Beside
from rag.linking.by_record import by_record
from rag.linking.each_own import EachOwn
from rag.linking.meant import Meant
from rag.linking.opposed import Opposed
from rag.linking.still_meant import StillMeant
from rag.linking.systems import Systems
from rag.linking.the_paper_by import the_paper_by
from rag.question.describe import describe
from rag.question.second_reading import second_readings
from rag.records.allowed import by_their_records
from rag.records.catalog import Catalog
from rag.records.record_questions import is_of_one
from rag.retrieve import Retriever
from rag.selection.alike import Alike
from rag.selection.select import Judge
from rag.selection.stating import Stating
from rag.shown import short_title
from rag.starters import starters
from rag.trace import Understood, note
from rag.types import Answer, Coverage, Draft, Event, Kind, Partial, Progress, Question
from rag.verify import verify
from rag.writers import extractive
from store.errors import LibraryEmptyError
from store.homes import index_call
from store.library import Library
from store.papers import Paper

if TYPE_CHECKING:
    from rag.assistance.assistance import Assistance, Assisted
    from rag.models.calls import Model

_SUMMARY_SENTENCES = 4
_PARTS = 40  # of a long answer that are shown as it comes


class Chain:
    """Answers questions about one library.

    Example: ``Chain(Library.open(folder)).ask("Which papers target CPUs?").markdown``
    """

    def __init__(self, library: Library, model: Model | None = None) -> None:
        """Prepares the steps; loads nothing that embeds until the first question.

        With a language model that one writes; without, the papers' own sentences answer.
        Raises LibraryEmptyError where there is no paper to answer from.
        """
        if not library.papers:
            raise LibraryEmptyError(
                f"The library in {str(library.directory)!r} holds no paper; "
                f"run {index_call(library.directory, 'FILE')} to add some."
            )
        self.library = library
        self._catalog = Catalog(library.papers)
        self._retriever = Retriever(library)
        self._finder = Finder(self._retriever, self._catalog)
        self._accounts = Accounts(self._retriever, self._catalog, self._finder.own_first)
        self._judge = Judge(self._retriever, self._catalog, self._finder.own_first)
        self._sets = Sets(
            self._judge,
            Alike(self._retriever),
            Stating(self._retriever),
            library.papers,
            self._catalog.people,
        )
        self._meant = Meant(self._retriever, self._finder, self._judge.chances, self._catalog)
        each_own = EachOwn(self._meant, self._retriever, self._finder, self._catalog)
        self._beside = Beside(self._meant, each_own, self._catalog)
        self._still_meant = StillMeant(self._retriever, self._finder, self._catalog)
        self._opposed = Opposed(self._meant, each_own, self._catalog)
        self._pairs = Pairs(self._judge, self._sets, self._catalog)
        systems = Systems(self._retriever, self._catalog)
        self._silences = Silences(library, self._retriever, self._catalog, systems)
        self._facts = Facts(self._retriever, self._finder, self._catalog, systems)
        self._versus = Versus(self._retriever, self._finder)
        self._recorded = Recorded(library, self._catalog, self._finder, self._meant, self._sets)
        self._extremes = Extremes(
            self._retriever, self._finder.own_first, self._sets, self._judge, self._catalog
        )
        rivals = Rivals(self._catalog, self._finder.own_first)
        self._compared = Compared(self._catalog, self._finder, self._accounts, self._meant, rivals)
        self._assistance: Assistance | None = None
        if model is not None:
            from rag.assistance.assistance import (
                Assistance,  # no one waits for it who names no model
            )

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
                asked = self._still_meant.of_those_before(asked, history)
                asked = self._opposed.side_by_side(self._beside.side_by_side(asked))
                asked = by_record(self._pairs.side_by_side(asked), self._meant, self._catalog)
                asked = the_paper_by(asked, self._meant, self._catalog)
            if silence := self._silences.unasked(asked):
                asked = none_about_papers(asked)
        note(lambda: Understood(asked))
        yield Progress(f"Understood: {self._described(asked)}")
        with clock.step("search"):
            asked, draft = yield from self._drafted(asked, model, silence)
            if draft.abstained and isinstance(question, str) and not silence:
                asked, draft = yield from self._read_again(asked, draft)
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
        if draft.abstained:
            asked, draft = self._silences.told_apart(asked, draft)
        with clock.step("check"):
            draft = verify(draft, self._papers)
        for count in range(1, len(draft.claims), 1 + len(draft.claims) // _PARTS):
            yield self._part(replace(draft, claims=draft.claims[:count], closing=""))
        answer = self._answer(asked, draft, clock)
        yield model.sign(answer) if model else answer

    def _read_again(
        self, asked: Question, draft: Draft
    ) -> Generator[Progress, None, tuple[Question, Draft]]:
        """What a second reading of the rules finds, where the first finds nothing."""
        for again in second_readings(asked, self._catalog, self._judge.fits_some):
            read, found = yield from self._drafted(again)
            if not found.abstained:
                _note_reading(read)
                return read, found
        return asked, draft

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
            nearest=composed.papers if draft.abstained else (),
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
        self, asked: Question, model: Assisted | None = None, silence: Silence | None = None
    ) -> Generator[Progress, None, tuple[Question, Draft]]:
        """The draft, and the question with the papers that retrieval found it to name."""
        if silence:
            return asked, keep_silent(silence, self._papers)
        if len(self._papers) == 1 and is_of_one(asked):
            asked = replace(asked, named=tuple(self._papers))  # there is no other
        if missed := self._silences.not_here(asked):
            return asked, missed
        if asked.scope == ():
            return asked, keep_silent(Silence.NO_SUCH, self._papers)
        if weighed := self._weighed(asked):
            return weighed
        if asked.kind is Kind.LIST:
            return asked, (yield from self._sets.draft(asked, model))
        if asked.kind is Kind.RECORD:
            return self._recorded.draft(asked)
        if asked.kind is Kind.COMPARE:
            return self._compared.draft(asked)
        if asked.kind is Kind.SUMMARY:
            return self._summed_up(asked)
        return asked, self._facts.draft(asked)

    def _weighed(self, asked: Question) -> tuple[Question, Draft] | None:
        """The largest of all figures, or what one paper says of two things that are compared."""
        if extreme := self._extremes.draft(asked):
            return extreme
        if asked.kind in (Kind.FACT, Kind.LIST) and (said := self._versus.found(asked)):
            return replace(asked, kind=Kind.FACT), self._facts.told(asked, said)
        return None

    def _summed_up(self, asked: Question) -> tuple[Question, Draft]:
        if not asked.named:
            among = by_their_records(self._papers, asked.filters)
            paper_id = self._retriever.first(asked.topic or asked.whole, among)
            found = self._finder.find(paper_id, asked.whole, asked.topic)
            if not is_answered(found, named=among is not None):
                return asked, keep_silent(Silence.NOT_HERE, self._papers, found)
            asked = replace(asked, named=(paper_id,))
        sentences = self._accounts.summary(asked.named[0], asked.topic, _SUMMARY_SENTENCES)
        return asked, extractive.write_summary(sentences, self._papers)

    def _described(self, asked: Question) -> str:
        like = short_title(self._papers[asked.like]) if asked.like else ""
        return describe(asked, [short_title(self._papers[i]) for i in asked.named], like)

    @property
    def _papers(self) -> Mapping[str, Paper]:
        return self.library.papers


def _note_reading(read: Question) -> None:
    note(lambda: Understood(read))
