"""What a system says to one question, in the shape that the measures read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from eval.questions import Row
from rag.trace import Step
from rag.types import Citation


@dataclass(frozen=True, slots=True)
class Response:
    """One answer; `papers` and `retrieved` are titles, the latter a ranking, best first.

    `confidence` orders a system's answers by how sure it is of them (None: it does not say);
    `latency_ms` is the wall clock of the last question alone. `steps` are there where they were
    listened to, with the milliseconds of each part of the chain. `note` says what a language
    model that is named did not do.
    """

    markdown: str
    abstained: bool
    papers: tuple[str, ...]
    citations: tuple[Citation, ...]
    retrieved: tuple[str, ...] = ()
    confidence: float | None = None
    latency_ms: float = 0.0
    tokens: Mapping[str, int] = field(default_factory=dict)
    steps: Sequence[Step] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    note: str = ""


class System(Protocol):
    """Whatever answers questions: the product, or a baseline beside it."""

    @property
    def name(self) -> str:
        """What stands over its column."""
        ...

    def answer(self, row: Row) -> Response:
        """The answer to a row's question, after the questions of its history."""
        ...
