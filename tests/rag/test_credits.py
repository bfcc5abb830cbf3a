from __future__ import annotations

import json
from pathlib import Path

import pytest

from rag.chain import Chain
from store.indexing import index_library
from store.library import Library

PAPERS = (
    {
        "title": "Curve Fitting Using Splines Under Tension",
        "authors": ["A. K. Cline"],
        "abstract": "The spline under tension was introduced by Schweikert to avoid bumps. We fit "
        "curves in the plane and give a program for them.",
    },
    {
        "title": "Heap Construction",
        "authors": ["B. Floyd"],
        "abstract": "A heap of items is built from the bottom up. Tournaments are a special case.",
    },
)


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    folder: Path = tmp_path_factory.mktemp("credits")
    (folder / "papers.jsonl").write_text("\n".join(map(json.dumps, PAPERS)))
    index_library(folder / "library", [folder / "papers.jsonl"])
    return Chain(Library.open(folder / "library"))


def test_whom_a_paper_credits_with_a_thing(chain: Chain) -> None:
    answer = chain.ask("who came up with the spline under tension?")
    assert "introduced by Schweikert" in answer.citations[0].quote


def test_who_wrote_a_paper_is_its_author(chain: Chain) -> None:
    answer = chain.ask("who wrote the paper on splines under tension?")
    assert "Cline" in answer.markdown
    assert "Schweikert" not in answer.markdown


def test_where_nobody_else_is_credited_it_is_the_author(chain: Chain) -> None:
    assert "Floyd" in chain.ask("who invented heap construction?").markdown
