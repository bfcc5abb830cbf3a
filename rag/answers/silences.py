"""What is refused, and why: what no paper is asked, and things that no paper here is about."""

from __future__ import annotations

from rag.evidence.out_of_reach import OutOfReach
from rag.evidence.silence import Silence, keep_silent
from rag.linking.missing_side import missing_side
from rag.linking.only_mentioned import only_mentioned
from rag.linking.systems import Systems
from rag.question.both_sides import is_half_read
from rag.question.plainly import said_plainly
from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from rag.selection.unheard_of import unheard_of
from rag.types import Draft, Kind, Question
from store.library import Library


class Silences:
    """Refuses what the papers of one library do not answer, whatever they come near to."""

    def __init__(
        self, library: Library, retriever: Retriever, catalog: Catalog, systems: Systems
    ) -> None:
        """Uses the library's sentences, and what papers, people and systems are called."""
        self._library = library
        self._retriever = retriever
        self._catalog = catalog
        self._systems = systems
        self._out_of_reach = OutOfReach(library, catalog)

    def unasked(self, asked: Question) -> Silence | None:
        """Why a question is none that papers are asked; None for one that is looked up."""
        return self._out_of_reach.silence(said_plainly(asked.text))

    def not_here(self, asked: Question) -> Draft | None:
        """The silence on a paper or a thing that the question names and no paper is about."""
        papers = self._library.papers
        if is_half_read(asked):
            return keep_silent(Silence.HALF_READ, papers)
        if not asked.named and (said_of := only_mentioned(asked.whole, self._library)):
            return keep_silent(Silence.NOT_HERE, papers, said_of)
        if asked.kind is not Kind.LIST and (others := self._systems.another_version(asked.whole)):
            return keep_silent(Silence.NOT_HERE, papers, others)
        if unheard_of(asked, self._retriever, self._catalog):
            return keep_silent(Silence.NOT_HERE, papers)
        return None

    def told_apart(self, asked: Question, draft: Draft) -> tuple[Question, Draft]:
        """A question that nothing answers, with another silence where that says why."""
        thing, said = missing_side(asked, self._library, self._catalog)
        if thing:
            return asked, keep_silent(Silence.NO_PAPER_ON, self._library.papers, said, thing)
        if asked.named or asked.kind is Kind.NONE:
            return asked, draft
        if silence := self._out_of_reach.unanswered(said_plainly(asked.text)):
            return none_about_papers(asked), keep_silent(silence, self._library.papers)
        return asked, draft


def none_about_papers(asked: Question) -> Question:
    """The question without what was read into it."""
    return Question(asked.text, asked.whole, Kind.NONE)
