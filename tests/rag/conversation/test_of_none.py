"""Follow-ups on a set that found no papers ask nothing of the library."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse

NONE = "Which papers are about quantum computing?"


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (NONE, "do any of them have code?"),
        (NONE, "how many of them are by Ting Cao?"),
        (NONE, "who wrote the newest one?"),
        (NONE, "are they from 2023?"),
        (NONE, "what do they say about speed?"),
        ("papers by Geoffrey Hinton", "which of them are from 2023?"),
    ],
)
def test_what_is_asked_of_none_finds_none(chain: Chain, first: str, text: str) -> None:
    answer = chain.ask(text, [chain.ask(first)])
    assert answer.abstained
    assert answer.papers == ()
    assert answer.markdown == "The answer before names no such paper."


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (NONE, "and about pruning?"),
        (NONE, "which papers have code?"),
        (NONE, "which papers use MoE and what are their dates?"),
        ("tell me a joke", "which of these papers have code?"),
    ],
)
def test_what_is_asked_of_all_papers_finds_them(chain: Chain, first: str, text: str) -> None:
    answer = chain.ask(text, [chain.ask(first)])
    assert answer.papers
    assert answer.question.scope is None


@pytest.mark.parametrize("text", ["is there anything close?", "anything similar?", "what is close"])
def test_what_comes_near_is_of_the_same_topic(chain: Chain, text: str) -> None:
    assert converse(chain, "papers on quantum computing", text).question.topic == (
        "quantum computing"
    )
