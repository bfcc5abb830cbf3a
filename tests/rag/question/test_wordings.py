"""Questions of strangers, of which only this is told: of a set, or of one paper.

Of the first three lots the wording's weights have learnt, of the last one they have not.
"""

from pathlib import Path

import pytest

from eval.intent import HELD_OUT
from rag.conversation.make_whole import make_whole
from rag.records.catalog import Catalog
from rag.types import Kind

LINES = (Path(__file__).parents[3] / "eval" / "wordings.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES]


@pytest.mark.parametrize(
    ("lot", "sets_read", "ones_read"),
    [("1", 0.99, 0.97), ("2", 0.99, 0.97), ("3", 0.99, 0.97), (HELD_OUT, 0.97, 0.95)],
)
def test_sets_are_read_as_sets_and_one_paper_as_one(
    lot: str, sets_read: float, ones_read: float, catalog: Catalog
) -> None:
    of_all = [q for number, kind, q in ROWS if number == lot and kind == "set"]
    of_one = [q for number, kind, q in ROWS if number == lot and kind == "one"]
    assert len(of_all) >= 180
    assert len(of_one) >= 110
    sets = [make_whole(q, [], catalog).kind in (Kind.LIST, Kind.RECORD) for q in of_all]
    ones = [make_whole(q, [], catalog).kind is not Kind.LIST for q in of_one]
    assert sum(sets) / len(sets) >= sets_read
    assert sum(ones) / len(ones) >= ones_read
