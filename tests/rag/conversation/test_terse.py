"""A few words without a verb that ask for a figure of the paper before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse


@pytest.mark.parametrize(
    ("first", "text", "said"),
    [
        ("What is T-MAC?", "tokens per sec on the pi?", "11 tokens/s"),
        ("What is T-MAC?", "energy savings?", "70%"),
        ("Who wrote SPANN?", "memory cost?", "32GB"),
        ("What is BitDecoding?", "speedup on the 4090?", "7.5x"),
        ("What is LongRoPE?", "max context length?", "2048k"),
        ("How fast is BitDecoding on an A100?", "H100?", "8.9x"),
    ],
)
def test_a_figure_is_that_of_the_paper_before(
    chain: Chain, first: str, text: str, said: str
) -> None:
    answer = converse(chain, first, text)
    assert answer.question.kind is Kind.FACT
    assert len(answer.papers) == 1
    assert said in answer.markdown


@pytest.mark.parametrize("text", ["sparse attention?", "image retrieval?", "papers on latency?"])
def test_a_subject_asks_for_papers(chain: Chain, text: str) -> None:
    assert converse(chain, "What is T-MAC?", text).question.kind is Kind.LIST


@pytest.mark.parametrize("text", ["training cost", "speedup", "block size"])
def test_a_measure_needs_no_question_mark(chain: Chain, text: str) -> None:
    asked = converse(chain, "What is SeerAttention-R?", text).question
    assert asked.whole == f"{text} in SeerAttention-R?"


def test_a_bare_measure_of_a_few_papers_is_set_side_by_side(chain: Chain) -> None:
    answer = converse(chain, "papers on MoE", "speedups?")
    assert answer.question.kind is Kind.COMPARE
    assert len(answer.question.named) == 2
    many = converse(chain, "papers on quantization", "speedups?").question
    assert many.kind is not Kind.COMPARE


def test_a_bare_name_after_a_set_is_the_topic_of_another(chain: Chain) -> None:
    asked = converse(chain, "papers with AIME numbers", "LiveCodeBench?", "GSM8K?").question
    assert asked.kind is Kind.LIST
    assert asked.topic == "GSM8K"
    one = converse(chain, "papers on image retrieval", "accuracy?").question
    assert one.kind is not Kind.LIST
