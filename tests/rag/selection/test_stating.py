"""Which papers state what a question wants stated."""

from __future__ import annotations

from math import inf

from rag.chain import Chain
from rag.language.measures import FIRST, FOLD
from rag.language.stated import Stated
from rag.retrieve import Retriever
from rag.selection.stating import Stating
from store.library import Library


def test_each_paper_is_shown_by_the_sentence_that_states_it(library: Library) -> None:
    found = Stating(Retriever(library)).papers(Stated(FOLD, 30.0, inf, "speed"))
    assert set(found) == {"huang2022lordnet"}
    assert "40" in found["huang2022lordnet"].text


def test_a_first_stage_is_no_claim_of_being_the_first(library: Library) -> None:
    found = Stating(Retriever(library)).papers(Stated(FIRST))
    assert {"ren2019timeseries", "xie2025mmasim"} <= set(found)
    assert "huang2023fewer" not in found  # "The pruner first selects …"


def test_a_figure_stands_beside_a_topic_and_the_records(chain: Chain) -> None:
    answer = chain.ask("2025 papers with over 3x faster decoding")
    assert "topic “decoding”; stating a figure from 3× (speed)" in answer.understood
    assert {paper.id for paper in answer.papers} == {"du2025bitdecoding", "gao2025seerattentionr"}


def test_a_figure_that_nobody_reaches_is_refused(chain: Chain) -> None:
    assert chain.ask("papers reporting a speedup of more than 1000x").abstained


def test_of_one_paper_a_figure_is_a_fact(chain: Chain) -> None:
    answer = chain.ask("Does T-MAC report more than 4x speedup?")
    assert [paper.id for paper in answer.papers] == ["wei2024tmac"]
    assert answer.question.stated is None
