"""Follow-ups that name a paper to set beside the one before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse, ids


@pytest.mark.parametrize(
    "text",
    [
        "vs SuperScaler?",
        "and compared with SuperScaler?",
        "difference to SuperScaler?",
        "how does it fare against SuperScaler?",
        "is SuperScaler faster?",
        "does SuperScaler scale better?",
    ],
)
@pytest.mark.parametrize("before", ["What is Tutel?", "Who wrote Tutel?"])
def test_the_one_named_is_compared_with_the_one_before(
    chain: Chain, before: str, text: str
) -> None:
    answer = converse(chain, before, text)
    assert answer.question.kind is Kind.COMPARE
    assert ids(answer) == {"hwang2022tutel", "lin2023superscaler"}


def test_what_is_faster_is_compared_in_speed(chain: Chain) -> None:
    answer = converse(chain, "Who made BitDecoding?", "is AnTKV faster?")
    row = next(line for line in answer.markdown.splitlines() if "On what is asked" in line)
    assert "3.5" in row
    assert "7.5x" in row


def test_older_and_newer_are_told_by_the_records(chain: Chain) -> None:
    answer = converse(chain, "What is LongRoPE?", "is LongRoPE2 newer?")
    assert answer.question.kind is Kind.RECORD
    assert "is the older" in answer.markdown


@pytest.mark.parametrize(
    "text", ["is VPTQ about vector quantization?", "is VPTQ faster than GPTQ?", "and VPTQ?"]
)
def test_what_says_its_own_measure_is_asked_of_that_paper(chain: Chain, text: str) -> None:
    answer = converse(chain, "What is T-MAC?", text)
    assert "wei2024tmac" not in ids(answer)


def test_any_better_than_another_is_of_the_one_before(chain: Chain) -> None:
    answer = converse(chain, "What is SpaceEvo?", "any better than ElasticViT?")
    assert answer.question.kind is Kind.COMPARE
    assert len(answer.papers) == 2


def test_a_comparison_is_in_what_is_said_besides(chain: Chain) -> None:
    text = "compare with SuperScaler in terms of speedup"
    assert converse(chain, "What is Tutel?", text).question.topic == "speedup"


def test_the_same_is_what_was_asked_of_the_paper_before(chain: Chain) -> None:
    asked = "What speedup does BitDecoding report on H100?"
    answer = converse(
        chain, asked, "Compare with SeerAttention-R on the same card: figure for each."
    )
    assert answer.question.kind is Kind.COMPARE
    assert "H100" in answer.question.topic
    assert "8.9x" in answer.markdown
    assert "9x" in answer.markdown
