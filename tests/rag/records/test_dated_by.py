"""Papers in the place of dates."""

from __future__ import annotations

from datetime import date

import pytest

from rag.chain import Chain
from rag.types import Kind

SPANN, TUTEL = date(2021, 11, 5), date(2022, 6, 7)


@pytest.mark.parametrize(
    ("question", "after", "before"),
    [
        ("What came out between SPANN and T-MAC?", SPANN, date(2024, 6, 25)),
        ("Which papers were published between T-MAC and SPANN?", SPANN, date(2024, 6, 25)),
        ("papers published after SPANN but before T-MAC", SPANN, date(2024, 6, 25)),
        ("papers newer than Tutel", TUTEL, date.max),
        ("which papers appeared before SPANN?", date.min, SPANN),
    ],
)
def test_papers_stand_for_their_dates(
    chain: Chain, question: str, after: date, before: date
) -> None:
    answer = chain.ask(question)
    papers = chain.library.papers
    wanted = {i for i, paper in papers.items() if paper.date and after < paper.date < before}
    assert {paper.id for paper in answer.papers} == wanted


@pytest.mark.parametrize(
    "question", ["the difference between SPANN and T-MAC", "compare SPANN and T-MAC as published"]
)
def test_two_papers_side_by_side_are_no_dates(chain: Chain, question: str) -> None:
    assert chain.ask(question).question.kind is Kind.COMPARE


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("What was published in the twelve months before LongRoPE2?", 10),
        ("Which papers came out within two months of Sigma?", 6),
        ("papers within a year before SPANN", 2),
        ("How many papers were published in the year after LongRoPE?", 10),
    ],
)
def test_a_time_beside_a_paper(chain: Chain, text: str, count: int) -> None:
    assert len(chain.ask(text).papers) == count
