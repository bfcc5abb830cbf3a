"""Organisations that did something together, and how many a record names."""

import pytest

from rag.chain import Chain
from rag.language.bounds import Bounds
from rag.records.organisation_names import organisation_bounds


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Is anything joint work between Microsoft Research and Peking University?", 4),
        ("the 2023 papers that Microsoft Research did with PKU", 3),
        ("papers from Microsoft Research and PKU", 14),  # of either
        ("how many papers name exactly two organisations?", 4),
        ("papers from more than one institution", 4),
        ("non-Microsoft papers with code from 2025", 6),
        ("papers of Microsoft Research on which Peking University is not present", 10),
    ],
)
def test_papers_of_several_organisations(chain: Chain, question: str, count: int) -> None:
    assert len(chain.ask(question).papers) == count


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("papers with at least two affiliations", Bounds(2)),
        ("papers from a single university", Bounds(1, 1)),
        ("papers with no organisation", None),
        ("How many organisations are there?", None),
        ("papers on two organisations of memory", None),
    ],
)
def test_so_many_organisations(text: str, bounds: Bounds | None) -> None:
    assert organisation_bounds(text)[0] == bounds
