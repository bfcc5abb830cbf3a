"""A library's words that are made of one another, and mean nearly the same."""

import pytest

from rag.language.relatives import Relatives
from store.lexical import terms

WORDS = """selenite quicksort wildfire graph proper cooperation program dequantization private
    hyperthyroidism nonlinear haemorrhages thesaurus indices indicate librarianship library
    librarian misspellings misleading""".split()


@pytest.fixture(scope="module")
def relatives() -> Relatives:
    return Relatives(WORDS, {term for word in WORDS for term in terms(word)})


@pytest.mark.parametrize(
    ("word", "related"),
    [
        ("selenium", "selenite"),
        ("sorting", "quicksort"),
        ("fires", "wildfire"),
        ("thyroid", "hyperthyroidism"),
        ("hemorrhage", "haemorrhages"),  # in another spelling
        ("thesauri", "thesaurus"),
        ("spelling", "misspellings"),
    ],
)
def test_words_of_one_root_are_related(relatives: Relatives, word: str, related: str) -> None:
    assert relatives.of(word) == tuple(terms(related))


def test_who_does_something_is_no_place_for_it(relatives: Relatives) -> None:
    assert "librari" not in relatives.of("librarian")


@pytest.mark.parametrize(
    "word",
    [
        "graphics",  # begins like "graph", and is another thing
        "operation",
        "programmer",  # who writes a program is none
        "quantization",  # "dequantization" undoes it
        "privacy",  # a term for which there is no other word
        "quicksort",
        "linear",  # "nonlinear" is its contrary
        "lead",  # what is misleading leads nowhere
        "index",  # whose plural has the stem of "indicate"
        "LUT-NN",
    ],
)
def test_words_that_only_look_alike_are_not(relatives: Relatives, word: str) -> None:
    assert relatives.of(word) == ()
