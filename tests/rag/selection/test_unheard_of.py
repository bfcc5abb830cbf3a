"""Proper names of several words that no paper has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rag.chain import Chain
from rag.evidence.silence import Silence

TIDES = (
    "TideGrid optimizes a policy directly. A preference is that of harbour masters. We use Spectral"
    " Residual Maps to find storms, and policy gradients (PGR) in shallow water."
)
OWLS = "Owls were counted in woods. Owls hunt voles at night, by preference direct from a perch."


@pytest.fixture
def sea(chained: Callable[..., Chain]) -> Chain:
    papers = [("TideGrid: Tides", TIDES, "", ["Cone, Dora"]), ("Owls", OWLS, "", ["Dorn, E."])]
    return chained(papers)


@pytest.mark.parametrize(
    "question",
    [
        "How does Direct Preference Harbouring avoid a policy of its own?",
        "Which papers are about Shallow Preference Maps in water?",
    ],
)
def test_a_thing_by_name_that_no_paper_has_is_not_here(sea: Chain, question: str) -> None:
    answer = sea.ask(question)
    assert answer.abstained
    assert answer.markdown == Silence.NOT_HERE.value


@pytest.mark.parametrize(
    "question",
    [
        "How do Spectral Residual Maps find storms?",
        "What does Policy Gradient Residual do in shallow water?",  # its initials are there
        "Which Papers Count Owls In Woods?",
    ],
)
def test_what_is_called_by_a_name_that_papers_have(sea: Chain, question: str) -> None:
    assert not sea.ask(question).abstained


def test_the_name_of_a_category_is_heard_of(chain: Chain) -> None:
    answer = chain.ask(
        "Which papers in the Hardware Architecture category (cs.AR) design hardware?"
    )
    assert {paper.id for paper in answer.papers} == {"li2025lutdla", "mo2024lut"}
