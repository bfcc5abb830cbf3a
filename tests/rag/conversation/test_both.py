"""Whose "both" is: that of the two papers before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse

VERSIONS = ("ding2024longrope", "shang2025longrope2")


@pytest.mark.parametrize("text", ["Do both come with code?", "Is the code available for both?"])
def test_whether_both_have_code_is_said_of_each(chain: Chain, text: str) -> None:
    asked = converse(chain, "Compare LongRoPE with LongRoPE2.", text).question
    assert (asked.kind, asked.asks) == (Kind.RECORD, ("code",))
    assert set(asked.named) == set(VERSIONS)


def test_whether_both_are_of_a_year_is_said_of_each(chain: Chain) -> None:
    answer = converse(chain, "Compare T-MAC and LUT-NN", "were both published in 2024?")
    assert answer.question.asks == ("date",)
    assert "June 25, 2024" in answer.markdown
    assert "February 7, 2023" in answer.markdown


def test_both_of_something_else_is_not_of_the_papers(chain: Chain) -> None:
    asked = converse(chain, "Compare T-MAC and LUT-NN", "both CPUs and GPUs?").question
    assert not asked.asks


def test_both_are_told_whatever_the_question_before_asked(chain: Chain) -> None:
    answer = converse(chain, "which papers have Yifei Liu as first author?", "do both have code?")
    assert len(answer.papers) == 2
    assert "No: the record has no code flag for **VPTQ" in answer.markdown
