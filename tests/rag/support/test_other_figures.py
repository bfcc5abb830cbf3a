from __future__ import annotations

import pytest

from rag.support.other_figures import figure_asked, others_given


@pytest.mark.parametrize(
    ("question", "text", "given"),
    [
        ("Does it need 64GB of memory?", "It runs with only 32GB memory cost.", ["32GB"]),
        ("Does it solve 25 of 30 problems?", "It solves 28 of 30 problems.", ["28 of 30 problems"]),
        ("Did it use 128 GPUs?", "It was trained on 64 MI300X GPUs.", ["64 MI300X GPUs"]),
        ("Does it take more than a minute?", "It is faster within 30 seconds.", ["30 seconds"]),
        ("Does it need more than 10k steps?", "With 1k tuning steps.", ["1k tuning steps"]),
        ("Does it need 64GB of memory?", "It needs 64 GB, once 32GB.", []),
        ("Does it need more than 16GB?", "It runs with only 32GB.", []),
        ("Does it take less than a minute?", "It is faster within 30 seconds.", []),
        ("Does it use 8 cores?", "With eight cores, and 4 cores.", []),
        ("Did it use 128 GPUs?", "It has 22 datasets.", []),
    ],
)
def test_figures_of_the_same_kind_that_are_others(
    question: str, text: str, given: list[str]
) -> None:
    asked = figure_asked(question)
    assert asked is not None
    assert others_given(asked, text) == given


@pytest.mark.parametrize(
    "question", ["How many GPUs, 128 GPUs?", "Is it fast?", "Is it 4x faster?"]
)
def test_no_figure_is_asked_about(question: str) -> None:
    assert figure_asked(question) is None
