"""Tokens are counted as tiktoken does, without a network. Counts are OpenAI's own for these."""

from __future__ import annotations

import os

import pytest

from rag.models.tokens import count_tokens, encoding_of


@pytest.mark.parametrize(
    ("model", "encoding"),
    [
        ("gpt-4o", "o200k_base"),
        ("gpt-4", "cl100k_base"),
        ("text-davinci-003", "o200k_base"),
        ("qwen2.5:7b", "o200k_base"),
        ("", "o200k_base"),
    ],
)
def test_each_model_has_its_encoding(model, encoding):
    assert encoding_of(model).name == encoding


def test_counts():
    assert count_tokens("tiktoken is great!", "gpt-4") == 6
    assert count_tokens("") == 0


def test_a_special_token_in_a_paper_is_plain_text():
    assert count_tokens("<|endoftext|>") > 1


def test_the_environment_is_left_as_it_was():
    before = dict(os.environ)
    encoding_of.cache_clear()
    count_tokens("a")
    assert dict(os.environ) == before
