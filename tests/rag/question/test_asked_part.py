"""What is asked for, apart from the words that say in which paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rag.chain import Chain
from rag.question.asked_part import asked_part


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("In the paper on salt marshes, which plant grew best?", "which plant grew best?"),
        ("Which plant grew best in the salt marsh study?", "Which plant grew best ?"),
        (
            "In the paper on salt they propose a new index. What's its name?",
            "they propose a new index. What's its name?",
        ),
        (
            "I need the name of the plant used in the work that drains marshes.",
            "I need the name of the plant used .",
        ),
        ("According to Dorn et al., why do owls hoot?", "why do owls hoot?"),
        ("The article by Cone about owls: how many were counted?", "how many were counted?"),
        (
            "how many owls took part in the study where half of them was blind?",
            "how many owls took part ?",
        ),
    ],
)
def test_the_description_of_a_paper_is_not_asked_for(text: str, asked: str) -> None:
    assert asked_part(text) == asked


@pytest.mark.parametrize(
    "text",
    ["Which plant grows best?", "What is the paper on salt about?", "the paper on salt"],
)
def test_a_question_that_asks_nothing_else_stays_whole(text: str) -> None:
    assert asked_part(text) == text


MARSH = (
    "Salt marshes lie along coasts, and salt marshes keep waves from the land. "
    "Salt marshes are drained for fields, so that salt marshes are rare. "
    "Samphire was the plant that fared best. We thank the coast guard."
)


@pytest.mark.parametrize(
    "question",
    [
        "Which plant fared best in the paper on salt marshes along coasts?",
        "In the study of how salt marshes keep waves away, which plant fared best?",
        "According to the salt marshes paper, what was the plant that fared best?",
    ],
)
def test_what_is_asked_goes_before_what_describes_the_paper(
    chained: Callable[..., Chain], question: str
) -> None:
    other = "Owls were counted. Owls hunt voles."
    coast = chained([("Salt marshes", MARSH, "", []), ("Owls", other, "", [])])
    assert coast.ask(question).citations[0].quote.startswith("Samphire")


def test_fields_in_what_describes_a_paper_are_not_asked_for() -> None:
    assert asked_part("the university centre paper, how many jobs are there") == (
        "how many jobs are there"
    )
    assert asked_part("Where did the owl versus lark study get its birds from?") == (
        "Where did get its birds from?"
    )
    assert asked_part("on what do owls and larks differ in Dorn and Cone's lab study?") == (
        "on what do owls and larks differ ?"
    )
