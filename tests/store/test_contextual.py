"""A word's vector depends on the text that it stands in."""

from __future__ import annotations

import numpy as np

from store.contextual import words_in_context


def vector(text: str, word: str) -> np.ndarray:
    found = words_in_context(text)
    place = next(n for n, (a, b) in enumerate(found.places) if text[a:b] == word)
    return found.vectors[place]


def test_a_row_of_length_one_for_each_word():
    text = "Flex runs (fast), on 16 GPUs."
    found = words_in_context(text)
    assert [text[a:b] for a, b in found.places] == ["Flex", "runs", "fast", "on", "16", "GPUs."]
    assert found.vectors.shape == (6, 384)
    assert np.allclose(np.linalg.norm(found.vectors, axis=1), 1, atol=1e-5)


def test_an_empty_text_has_no_words():
    assert words_in_context("").vectors.shape == (0, 384)


def test_what_a_word_means_depends_on_its_text():
    river = vector("They sat on the bank of the river.", "bank")
    stream = vector("We walked along the bank of a stream.", "bank")
    money = vector("The bank raised the rates of its loans.", "bank")
    assert river @ stream > river @ money


def test_words_past_the_models_end_are_left_out():
    assert 200 < len(words_in_context("word " * 400).places) < 256
