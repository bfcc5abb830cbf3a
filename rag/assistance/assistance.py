"""What a language model does for an answer, from its first call to the signature."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from rag.assistance.assessing import Assessor
from rag.assistance.reading import Reader
from rag.assistance.writing import Writing, Written
from rag.models.calls import Model, Talk
from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from rag.selection.agreement import Opinion
from rag.selection.judged import Judged
from rag.types import Answer, Draft, Progress, Question
from rag.writers import extractive
from store.errors import ModelError


class Assistance:
    """One model at work on one library; a failure of the model is never one of ours."""

    def __init__(self, model: Model, retriever: Retriever, catalog: Catalog) -> None:
        """Prepares what it judges and writes with; calls nothing."""
        self._model = model
        self._reader = Reader(catalog)
        self._assessor = Assessor(retriever)
        self._writing = Writing(retriever, catalog)

    @contextmanager
    def begin(self) -> Iterator[Assisted]:
        """The model for one question; its calls end with the block."""
        with self._model.talk() as talk:
            yield Assisted(talk, self._reader, self._assessor, self._writing)


class Assisted:
    """One question's calls. All of its verbs raise ReplayError, and nothing of the model's."""

    def __init__(self, talk: Talk, reader: Reader, assessor: Assessor, writing: Writing) -> None:
        """Use `Assistance.begin`."""
        self._talk = talk
        self._reader = reader
        self._assessor = assessor
        self._writing = writing
        self._notes: list[str] = []
        self._engine = extractive.ENGINE

    def read(
        self, asked: Question, history: Sequence[Answer]
    ) -> Generator[Progress, None, Question | None]:
        """What is done, and in the end another reading of the question, if there is one."""
        try:
            return (yield from self._reader.read(self._talk, asked, history))
        except ModelError as error:
            self._note(str(error))
            return None

    def assess(
        self, asked: Question, candidates: Sequence[Judged]
    ) -> Generator[Progress, None, Mapping[str, Opinion]]:
        """What is done, and in the end the opinions that count, by the papers' ids."""
        found = yield from self._assessor.assess(self._talk, asked, candidates)
        self._note(found.fault)
        return found.opinions

    def write(self, asked: Question, draft: Draft) -> Iterator[str | Draft]:
        """What is being done, and checked drafts as they grow; the last draft is the answer."""
        for step in self._writing.write(self._talk, asked, draft):
            if isinstance(step, Written):
                self._engine = step.engine
                self._note(step.note)
                yield step.draft
            else:
                yield step

    def sign(self, answer: Answer) -> Answer:
        """The answer with who wrote it, what that took, and what came of nothing."""
        usage, price = self._talk.usage, self._talk.model.settings.price
        return replace(
            answer,
            engine=self._engine,
            note=" ".join(self._notes),
            tokens={"prompt": usage.prompt, "completion": usage.completion},
            cost=price.of(usage.prompt, usage.completion) if price else None,
        )

    def _note(self, text: str) -> None:
        if text and text not in self._notes:
            self._notes.append(text)
