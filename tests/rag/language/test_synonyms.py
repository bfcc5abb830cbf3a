"""Words that mean the same, and what a country's people and things are called."""

from __future__ import annotations

import pytest

from rag.language.compounds import phrase_of
from rag.language.synonyms import synonyms


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
