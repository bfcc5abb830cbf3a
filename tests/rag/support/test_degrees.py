from __future__ import annotations

import pytest

from rag.support.degrees import degree_of

TILES = "It is dense, thus achieving both high GPU utilization and low coverage waste."
SMALLEST = "Foo outperforms other networks in accuracy with the smallest parameter size."
LOWER = "Foo consistently achieves higher ROC AUC and lower latency than the uniform baseline."


@pytest.mark.parametrize(
    ("said", "text", "so"),
    [
        ("have high GPU utilization", TILES, True),
        ("have low GPU utilization", TILES, False),
        ("have high coverage waste", TILES, False),
        ("have low coverage waste", TILES, True),
        ("have more parameters than other networks", SMALLEST, False),
        ("have fewer parameters than other networks", SMALLEST, True),
        ("have lower latency than the uniform baseline", LOWER, True),
        ("have higher latency than other baselines", LOWER, False),
    ],
)
def test_the_word_before_the_very_thing_tells(said: str, text: str, so: bool) -> None:
    assert degree_of(said, text) is so


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("have high waste", TILES),  # of what is wasted, it says coverage
        ("have low coverage", TILES),
        ("have more parameters than Bar", SMALLEST),
        ("have more accuracy than other networks", SMALLEST),
        ("have lower latency than Bar", LOWER),
        ("have high training cost", "We tackle the high training cost with Foo."),
        ("have high recall", "Foo is fast without giving high recall."),
        ("use large language models", "Foo uses large language models."),
    ],
)
def test_where_it_does_not_nothing_is_told(said: str, text: str) -> None:
    assert degree_of(said, text) is None
