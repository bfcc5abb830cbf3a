from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.selection.alternatives import lie_apart
from rag.selection.judged import Judged
from rag.selection.select import Judge


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("quantization", "pruning"),
        ("sparse attention", "quantization"),
        ("speech recognition", "anomaly detection"),
    ],
)
@pytest.mark.parametrize("condition", ["", ", with code", ", without code"])
def test_of_two_things_all_that_each_has(
    chain: Chain, one: str, other: str, condition: str
) -> None:
    each = [chain.ask(f"papers on {topic}{condition}").papers for topic in (one, other)]
    union = {paper.id for papers in each for paper in papers}
    assert {p.id for p in chain.ask(f"papers on {one} or {other}{condition}").papers} >= union


def test_words_for_one_thing_are_no_two_things(judge: Judge) -> None:
    def judged(*topics: str) -> list[list[Judged]]:
        return [judge.judge(topic) for topic in topics]

    assert lie_apart(judged("quantization", "pruning"))
    assert not lie_apart(judged("energy savings", "power savings"))
    assert not lie_apart(judged("quantization", "underwater basket weaving"))
