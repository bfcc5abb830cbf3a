"""Follow-ups that ask the last question of something else, and those that only seem to."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse, ids


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("Who wrote T-MAC?", "ok and what about forecasting stock prices?"),
        ("When was SPANN published?", "and cooking recipes for pasta?"),
        ("When was SPANN published?", "what about whale songs"),
        ("What category is T-MAC in?", "how about the migration of birds?"),
    ],
)
def test_what_no_paper_is_about_is_not_told_of_the_paper_before(
    chain: Chain, first: str, text: str
) -> None:
    assert converse(chain, first, text).abstained


@pytest.mark.parametrize(
    ("first", "text", "paper"),
    [
        ("Who wrote T-MAC?", "what about olympiad geometry?", "duan2025goldmedallevel"),
        ("When was SPANN published?", "and the anti-piracy one?", "zhang2021argus"),
    ],
)
def test_a_topic_is_that_of_another_paper(chain: Chain, first: str, text: str, paper: str) -> None:
    answer = converse(chain, first, text)
    assert ids(answer) == {paper}
    assert answer.question.asks == converse(chain, first).question.asks


@pytest.mark.parametrize(
    "text",
    [
        "Thanks! Now book me a table for two tonight.",
        "great, order us a pizza",
        "now call my mother",
        "Can you get me a taxi to the airport?",
        "and remind me to buy milk",
        "set an alarm for 7",
        "ok now play some music",
    ],
)
def test_errands_are_no_questions_about_papers(chain: Chain, text: str) -> None:
    answer = converse(chain, "Which papers prune speech recognition models?", "Who wrote it?", text)
    assert answer.abstained
    assert "not a question about the papers" in answer.markdown


@pytest.mark.parametrize(
    "text", ["now show me the newest", "remind me what the newest of them is about"]
)
def test_what_is_to_be_shown_is_no_errand(chain: Chain, text: str) -> None:
    assert not converse(chain, "Which papers are about pruning?", text).abstained


def test_next_is_asked_the_same(chain: Chain) -> None:
    answer = converse(chain, "Summarise IRGen for me.", "Next, WRENCH.")
    assert answer.question.kind is Kind.SUMMARY
    assert answer.question.named == ("zhang2021wrench",)


@pytest.mark.parametrize("text", ["on attention", "and on attention?", "about attention"])
def test_a_topic_is_of_the_papers_that_records_chose(chain: Chain, text: str) -> None:
    asked = converse(chain, "papers from 2024", text).question
    assert asked.topic == "attention"
    assert asked.filters.since is not None


@pytest.mark.parametrize("text", ["on which hardware?", "what is new on attention?"])
def test_what_asks_more_is_no_bare_topic(chain: Chain, text: str) -> None:
    assert converse(chain, "papers from pku", text).question.filters.organisations == ()


def test_another_category_is_known_by_its_name(chain: Chain) -> None:
    asked = converse(chain, "which papers are in category CV?", "and distributed computing?")
    assert asked.question.filters.categories == ("DC",)


def test_what_stands_in_a_paper_is_asked_of_it(chain: Chain) -> None:
    asked = converse(chain, "Who wrote SPANN?", "and DiskANN?").question
    assert (asked.kind, asked.named) == (Kind.FACT, ("chen2021spann",))


@pytest.mark.parametrize(
    ("first", "text", "count"),
    [
        ("Which papers appeared in May?", "and June?", 10),
        ('Papers with "Sparse" in the title', 'and "Pruning"?', 5),
        ("Papers in LG", "and cs.DC?", 3),
    ],
)
def test_a_bare_value_is_of_the_field_before(
    chain: Chain, first: str, text: str, count: int
) -> None:
    assert len(converse(chain, first, text).papers) == count


def test_papers_of_several_months_stay_those_that_are_asked_of(chain: Chain) -> None:
    asked = ("Papers about reinforcement learning", "which ones are from October?")
    assert converse(chain, *asked, "and November?").abstained
