"""Facts that are asked in other words than the paper's, and what must stay refused of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.chain import Chain
from rag.evidence.finder import Found
from rag.evidence.silence import margin, margin_freely
from rag.language.words import freely_chosen, subject_terms
from rag.retrieve import Lead, Retriever
from store.library import Library

FAR, NEAR, AHEAD = Lead(0.5, 0.2), Lead(0.1, 0.2), Lead(0.27, 0.2)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "A geometry prover reportedly hits gold-medal standard on ordinary processors with no "
            "neural network at all. How many of the thirty olympiad problems did it crack?",
            "28 of 30",
        ),
        (
            "What proportion of tokens does AnTKV single out to be spared, so that harsh "
            "compression doesn't wreck accuracy?",
            "1\\%",
        ),
        ("How big a slice of tokens must AnTKV leave untouched?", "1\\%"),
        ("rtx4090 speedup of BitDecoding over fp16 flashdecoding?", "7.5x"),
        ("Which three stages does SuperScaler split the job of planning into?", "space-time"),
        ("Which three systems does SuperScaler outrun?", "Megatron"),
        ("what do the letters RoC at the end of GRPO-RoC mean?", "Resample-on-Correct"),
        (
            "Microsoft's anomaly detection service borrowed its spectral residual idea from "
            "another field. Which one?",
            "saliency",
        ),
        ("MoE stack with adaptive pipelining - single layer speedup @ 2048 A100s?", "5.75x"),
    ],
)
def test_other_words_are_no_reason_to_refuse(chain: Chain, question: str, said: str) -> None:
    answer = chain.ask(question)
    assert not answer.abstained
    assert said in answer.markdown


@pytest.mark.parametrize(
    "question",
    [
        "Which film studios took part in trials of the anti-piracy system on Ethereum?",
        "How does SwiftPruner cope with video ads?",
        "Which museum supplied the pictures for IRGen?",
        "How often has the WRENCH benchmark been cited so far?",
        "How many GitHub stars has rStar?",
        "seerattention gate training - learning rate?",
        "At which conference, pray, was the PIT compiler for dynamic sparsity presented?",
        "What is the clock frequency of the LUT Tensor Core chip?",
    ],
)
def test_what_the_paper_lacks_is_refused(chain: Chain, question: str) -> None:
    assert chain.ask(question).abstained


def found_with(held: float, lacking: float, cosine: float = 0.5) -> Found:
    """A paper that holds and lacks so much of a question."""
    return Found("a", (), cosine, 0.2, (), (), held=held, lacking=lacking)


def test_a_described_paper_must_stand_out() -> None:
    found = found_with(held=3.0, lacking=2.0)
    assert margin_freely(found, named=False, lead=FAR) >= 0  # 0.6 + 0.8 * 0.5 against 0.72
    assert margin_freely(found, named=False, lead=NEAR) < 0
    assert margin_freely(found, named=True, lead=NEAR) >= 0


def test_of_a_paper_that_stands_alone_less_is_needed() -> None:
    found = found_with(held=2.0, lacking=3.0)  # 0.4 + 0.8 * 0.5 - 0.72 + 0.2
    assert margin_freely(found_with(0.8, 4.2), named=False, lead=FAR) >= 0
    assert margin_freely(found_with(0.8, 4.2), named=False, lead=AHEAD) < 0
    assert margin_freely(found, named=False, lead=AHEAD) >= 0


def test_freely_put_or_not_the_paper_must_be_near() -> None:
    assert margin_freely(found_with(3.0, 0.5, cosine=0.3), named=True, lead=FAR) < 0


def test_names_and_subjects_are_asked_in_vain() -> None:
    found = found_with(held=3.0, lacking=2.0)
    assert margin_freely(replace(found, strange=("yahoo",)), named=True, lead=FAR) < 0
    said = replace(found, coverage=0.4)
    assert margin(said, named=False, of_fact=True) >= 0  # 0.4 + 0.8 * 0.5 against 0.66
    assert margin(replace(said, alien=("video",)), named=False, of_fact=True) < 0
    assert margin(replace(said, strange=("brazil",)), named=False, of_fact=True) < 0
    assert margin(replace(said, strange=("2021",)), named=False, of_fact=True) >= 0  # a year


def test_which_words_are_chosen_freely() -> None:
    free = freely_chosen("Which harsh steps crack the battery in Brazil?")
    assert {"harsh", "crack"} <= free
    assert not free & {"brazil"}
    assert subject_terms("insurance for video cards") == {"insur", "video"}


def test_a_lead_is_over_all_others_or_those_given(retriever: Retriever, library: Library) -> None:
    text = "geometry theorem proving at the olympiad"
    first = retriever.first(text)
    lead = retriever.lead(text, first)
    assert lead.score > 0
    assert retriever.lead(text, first, [first]) == Lead(1.0, 1.0)
    other = next(i for i in library.papers if i != first)
    assert retriever.lead(text, other).score < 0


@pytest.mark.parametrize(
    ("question", "number"), [("How many 2024 papers are there?", "7"), ("papers from 2048", "")]
)
def test_a_year_is_a_year_where_it_counts_nothing(chain: Chain, question: str, number: str) -> None:
    answer = chain.ask(question)
    assert answer.question.filters.since is not None
    assert number in answer.markdown
