"""Papers found, put in order and counted."""

import pytest

from tests.ui.shelf.conftest import paper
from ui.shelf.holdings import counted, found, holdings
from ui.shelf.wanted import Wanted


def titles(papers, atlas=None, **wanted):
    return [one.paper.title for one in found(papers, Wanted(**wanted), atlas)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"q": "cpus"}, ["Piles"]),
        ({"q": "zoe run"}, ["Piles"]),
        ({"q": "zoe heaps"}, []),
        ({"q": "zurich"}, ["Piles"]),
        ({"category": "CL"}, ["Piles", "Stacks"]),
        ({"category": "none"}, ["Unknown"]),
        ({"year": "2023"}, ["heaps", "Stacks"]),
        ({"year": "none"}, ["Unknown"]),
        ({"code": "yes"}, ["Piles"]),
        ({"code": "no"}, ["heaps", "Stacks", "Unknown"]),
        ({"org": "zurich"}, ["Piles"]),
        ({"org": "pku", "category": "CL"}, ["Stacks"]),
        ({"group": "1"}, ["Stacks", "Unknown"]),
        ({"group": "7"}, []),
    ],
)
def test_every_filter_must_let_a_paper_through(papers, atlas, wanted, expected):
    assert titles(papers, atlas, sort="title", **wanted) == sorted(expected, key=str.lower)


def test_without_a_map_no_paper_is_in_a_group(papers):
    assert titles(papers, group="1") == []


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("-date", ["Piles", "heaps", "Stacks", "Unknown"]),
        ("date", ["heaps", "Stacks", "Piles", "Unknown"]),
        ("title", ["heaps", "Piles", "Stacks", "Unknown"]),
        ("-title", ["Unknown", "Stacks", "Piles", "heaps"]),
        ("authors", ["heaps", "Stacks", "Piles", "Unknown"]),
        ("-category", ["heaps", "Piles", "Stacks", "Unknown"]),
        ("code", ["Piles", "heaps", "Stacks", "Unknown"]),
    ],
)
def test_what_has_nothing_in_a_column_comes_last(papers, sort, expected):
    assert titles(papers, sort=sort) == expected


def test_counts_heed_all_filters_but_their_own(papers, atlas):
    wanted = Wanted(category="CL", year="2023")
    assert counted(papers, wanted, atlas, "year") == {"2024": 1, "2023": 1}
    assert counted(papers, wanted, atlas, "category") == {"LG": 1, "CL": 1}
    assert counted(papers, wanted, atlas, "group") == {"1": 1}


def test_of_a_long_paper_the_opening_is_searched():
    from store.places import Section

    text = "We sort sand. " + "x" * 2_000 + "\n\nBeyond it are stones."
    long = paper("Long", text=text, sections=(Section("1 All", 0, len(text)),))
    assert titles(holdings([long]), q="sort") == ["Long"]
    assert titles(holdings([long]), q="stones") == []
