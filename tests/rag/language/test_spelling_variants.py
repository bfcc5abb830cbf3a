"""One word in two spellings, and learned plurals."""

import pytest

from rag.language.spelling_variants import spellings_of


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("haemorrhage", "hemorrhage"),
        ("hemorrhage", "haemorrhage"),
        ("edema", "oedema"),
        ("esophagus", "oesophagus"),
        ("sulphate", "sulfate"),
        ("sulfate", "sulphate"),
        ("centre", "center"),
        ("catalog", "catalogue"),
        ("analyse", "analyze"),
        ("programme", "program"),
        ("thesauri", "thesaurus"),
        ("bacterium", "bacteria"),
        ("criteria", "criterion"),
        ("vertices", "vertex"),
        ("hypothesis", "hypotheses"),
        ("lens", "lenses"),
        ("lenses", "lens"),
    ],
)
def test_a_word_is_guessed_in_its_other_spelling(word: str, other: str) -> None:
    assert other in spellings_of(word)


@pytest.mark.parametrize("word", ["bee", "CPU2", "two-step", ""])
def test_short_words_and_compounds_have_none(word: str) -> None:
    assert spellings_of(word) == ()
