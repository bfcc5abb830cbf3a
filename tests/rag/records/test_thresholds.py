"""Tallies with a bound, and tallies of the papers on a topic."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.language.bounds import Bounds
from rag.records.tally import Tally, TallyOf, Wanted, topic_in
from rag.records.thresholds import bounded_tally_in


@pytest.mark.parametrize(
    ("text", "of", "bounds"),
    [
        ("In which years was only a single paper published?", TallyOf.YEAR, Bounds(1, 1)),
        ("years with more than five papers", TallyOf.YEAR, Bounds(6)),
        ("years in which only one paper came out", TallyOf.YEAR, Bounds(1, 1)),
        ("which authors have more than two papers", TallyOf.AUTHOR, Bounds(3)),
        ("who wrote more than one?", TallyOf.AUTHOR, Bounds(2)),
        ("Is there anyone with three or more articles?", TallyOf.AUTHOR, Bounds(3)),
        ("Does any author appear more than once?", TallyOf.AUTHOR, Bounds(2)),
        ("which researchers appear only once?", TallyOf.AUTHOR, Bounds(1, 1)),
        ("authors with several papers", TallyOf.AUTHOR, Bounds(2)),
        ("which institutes have at least 5 publications?", TallyOf.ORGANISATION, Bounds(5)),
        ("months with exactly one paper", TallyOf.MONTH, Bounds(1, 1)),
        ("which categories contain fewer than three papers", TallyOf.CATEGORY, Bounds(0, 2)),
        ("In which years did no paper appear?", TallyOf.YEAR, Bounds(0, 0)),
        ("years without any papers", TallyOf.YEAR, Bounds(0, 0)),
        ("In which months did nothing come out?", TallyOf.MONTH, Bounds(0, 0)),
        ("who has two papers as first author?", TallyOf.LEAD, Bounds(2, 2)),
        ("Which papers share a first author with another paper?", TallyOf.LEAD, Bounds(2)),
    ],
)
def test_a_bound_is_read(text: str, of: TallyOf, bounds: Bounds) -> None:
    assert bounded_tally_in(text) == Tally(of, Wanted.EACH, bounds)


@pytest.mark.parametrize(
    "text",
    [
        "Who wrote the two papers on chess?",
        "What year were the first two papers published?",
        "Which papers have more than one author?",
        "which authors wrote about one-shot learning?",
        "who reports a speedup of more than two times?",
        "who wrote one of the papers on speech?",
        "How many papers are there per year?",
        "which papers by Li have more than two citations",
    ],
)
def test_other_numbers_bound_no_tally(text: str) -> None:
    assert bounded_tally_in(text) is None


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("How many papers on tree rings per year?", "tree rings"),
        ("Who wrote the most papers about courts?", "courts"),
        ("who published most often on enzymes?", "enzymes"),
        ("which authors have more than two pruning papers", "pruning"),
        ("which year has the most papers", ""),
        ("most of the papers are from which year?", ""),
    ],
)
def test_the_topic_of_a_tally(text: str, topic: str) -> None:
    assert topic_in(text) == topic


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("which authors have more than four papers?", "Li Lyna Zhang: 12, Shijie Cao: 5."),
        ("years with only one paper", "**3 years** with exactly 1 paper: 2018, 2020, 2026."),
        ("who has written more than 20 papers?", "No author has at least 21 papers"),
        ("which years have no papers?", "No year has no paper"),
        ("who wrote the most papers on quantization?", "**Shijie Cao**: 3 papers"),
    ],
)
def test_only_what_is_within_is_told(chain: Chain, question: str, said: str) -> None:
    assert said in chain.ask(question).markdown


def test_authors_that_records_leave_out_are_said_not_to_be_counted(chain: Chain) -> None:
    markdown = chain.ask("who wrote the most papers?").markdown
    assert "whom they leave out is not counted" in markdown


def test_the_papers_of_the_answer_before_are_counted(chain: Chain) -> None:
    before = chain.ask("papers from 2024")
    assert chain.ask("did anyone write more than one of them?", [before]).question.scope
    assert "in 7 papers" in chain.ask("how many per month?", [before]).markdown
    assert "in 50 papers" in chain.ask("how many papers per month?", [before]).markdown


def test_months_without_a_paper_are_those_of_the_whole_year(chain: Chain) -> None:
    answer = chain.ask("Which months had no paper in 2025?")
    assert answer.markdown == "**2 months** with no paper: April 2025, December 2025."
