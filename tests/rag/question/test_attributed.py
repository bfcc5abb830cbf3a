from __future__ import annotations

import pytest

from rag.question.attributed import Attributed, attributed


def read(text: str) -> Attributed | None:
    """What is attributed to Foo."""
    start = text.find("Foo")
    return attributed(text, [(start, start + 3)])


@pytest.mark.parametrize(
    ("text", "said", "supposed"),
    [
        ("Does Foo need training?", "need training", False),
        ("is the Foo system faster than Bar?", "faster than Bar", False),
        ("And can Foo use any labels?", "use labels", False),
        ("Why does Foo increase latency?", "increase latency", True),
        ("By how much does Foo raise the cost?", "raise the cost", True),
        ("How much accuracy does Foo lose?", "lose accuracy", True),
        ("How much slower is Foo than Bar?", "slower than Bar", True),
        ("why does Foo need so much data", "need data", True),
        ("What makes Foo slow down training?", "slow down training", True),
    ],
)
def test_what_is_asked_or_supposed_is_read(text: str, said: str, supposed: bool) -> None:
    assert read(text) == Attributed(said, supposed)


@pytest.mark.parametrize(
    "text",
    [
        "Which papers use Foo?",
        "What does Foo do?",
        "How does Foo work?",
        "Does Foo not need training?",
        "Why doesn't Foo need training?",
        "Does Foo need labels or training?",
        "Is Foo fast and cheap?",
        "Does anything beat Foo?",
        "Does Foo only run on CPUs?",
    ],
)
def test_what_denies_or_says_two_things_is_not_read(text: str) -> None:
    assert read(text) is None
