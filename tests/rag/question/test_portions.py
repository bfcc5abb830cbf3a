"""A share of some papers, or whether all of them are so."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.question.portions import Portion, portion_in


@pytest.mark.parametrize(
    ("text", "portion"),
    [
        (
            "What percentage of the CL papers has code?",
            Portion("CL papers", "CL papers that has code"),
        ),
        (
            "which share of the papers with code is from 2025",
            Portion("papers with code", "papers with code that is from 2025"),
        ),
        (
            "Are all AR papers without code?",
            Portion("AR papers", "AR papers that are without code"),
        ),
        (
            "Do all papers from 2022 name an organisation?",
            Portion("papers from 2022", "papers from 2022 that name an organisation"),
        ),
    ],
)
def test_the_papers_and_those_of_them(text: str, portion: Portion) -> None:
    assert portion_in(text) == portion


@pytest.mark.parametrize(
    "text",
    [
        "What share of the time does attention take?",
        "are all of them from 2023?",
        "which papers have code?",
        "how many papers are from 2025?",
    ],
)
def test_what_is_no_portion_of_papers(text: str) -> None:
    assert portion_in(text) is None


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("What percentage of the CL papers has code?", "**41 %**: 7 of 17 papers."),
        ("What fraction of the papers with code is from 2025?", "**58 %**: 7 of 12 papers."),
        ("Are all AR papers without code?", "**No**: 3 of 4 papers."),
        ("Are all 2023 papers without code?", "**Yes**: 13 of 13 papers."),
    ],
)
def test_it_is_told_of_those_papers(chain: Chain, text: str, lead: str) -> None:
    assert chain.ask(text).markdown.startswith(lead)


def test_the_share_of_another_year_is_of_that_year(chain: Chain) -> None:
    share = chain.ask("What share of the 2025 papers has code?")
    assert share.markdown.startswith("**37 %**: 7 of 19 papers.")
    assert chain.ask("and of 2024?", [share]).markdown.startswith("**43 %**: 3 of 7 papers.")
