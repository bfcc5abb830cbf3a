"""What asks for a thing of one paper, and what asks for papers."""

from __future__ import annotations

import time

import pytest

from rag.question.of_a_thing import asks_for_a_thing, asks_its_measure


@pytest.mark.parametrize(
    "text",
    [
        "How much time does the method by Dorn save over the earlier one?",
        "the marsh centre paper, how many owls did they look at",
        "Dorn's algorithms - in which operating system were they used?",
        "How many tokens of system data went into it?",
        "What are the two sampling techniques that Owl proposes?",
        "From among how many methods is the best one picked?",
        "What sort of traps can the keeper set which the method won't prevent?",
        "Out of the 30 owls, how many are ringed?",
        "Name the new metric that Dorn and co-authors introduce",
        "name of the benchmark for owl verifiers?",
        "average age of the owls in the salt study",
        "the error rate in the test with boards in the paper on reading",
        "in the owl algorithm, may two keepers write at once?",
        "Dorn's first operator: what does it take in place of the sum?",
        "Dorn's rules are for a prover based on which algorithm?",
        "the European owl paper: size of the cohort?",
        "what do existing data systems offer users, says Dorn?",
    ],
)
def test_a_thing_of_one_paper_is_asked_for(text: str) -> None:
    assert asks_for_a_thing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Which papers use owls?",
        "how many papers are about owls?",
        "how many recent methods use owls?",
        "which systems are faster than Owl?",
        "owls and marshes",
        "what else has the first author written?",
        "Evolutionary algorithms: where are they used?",
        "Learning from noisy owls: is that covered?",
        "The oldest entry that has code, what is it?",
        "How accurate are owls? I want papers on precision",
        "Give me the gist of the owl paper",
        "How much work has been done on owls?",
        "Image works in which Dorn University participates",
    ],
)
def test_papers_are_asked_for(text: str) -> None:
    assert not asks_for_a_thing(text)


def test_a_figure_of_a_named_paper() -> None:
    assert asks_its_measure("accuracy improvement of Owl over related work?")
    assert not asks_its_measure("alternatives to Owl in related work?")


@pytest.mark.parametrize("text", ["how many " + "owl " * 990, "of the owls " * 330 + ", how many"])
def test_a_long_question_is_read_in_no_time(text: str) -> None:
    started = time.perf_counter()
    asks_for_a_thing(text)
    assert time.perf_counter() - started < 1
