"""Two papers compared in the one thing that a follow-up says."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse

FIRST = "compare T-MAC and BitDecoding"


@pytest.mark.parametrize(
    ("turns", "topic"),
    [
        (("on speed only",), "speed"),
        (("just energy",), "energy"),
        (("only on speed", "and energy?"), "energy"),
    ],
)
def test_the_pair_is_kept(chain: Chain, turns: tuple[str, ...], topic: str) -> None:
    asked = converse(chain, FIRST, *turns).question
    assert (asked.kind, asked.topic) == (Kind.COMPARE, topic)
    assert asked.named == ("wei2024tmac", "du2025bitdecoding")


@pytest.mark.parametrize("text", ["only the newer one", "just those with code", "only from 2024"])
def test_one_of_the_pair_is_not_compared(chain: Chain, text: str) -> None:
    assert converse(chain, FIRST, text).question.kind is Kind.RECORD
