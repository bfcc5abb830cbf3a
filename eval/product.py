"""Footnote itself, asked as a person would ask it: the real chain in this process."""

from __future__ import annotations

import time
from contextlib import nullcontext
from typing import TYPE_CHECKING

from eval.questions import Row
from eval.responses import Response
from eval.retrieval import best_first
from rag.chain import Chain
from rag.retrieve import Retriever
from rag.trace import listening
from rag.types import Answer
from store.lexical import Scores
from store.library import Library

if TYPE_CHECKING:
    from rag.models.calls import Model


class Product:
    """The chain over one library, as a system to be measured."""

    name = "Footnote"

    def __init__(
        self, library: Library, model: Model | None = None, *, explain: bool = False
    ) -> None:
        """Makes the chain, and a retriever like the chain's own to see how it ranks.

        With a language model that one writes, as it would for a person.

        With `explain`, its steps stand with every answer; to note them takes time.
        """
        self._explain = explain
        self._chain = Chain(library, model)
        self._retriever = Retriever(library)
        self._titles = [library.papers[i].title for i in self._retriever.ids]

    def answer(self, row: Row) -> Response:
        """The answer after the questions of the row's history; only the last one is timed."""
        earlier: list[Answer] = []
        for question in row.history:
            earlier.append(self._chain.ask(question, earlier))
        started = time.perf_counter()
        with listening() if self._explain else nullcontext(()) as steps:
            answer = self._chain.ask(row.q, earlier)
        taken = (time.perf_counter() - started) * 1000
        asked = answer.question
        return Response(
            markdown=answer.markdown,
            abstained=answer.abstained,
            papers=tuple(paper.title for paper in answer.papers),
            citations=answer.citations,
            retrieved=tuple(best_first(self._scores(asked.whole), self._titles)),
            confidence=answer.confidence,
            latency_ms=taken,
            tokens=dict(answer.tokens),
            steps=steps,
            timings_ms=answer.timings_ms,
            note=answer.note,
        )

    def _scores(self, text: str) -> Scores:
        return self._retriever.score(text).papers
