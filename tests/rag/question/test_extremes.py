from __future__ import annotations

import pytest

from rag.question.extremes import extreme_in


@pytest.mark.parametrize(
    ("text", "thing", "largest"),
    [
        ("highest mach number?", "mach number", True),
        ("What is the largest speedup reported in the collection?", "speedup", True),
        ("what's the biggest speed-up any paper reports?", "speed-up", True),
        ("smallest model?", "model", False),
        ("What is the smallest model used in any paper?", "model", False),
        ("which paper has the longest context window", "context window", True),
        ("Which paper uses the most GPUs?", "GPUs", True),
        ("the lowest number of bits", "number of bits", False),
        ("What is the largest number of GPUs any paper uses?", "number of GPUs", True),
        ("most bird species in a study?", "bird species", True),
        ("lowest temperature of all?", "temperature", False),
    ],
)
def test_the_thing_and_its_end_are_read(text: str, thing: str, largest: bool) -> None:
    extreme = extreme_in(text)
    assert extreme is not None
    assert (extreme.thing, extreme.largest) == (thing, largest)


@pytest.mark.parametrize(
    "text",
    [
        "longest title?",
        "which paper has the most authors?",
        "What is the most recent paper?",
        "best paper?",
        "which papers are on the largest models?",
        "largest speedup of the paper by Wei",
        "How large is the model?",
        "Which year has the most papers?",
        "What is the most common method?",
        "largest speedup" + " in any of the" * 300 + " x",
    ],
)
def test_records_and_other_questions_are_left(text: str) -> None:
    assert extreme_in(text) is None
