"""What "them" stands for after a word on two things and one paper."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse

BEFORE = "that int + fp quantization mix paper"


@pytest.mark.parametrize(
    "text",
    ["why mix em", "why do they mix them?", "why combine both", "so why mix the two together?"],
)
def test_they_are_the_two_things_named_before(chain: Chain, text: str) -> None:
    answer = converse(chain, BEFORE, text)
    assert "int and fp" in answer.question.whole
    assert answer.question.whole.endswith("in MoFQ?")


def test_they_are_no_two_things_where_none_were_named(chain: Chain) -> None:
    asked = converse(chain, "What is MoFQ?", "why mix them").question
    assert " and " not in asked.whole
