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
