"""Which papers the answer before meant, or which are in both answers before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse, ids

COUNTED = ("How many papers are from 2023?", "and from 2018?")


@pytest.mark.parametrize(
    "text",
    ["which one is that?", "Which one?", "what's it called?", "what is the title?", "name it"],
)
def test_the_paper_is_shown(chain: Chain, text: str) -> None:
    assert ids(converse(chain, *COUNTED, text)) == {"yang2018vcnn"}


@pytest.mark.parametrize("text", ["which paper is about pruning?", "what is the benchmark called?"])
def test_other_questions_are_not_of_that_paper(chain: Chain, text: str) -> None:
    assert converse(chain, *COUNTED, text).question.scope is None


@pytest.mark.parametrize("text", ["newest first", "sorted by date please"])
def test_a_bare_order_is_of_the_list_before(chain: Chain, text: str) -> None:
    listed = converse(chain, "Which papers are from 2021?")
    answer = chain.ask(text, [listed])
    assert ids(answer) == ids(listed)
    everything = chain.ask("all papers, newest first", [listed])
    assert len(everything.papers) > len(listed.papers)


@pytest.mark.parametrize("text", ["the oldest of these", "which is the oldest among them?"])
def test_the_oldest_of_these_is_one(chain: Chain, text: str) -> None:
    assert ids(converse(chain, "Which papers are from 2021?", text)) == {"zhang2021argus"}


def test_of_a_list_of_one_the_newer_is_that_one(chain: Chain) -> None:
    first = converse(chain, "Which papers are about time series?")
    assert len(first.papers) == 1
    assert ids(chain.ask("which of those is the newer one?", [first])) == ids(first)


def test_both_are_the_topics_of_the_two_answers_before(chain: Chain) -> None:
    first, second = "Which papers are from 2023?", "Which papers use lookup tables?"
    lists = ("Which papers use lookup tables?", "and CPUs?")
    both = converse(chain, *lists, "which use both?")
    assert ids(both) == ids(converse(chain, *lists)) & ids(converse(chain, lists[0])) != set()
    assert converse(chain, first, second, "which have both?").question.kind is Kind.RECORD


def test_the_next_in_an_order_is_of_the_same_topic(chain: Chain) -> None:
    answer = converse(chain, "What's the oldest paper on quantization?", "the second oldest?")
    assert answer.question.topic == "quantization"
    assert answer.question.skip == 1


def test_by_year_is_an_order_where_papers_are_sorted(chain: Chain) -> None:
    answer = converse(chain, "Which papers are from 2021?", "sort them by year")
    assert answer.question.tally is None
    assert answer.papers[0].id == "zhang2021argus"


MOE = {"hwang2022tutel", "hwang2023pregated"}


@pytest.mark.parametrize("text", ["show me both again", "them all again please", "the list again"])
def test_a_list_is_shown_again_after_a_word_on_one_of_it(chain: Chain, text: str) -> None:
    asked = ("papers about MoE", "only the one for inference on a single gpu", "first author?")
    assert ids(converse(chain, *asked, text)) == MOE


def test_the_one_that_is_asked_for_is_one(chain: Chain) -> None:
    answer = converse(chain, "papers about MoE", "no only the one for inference on a single gpu")
    assert ids(answer) == {"hwang2023pregated"}


@pytest.mark.parametrize("text", ["can you give me just the number?", "the total?", "names please"])
def test_the_number_or_the_names_alone(chain: Chain, text: str) -> None:
    answer = converse(chain, "Which papers are from 2022?", text)
    assert len(answer.papers) == 3
    assert answer.question.counted == ("names" not in text)


def test_the_number_of_something_else_counts_no_papers(chain: Chain) -> None:
    asked = converse(chain, "What is WRENCH?", "the number of datasets?").question
    assert not asked.counted


def test_they_are_counted(chain: Chain) -> None:
    assert "**2**" in converse(chain, "papers about MoE", "count them").markdown


def test_which_alone_shows_those_that_were_counted(chain: Chain) -> None:
    counted = converse(chain, "How many papers have code?", "and how many don't?")
    shown = converse(chain, "How many papers have code?", "and how many don't?", "which?")
    assert ids(shown) == ids(counted)
