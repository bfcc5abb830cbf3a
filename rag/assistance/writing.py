"""The step in which a language model may write: what comes of it, and what where nothing does."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from rag.models.calls import Talk
from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from rag.support.answering import Answering
from rag.support.checker import Checker
from rag.types import Draft, Question
from rag.writers import extractive
from rag.writers.model import WRITABLE, ModelWriter
from store.errors import ModelError

_log = logging.getLogger(__name__)

NOTHING_PASSED = "Nothing that the model wrote passed the checks."


@dataclass(frozen=True, slots=True)
class Written:
    """A draft with who wrote it; `note` says to a person why it was not the model."""

    draft: Draft
    engine: str
    note: str = ""


class Writing:
    """Lets a model write about one library."""

    def __init__(self, retriever: Retriever, catalog: Catalog) -> None:
        """Prepares writer and checks."""
        library = retriever.library
        self._writer = ModelWriter(retriever, Checker(library, catalog), Answering(library))

    def write(self, talk: Talk, asked: Question, draft: Draft) -> Iterator[str | Draft | Written]:
        """What is being done, and checked drafts as they grow; at last what was written.

        Raises ReplayError, and nothing of the model's.
        """
        if draft.abstained or not draft.claims or asked.kind not in WRITABLE:
            yield Written(draft, extractive.ENGINE)
            return
        best, note = None, NOTHING_PASSED
        try:
            for step in self._writer.write(talk, asked, draft):
                best = best if isinstance(step, str) else step
                yield step
        except ModelError as error:
            _log.info("The model failed: %s", error)
            # What has passed its checks may be half of an answer; the whole one stands.
            best, note = None, str(error)
        engine = talk.model.engine
        if best is None:
            yield Written(draft, f"{extractive.ENGINE} (fall-back from {engine})", note)
        else:
            yield Written(best, engine)
