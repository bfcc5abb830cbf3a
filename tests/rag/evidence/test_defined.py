"""What a thing is."""

from __future__ import annotations

import pytest

from rag.evidence.defined import defines, definition_asked


def test_what_is_asked_the_meaning_of() -> None:
    assert definition_asked("What is anchor score?") == "anchor score"
    assert definition_asked("what is a centroid?") == "centroid"


@pytest.mark.parametrize(
    "question",
    ["What is the anchor score?", "What is the size of it?", "what is wrong?", "How is owl food?"],
)
def test_no_meaning_is_asked(question: str) -> None:
    assert not definition_asked(question)


@pytest.mark.parametrize(
    "sentence",
    [
        "We introduce anchor score to rank owls.",
        "Anchor score is a measure of sleep.",
        "An anchor score, a measure of sleep, is used.",
    ],
)
def test_a_sentence_that_says_it(sentence: str) -> None:
    assert defines("anchor score", sentence)


def test_a_mention_says_nothing() -> None:
    assert not defines("anchor score", "Owls with the highest anchor score sleep.")
    assert defines("MoE", "The mixture of experts (MoE) grows.")
    assert not defines("MoE", "Pre-gated MoE is able to grow.")
