"""What a comparison is of, where only "faster" says so."""

from __future__ import annotations

import pytest

from rag.question.comparatives import with_quantity


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("is faster than ?", "in speed ?"),
        ("does run faster on an A100 than ?", "in speed on an A100 ?"),
        ("which is cheaper, or ?", "in cost, or ?"),
        ("is more accurate than ?", "in accuracy ?"),
        ("which benchmark is larger, or ?", "in benchmark is size, or ?"),
        ("what is the difference to ?", "what is the difference to ?"),
    ],
)
def test_the_quantity_stands_for_the_comparative(text: str, said: str) -> None:
    assert with_quantity(text) == said
