from __future__ import annotations

from datetime import date

import pytest

from rag.chain import Chain
from rag.types import Kind, Order, Question
from rag.writers.records import in_order
from store.papers import Paper


def titles(chain: Chain, question: str) -> list[str]:
    return [paper.title.partition(":")[0] for paper in chain.ask(question).papers]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many papers have code?", "**12**"),
        ("How many papers are from Peking University?", "**4**"),
        ("How many papers are by Li Lyna Zhang?", "**12**"),
        ("How many papers are from 2023?", "**13**"),
        ("How many papers are there?", "**50**"),
        ("In which year were most papers published?", "**2025**: 19 papers, the most of any year"),
        ("Who wrote T-MAC?", "Jianyu Wei, Shijie Cao, Ting Cao et al."),
        ("When was SPANN published?", "November 5, 2021"),
        ("When was Neuro-Symbolic Verification published?", "January 25, 2026"),
        ("Which category is Argus in?", "cs.CR|CR"),
        ("Does WRENCH have code?", "Yes"),
        ("Does PIT have code?", "No"),
        ("Which is older, T-MAC or SPANN?", "is the older: November 5, 2021"),
    ],
)
def test_what_the_records_say(chain: Chain, question: str, said: str) -> None:
    markdown = chain.ask(question).markdown
    assert any(words in markdown for words in said.split("|"))


def test_the_newest_papers_newest_first(chain: Chain) -> None:
    assert titles(chain, "What are the three newest papers?") == [
        "Neuro-Symbolic Verification on Instruction Following of LLMs",
        "Gold-Medal-Level Olympiad Geometry Solving with Efficient Heuristic Auxiliary "
        "Constructions",
        "MMA-Sim",
    ]


def test_the_oldest_paper(chain: Chain) -> None:
    assert titles(chain, "What is the oldest paper?") == ["V-CNN"]
    assert titles(chain, "What is the second oldest paper?") == [
        "Time-Series Anomaly Detection Service at Microsoft"
    ]


def test_papers_of_a_month(chain: Chain) -> None:
    assert set(titles(chain, "Which papers are from March 2023?")) == {
        "IRGen",
        "ElasticViT",
        "SpaceEvo",
    }


def test_a_title_word(chain: Chain) -> None:
    assert set(titles(chain, "Which papers have the word 'pruning' in the title?")) == {
        "SwiftPruner",
        "Constraint-aware and Ranking-distilled Token Pruning for Efficient Transformer Inference",
        "Compresso",
        "Fewer is More",
        "Accurate and Structured Pruning for Efficient Automatic Speech Recognition",
    }


def test_each_statement_quotes_the_line_of_the_record(chain: Chain) -> None:
    (citation,) = chain.ask("When was SPANN published?").citations
    assert (citation.section, citation.quote) == ("record", "DBNov 5, 2021Code")
    (citation,) = chain.ask("Who wrote SPANN?").citations
    assert citation.quote.endswith("SearchQi Chen, Bing Zhao, Haidong Wang et al.")


def test_where_the_code_is_is_told_in_the_paper_s_words(chain: Chain) -> None:
    answer = chain.ask("Is the code of T-MAC public, and where do I find it?")
    assert "https://github.com/microsoft/T-MAC" in answer.citations[0].quote  # where is asked
    assert "Yes: the record says that code is available" in answer.markdown
    plain = chain.ask("Does T-MAC have code?")
    assert plain.markdown.startswith("- Yes: the record says that code is available")
    assert {citation.section for citation in answer.citations} == {"record", "abstract"}


def test_papers_without_a_date_come_last() -> None:
    undated = Paper("a", "A", "", "")
    old = Paper("b", "B", "", "", date=date(2019, 1, 1))
    new = Paper("c", "C", "", "", date=date(2025, 1, 1))
    question = Question("?", "?", Kind.RECORD, order=Order.NEWEST)
    assert [p.id for p in in_order([undated, old, new], question)] == ["c", "b", "a"]


def test_which_of_two_papers_has_code(chain: Chain) -> None:
    assert titles(chain, "Which has code, T-MAC or VPTQ?") == ["T-MAC"]
    assert titles(chain, "Which one of the two LongRoPE papers has the code flag?") == ["LongRoPE2"]
    assert len(titles(chain, "Do T-MAC and VPTQ have code?")) == 2


def test_the_oldest_of_several_is_one(chain: Chain) -> None:
    assert len(titles(chain, "Which of the pruning papers is the oldest?")) == 1
    assert len(titles(chain, "Which pruning papers are the oldest?")) > 1


def test_papers_that_are_named_are_put_in_order(chain: Chain) -> None:
    assert titles(chain, "List LongRoPE2 and LongRoPE, oldest first.") == ["LongRoPE", "LongRoPE2"]
