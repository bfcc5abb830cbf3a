"""What a question goes through, step by step, for whoever wants to know why.

Steps are noted where they are taken, so that an explanation tells what happened, not what
would happen if it were done again. Nothing is noted unless somebody listens:

    with listening() as steps:
        answer = chain.ask("Which papers target CPUs?")
    plain(steps)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from rag.types import Order, Question, Relation


@dataclass(frozen=True, slots=True)
class Understood:
    """How the question was read."""

    question: Question


@dataclass(frozen=True, slots=True)
class Filtered:
    """The papers whose records fit what the question asks of records, of all considered."""

    fitting: tuple[str, ...]
    considered: int


@dataclass(frozen=True, slots=True)
class Excluded:
    """The papers that fit what a question excludes, by their text or their category."""

    topic: str
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RankedPaper:
    """A paper found: its score 0 to 1, its nearest passage's cosine and best passage's BM25."""

    paper_id: str
    title: str
    score: float
    cosine: float
    bm25: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """The best papers for a text, best first; the first one is taken."""

    query: str
    papers: tuple[RankedPaper, ...]


@dataclass(frozen=True, slots=True)
class WeighedPaper:
    """A paper judged for a set: its probability, its verdict, and what each feature adds.

    `log_odds` maps features to what they add to the judge's `bias`; where the whole topic is
    unknown to the library, `unknown topic` is among them. `quote` is its most telling sentence.
    """

    paper_id: str
    title: str
    probability: float
    nearness: float
    verdict: str
    log_odds: Mapping[str, float]
    quote: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """Every paper judged on a topic, likeliest first: from `cut` on it fits, from `near` near.

    `others` papers, the least likely, were judged too and are not among `papers`.
    """

    topic: str
    without: str
    relation: Relation
    bias: float
    cut: float
    near: float
    papers: tuple[WeighedPaper, ...]
    others: int


@dataclass(frozen=True, slots=True)
class AssessedPaper:
    """A language model's verdict on a paper, and the sentence with its quote, if it stands there.

    `log_odds` is what that added to the calibrated judge's odds.
    """

    paper_id: str
    title: str
    fits: bool
    log_odds: float
    quote: str


@dataclass(frozen=True, slots=True)
class Assessed:
    """What a language model said of the papers, and why that did not count, if it did not.

    `trust` is the chance that it tells papers apart, counting from `cut` on.
    """

    trust: float
    cut: float
    fault: str
    papers: tuple[AssessedPaper, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """The papers left where only some were asked for, in the order asked for."""

    order: Order | None
    skip: int
    limit: int | None
    kept: tuple[str, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence of a paper with its score for the question, and whether it was taken."""

    text: str
    score: float
    cosine: float
    taken: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A paper read for what is asked: its best sentences, from `cut` on worth taking."""

    paper_id: str
    title: str
    cut: float
    sentences: tuple[ReadSentence, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """Whether a paper's sentences answer: a confidence of `cut` or more does.

    `coverage` of the question's words and `cosine` speak for it; against it the `missing`
    words that are `strange`, and that the thing asked for is missing (`off_focus`)
    or a count or setting is not given (`unsaid`).
    """

    paper_id: str
    coverage: float
    cosine: float
    missing: tuple[str, ...]
    strange: tuple[str, ...]
    off_focus: bool
    unsaid: bool
    confidence: float
    cut: float
    answered: bool


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A statement with the places it rests on; `fault` says why it was dropped, if it was."""

    text: str
    paper_ids: tuple[str, ...]
    fault: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The statements of the draft, each compared with the stored text."""

    lead: str
    abstained: bool
    claims: tuple[CheckedClaim, ...]


Step = (
    Understood
    | Filtered
    | Excluded
    | Ranked
    | Assessed
    | Weighed
    | Ordered
    | Read
    | Decided
    | Checked
)

_listener: ContextVar[list[Step] | None] = ContextVar("listener", default=None)


@contextmanager
def listening() -> Iterator[Sequence[Step]]:
    """The steps noted within, in this thread and task, as they come."""
    steps: list[Step] = []
    token = _listener.set(steps)
    try:
        yield steps
    finally:
        _listener.reset(token)


def note(step: Callable[[], Step]) -> None:
    """Notes a step, which is made only where somebody listens."""
    steps = _listener.get()
    if steps is not None:
        steps.append(step())


def plain(steps: Sequence[Step]) -> list[dict[str, Any]]:
    """The steps as plain values for JSON: each with the name of its `step` in lower case."""
    return [{"step": type(step).__name__.lower(), **_plain(asdict(step))} for step in steps]


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, float):
        return round(value, 4) + 0.0  # no negative zeros
    return value.isoformat() if isinstance(value, date) else value
