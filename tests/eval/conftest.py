"""Two small papers, and what makes rows, citations and responses about them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from eval.baselines import baselines
from eval.product import Product
from eval.questions import Row, read_questions
from eval.responses import Response, System
from eval.run import Run
from eval.run import run as ask
from rag.types import Citation
from store.embed import default_embedder
from store.library import Library
from store.papers import Paper

KITE = Paper(
    "kite",
    "Kite: Fast Search on Phones",
    "Search on phones is slow. Kite answers a query in 12 milliseconds. It runs on two cores.",
    "CVMay 5, 2024Code\nKite: Fast Search on Phones\nAda Byron, Alan Mathison",
    authors=("Ada Byron", "Alan Mathison"),
    category="CV",
    date=date(2024, 5, 5),
    has_code=True,
)
LOOM = Paper(
    "loom",
    "Loom: Weaving Compilers",
    "Compilers waste memory. Loom saves 40% of it by weaving kernels together.",
    "LGJan 2, 2025\nLoom: Weaving Compilers\nGrace Murray",
    authors=("Grace Murray",),
    category="LG",
    date=date(2025, 1, 2),
)


@pytest.fixture(scope="session")
def papers() -> dict[str, Paper]:
    return {paper.id: paper for paper in (KITE, LOOM)}


@pytest.fixture(scope="session")
def cited() -> Callable[..., Citation]:
    """Makes a citation of a quote that stands in one of the papers."""

    def make(n: int, paper: Paper, quote: str, section: str = "abstract") -> Citation:
        start = paper.part(section).index(quote)
        return Citation(n, paper.id, paper.title, quote, section, start, start + len(quote))

    return make


@pytest.fixture(scope="session")
def row() -> Callable[..., Row]:
    """Makes a row of a kind, with what else a test wants of it."""

    def make(kind: str = "fact", **fields: object) -> Row:
        plain = Row(f"{kind}-1", "?", kind, (), (), (), (), kind == "none", "tune", "")
        return replace(plain, **fields)

    return make


@pytest.fixture(scope="session")
def said() -> Callable[..., Response]:
    """Makes a response; its papers are those that it cites unless a test says others."""

    def make(markdown: str, *citations: Citation, **fields: object) -> Response:
        titles = tuple(dict.fromkeys(citation.title for citation in citations))
        plain = Response(markdown, False, titles, citations, titles)
        return replace(plain, **fields)

    return make


@pytest.fixture(scope="session")
def whole_run(library: Library) -> Timed:
    """All questions asked of the product and the baselines on the default library, once."""
    started = time.process_time()
    systems: list[System] = [Product(library), *baselines(library, default_embedder())]
    run = ask(systems, read_questions(), library.papers, lambda *_: None)
    return Timed(run, time.process_time() - started)


@dataclass(frozen=True)
class Timed:
    """A run, and the seconds of both processors' time that it took, whoever else was working."""

    run: Run
    seconds: float
