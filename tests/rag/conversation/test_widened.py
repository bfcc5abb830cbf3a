"""Follow-ups that add to the set before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse, ids

MOE = {"hwang2022tutel", "hwang2023pregated"}
GEOMETRY = "duan2025goldmedallevel"


@pytest.mark.parametrize(
    "text",
    [
        "also the ones on geometry",
        "add those about geometry please",
        "I need also the papers on geometry, all together in one list.",
        "and if you also count those on geometry? Give me all of them.",
        "and the ones on geometry too",
    ],
)
def test_another_topic_is_a_set_by_itself(chain: Chain, text: str) -> None:
    answer = converse(chain, "papers on MoE", text)
    assert {*MOE, GEOMETRY} <= ids(answer)
    assert answer.question.either == ("geometry",)
    assert "topic “MoE” or “geometry”" in answer.understood


def test_two_more_topics_are_two_sets(chain: Chain) -> None:
    asked = converse(chain, "papers on MoE", "plus those on geometry and on pruning").question
    assert asked.either == ("geometry", "pruning")


def test_other_years_and_people_are_taken_in(chain: Chain) -> None:
    years = converse(chain, "papers from 2024", "add those from 2022").question.filters
    assert [(since.year, until.year) for since, until in years.spells] == [
        (2022, 2022),
        (2024,) * 2,
    ]
    people = converse(chain, "papers by Li Lyna Zhang", "also the ones by Shijie Cao")
    assert people.question.filters.authors == ("Li Lyna Zhang", "Shijie Cao")


@pytest.mark.parametrize(
    "text",
    [
        "which of them are also about training?",
        "do they also deal with training?",
        "only the ones on training",
        "also the ones with code",
    ],
)
def test_other_questions_add_nothing(chain: Chain, text: str) -> None:
    asked = converse(chain, "papers on MoE", text).question
    assert not asked.either


def test_a_set_by_its_records_takes_no_topic_in(chain: Chain) -> None:
    asked = converse(chain, "papers from 2024", "also the ones on pruning").question
    assert asked.kind is Kind.LIST
    assert not asked.either


@pytest.mark.parametrize(
    "text",
    [
        "widen that to anything on geometry",
        "please extend it to geometry",
        "broaden the search to include geometry, too",
        "the geometry ones too",
    ],
)
def test_a_set_is_made_wider_by_a_topic(chain: Chain, text: str) -> None:
    asked = converse(chain, "papers on MoE", text).question
    assert asked.topic == "MoE"
    assert asked.either == ("geometry",)


def test_what_widens_something_else_adds_no_set(chain: Chain) -> None:
    asked = converse(chain, "papers on MoE", "which papers extend the context window?").question
    assert asked.either == ()


@pytest.mark.parametrize("text", ["plus quantization", "add quantization to the list"])
def test_a_bare_topic_is_added(chain: Chain, text: str) -> None:
    asked = "papers on pruning"
    assert ids(converse(chain, asked, text)) == ids(
        converse(chain, asked, "add those on quantization")
    )


def test_a_bare_year_is_added(chain: Chain) -> None:
    both = ids(chain.ask("papers from 2022")) | ids(chain.ask("papers from 2021"))
    assert ids(converse(chain, "papers from 2022", "plus 2021")) == both


def test_a_bare_name_is_added(chain: Chain) -> None:
    answer = converse(chain, "papers by Yujing Wang", "plus Shijie Cao")
    assert answer.question.filters.authors == ("Yujing Wang", "Shijie Cao")


@pytest.mark.parametrize("text", ["add the dates", "plus code", "plus the authors"])
def test_what_is_to_be_told_of_them_is_no_topic(chain: Chain, text: str) -> None:
    assert not converse(chain, "papers on pruning", text).question.either
