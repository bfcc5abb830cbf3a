"""Whether the code of the paper before is to be had."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse


@pytest.mark.parametrize(
    "text",
    [
        "and the code, is it out?",
        "and the code, can I get it?",
        "is the code out yet?",
        "did they release the code?",
        "code online?",
        "is there code?",
    ],
)
def test_the_record_says_whether_the_code_is_out(chain: Chain, text: str) -> None:
    asked = converse(chain, "Who wrote Time-Series Anomaly Detection Service?", text).question
    assert (asked.kind, asked.asks) == (Kind.RECORD, ("code",))


def test_what_the_code_does_is_no_question_of_the_record(chain: Chain) -> None:
    asked = converse(chain, "What is T-MAC?", "does the code need a compiler?").question
    assert asked.kind is not Kind.RECORD
