"""The step in which a language model may write: what comes of it, and what where nothing does."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rag.calls import Model, Talk
from rag.catalog import Catalog
from rag.model import Usage
from rag.retrieve import Retriever
from rag.support.answering import Answering
from rag.support.checker import Checker
from rag.types import Answer, Draft, Question
from rag.writers import extractive
from rag.writers.model import WRITABLE, ModelWriter
from store.errors import ModelError

_log = logging.getLogger(__name__)

NOTHING_PASSED = "Nothing that the model wrote passed the checks."


@dataclass(frozen=True, slots=True)
class Written:
    """A draft with who wrote it.

    `note` says to a person why it was not the model; `usage` and `cost` (in dollars, None
    where no price is set) are what its calls took, whether or not anything came of them.
    """

    draft: Draft
    engine: str
    note: str = ""
    usage: Usage = field(default_factory=Usage)
    cost: float | None = None

    def sign(self, answer: Answer) -> Answer:
        """The answer with its writer, and what that took."""
        tokens = {"prompt": self.usage.prompt, "completion": self.usage.completion}
        return replace(answer, engine=self.engine, note=self.note, tokens=tokens, cost=self.cost)


class Writing:
    """Writes with one model about one library; a failure of the model is never one of ours."""

    def __init__(self, model: Model, retriever: Retriever, catalog: Catalog) -> None:
        """Prepares writer and checks."""
        library = retriever.library
        self.model = model
        self._writer = ModelWriter(retriever, Checker(library, catalog), Answering(library))

    def write(self, asked: Question, draft: Draft) -> Iterator[str | Draft | Written]:
        """What is being done, and checked drafts as they grow; at last what was written.

        Raises ReplayError, and nothing of the model's. Closing it ends the calls.
        """
        if draft.abstained or not draft.claims or asked.kind not in WRITABLE:
            yield Written(draft, extractive.ENGINE)
            return
        best, note = None, ""
        with self.model.talk() as talk:
            try:
                for step in self._writer.write(talk, asked, draft):
                    best = best if isinstance(step, str) else step
                    yield step
            except ModelError as error:
                _log.info("The model failed: %s", error)
                # What has passed its checks may be half of an answer; the whole one stands.
                best, note = None, str(error)
            yield self._outcome(best, draft, note or NOTHING_PASSED, talk)

    def _outcome(self, best: Draft | None, draft: Draft, note: str, talk: Talk) -> Written:
        usage, price = talk.usage, self.model.settings.price
        cost = price.of(usage.prompt, usage.completion) if price else None
        if best is None:
            engine = f"{extractive.ENGINE} (fall-back from {self.model.engine})"
            return Written(draft, engine, note, usage, cost)
        return Written(best, self.model.engine, "", usage, cost)
