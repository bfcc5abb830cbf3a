from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.records.overview import asks_overview


@pytest.mark.parametrize(
    "text",
    [
        "what is this collection about?",
        "What is in this library?",
        "what's in here?",
        "summarize the library",
        "give me an overview of the collection",
        "tell me about this collection",
        "what kind of papers are in here?",
        "What does this library contain?",
    ],
)
def test_the_whole_collection_is_asked_for(text: str) -> None:
    assert asks_overview(text)


@pytest.mark.parametrize(
    "text",
    [
        "what is this paper about?",
        "Summarize the paper on library design",
        "what is in here on pruning?",
        "Which papers in this collection have code?",
        "how big is this collection?",
        "what are these papers about?",
    ],
)
def test_some_of_it_is_no_overview(text: str) -> None:
    assert not asks_overview(text)


def test_an_overview_counts_and_names_what_there_is(chain: Chain) -> None:
    answer = chain.ask("what is this collection about?")
    total = len(chain.library.papers)
    assert answer.markdown.startswith(f"**{total} papers** from ")
    assert "Categories: " in answer.markdown
