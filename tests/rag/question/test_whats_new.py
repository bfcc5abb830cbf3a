"""What is new on a topic is a question for papers."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind, Order


@pytest.mark.parametrize("text", ["what's new in attention?", "so what is new on attention"])
def test_papers_are_asked_for(chain: Chain, text: str) -> None:
    question = chain.ask(text).question
    assert (question.kind, question.order) == (Kind.LIST, Order.NEWEST)


@pytest.mark.parametrize("text", ["what's new in T-MAC?", "what is new about it?"])
def test_of_a_paper_a_fact_is_asked(chain: Chain, text: str) -> None:
    assert chain.ask(text).question.kind is not Kind.LIST
