"""The parts of a chain on the default library, each to be tested alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rag.chain import Chain
from rag.evidence.finder import Finder
from rag.models.calls import Model
from rag.models.llm import OpenAIEndpoint
from rag.models.replies import Replies
from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from rag.selection.select import Judge
from rag.settings import ModelSettings
from rag.types import Evidence
from store.indexing import index_library
from store.library import Library
from tests.endpoints import Misbehaving, replies
from tests.rag.claims import QUESTION, claims, number_of
from tests.rag.connecting import Connect

ROWS = Path(__file__).parents[2] / "eval" / "questions.jsonl"


Asking = Callable[..., Chain]
Serve = Callable[..., Misbehaving]


@pytest.fixture
def asking(library: Library, tmp_path: Path) -> Iterator[Asking]:
    """A chain whose model is at an address."""
    models = []

    def make(base_url: str, *, timeout: float = 10, replay: bool = False, **more: object) -> Chain:
        settings = ModelSettings("small", "sk-1", base_url, timeout=timeout)
        settings = replace(settings, **more)  # type: ignore[arg-type]
        replies = Replies(tmp_path / "replies")
        endpoint = OpenAIEndpoint(settings)
        models.append(Model(endpoint, settings, replies, replay=replay, pause=0.001))
        return Chain(library, models[-1])

    yield make
    for model in models:
        model.close()


Record = tuple[str, str, str, Sequence[str]]  # title, abstract, date, authors
Chained = Callable[[Sequence[Record]], Chain]


@pytest.fixture
def connect(tmp_path: Path) -> Iterator[Connect]:
    """A model at an address; its pauses are too short to be felt."""
    made = []

    def make(
        base_url: str, *, timeout: float = 10.0, at_once: int = 4, replay: bool = False
    ) -> Model:
        settings = ModelSettings("small", "sk-secret", base_url, timeout=timeout, at_once=at_once)
        replies = Replies(tmp_path / "replies")
        made.append(Model(OpenAIEndpoint(settings), settings, replies, replay=replay, pause=0.001))
        return made[-1]

    yield make
    for model in made:
        model.close()


@pytest.fixture(scope="session")
def chained(tmp_path_factory: pytest.TempPathFactory) -> Chained:
    """Makes a library of a few records and a chain on it."""

    def make(records: Sequence[Record]) -> Chain:
        folder = tmp_path_factory.mktemp("records")
        lines = [
            {"_id": str(n), "title": t, "text": x, "metadata": {"authors": list(a), "date": d}}
            for n, (t, x, d, a) in enumerate(records)
        ]
        (folder / "corpus.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
        index_library(folder / "library", [folder / "corpus.jsonl"])
        return Chain(Library.open(folder / "library"))

    return make


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
def judge(retriever: Retriever, catalog: Catalog, finder: Finder) -> Judge:
    return Judge(retriever, catalog, finder.own_first)


@pytest.fixture(scope="session")
def rows() -> list[dict[str, Any]]:
    """The development questions."""
    return [json.loads(line) for line in ROWS.read_text("utf-8").splitlines()]


@pytest.fixture(scope="session")
def span(library: Library) -> Callable[..., Evidence]:
    """Makes evidence of a quote that stands in a paper."""

    def make(paper_id: str, quote: str, section: str = "abstract") -> Evidence:
        start = library.papers[paper_id].part(section).index(quote)
        return Evidence(paper_id, section, start, start + len(quote), quote)

    return make


@pytest.fixture(scope="session")
def place(library: Library, chain: Chain) -> int:
    """The number under which the sentence that answers QUESTION is sent."""
    server = Misbehaving(replies(claims()))
    settings = ModelSettings("small", "sk-1", server.base_url)
    with closing(Model(OpenAIEndpoint(settings), settings, Replies(Path("/nowhere")))) as model:
        Chain(library, model).ask(QUESTION)
    found = number_of(server, "by 8.1x")
    server.shutdown()
    server.server_close()
    return found
