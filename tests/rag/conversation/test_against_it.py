"""A paper that is named beside the one before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse


@pytest.mark.parametrize(
    "text",
    [
        "In what way is AnTKV different from it?",
        "how does AnTKV differ from that?",
        "is AnTKV any different?",
        "Does AnTKV do the same?",
        "and AnTKV, is that the same thing or does it do something else?",
    ],
)
def test_it_is_compared_with_the_one_named(chain: Chain, text: str) -> None:
    asked = converse(chain, "How well does VPTQ do at 2 bits?", text).question
    assert asked.kind is Kind.COMPARE
    assert asked.named == ("li2025antkv", "liu2024vptq")


@pytest.mark.parametrize(
    "text", ["Which papers are similar to AnTKV?", "does AnTKV differ from the baseline?"]
)
def test_other_papers_and_other_things_are_not_the_one_before(chain: Chain, text: str) -> None:
    asked = converse(chain, "What is SPANN about?", text).question
    assert "chen2021spann" not in asked.named
