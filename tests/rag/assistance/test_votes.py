"""Verdicts are read out of whatever a model says, and count with a quote that stands there."""

from __future__ import annotations

import pytest

from rag.assistance.votes import Vote, proof, schema_of_votes, votes_in
from rag.types import Evidence

SENTENCE = "T-MAC runs  low-bit models on CPUs, four times faster."
SHOWN = [
    Evidence("a", "abstract", 0, 20, "Something else is said."),
    Evidence("a", "abstract", 30, 84, SENTENCE),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"belong": [{"paper": 2, "quote": "runs on CPUs"}]}', {2: "runs on CPUs"}),
        ('{"belong": []}', {}),
        ('Sure! {"belong": [{"quote": "q", "paper": 1}]} Done.', {1: "q"}),
        (
            '{"belong": [{"paper": 1, "quote": "first"}, {"paper": 1, "quote": "again"}]}',
            {1: "first"},
        ),
        ('{"belong": [{"paper": 1, "quote": "whole"}, {"paper": 2, "quo', {1: "whole"}),
        ('{"belong": [{"paper": 0, "quote": "a"}, {"paper": 9, "quote": "b"}]}', None),
        ('{"belong": [{"paper": "1", "quote": "a"}, {"paper": 2, "quote": 7}]}', None),
        ("Papers 1 and 2 fit.", None),
        ("", None),
        ("[" * 5_000, None),
    ],
)
def test_verdicts_are_read(text: str, found: dict[int, str] | None) -> None:
    read = votes_in(text, 8)
    assert (None if read is None else {n: v.quote for n, v in read.items()}) == found


@pytest.mark.parametrize(
    "quote", [SENTENCE, "runs low-bit models", '"low-bit models on CPUs"', "four times faster …"]
)
def test_a_quote_that_stands_there_proves(quote: str) -> None:
    assert proof(Vote(1, quote), SHOWN) == SHOWN[1]


@pytest.mark.parametrize(
    "quote", ["", "CPUs", "on CPUs", "Runs low-bit models", "runs small models on CPUs", '… " .']
)
def test_any_other_does_not(quote: str) -> None:
    assert proof(Vote(1, quote), SHOWN) is None


def test_the_schema_allows_the_papers_of_the_batch() -> None:
    paper = schema_of_votes(8)["properties"]["belong"]["items"]["properties"]["paper"]
    assert (paper["minimum"], paper["maximum"]) == (1, 8)
