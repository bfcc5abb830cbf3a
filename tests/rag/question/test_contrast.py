"""Two things that a question sets side by side, and short forms that it asks to spell out."""

from __future__ import annotations

import pytest

from rag.language.expansions import asked_short_form, spelling_out
from rag.question.contrast import contrasts_in
from store.papers import Sentence


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("wheat vs rye, which one is cheaper?", "wheat", "rye"),
        ("How does bail compare with parole for young people?", "bail", "parole for young people"),
        ("compare osmosis with diffusion", "osmosis", "diffusion"),
        ("difference between torts and crimes?", "torts", "crimes"),
        (
            "Which is older, the paper on bees or the one on ants?",
            "the paper on bees",
            "the one on ants",
        ),
        ("the bee paper and the ant paper: how do they count?", "the bee paper", "the ant paper"),
        ("What sets mitosis apart from meiosis?", "mitosis", "meiosis"),
        ("Is wheat cheaper than rye?", "wheat", "rye"),
        (
            "what do the courts paper and the jury paper have in common?",
            "the courts paper",
            "the jury paper",
        ),
        ("who wrote the bee paper and the ant paper?", "the bee paper", "the ant paper"),
    ],
)
def test_two_things_are_divided(text: str, one: str, other: str) -> None:
    first = next(contrasts_in(text))
    assert (first.one, first.other) == (one, other)


@pytest.mark.parametrize(
    "text",
    [
        "What is osmosis?",
        "papers on space and time",
        "How many people took part in the study of time-sharing versus batch?",
        "Who wrote the bee paper?",
        "Which papers are not by Okoro, Hale or Lind?",
        "Which other studies are on bees, birds or lynx?",
    ],
)
def test_other_questions_contrast_nothing(text: str) -> None:
    assert list(contrasts_in(text)) == []


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("what does TRAC stand for?", "TRAC"),
        ("What is PCR short for?", "PCR"),
        ("What is the full form of GDPR?", "GDPR"),
        ("what do courts stand to gain?", ""),
    ],
)
def test_a_short_form_is_asked_for(text: str, short: str) -> None:
    assert asked_short_form(text) == short


def test_it_is_spelled_out_before_or_within_parentheses() -> None:
    texts = (
        "PCR is used.",
        "The polymerase chain reaction (PCR) is used.",
        "TRAC (Text Reckoning And Compiling) is a language.",
        "ELIZA (see below) is a program.",
    )
    sentences = [Sentence("a", "abstract", 0, len(t), t) for t in texts]
    assert spelling_out("PCR", sentences) == sentences[1]
    assert spelling_out("TRAC", sentences) == sentences[2]
    assert spelling_out("ELIZA", sentences) is None
