from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.evidence.finder import Finder
from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from rag.selection.denials import Denials
from rag.selection.sayings import Sayings
from rag.selection.spoken import Spoken
from store.library import Library

TUTEL, COMPRESSO = "hwang2022tutel", "guo2023compresso"


@pytest.fixture
def sayings(retriever: Retriever, catalog: Catalog, finder: Finder) -> Sayings:
    spoken, denials = Spoken(retriever, catalog), Denials(retriever, catalog)
    return Sayings(retriever, catalog, spoken, denials, finder.own_first)


def ids(library: Library, start: str) -> set[str]:
    return {i for i, paper in library.papers.items() if paper.title.startswith(start)}


@pytest.mark.parametrize(
    ("thing", "title"), [("LLMs", "Sigma"), ("hardware", "LUT-DLA"), ("quantization", "VPTQ")]
)
def test_a_paper_is_plainly_on_what_it_says_of_itself(
    sayings: Sayings, library: Library, thing: str, title: str
) -> None:
    assert ids(library, title) <= sayings.plainly(thing)


@pytest.mark.parametrize(
    ("thing", "title"),
    [
        ("inference", "Tutel"),  # "in training and inference"
        ("quantization", "Compresso"),  # what others do
        ("hardware", "Integer or Floating Point"),  # "no hardware overhead"
    ],
)
def test_what_stands_beside_another_or_is_of_others_is_not_plainly_said(
    sayings: Sayings, library: Library, thing: str, title: str
) -> None:
    assert ids(library, title)
    assert not ids(library, title) & sayings.plainly(thing)


def test_what_a_paper_says_only_of_others(sayings: Sayings, library: Library) -> None:
    found = sayings.only_of_others("quantization")
    assert ids(library, "Compresso") <= found
    assert not (ids(library, "VPTQ") | ids(library, "SpaceEvo")) & found


def test_a_title_or_a_second_sentence_is_more_than_once(sayings: Sayings, library: Library) -> None:
    found = sayings.more_than_once("quantization")
    assert ids(library, "VPTQ") <= found
    assert not ids(library, "Compresso") & found


def test_no_paper_combines_what_it_has_only_of_others(chain: Chain) -> None:
    assert not chain.ask("which papers combine pruning and quantization?").papers
    assert chain.ask("which papers combine pruning and distillation?").papers


@pytest.mark.parametrize(
    "question",
    ["papers on neither LLMs nor inference", "papers that are not about large language models"],
)
def test_who_calls_itself_a_thing_is_not_among_those_without_it(
    chain: Chain, library: Library, question: str
) -> None:
    found = {paper.id for paper in chain.ask(question).papers}
    assert found
    assert not ids(library, "Sigma") & found
