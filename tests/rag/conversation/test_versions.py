"""Another version of a paper before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse

FIRST, SECOND = "LongRoPE", "LongRoPE2"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("how many tokens did the second version train on?", SECOND),
        ("what does the first version reach?", FIRST),
        ("Who wrote the newer one?", SECOND),
    ],
)
def test_the_version_is_one_of_those_listed(chain: Chain, text: str, name: str) -> None:
    before = "Which papers extend the context window of LLMs?"
    answer = converse(chain, before, text)
    assert [paper.title.partition(":")[0] for paper in answer.papers] == [name]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Is there a later version, and what is new in it?", "what is new in LongRoPE2?"),
        ("Does it have a successor? Who wrote that?", "Who wrote LongRoPE2?"),
        ("was there a follow-up, and what are its results?", "what are LongRoPE2's results?"),
    ],
)
def test_more_is_asked_of_the_later_version(chain: Chain, text: str, whole: str) -> None:
    assert converse(chain, "What is LongRoPE about?", text).question.whole == whole


def test_a_paper_with_no_later_version_has_none(chain: Chain) -> None:
    asked = converse(chain, "What is SPANN about?", "what is new in the second version?").question
    assert "LongRoPE2" not in asked.whole


@pytest.mark.parametrize(
    "text", ["vs the 2nd version?", "how is v2 different?", "is v2 any better"]
)
def test_a_version_is_compared_with_the_paper_before(chain: Chain, text: str) -> None:
    answer = converse(chain, "What is LongRoPE about?", text)
    assert answer.question.kind is Kind.COMPARE
    assert {paper.title.partition(":")[0] for paper in answer.papers} == {FIRST, SECOND}


@pytest.mark.parametrize(
    "text", ["how does the -R one differ", "vs the R version", "difference with the -R variant?"]
)
def test_a_suffix_names_the_paper_compared(chain: Chain, text: str) -> None:
    answer = converse(chain, "What is SeerAttention?", text)
    assert answer.question.kind is Kind.COMPARE
    heads = {paper.title.partition(":")[0] for paper in answer.papers}
    assert heads == {"SeerAttention", "SeerAttention-R"}


def test_a_suffix_names_the_paper_asked_about(chain: Chain) -> None:
    answer = converse(chain, "What is SeerAttention?", "who wrote the -R one?")
    assert [paper.title.partition(":")[0] for paper in answer.papers] == ["SeerAttention-R"]


def test_a_suffix_that_no_paper_has_names_none(chain: Chain) -> None:
    asked = converse(chain, "What is SeerAttention?", "how does the -Q one differ").question
    assert asked.kind is not Kind.COMPARE


@pytest.mark.parametrize("text", ["and the second version of it?", "what about v2?"])
def test_the_same_is_asked_of_another_version(chain: Chain, text: str) -> None:
    asked = converse(chain, "Does LongRoPE have code?", text).question
    assert (asked.named, asked.asks) == (("shang2025longrope2",), ("code",))
