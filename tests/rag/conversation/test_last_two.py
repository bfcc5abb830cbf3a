"""What is asked of the papers of two answers on one each."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse

TWO = ("What is SPANN about?", "What is T-MAC about?")
NAMED = ("chen2021spann", "wei2024tmac")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("which organisation is listed for each of the two?", ("organisations",)),
        ("do both have code?", ("code",)),
    ],
)
def test_each_of_the_two_is_asked(chain: Chain, text: str, fields: tuple[str, ...]) -> None:
    asked = converse(chain, *TWO, text).question
    assert (asked.named, asked.asks) == (NAMED, fields)


def test_both_are_summed_up(chain: Chain) -> None:
    assert converse(chain, *TWO, "sum both up").question.named == NAMED


def test_both_of_one_are_none(chain: Chain) -> None:
    assert converse(chain, TWO[0], "do both have code?").question.named != NAMED
