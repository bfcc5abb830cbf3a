"""The thing that is asked for, and signs of a sentence that gives it."""

from __future__ import annotations

import pytest

from rag.evidence.asked_thing import asks_of_before, asks_of_others, has_unit, thing_asked


def test_the_thing_asked_for() -> None:
    assert thing_asked("What cure is there for jagged edges?") == {"cure"}
    assert thing_asked("What is the cure for jagged edges?") == {"cure"}
    assert not thing_asked("Why do owls hoot?")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What dose was given?", "Owls got 40 mg of it."),
        ("How much memory does it need?", "It takes 32GB."),
        ("What share of owls fled?", "Of the owls 35\\% fled."),
        ("how long did it take?", "It took 24 months."),
        ("how old were they?", "They were 11.1 years of age."),
    ],
)
def test_a_figure_in_the_unit_that_is_asked_for(question: str, sentence: str) -> None:
    assert has_unit(question, sentence)
    assert not has_unit(question, "There were 12 of them.")
    assert not has_unit("Why was it so?", sentence)


def test_what_asks_of_the_time_before_a_paper() -> None:
    assert asks_of_before("Why were owls slow?")
    assert asks_of_before("Which problem is there?")
    assert asks_of_before("What is weak supervision?")
    assert not asks_of_before("How fast is it?")


@pytest.mark.parametrize(
    "question",
    [
        "How did earlier work do ad relevance?",
        "What do current tensor operator optimizers lack?",
        "What is wrong with existing systems?",
        "What was there before lamps?",
    ],
)
def test_what_others_did_is_asked_outright(question: str) -> None:
    assert asks_of_others(question)


@pytest.mark.parametrize(
    "question",
    ["How much faster than existing systems is it?", "What is its current size?", "Is it new?"],
)
def test_others_only_to_compare_with(question: str) -> None:
    assert not asks_of_others(question)
