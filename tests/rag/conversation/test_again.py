"""Follow-ups that ask the question before again, counted otherwise or of another place."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.records.tally import TallyOf
from tests.rag.conftest import Chained
from tests.rag.conversation.test_conversation import converse

RECORDS = [
    ("Tides", "Tides were measured.", "2001-05-01", ("Ada Low", "Bo Gray")),
    ("Waves", "Waves were measured.", "2002-05-01", ("Bo Gray", "Ada Low")),
    ("Storms", "Storms were measured.", "2002-06-01", ("Bo Gray", "Cy Tan")),
    ("Sands", "Sands were weighed.", "2003-06-01", ("Ada Low",)),
]


@pytest.fixture(scope="module")
def shore(chained: Chained) -> Chain:
    return chained(RECORDS)


def test_a_count_is_asked_again_of_all_that_was_counted(shore: Chain) -> None:
    years = shore.ask("How many papers per year?")
    most = shore.ask("which year had the most?", [years])
    assert "**2002**: 2 papers" in most.markdown
    months = shore.ask("and per month?", [years])
    assert months.question.tally is not None
    assert months.question.tally.of is TallyOf.MONTH
    assert "in 4 papers" in months.markdown
    hers = shore.ask("How many papers by Ada Low per year?")
    assert "in 3 papers" in shore.ask("and per month?", [hers]).markdown


@pytest.mark.parametrize(
    ("again", "wanted"),
    [
        ("where she is first author", {"Tides", "Sands"}),
        ("only those where she is not the first author", {"Waves"}),
        ("as first author", {"Tides", "Sands"}),
    ],
)
def test_a_person_is_looked_for_at_another_place(
    shore: Chain, again: str, wanted: set[str]
) -> None:
    answer = shore.ask(again, [shore.ask("papers by Ada Low")])
    assert {paper.title for paper in answer.papers} == wanted


def test_who_is_first_is_asked_of_the_papers(shore: Chain) -> None:
    answer = shore.ask("who is the first author?", [shore.ask("papers by Ada Low")])
    assert {paper.title for paper in answer.papers} == {"Tides", "Waves", "Sands"}


def test_any_newer_than_it_are_papers(shore: Chain) -> None:
    one = shore.ask("Who wrote Waves?")
    for text in ("any newer than that?", "any newer than it?"):
        answer = shore.ask(text, [one])
        assert {paper.title for paper in answer.papers} == {"Storms", "Sands"}


def test_people_are_counted_wherever_they_stand(chain: Chain) -> None:
    asked = converse(
        chain,
        "On which papers is Yujing Wang the first author?",
        "Regardless of position in the author list, how many papers does she have?",
    ).question
    assert (asked.filters.place, asked.counted) == (0, True)
    assert asked.filters.authors == ("Yujing Wang",)


@pytest.mark.parametrize(
    ("again", "wanted"),
    [
        ("and where she isn't?", {"Waves"}),
        ("and second?", {"Waves"}),
        ("second author?", {"Waves"}),
    ],
)
def test_another_place_in_the_list(shore: Chain, again: str, wanted: set[str]) -> None:
    hers = shore.ask("Which papers are by Ada Low?")
    first = shore.ask("where is she first author?", [hers])
    assert {paper.title for paper in first.papers} == {"Tides", "Sands"}
    answer = shore.ask(again, [hers, first])
    assert {paper.title for paper in answer.papers} == wanted


def test_other_values_are_listed_too(chain: Chain) -> None:
    asked = converse(chain, "Which categories are there?", "and organisations?").question
    assert asked.tally is not None
    assert asked.tally.of is TallyOf.ORGANISATION
