"""The thing that is asked for, and signs of a sentence that gives it."""

from __future__ import annotations

import pytest

from rag.evidence.asked_thing import has_unit, only_leads_up, thing_asked


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


def test_what_only_leads_up_to_a_paper() -> None:
    assert only_leads_up("How fast is it?", "However, owls are slow.")
    assert not only_leads_up("How fast is it?", "We make owls fast.")
    assert not only_leads_up("Why were owls slow?", "However, owls are slow.")
    assert not only_leads_up("Which problem is there?", "However, owls are slow.")
