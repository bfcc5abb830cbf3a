"""Words that mean the same, and what a country's people and things are called."""

from __future__ import annotations

import pytest

from rag.language.compounds import phrase_of
from rag.language.subjects import things
from rag.language.synonyms import narrower, plain_words, synonyms
from store.lexical import terms


@pytest.mark.parametrize(
    ("word", "other", "back"),
    [
        ("mexican", "mexico", True),
        ("danish", "denmark", True),
        ("chinese", "china", False),  # who asks for studies in China wants no Chinese text
        ("english", "england", False),
        ("american", "united states", False),
        ("kidney", "renal", True),
        ("cancer", "carcinoma", False),
    ],
)
def test_words_that_mean_the_same_are_known(word: str, other: str, *, back: bool) -> None:
    assert phrase_of(other) in synonyms()[phrase_of(word)]
    assert (phrase_of(word) in synonyms().get(phrase_of(other), ())) is back


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ("teenagers", "adolescents"),
        ("timber", "logging"),
        ("aerodynamics", "boundary layers"),
        ("private data", "privacy"),
        ("men and women", "gender"),
    ],
)
def test_plain_words_find_what_papers_say(plain: str, said: str) -> None:
    assert phrase_of(said) in plain_words()[phrase_of(plain)]
    assert phrase_of(plain) not in plain_words().get(phrase_of(said), ())


def test_plain_words_are_no_synonyms() -> None:
    """A claim on logging is not supported by a sentence on timber."""
    assert phrase_of("logging") not in synonyms().get(phrase_of("timber"), ())
    assert phrase_of("logging") not in narrower().get(phrase_of("timber"), ())


def test_a_plain_word_never_stands_for_itself() -> None:
    assert not [phrase for phrase, said in plain_words().items() if phrase in said or not said]


def test_things_are_single_words() -> None:
    assert "arsenic" in things()
    assert "bread" not in things()  # "bread and butter" is no food
    assert all(len(terms(word, joined=False)) == 1 for word in things())
