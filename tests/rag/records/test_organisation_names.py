"""Organisations that did something together, and how many a record names."""

import pytest

from rag.chain import Chain
from rag.language.bounds import Bounds
from rag.records.organisation_names import organisation_bounds, said_jointly


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Is anything joint work between Microsoft Research and Peking University?", 4),
        ("the 2023 papers that Microsoft Research did with PKU", 3),
        ("papers from Microsoft Research and PKU", 14),  # of either
        ("how many papers name exactly two organisations?", 4),
        ("papers from more than one institution", 4),
        ("non-Microsoft papers with code from 2025", 6),
        ("Which papers have a university among the organisations credited?", 5),
        ("papers from universities", 5),
        ("papers of Microsoft Research on which Peking University is not present", 10),
    ],
)
def test_papers_of_several_organisations(chain: Chain, question: str, count: int) -> None:
    assert len(chain.ask(question).papers) == count


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("papers with at least two affiliations", Bounds(2)),
        ("papers from a single university", Bounds(1, 1)),
        ("papers with no organisation", None),
        ("How many organisations are there?", None),
        ("papers on two organisations of memory", None),
    ],
)
def test_so_many_organisations(text: str, bounds: Bounds | None) -> None:
    assert organisation_bounds(text)[0] == bounds


def test_a_sort_of_organisation_is_no_subject(chain: Chain) -> None:
    assert chain.ask("papers about universities").question.filters.organisations == ()
    assert chain.ask("papers from universities").question.filters.organisations


def test_where_something_runs_counts_whoever_names_the_place(chain: Chain) -> None:
    answer = chain.ask("Which have been proven in a real Microsoft production setting?")
    assert {paper.id for paper in answer.papers} >= {"ren2019timeseries", "zhang2022swiftpruner"}
    assert not chain.ask("papers from Microsoft Research on pruning").question.filters.at_work


@pytest.mark.parametrize(
    ("text", "jointly"),
    [
        ("Which papers with Microsoft Research and PKU are about pruning?", True),
        ("papers that list PKU and Tsinghua", True),
        ("papers from PKU and Tsinghua", False),
        ("papers with code and from PKU or Tsinghua", False),
    ],
)
def test_two_organisations_that_a_record_is_to_have(text: str, jointly: bool) -> None:
    assert said_jointly(text) is jointly
