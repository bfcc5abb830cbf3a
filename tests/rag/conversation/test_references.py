"""Papers of the answer before that a text counts out: "the second one", "the latter"."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse


@pytest.mark.parametrize(
    ("first", "text", "named"),
    [
        ("Compare LongRoPE and LongRoPE2", "how many tokens was the second one trained on?", 1),
        ("compare LongRoPE and LongRoPE2", "how many training tokens does the second one need?", 1),
        ("LongRoPE vs LongRoPE2", "how long a context does the former reach?", 0),
        ("LongRoPE vs LongRoPE2", "who wrote the latter?", 1),
        ("How do LongRoPE and LongRoPE2 differ?", "when was the first of the two published?", 0),
        ("How do LongRoPE and LongRoPE2 differ?", "what does the second need to be trained?", 1),
        ("LongRoPE vs LongRoPE2", "what perplexity does the second go down to?", 1),
        ("Compare LongRoPE and LongRoPE2", "Is the second of these better on short contexts?", 1),
    ],
)
def test_the_second_of_two_papers_compared(chain: Chain, first: str, text: str, named: int) -> None:
    papers = ("ding2024longrope", "shang2025longrope2")
    assert converse(chain, first, text).question.named == (papers[named],)


def test_a_first_of_all_papers_is_not_counted_out(chain: Chain) -> None:
    answer = converse(
        chain, "Compare LongRoPE and LongRoPE2", "Which was the first one to use LUTs?"
    )
    assert answer.question.named != ("ding2024longrope",)


def test_what_came_out_of_a_paper_is_a_fact_of_it(chain: Chain) -> None:
    first = "List the papers of Yujing Wang, oldest first."
    answer = converse(chain, first, "What came out of the online A/B test in the third?")
    assert answer.question.kind is Kind.FACT
    assert "11.7" in answer.markdown


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("and the other one?", "authors"),
        ("when was the other one published?", "date"),
        ("who wrote the other?", "authors"),
        ("in which category is the other of the two?", "category"),
    ],
)
def test_the_other_of_two(chain: Chain, text: str, field: str) -> None:
    first = "Which papers are about mixture of experts?"
    answer = converse(chain, first, "Who wrote Tutel?", text)
    assert answer.question.named == ("hwang2023pregated",)
    assert answer.question.asks == (field,)


@pytest.mark.parametrize(
    "text", ["which languages does the second one handle?", "who wrote the latter?"]
)
def test_where_no_paper_was_found_there_is_no_second(chain: Chain, text: str) -> None:
    answer = converse(chain, "Which papers are about whale songs?", text)
    assert answer.abstained
    assert not answer.citations


@pytest.mark.parametrize(
    "text",
    [
        "Contrast numbers one and two: how long a context does each reach?",
        "compare papers 1 and 2",
        "set the two side by side",
        "could you put the two next to each other?",
    ],
)
def test_two_of_a_list_are_set_side_by_side(chain: Chain, text: str) -> None:
    answer = converse(chain, "Which papers are about extending the context window?", text)
    assert answer.question.kind is Kind.COMPARE
    assert answer.question.named == tuple(p.id for p in answer.papers)
    assert len(answer.papers) == 2


def test_one_that_is_described_is_set_beside_the_one_before(chain: Chain) -> None:
    text = "There is also the self-evolving one. Put them side by side."
    answer = converse(chain, "What is RLVR about?", text)
    assert answer.question.named == ("wen2025reinforcement", "liu2025deep")


LONG = "papers on long context"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1 vs 2", (0, 1)),
        ("#1 and #3 side by side", (0, 2)),
        ("what is the difference between the first and last?", (0, -1)),
        ("who wrote the first and second?", (0, 1)),
        ("the first and the third?", (0, 2)),
        ("second?", (1,)),
        ("more on 2", (1,)),
        ("open the third", (2,)),
    ],
)
def test_places_are_read_in_few_words(chain: Chain, text: str, places: tuple[int, ...]) -> None:
    listed = chain.ask(LONG)
    answer = chain.ask(text, [listed])
    assert answer.question.named == tuple(listed.papers[place].id for place in places)


def test_both_ends_in_time_are_compared(chain: Chain) -> None:
    answer = converse(chain, "papers on MoE", "compare the newest with the oldest")
    assert answer.question.kind is Kind.COMPARE
    assert answer.question.named == ("hwang2023pregated", "hwang2022tutel")


@pytest.mark.parametrize("text", ["1 million tokens vs 2 million?", "more on 2 bit quantization"])
def test_numbers_of_things_count_no_paper_out(chain: Chain, text: str) -> None:
    listed = chain.ask(LONG)
    assert chain.ask(text, [listed]).question.whole == text
