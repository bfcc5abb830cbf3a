"""Follow-ups that doubt the answer before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse, ids


@pytest.mark.parametrize(
    "text", ["are you sure?", "Really?", "hm, is that true?", "wait, are you certain about that?"]
)
def test_the_answer_is_given_again(chain: Chain, text: str) -> None:
    first = chain.ask("Which papers are about speech?")
    again = converse(chain, "Which papers are about speech?", text)
    assert ids(again) == ids(first)


def test_what_asks_something_is_no_doubt(chain: Chain) -> None:
    answer = converse(chain, "What is T-MAC?", "is that really faster than llama.cpp?")
    assert answer.question.whole == "is T-MAC really faster than llama.cpp?"
