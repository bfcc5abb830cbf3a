"""What is said once and asked of two things."""

from __future__ import annotations

import pytest

from rag.question.contrast import contrasts_in
from rag.question.parallel import Parallel, asked_twice, in_parallel


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (
            "the yield of the early wheat in dry years",
            "that of the rye",
            Parallel("the early wheat in dry years", "the rye", "the yield of"),
        ),
        (
            "deaths in the heron survey",
            "those reported in the stork census",
            Parallel("the heron survey", "the stork census", "deaths in"),
        ),
        (
            "how many took part in the jury study",
            "in the bail study",
            Parallel("the jury study", "the bail study", "how many took part in"),
        ),
        (
            "in the jury study",
            "in the bail study",
            Parallel("the jury study", "the bail study", "in"),
        ),
        ("wheat in towns", "rye in villages", Parallel("wheat in towns", "rye in villages", "")),
        ("wheat", "in towns", Parallel("wheat", "in towns", "")),
    ],
)
def test_what_the_first_says_for_both(one: str, other: str, apart: Parallel) -> None:
    assert in_parallel(one, other) == apart


@pytest.mark.parametrize(
    ("text", "one", "other", "shared"),
    [
        (
            "When is the peak of growth in the stork paper, and when in the heron paper?",
            "the stork paper",
            "the heron paper",
            "When is the peak of growth in",
        ),
        (
            "where was the stork census held and where the heron survey?",
            "the stork census",
            "the heron survey",
            "where was held",
        ),
        (
            "In which year did the stork census start, and in which year the heron survey?",
            "the stork census",
            "the heron survey",
            "In which year did start",
        ),
        (
            "How large was the loss with drop nets, and how large with ladders?",
            "drop nets",
            "ladders",
            "How large was the loss with",
        ),
    ],
)
def test_a_question_asked_again_in_short(text: str, one: str, other: str, shared: str) -> None:
    assert next(asked_twice(text)) == Parallel(one, other, shared)
    first = next(contrasts_in(text))
    assert (first.one, first.other, first.is_plain) == (one, other, True)


@pytest.mark.parametrize(
    "text",
    [
        "How fast is the net and how heavy?",
        "What did they catch and what did they let go?",
        "How many nets did the stork team use, and how many of them tore?",
        "When was it written?",
        "Who wrote it and when?",
    ],
)
def test_two_questions_of_one_thing_are_none(text: str) -> None:
    assert list(asked_twice(text)) == []
