from __future__ import annotations

import pytest

from rag.question.rivalry import Rivalry, rivalry_in


@pytest.mark.parametrize(
    ("text", "measure", "more"),
    [
        ("Which of the two is faster, A or B?", "speed", True),
        ("is A slower than B?", "speed", False),
        ("A or B - which has the bigger speedup?", "speed", True),
        ("Which reaches a longer context, A or B?", "context length", True),
        ("Does A or B go to fewer bits?", "bit width", False),
        ("Does A use a larger model than B?", "model size", True),
        ("which uses less memory, A or B?", "memory", False),
        ("Which needs less energy, A or B?", "energy", False),
        ("Does A or B reduce latency more?", "latency", False),
        ("Who has the higher GSM8K score, A or B?", "accuracy", True),
        ("Is A better than B on GSM8K?", "accuracy", True),
    ],
)
def test_what_two_papers_are_weighed_by_is_read(text: str, measure: str, more: bool) -> None:
    assert rivalry_in(text) == Rivalry(measure, more)


@pytest.mark.parametrize(
    "text",
    [
        "Compare A with B",
        "How does A differ from B in speed?",
        "Why is A faster than B?",
        "Which is newer, A or B?",
        "What do A and B have in common?",
    ],
)
def test_others_weigh_nothing(text: str) -> None:
    assert rivalry_in(text) is None
