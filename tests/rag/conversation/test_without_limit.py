"""Follow-ups that lift a limit of the set before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Filters
from tests.rag.conversation.test_conversation import converse


@pytest.mark.parametrize(
    "text",
    [
        "ok, and if you include all years?",
        "from any year?",
        "all years please",
        "regardless of the year",
        "without the date limit",
    ],
)
def test_a_limit_of_time_is_lifted(chain: Chain, text: str) -> None:
    asked = converse(chain, "Which papers from 2024 are about lookup tables?", text).question
    assert asked.topic == "lookup tables"
    assert asked.filters == Filters()
    assert asked.scope is None


@pytest.mark.parametrize(
    "text", ["drop the code requirement", "regardless of code", "with or without code"]
)
def test_a_limit_of_code_is_lifted(chain: Chain, text: str) -> None:
    asked = converse(chain, "Which papers with code from 2024 are on pruning?", text).question
    assert asked.filters.has_code is None
    assert asked.filters.since is not None


@pytest.mark.parametrize("text", ["without code", "all years", "any authors?"])
def test_what_is_no_limit_is_not_lifted(chain: Chain, text: str) -> None:
    before = chain.ask("Which papers are about quantization?")
    after = chain.ask(text, [before])
    assert {p.id for p in after.papers} <= {p.id for p in before.papers}


def test_a_part_that_is_asked_for_anew_is_a_part_of_the_same(chain: Chain) -> None:
    first, part = "Which papers are about pruning?", "which of those are about speech?"
    before = chain.ask(first)
    answer = converse(chain, first, part, "and advertising?")
    assert answer.question.scope == tuple(paper.id for paper in before.papers)


def test_only_those_is_of_the_list_before_one_of_its_papers(chain: Chain) -> None:
    turns = "Any work on sparse attention?", "who made RetroInfer?", "show only those with code"
    answer = converse(chain, *turns)
    assert {paper.title.partition(":")[0] for paper in answer.papers} == {
        "SeerAttention",
        "SeerAttention-R",
    }


@pytest.mark.parametrize(
    "text", ["drop the year", "forget about the year", "the date doesn't matter"]
)
def test_a_year_that_no_longer_matters_is_lifted(chain: Chain, text: str) -> None:
    asked = converse(chain, "Papers on long context", "only 2025", text).question
    assert asked.filters == Filters()
    assert asked.scope


def test_code_that_no_longer_matters_is_lifted(chain: Chain) -> None:
    asked = converse(chain, "Papers on pruning", "only with code", "code does not matter").question
    assert asked.filters.has_code is None


@pytest.mark.parametrize(
    "text",
    [
        "forget about 2024",
        "remove 2024",
        "ignore the 2024 restriction",
        "not just 2024",
        "any year is fine",
        "what about without the date condition?",
    ],
)
def test_a_value_that_all_of_the_set_have_is_given_up(chain: Chain, text: str) -> None:
    asked = converse(chain, "Which papers from 2024 with code are on CPUs?", text).question
    assert asked.topic == "CPUs"
    assert asked.filters == Filters(has_code=True)
    assert asked.scope is None


@pytest.mark.parametrize("text", ["never mind the code", "forget the code", "drop the code"])
def test_code_is_no_more_asked_for(chain: Chain, text: str) -> None:
    asked = converse(chain, "papers by Li Lyna Zhang with code", text).question
    assert asked.filters == Filters(authors=("Li Lyna Zhang",))


def test_the_topic_and_the_person_are_given_up(chain: Chain) -> None:
    by_whom = converse(chain, "papers on quantization by Ting Cao", "drop Ting Cao").question
    assert (by_whom.topic, by_whom.filters) == ("quantization", Filters())
    on_what = converse(chain, "papers on pruning by Ting Cao", "never mind the pruning").question
    assert (on_what.topic, on_what.filters) == ("", Filters(authors=("Ting Cao",)))


def test_the_limit_of_a_set_before_is_lifted(chain: Chain) -> None:
    asked = ("papers on attention from 2025", "which have code?", "forget about 2025")
    question = converse(chain, *asked).question
    assert (question.topic, question.filters) == ("attention", Filters(has_code=True))


def test_what_only_some_of_the_set_have_is_left_out(chain: Chain) -> None:
    asked = converse(chain, "papers on pruning", "drop 2023").question
    assert asked.unwanted != Filters()
