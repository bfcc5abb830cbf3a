from __future__ import annotations

import numpy as np
import pytest

from rag.evidence.giving import giving_first

ASKED = "How many bits does it use?"
NONE, FIGURE = "We present a low-bit system.", "Low-bit caches (e.g., 4-bit) save memory."


@pytest.mark.parametrize(
    ("texts", "background", "kept"),
    [
        ((NONE, FIGURE), {1}, [1, 0]),
        ((NONE, "Ours uses 2 bits.", FIGURE), {2}, [1, 0]),
        ((FIGURE, NONE), {0}, [0]),
        ((NONE, "Scalar ones cannot go below 1-bit."), {1}, [0]),
        ((NONE, "It is 3x faster than a low-bit system."), set(), [0]),
    ],
)
def test_what_gives_the_count_goes_first(
    texts: tuple[str, ...], background: set[int], kept: list[int]
) -> None:
    assert giving_first([0], ASKED, texts, background, np.ones(len(texts))) == kept


def test_where_no_count_is_asked_for_all_stays() -> None:
    assert giving_first([0], "What is it?", (NONE, FIGURE), {1}, np.ones(2)) == [0]
