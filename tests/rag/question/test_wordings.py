"""A thousand questions of strangers, of which only this is told: of a set, or of one paper."""

from pathlib import Path

import pytest

from rag.conversation.make_whole import make_whole
from rag.records.catalog import Catalog
from rag.types import Kind

LINES = (Path(__file__).parents[3] / "eval" / "wordings.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES]


@pytest.mark.parametrize("lot", ["1", "2", "3"])
def test_sets_are_read_as_sets_and_one_paper_as_one(lot: str, catalog: Catalog) -> None:
    of_all = [q for number, kind, q in ROWS if number == lot and kind == "set"]
    of_one = [q for number, kind, q in ROWS if number == lot and kind == "one"]
    assert len(of_all) >= 180
    assert len(of_one) >= 110
    sets = [make_whole(q, [], catalog).kind in (Kind.LIST, Kind.RECORD) for q in of_all]
    ones = [make_whole(q, [], catalog).kind is not Kind.LIST for q in of_one]
    assert sum(sets) / len(sets) >= 0.99
    assert sum(ones) / len(ones) >= 0.97
