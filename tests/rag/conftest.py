"""The parts of a chain on the default library, each to be tested alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rag.catalog import Catalog
from rag.evidence import Finder
from rag.retrieve import Retriever
from rag.select import Judge
from rag.types import Evidence
from store.library import Library

QUESTIONS = Path(__file__).parents[2] / "eval" / "questions.jsonl"


@pytest.fixture(scope="session")
def catalog(library: Library) -> Catalog:
    return Catalog(library.papers)


@pytest.fixture(scope="session")
def retriever(library: Library) -> Retriever:
    return Retriever(library)


@pytest.fixture(scope="session")
def finder(retriever: Retriever, catalog: Catalog) -> Finder:
    return Finder(retriever, catalog)


@pytest.fixture(scope="session")
def judge(retriever: Retriever, catalog: Catalog) -> Judge:
    return Judge(retriever, catalog)


@pytest.fixture(scope="session")
def rows() -> list[dict[str, Any]]:
    """The development questions."""
    return [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]


@pytest.fixture(scope="session")
def span(library: Library) -> Callable[..., Evidence]:
    """Makes evidence of a quote that stands in a paper."""

    def make(paper_id: str, quote: str, section: str = "abstract") -> Evidence:
        start = library.papers[paper_id].part(section).index(quote)
        return Evidence(paper_id, section, start, start + len(quote), quote)

    return make
