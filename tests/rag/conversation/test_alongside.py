"""Follow-ups that leave papers out by name, or set those of two answers side by side."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse


@pytest.mark.parametrize("text", ["without the one about T-MAC", "except T-MAC"])
def test_a_paper_left_out_may_be_called_by_its_name(chain: Chain, text: str) -> None:
    before = chain.ask("Which papers target CPUs?")
    answer = chain.ask(text, [before])
    left = {paper.id for paper in before.papers} - {"wei2024tmac"}
    assert len(left) > 1
    assert {paper.id for paper in answer.papers} == left


@pytest.mark.parametrize(
    ("text", "first"),
    [("which is older?", "wei2024tmac"), ("and which one is the newer?", "liu2024vptq")],
)
def test_the_older_of_the_papers_of_two_answers(chain: Chain, text: str, first: str) -> None:
    first_answer = chain.ask("Who wrote T-MAC?")
    second_answer = chain.ask("and VPTQ?", [first_answer])
    answer = chain.ask(text, [first_answer, second_answer])
    assert answer.question.named == ("wei2024tmac", "liu2024vptq")
    assert answer.papers[0].id == first


@pytest.mark.parametrize(
    "text",
    [
        "How do the two compare in decoding gains over FP16?",
        "compare the two in terms of decoding speed over FP16",
        "what is the difference between these two papers when it comes to decoding speed?",
        "So how do those two differ in decoding speed-ups over FP16",
    ],
)
def test_a_comparison_says_in_what(chain: Chain, text: str) -> None:
    before = chain.ask("Which papers squeeze the KV cache into a few bits?")
    answer = chain.ask(text, [before])
    assert answer.question.kind is Kind.COMPARE
    assert "On what is asked" in answer.markdown
    assert "3.5" in answer.markdown


@pytest.mark.parametrize(
    "text", ["How do they differ?", "what sets them apart?", "how do these papers differ?"]
)
def test_a_comparison_may_say_nothing_more(chain: Chain, text: str) -> None:
    before = chain.ask("Which papers squeeze the KV cache into a few bits?")
    answer = chain.ask(text, [before])
    assert answer.question.kind is Kind.COMPARE
    assert answer.question.topic == ""


@pytest.mark.parametrize(
    ("text", "places"),
    [("how do the first two compare in speed?", (0, 1)), ("compare the last two", (-2, -1))],
)
def test_the_first_or_last_two_are_compared(
    chain: Chain, text: str, places: tuple[int, int]
) -> None:
    before = chain.ask("Which papers target CPUs?")
    answer = chain.ask(text, [before])
    assert answer.question.named == tuple(before.papers[place].id for place in places)


@pytest.mark.parametrize("text", ["and which of the two is faster?", "which one uses fewer bits?"])
def test_which_of_two_compared_is_more_so_compares_them_in_that(chain: Chain, text: str) -> None:
    before = chain.ask("What is the difference between VPTQ and AnTKV?")
    answer = chain.ask(text, [before])
    assert answer.question.kind is Kind.COMPARE
    assert answer.question.named == ("liu2024vptq", "li2025antkv")
    assert answer.question.topic


@pytest.mark.parametrize(
    "text",
    [
        "compare it w the one before",
        "diff between it and the previous one?",
        "how does it differ from the paper before",
        "vs the first one?",
        "compare both",
    ],
)
def test_it_is_compared_with_the_one_before(chain: Chain, text: str) -> None:
    answer = converse(chain, "What is MoFQ?", "what is VPTQ", text)
    assert answer.question.kind is Kind.COMPARE
    assert {paper.title.partition(":")[0] for paper in answer.papers} == {
        "VPTQ",
        "Integer or Floating Point? New Outlooks for Low-Bit Quantization on Large Language Models",
    }


@pytest.mark.parametrize("text", ["what's the diff", "differences?", "any difference?"])
def test_a_bare_difference_is_that_of_those_before(chain: Chain, text: str) -> None:
    answer = converse(chain, "kv cache quantization papers", text)
    assert answer.question.kind is Kind.COMPARE
    assert len(answer.papers) == 2


def test_the_newest_is_asked_what_the_oldest_was(chain: Chain) -> None:
    asked = ("papers on MoE", "Who wrote the oldest?", "And the newest?")
    answer = converse(chain, *asked)
    assert (answer.question.named, answer.question.asks) == (("hwang2023pregated",), ("authors",))
