"""Figures and ends that a question supposes."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.evidence.supposed import gives_supposed, supposed_in, supposes_an_end


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Does it give 10x?", "It is up to $5.9\\times$ faster."),
        ("Is it 10 times faster?", "It is 5.9x faster."),
        ("Does it save 50%?", "It saves 41.7\\% of power."),
        ("Does it have 44 datasets?", "It has 22 varied datasets."),
    ],
)
def test_another_figure_of_the_sort(question: str, sentence: str) -> None:
    assert gives_supposed(question, sentence)
    assert not gives_supposed(question, "It is good at many things.")


@pytest.mark.parametrize(
    "question",
    ["How much faster is it?", "Which papers reach 10x?", "Is it from 2020?", "Is it fast?"],
)
def test_no_figure_is_supposed(question: str) -> None:
    assert supposed_in(question) is None


def test_an_end_that_nobody_told_of() -> None:
    assert supposes_an_end("Why did they abandon MoE?", "We present a MoE.")
    assert not supposes_an_end("Why did they abandon MoE?", "MoE was abandoned for its cost.")
    assert not supposes_an_end("Why did they use MoE?", "We present a MoE.")


@pytest.mark.parametrize(
    ("question", "figure"),
    [("Is it true that WRENCH has 44 datasets?", "22"), ("Does PIT give 10x?", "5.9x")],
)
def test_the_sentence_with_the_right_figure_answers(
    chain: Chain, question: str, figure: str
) -> None:
    answer = chain.ask(question)
    assert not answer.abstained
    assert figure in answer.markdown.partition("[1]")[0]


def test_a_name_with_another_number_is_another(chain: Chain) -> None:
    assert chain.ask("BitDecoding on RTX 3090?").abstained
    assert not chain.ask("BitDecoding on RTX 4090?").abstained
