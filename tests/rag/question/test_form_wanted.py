"""A last sentence that only says in which form an answer will do."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.question.form_wanted import without_form


@pytest.mark.parametrize(
    "form",
    [
        "Title and date would be enough for me.",
        "Just the titles are fine.",
        "A short list will do.",
        "Titles suffice.",
        "No need for abstracts, just title and year.",
        "I'd be happy with the titles.",
        "Nothing more than the names, please.",
        "Please give the dates, too.",
    ],
)
def test_it_asks_for_nothing_else(form: str) -> None:
    assert without_form(f"What came out in 2021? {form}") == "What came out in 2021?"


def test_what_it_wants_told_of_each_is_said_in_the_question() -> None:
    asked = "What came out in 2021? I need titles, authors and categories."
    assert without_form(asked) == "What came out in 2021, with their authors and categories?"
    asked = "Which papers are on owls? Author and title would do."
    assert without_form(asked) == "Which papers are on owls, with their authors?"


@pytest.mark.parametrize(
    "text",
    [
        "Which papers are from 2021? Which of them have code?",
        "Which papers are about owls? I need those with figures on speed.",
        "I only need a few names. Who wrote T-MAC?",
        "Who wrote T-MAC? Give the date, too.",
        "Which papers use titles?",
    ],
)
def test_what_asks_something_else_is_left(text: str) -> None:
    assert without_form(text) == text


def test_the_papers_of_a_year_with_what_is_wanted(chain: Chain) -> None:
    answer = chain.ask("What was published in 2021? Title and authors would be enough.")
    assert len(answer.papers) == 3
    assert "Qi Chen" in answer.markdown
