"""Months and seasons without a year: of whatever year."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.language.months import months_in


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("was anything published in winter?", (12, 1, 2)),
        ("papers published in December", (12,)),
        ("how many papers appeared in may?", (5,)),
        ("anything from the summer?", (6, 7, 8)),
        ("what came out in June or July?", (6, 7)),
        ("papers from October to January", (10, 11, 12, 1)),
        ("papers from Q1", (1, 2, 3)),
        ("and in spring?", (3, 4, 5)),
        ("of March", (3,)),
        ("papers of May", (5,)),
    ],
)
def test_months_are_read(text: str, months: tuple[int, ...]) -> None:
    found = months_in(text)
    assert found
    assert found[0] == months


@pytest.mark.parametrize(
    "text",
    [
        "papers on the growth of ice in winter",
        "it may be published",
        "papers that fall in price",
        "the summer school",
        "papers by May",
    ],
)
def test_what_only_happens_then_is_no_date(text: str) -> None:
    assert months_in(text) is None


def test_papers_of_a_month_of_any_year(chain: Chain) -> None:
    answer = chain.ask("papers published in December")
    assert {paper.date.month for paper in _of(chain, answer.papers) if paper.date} == {12}
    assert len(answer.papers) == 3
    assert "in December" in answer.understood


def test_a_winter_of_a_year_is_its_months(chain: Chain) -> None:
    answer = chain.ask("Was anything published in winter 2024?")
    assert {paper.day for paper in _of(chain, answer.papers)} == {
        "February 21, 2024",
        "December 4, 2024",
    }


def test_what_has_no_month_is_of_none(chained) -> None:  # type: ignore[no-untyped-def]
    made = chained(
        [("On weirs", "Weirs.", "1994", ["A. Bo"]), ("Ice", "Ice.", "1994-01", ["C. D"])]
    )
    assert [p.title for p in made.ask("papers published in January").papers] == ["Ice"]


def _of(chain: Chain, papers):  # type: ignore[no-untyped-def]
    return [chain.library.papers[paper.id] for paper in papers]


def test_papers_of_a_month_are_by_nobody(chain: Chain) -> None:
    assert len(chain.ask("Papers of March").papers) == 4
    assert chain.ask("Papers by March").abstained
