"""Whether a text says how much of something there is, or what the mean of it was."""

from __future__ import annotations

import pytest

from rag.evidence.amounts import lacks_amount, lacks_figure

TEXT = "Owls were 4.5 years old. It needs only 32GB of memory, and is faster (average 2.4x)."


@pytest.mark.parametrize(
    "question",
    [
        "How much RAM does it need?",
        "What was the mean age of the owls?",
        "What is the average speedup of it?",
        "How many owls hoot?",
        "How long does it take on average?",
    ],
)
def test_what_a_text_gives(question: str) -> None:
    assert not lacks_amount(question, TEXT)


@pytest.mark.parametrize(
    "question",
    ["How much power does it take?", "What was the mean BMI of the owls?"],
)
def test_what_a_text_leaves_unsaid(question: str) -> None:
    assert lacks_amount(question, TEXT)


def test_a_processor_s_core_is_no_memory() -> None:
    text = "It writes 30 tokens/s with a single core."
    assert lacks_amount("How much RAM does it need?", text)
    assert not lacks_amount("How much core does it need?", "It needs 16K words of memory.")


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("By how much does it beat the baselines in percent?", "It beats them.", True),
        ("How many layers does it have?", "It has layers of owls.", True),
        ("How many languages are there?", "Both fields have tongues.", True),
        ("What accuracy does it reach?", "It is the best on both fields.", True),
        ("What accuracy does it reach?", "It is right for 67.2\\% of owls.", False),
        ("What percentage is saved?", "Much is saved.", True),
        ("By how much does it beat the baselines?", "It is 3 points ahead.", False),
        ("By how much does it cut the cost?", "It halves the cost.", False),
        ("How many layers does it have?", "It has twelve layers.", False),
        ("By what factor is it faster?", "It is an order of magnitude faster.", False),
        ("How does it beat the baselines?", "It beats them by search.", False),
    ],
)
def test_a_sentence_without_a_figure_gives_none(question: str, sentence: str, lacks: bool) -> None:
    assert lacks_figure(question, [sentence]) is lacks
