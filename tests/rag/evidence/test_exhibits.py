"""Figures and tables that are asked for by their numbers."""

from __future__ import annotations

import pytest

from rag.evidence.exhibits import lacks_exhibit


@pytest.mark.parametrize(
    "question",
    ["What does figure 3 show?", "the numbers in Table II", "what is in section 4.2?", "Fig. 1?"],
)
def test_a_text_without_it_does_not_answer(question: str) -> None:
    assert lacks_exhibit(question, "We present lamps for owls.")


def test_a_text_that_has_it_may_answer() -> None:
    assert not lacks_exhibit("What does figure 3 show?", "As Fig. 3 shows, owls sleep.")
    assert lacks_exhibit("What does figure 3 show?", "As Fig. 4 shows, owls sleep.")


@pytest.mark.parametrize("question", ["Which figures are there?", "Does it use table lookup?"])
def test_figures_and_tables_of_other_sorts(question: str) -> None:
    assert not lacks_exhibit(question, "We present lamps.")
