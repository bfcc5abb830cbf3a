"""One person's conversation with the chain: its turns, and how a turn comes about.

Turns are frozen and belong to one session; a new tuple of them stands for every event of the
chain, so that whoever shows them only has to show the newest.
"""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from rag.suggestions import suggestions
from rag.types import Answer, Citation, Event, Partial, Progress, Question
from store.errors import FootnoteError
from store.library import Library
from store.papers import Paper, Passage

_log = logging.getLogger(__name__)

FAILED = "Something went wrong while answering; the details are in the log. Please ask again."
STOPPED = "Stopped."
FIRST_STEP = "Reading the question …"
_EDITION = 12  # hex digits


@dataclass(frozen=True, slots=True)
class Source:
    """A citation with what its card shows.

    `paper` comes without its text, of which the passage is enough; `edition` begins the hash of
    its content, so that the pages of another edition are never shown for it.
    """

    citation: Citation
    paper: Paper
    passage: Passage
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what has come of it so far.

    `markdown` is the checked part of the answer, `step` what is being done now, `note` what
    went wrong or that it was stopped. `answer` is there once the turn is complete, and `next`
    what might be asked then. `narrowed` is the question where it was not typed but came about
    by taking a filter away from another. `verdict` is what the person said of the answer.
    """

    question: str
    narrowed: Question | None = None
    markdown: str = ""
    sources: tuple[Source, ...] = ()
    step: str = ""
    note: str = ""
    answer: Answer | None = None
    next: tuple[str, ...] = ()
    verdict: str = ""

    @property
    def asked(self) -> str | Question:
        """What to ask the chain for the same answer again."""
        return self.narrowed or self.question


Turns = tuple[Turn, ...]


class Answerer(Protocol):
    """What the chat needs of a chain."""

    def stream(self, question: str | Question, history: Sequence[Answer]) -> Iterator[Event]:
        """What happens while the question is answered; the last event is the answer."""
        ...

    def starters(self) -> list[str]:
        """Questions worth asking first."""
        ...


def converse(
    chain: Answerer, library: Library, question: str | Question, turns: Turns
) -> Generator[Turns, None, None]:
    """The conversation after each event of the chain; a failure is a note in the last turn."""
    if isinstance(question, Question):
        turn = Turn(question.text, question, step=FIRST_STEP)
    else:
        turn = Turn(question, step=FIRST_STEP)
    yield (*turns, turn)
    try:
        for event in chain.stream(question, [t.answer for t in turns if t.answer]):
            turn = _advance(turn, event, library)
            if isinstance(event, Answer):
                earlier = {t.question for t in turns} | {turn.question}
                turn = replace(turn, next=suggestions(event, library.papers, earlier))
            yield (*turns, turn)
    except FootnoteError as error:
        yield (*turns, replace(turn, step="", note=str(error)))
    except Exception:
        # Whatever it was, the person can go on asking; the log has the rest.
        _log.exception("The question %r could not be answered.", turn.question[:200])
        yield (*turns, replace(turn, step="", note=FAILED))


def stop(turns: Turns) -> Turns:
    """The conversation with its running turn, if there is one, marked as stopped."""
    if not turns or not turns[-1].step:
        return turns
    return (*turns[:-1], replace(turns[-1], step="", note=STOPPED))


def _advance(turn: Turn, event: Event, library: Library) -> Turn:
    if isinstance(event, Progress):
        return replace(turn, step=event.text)
    sources = tuple(_source(citation, library) for citation in event.citations)
    if isinstance(event, Partial):
        return replace(turn, markdown=event.markdown, sources=sources)
    return replace(turn, markdown=event.markdown, sources=sources, step="", answer=event)


def _source(citation: Citation, library: Library) -> Source:
    passage = library.passage_around(
        citation.paper_id, citation.section, citation.start, citation.end
    )
    paper = replace(library.papers[citation.paper_id], text="", sections=(), lines=())
    edition = library.manifest.papers[citation.paper_id][:_EDITION]
    return Source(citation, paper, passage, edition)
