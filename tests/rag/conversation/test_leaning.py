"""Questions that say too little to stand alone, and those that say enough."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import HAGEO, TMAC, converse

SPARSE = "List papers on sparse attention"


@pytest.mark.parametrize(
    ("first", "text", "named"),
    [
        ("any papers on weak supervision?", "and how many methods?", "zhang2021wrench"),
        ("any papers on weak supervision?", "how many datasets?", "zhang2021wrench"),
        ("which papers deal with geometry problems?", "on what hardware?", HAGEO),
        ("papers on image retrieval", "what was the improvement?", "zhang2023irgen"),
        ("Does T-MAC beat llama.cpp?", "by how much?", TMAC),
    ],
)
def test_they_are_of_the_one_paper_before(chain: Chain, first: str, text: str, named: str) -> None:
    answer = converse(chain, first, text)
    assert answer.question.named == (named,)


@pytest.mark.parametrize(
    "text",
    [
        "What is sparse attention?",
        "How does mixture of experts work?",
        "Which papers use GPUs?",
        "Who uses reinforcement learning?",
        "How many papers are there in total?",
    ],
)
def test_what_says_itself_is_of_the_library(chain: Chain, text: str) -> None:
    answer = converse(chain, "What is T-MAC?", text)
    assert TMAC not in answer.question.named
    assert answer.question.scope is None


def test_of_a_list_the_first_where_one_was_asked_for(chain: Chain) -> None:
    one = converse(chain, "is there a paper on sparse attention?", "what was the speedup?")
    assert one.question.named == ("gao2024seerattention",)
    several = converse(chain, SPARSE, "what was the speedup?")  # the one of them that says so
    assert {*several.question.named} <= {paper.id for paper in chain.ask(SPARSE).papers}


def test_how_many_of_its_things_counts_no_papers(chain: Chain) -> None:
    answer = converse(chain, "any papers on weak supervision?", "and how many methods?")
    assert answer.question.kind is Kind.FACT
    assert "120" in answer.markdown


def test_what_has_no_verb_is_said_of_the_paper_before(chain: Chain) -> None:
    asked = converse(chain, "What does T-MAC do?", "good for batteries? how much energy is saved")
    assert asked.question.named == ("wei2024tmac",)


@pytest.mark.parametrize(
    "text", ["speedup n on what gpu", "speedup, and on which GPU?", "accuracy and at what budget"]
)
def test_two_things_are_asked_of_the_paper_before(chain: Chain, text: str) -> None:
    asked = converse(chain, "What is SeerAttention-R?", text).question
    assert asked.whole.endswith("in SeerAttention-R?")


def test_a_definite_measure_is_that_of_the_paper_before(chain: Chain) -> None:
    asked = converse(chain, "What is Argus?", "whats the cost on chain").question
    assert asked.whole == "what's the cost on chain in Argus?"


@pytest.mark.parametrize("text", ["Why is that?", "why so?", "What are the reasons for that?"])
def test_why_is_asked_of_what_was_answered(chain: Chain, text: str) -> None:
    first = "Is integer or floating point better for quantising LLMs?"
    assert converse(chain, first, text).question.named == ("zhang2023integer",)


def test_no_reason_is_asked_of_a_list(chain: Chain) -> None:
    assert converse(chain, "papers on MoE", "why?").question.named == ()
