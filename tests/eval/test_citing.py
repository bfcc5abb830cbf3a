"""LlamaIndex's CitationQueryEngine as a baseline: its citations are taken at their word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from eval.citing import Citing
from eval.measures import measure
from eval.product import Product
from eval.questions import Row
from rag.models.calls import Model
from rag.models.model import open_model
from rag.settings import ModelSettings
from store.embed import default_embedder
from store.errors import ModelRefusedError
from store.indexing import index_papers
from store.library import Library
from tests.endpoints import Misbehaving, replies, status
from tests.eval.conftest import KITE, LOOM

Rows = Callable[..., Row]
Endpoints = Callable[..., Misbehaving]


@pytest.fixture(scope="module")
def two_papers(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("two")
    index_papers(folder, [KITE, LOOM], progress=lambda *_: None, embedder=default_embedder())
    return Library.open(folder)


@pytest.fixture
def fact(row: Rows) -> Row:
    return row("fact", q="How fast is Kite?", gold=(KITE.title,), patterns=("12",))


@contextmanager
def model_at(base_url: str, folder: Path) -> Iterator[Model]:
    with closing(open_model(ModelSettings("x", base_url=base_url), folder)) as model:
        yield model


def test_what_it_cites_stands_in_the_papers(
    two_papers: Library, fact: Row, misbehaving: Endpoints, tmp_path: Path
) -> None:
    endpoint = misbehaving(replies("Kite answers in 12 milliseconds [1].", usage=(50, 9)))
    with model_at(endpoint.base_url, tmp_path) as model:
        response = Citing(two_papers, default_embedder(), model).answer(fact)
    (citation,) = response.citations
    assert (citation.paper_id, citation.quote) == ("kite", KITE.text)
    assert (citation.start, citation.end) == (0, len(KITE.text))
    assert response.papers == (KITE.title,)
    assert response.retrieved == (KITE.title, LOOM.title)
    assert response.tokens == {"prompt": 50, "completion": 9}
    values = measure(fact, response, two_papers.papers)
    assert values["passed"] == values["verbatim"] == values["supported"] == 1.0
    prompt = endpoint.asked[0]["messages"][-1]["content"]
    assert f"Source 1:\n{KITE.text}" in prompt
    assert "Query: How fast is Kite?" in prompt
    assert "response_format" not in endpoint.asked[0]


def test_numbers_of_no_source_cite_nothing_and_order_is_that_of_use(
    two_papers: Library, fact: Row, misbehaving: Endpoints, tmp_path: Path
) -> None:
    endpoint = misbehaving(replies("Looms [2] and kites [1][2], moons [0] and stars [7]."))
    with model_at(endpoint.base_url, tmp_path) as model:
        response = Citing(two_papers, default_embedder(), model).answer(fact)
    assert [(c.n, c.paper_id) for c in response.citations] == [(2, "loom"), (1, "kite")]


def test_what_cites_nothing_is_a_refusal(
    two_papers: Library, row: Rows, misbehaving: Endpoints, tmp_path: Path
) -> None:
    silent = row("none", q="How do roses grow?", history=("What is Kite?",))
    endpoint = misbehaving(replies("None of the sources are helpful."))
    with model_at(endpoint.base_url, tmp_path) as model:
        response = Citing(two_papers, default_embedder(), model).answer(silent)
    assert response.abstained
    assert measure(silent, response, two_papers.papers)["passed"] == 1.0
    prompt = endpoint.asked[0]["messages"][-1]["content"]
    assert "Query: What is Kite?\nHow do roses grow?" in prompt


def test_a_reply_of_no_use_is_a_refusal_and_a_wrong_key_an_error(
    two_papers: Library, fact: Row, misbehaving: Endpoints, tmp_path: Path
) -> None:
    with model_at(misbehaving(replies("")).base_url, tmp_path) as model:
        model._pause = 0.0  # between tries
        assert Citing(two_papers, default_embedder(), model).answer(fact).abstained
    with (
        model_at(misbehaving(status(401)).base_url, tmp_path) as model,
        pytest.raises(ModelRefusedError),
    ):
        Citing(two_papers, default_embedder(), model).answer(fact)


def test_a_real_model_is_asked(two_papers: Library, fact: Row, llama: str, tmp_path: Path) -> None:
    with model_at(llama, tmp_path) as model:
        response = Citing(two_papers, default_embedder(), model).answer(fact)
    assert response.tokens["prompt"] > 100
    assert response.tokens["completion"] > 0
    assert response.abstained is (response.citations == ())


def test_the_product_is_measured_with_the_model_that_is_named(
    two_papers: Library, fact: Row, llama: str, tmp_path: Path
) -> None:
    with model_at(llama, tmp_path) as model:
        response = Product(two_papers, model).answer(fact)
    assert response.tokens["prompt"] > 0
    assert Product(two_papers).answer(fact).tokens == {"prompt": 0, "completion": 0}
