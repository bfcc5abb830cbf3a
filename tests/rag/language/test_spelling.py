from __future__ import annotations

import pytest

from rag.language.spelling import Speller
from rag.records.catalog import Catalog
from store.lexical import terms

TEXT = "Quantization of the cache makes inference on mobile phones faster; data mixing is causal."


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller([TEXT], set(terms(TEXT)))


@pytest.mark.parametrize(
    ("slip", "mended"),
    [
        ("quantizaton", "quantization"),  # a letter too few
        ("quantizattion", "quantization"),  # too many
        ("infernece", "inference"),  # changed about
        ("the kv chache", "the kv cache"),
        ("Whcih papers", "which papers"),
        ("wich papers", "which papers"),
        ("how mnay papr", "how many paper"),
        ("is ther a cache", "is there a cache"),
        ("whens it cached", "when's it cached"),
        ("teh cache", "the cache"),
        ("whats in the cache", "what's in the cache"),  # no apostrophe
        ("papers that dont use mixing", "papers that don't use mixing"),
        ("a DONT care", "a DONT care"),
        ("inferonce", "inference"),  # another letter, and only one word is near
        ("kv-chache", "kv-cache"),
        ("thos with a cache", "those with a cache"),  # what points back
        ("do thay both cache", "do they both cache"),
        ("any othr ones", "any other ones"),
        ("boht of thm", "both of them"),
        ("mobile fones", "mobile phones"),  # as it is heard
        ("intrested in caches", "interested in caches"),  # what a question is put with
        ("savigns in energy", "savings in energy"),  # a common word that no text has
    ],
)
def test_a_slip_of_the_finger_is_mended(speller: Speller, slip: str, mended: str) -> None:
    assert speller.mended(slip) == mended


@pytest.mark.parametrize(
    "right",
    [
        "data mining",  # another letter makes another word
        "causalx",  # no "causal" with a letter too many
        "spending",  # a word, though no text has it
        "quantized",  # the stem of a word that a text has
        "weather",
        "LongRoPE2",
        "low-rnak",  # names and compounds are left alone
        "",
    ],
)
def test_what_may_be_meant_stays(speller: Speller, right: str) -> None:
    assert speller.mended(right) == right


def test_no_word_of_a_question_about_the_library_is_mended_into_another(catalog: Catalog) -> None:
    asked = "Which papers from Peking University speed up training without losing accuracy?"
    assert catalog.speller.mended(asked) == asked


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("which use llms?", "which use LLMs?"),
        ("papers on pdes", "papers on PDEs"),
        ("is dns used?", "is dns used?"),
        ("what are its maps?", "what are its maps?"),
    ],
)
def test_several_of_an_acronym_may_be_in_small_letters(text: str, read: str) -> None:
    known = "An LLM solves PDEs with a MAP of DNS servers."
    assert Speller([known], set(terms(known))).mended(text) == read
