"""The parts of a question for two things."""

from __future__ import annotations

from rag.question.twofold import parts_of


def test_a_question_for_two_things_has_two_parts() -> None:
    text = "How many owls were found in the search, and how many pairs were kept?"
    assert parts_of(text) == (
        "How many owls were found in the search",
        "how many pairs were kept?",
    )
    assert parts_of("On which marsh was the owl seen and for which was it ringed?")


def test_a_question_for_one_thing_has_no_parts() -> None:
    assert parts_of("What do owls and larks eat?") == ()
    assert parts_of("Which owls, and how many?") == ()  # "how many" alone cannot be asked
    assert parts_of("How fast is the owl nest, and how does that compare with larks?") == ()
