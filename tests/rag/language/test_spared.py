from __future__ import annotations

import pytest

from rag.language.spared import (
    is_done_without,
    is_unused,
    is_utterly_denied,
    needed_thing,
    spared_thing,
)


@pytest.mark.parametrize(
    ("text", "spared"),
    [
        ("speed up inference without retraining", True),
        ("better reasoning without any further training", True),
        ("compression without loss", True),
        ("methods that don't need retraining", True),
        ("methods that do not require owls", True),
        ("those that get by without owls", True),
        ("papers with no owl needed", True),
        ("papers that do not use owls", False),
        ("better reasoning with no further training", True),
        ("compression without touching the KV cache", False),
        ("maths without reinforcement learning", False),
        ("papers without code", False),
    ],
)
def test_an_effort_may_be_spared_and_a_topic_excluded(text: str, spared: bool) -> None:
    assert is_done_without(text) is spared


@pytest.mark.parametrize(
    ("text", "utterly"),
    [
        ("papers that have nothing to do with owls", True),
        ("anything that isn't about owls at all? which ones", True),
        ("papers with no owl in them", True),
        ("papers that do not mention owls", True),
        ("papers that do not use owls", False),
        ("papers that are not about owls", False),
        ("owls, but not bees", False),
        ("is there anything on owls at all?", False),
    ],
)
def test_something_may_be_denied_utterly(text: str, utterly: bool) -> None:
    assert is_utterly_denied(text) is utterly


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        ("papers that do not use owls", True),
        ("papers that use no owls at all", True),
        ("papers that don't need owls", True),
        ("papers that do not mention owls", False),
        ("papers that are not about owls", False),
        ("papers that use owls, not bees", False),
    ],
)
def test_what_is_not_used_may_be_named(text: str, unused: bool) -> None:
    assert is_unused(text) is unused


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("depend on owls", "owls"),
        ("require owl feathers", "owl feathers"),
        ("GPU needed", "GPU"),
        ("training / training-free", "training"),
        ("owls", "owls"),
        ("required reading", "required reading"),
    ],
)
def test_what_is_needed_is_the_thing_alone(text: str, thing: str) -> None:
    assert needed_thing(text) == thing


@pytest.mark.parametrize(
    ("topic", "thing"),
    [
        ("avoid dequantization", "dequantization"),
        ("eliminate the need for a teacher", "a teacher"),
        ("training-free", "training"),
        ("training-free methods", "training"),
        ("add no hardware overhead", "hardware overhead"),
        ("training-free pruning", ""),
        ("pruning that avoids retraining", ""),
        ("free software", ""),
    ],
)
def test_a_topic_may_be_that_something_is_spared(topic: str, thing: str) -> None:
    assert spared_thing(topic) == thing
