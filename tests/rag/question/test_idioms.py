"""Idioms for what records say."""

from __future__ import annotations

import pytest

from rag.question.idioms import without_idioms


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("What saw the light in 2021?", "What came out in 2021?"),
        ("which papers hit arXiv in May 2023?", "which papers came out in May 2023?"),
        ("what was put on arXiv in 2023", "what came out in 2023"),
        ("papers stamped 2022", "papers dated 2022"),
        ("Which paper goes back furthest?", "Which paper is the oldest?"),
        ("total papers?", "How many papers are there?"),
        ("the newest of the lot", "the newest of them"),
        ("papers with more authors than two", "papers with more than two authors"),
        ("her first-author papers", "her papers as first author"),
        ("In how many cases is code available?", "for how many papers is code available?"),
        ("not the newest either", "not the newest"),
        ("everything dated June, any year", "everything dated in June"),
        ("papers from the first half of the seventies", "papers from 1970 to 1974"),
        ("papers of the latter half of the 1960s", "papers from 1965 to 1969"),
        # these say something else
        ("which papers hit a rate of 90%?", "which papers hit a rate of 90%?"),
        ("papers on the first half of the network", "papers on the first half of the network"),
        ("a lot of papers", "a lot of papers"),
        ("in which cases does it fail?", "in which cases does it fail?"),
        ("which light do the owls see?", "which light do the owls see?"),
    ],
)
def test_they_are_put_plainly(said: str, plain: str) -> None:
    assert without_idioms(said) == plain
