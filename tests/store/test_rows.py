"""The rows of a paper: one for each piece, with what can be filtered by."""

from dataclasses import replace
from datetime import date

import numpy as np

from store import snapshot
from store.papers import Paper
from store.rows import row_ids, rows_of

PILES = Paper(
    "piles",
    "Piles",
    "They grow.",
    "CLSep 1, 1843",
    ("Ada Lovelace", "Bo Li"),
    organisations=("org-one",),
    category="CL",
    date=date(1843, 9, 1),
)


def pieces(paper):
    sentences, passages = snapshot.cut([paper])
    return [*sentences, *passages]


def ids(paper):
    return row_ids({paper.id: paper}, pieces(PILES))


def test_a_row_can_be_filtered_by_its_paper_and_its_place():
    own = pieces(PILES)
    title, _, passage = rows_of({"piles": PILES}, own, np.zeros((len(own), 2), dtype=np.float32))
    assert title.vector == [0, 0]
    filters = {"paper_id": "piles", "category": "CL", "date": 18430901, "has_code": False}
    assert title.metadata == {**filters, "section": "title", "start": 0, "end": 5}
    assert passage.metadata == {
        **filters,
        "section": "abstract",
        "start": 0,
        "end": 10,
        "title": "Piles",
        "authors": "Ada Lovelace; Bo Li",
        "organisations": "org-one",
    }


def test_a_paper_that_changed_in_anything_has_new_rows_for_all_of_it():
    assert [i.partition("#")[0] for i in ids(PILES)] == [
        "piles/title/0-5",
        "piles/abstract/0-10",
        "piles/abstract/0-10",
    ]
    for changed in ({"text": "They shrink"}, {"has_code": True}, {"authors": ("Bo Li",)}):
        assert not set(ids(PILES)) & set(ids(replace(PILES, **changed)))


def test_where_a_record_stands_is_no_change():
    assert ids(PILES) == ids(replace(PILES, source="list.txt:9", also_in=("other.txt:1",)))
