"""Which common words of English only put a question, and which name things."""

from __future__ import annotations

from rag.language.words import (
    common_things,
    is_adjective,
    is_counted,
    is_verb,
    leading_verb,
)


def test_a_common_word_with_a_plural_that_is_no_verb_names_a_thing() -> None:
    assert common_things("drug discovery already in video") == {"drug", "video"}
    assert common_things("stretch and move behind") == set()


def test_a_subject_is_a_thing_though_it_may_be_done() -> None:
    assert common_things("music and film already") == {"music", "film"}
    assert leading_verb("stock market prediction") == set()
    assert leading_verb("swap tables of numbers") == {"swap"}
    assert leading_verb("tables of numbers") == set()


def test_a_verb_has_an_ing_and_an_ed_form() -> None:
    assert is_verb("move")
    assert not is_verb("drug")


def test_attributes_and_what_is_counted_are_known_by_their_form() -> None:
    assert all(map(is_adjective, ("public", "neural", "turbulent", "planar", "distributed")))
    assert not any(map(is_adjective, ("retrieval", "music", "treatment", "library")))
    assert is_counted("university")
    assert is_counted("hotel")
    assert not is_counted("hotels")
    assert not is_counted("steel")
