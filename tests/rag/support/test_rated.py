from __future__ import annotations

import pytest

from rag.support.rated import Rated, rated
from rag.types import Evidence


def of(measure: str, text: str) -> list[Rated]:
    """What a sentence of the paper on Foo gives."""
    return rated(measure, [Evidence("p", "abstract", 0, len(text), text)], ["Foo"])


@pytest.mark.parametrize(
    ("measure", "text", "values", "against"),
    [
        ("speed", "Foo is 3x faster than Bar2 on an A100.", (3.0,), {"bar2"}),
        ("speed", "Foo gives a 4x and a 5x speedup over Bar2.", (4.0, 5.0), {"bar2"}),
        ("memory", "It reduces memory by 40% compared to vLLM.", (40.0,), {"vllm"}),
        ("context length", "It extends the window to 2048k tokens.", (2048e3,), set()),
        ("bit width", "It works at 4-bit and even 2 bits.", (4.0, 2.0), set()),
        ("accuracy", "It rises from 12.5% to 63.9% on GSM8K.", (63.9,), set()),
    ],
)
def test_figures_come_with_what_they_are_against(
    measure: str, text: str, values: tuple[float, ...], against: set[str]
) -> None:
    (one,) = of(measure, text)
    assert one.values == values
    assert one.against == against


@pytest.mark.parametrize(
    ("measure", "text"),
    [
        ("memory", "It reaches 90% recall with the same memory."),
        ("accuracy", "It improves accuracy by 2.1%."),
        ("context length", "It was trained for 10 steps."),
    ],
)
def test_figures_of_something_else_are_left(measure: str, text: str) -> None:
    assert of(measure, text) == []


def test_what_is_outdone_has_no_size_of_ones_own() -> None:
    (one,) = of("model size", "Foo trains a 1.3B model, outperforming GPT-3 175B.")
    assert one.shown == ("1.3B",)


def test_only_figures_over_the_same_are_alike() -> None:
    (one,), (same,) = (
        of("speed", "It is 3x faster than Bar2."),
        of("speed", "It is 5x faster than Bar2."),
    )
    (other,), (none,) = of("speed", "It is 4x faster than Baz."), of("speed", "It is 4x faster.")
    assert one.is_like(same, "speed")
    assert not one.is_like(other, "speed")
    assert not none.is_like(none, "speed")


def test_figures_on_other_machines_are_not_alike() -> None:
    (one,), (other,) = (
        of("speed", "It is 3x faster than Bar2 on A100."),
        of("speed", "It is 4x faster than Bar2 on H100."),
    )
    assert not one.is_like(other, "speed")
