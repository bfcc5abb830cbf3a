"""What a set was asked for, asked of a paper by its name."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse

ARGUS = "zhang2021argus"


def test_the_record_is_asked(chain: Chain) -> None:
    answer = converse(
        chain, "which papers came out in 2021?", "do any of them have code?", "what about Argus?"
    )
    assert answer.question.named == (ARGUS,)
    assert "no code flag" in answer.markdown


def test_when_it_came_out(chain: Chain) -> None:
    answer = converse(chain, "which papers came out in 2021?", "what about T-MAC?")
    assert "2024" in answer.markdown


def test_of_a_topic_it_is_a_fact(chain: Chain) -> None:
    question = converse(chain, "Which papers target CPUs?", "what about LUT-NN?").question
    assert len(question.named) == 1


@pytest.mark.parametrize("text", ["what about the authors of Argus?", "what about 2022?"])
def test_what_asks_more_is_left(chain: Chain, text: str) -> None:
    asked = converse(chain, "which papers came out in 2021?", text).question
    assert asked.kind is Kind.RECORD
    assert "date" not in asked.asks
