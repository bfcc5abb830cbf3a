"""Whom a question means by "he" or "her" is said in the sentence before it."""

from collections import Counter

import pytest

from rag.question.somebody import with_somebody_named
from rag.records.people import People

PEOPLE = People(["Ada Lovelace", "Ted Codd"])


def named(text: str) -> str:
    return with_somebody_named(text, PEOPLE, Counter())


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "I was told Ada Lovelace is great. What of hers is there?",
            "What by Ada Lovelace is there?",
        ),
        (
            "Somebody spoke of Ted Codd. Show me what he has been on.",
            "Show me what Ted Codd has been on.",
        ),
        (
            "I met Ada Lovelace. Which are her latest papers?",
            "Which are Ada Lovelace's latest papers?",
        ),
        ("We must cite Ted Codd. Which ones are there?", "Which ones are there by Ted Codd?"),
    ],
)
def test_the_person_stands_in_the_question(text: str, asked: str) -> None:
    assert named(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lovelace met Ted Codd. What of his is there?",  # whose is not said
        "I was told Ada Lovelace is great. Which papers are on looms?",
        "Did Ada Lovelace write it? What did she say?",
        "Ted Codd as first author - which ones?",
        "My boss likes it. What of hers is there?",
    ],
)
def test_what_is_not_plain_stays(text: str) -> None:
    assert named(text) == text
