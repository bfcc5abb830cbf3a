"""What "on it" stands for after a question on what runs on a thing."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse

RUNS = "anything running LLMs on a Raspberry Pi?"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("how fast on it", "how fast on a Raspberry Pi in T-MAC?"),
        ("how many tokens per second on that?", "how many tokens per second on a Raspberry Pi"),
        ("what throughput on one?", "what throughput on a Raspberry Pi in T-MAC?"),
    ],
)
def test_it_is_the_thing_that_was_run_on(chain: Chain, text: str, asked: str) -> None:
    answer = converse(chain, RUNS, text)
    assert answer.question.whole.startswith(asked)
    assert "11 tokens/s" in answer.markdown


def test_it_is_the_paper_where_nothing_was_run_on(chain: Chain) -> None:
    asked = converse(chain, "Is there a paper on anti-piracy?", "what was built on it?").question
    assert "anti-piracy" not in asked.whole
