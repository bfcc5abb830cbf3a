"""Whom people wrote with, alone or together, and who of them has more papers."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conftest import Chained

RECORDS = (
    ("Salt in soils", "Salt moves through soils.", "2019-03-02", ["A. Bo", "C. Du"]),
    ("Weirs of old", "Weirs hold water.", "2019-07", ["C. Du"]),
    ("Floods of rivers", "Floods are mapped.", "2021-05-01", ["E. Fa", "G. Hu", "C. Du"]),
    ("Pumps by design", "Pumps from then to now.", "2022-06-01", ["E. Fa"]),
)


@pytest.fixture(scope="module")
def few(chained: Chained) -> Chain:
    return chained(RECORDS)


@pytest.mark.parametrize(
    "question",
    [
        "who wrote with Du?",
        "who has Du written with?",
        "Du's co-authors",
        "with whom did C. Du publish?",
        "how many people has Du worked with?",
        "Who works with Du?",
        "Which authors wrote with Du?",
        "how many co-authors does Du have?",
    ],
)
def test_coauthors(few: Chain, question: str) -> None:
    assert few.ask(question).markdown.startswith("**3 authors** in 3 papers: A. Bo: 1, E. Fa: 1")


def test_nobody_else(few: Chain) -> None:
    answer = few.ask("who wrote with Fa in 2022?")
    assert answer.markdown == "**0**: no other author is named in 1 paper."
    assert not answer.abstained


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("did Du ever publish alone?", ["Weirs of old"]),
        ("papers by Du without Bo", ["Weirs of old", "Floods of rivers"]),
        ("papers by Du but not with Fa", ["Salt in soils", "Weirs of old"]),
        ("are there papers by both Du and Hu?", ["Floods of rivers"]),
        ("papers from 2019 and 2022", ["Salt in soils", "Weirs of old", "Pumps by design"]),
        ("papers from 2019, 2021 and 2022", [title for title, *_ in RECORDS]),
    ],
)
def test_sets(few: Chain, question: str, titles: list[str]) -> None:
    assert {paper.title for paper in few.ask(question).papers} == {*titles}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who wrote more papers, Du or Fa?", "**C. Du**: 3 papers, the most of any author"),
        ("were there more papers in 2019 or in 2022?", "**2019**: 2 papers, the most of any year"),
        ("what share of the papers is by Du?", "**75 %**: 3 of 4 papers."),
        ("when did Du last publish?", "**Floods of rivers** is dated May 1, 2021."),
        ("how many authors does the newest paper have?", "lists 1 author: E. Fa"),
        ("who published in 2019?", "**2 authors** in 2 papers: C. Du: 2, A. Bo: 1"),
    ],
)
def test_figures(few: Chain, question: str, said: str) -> None:
    assert said in few.ask(question).markdown


def test_papers_in_alphabetical_order(few: Chain) -> None:
    titles = [paper.title for paper in few.ask("list all papers alphabetically").papers]
    assert titles == sorted(title for title, *_ in RECORDS)
