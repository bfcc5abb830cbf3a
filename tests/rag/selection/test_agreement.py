"""A model is believed where its verdicts follow the papers, and not where they follow nothing."""

from __future__ import annotations

from math import log

import pytest

from rag.selection.agreement import NO, TRUSTED, YES, Opinion, Said, moved, trust, with_opinion
from rag.selection.judged import Judged
from rag.types import Evidence

SURE = [0.97, 0.95, 0.9, 0.6, 0.3, 0.01, 0.01, 0.001]
OPEN = [0.5, 0.2, 0.1, 0.05, 0.03, 0.01, 0.01, 0.001]


def said(chances: list[float], verdicts: str, proved: str | None = None) -> list[Said]:
    proofs = proved or verdicts
    return [
        Said(chance, verdict == "y", proof == "y")
        for chance, verdict, proof in zip(chances, verdicts, proofs, strict=True)
    ]


@pytest.mark.parametrize("chances", [SURE, OPEN])
@pytest.mark.parametrize("verdicts", ["yyyyyyyy", "nnnnnnnn", "nynynyny", "nnnnnnyy", "nnnnynnn"])
def test_verdicts_that_follow_nothing_are_not_believed(chances: list[float], verdicts: str) -> None:
    assert trust(said(chances, verdicts)) < TRUSTED


@pytest.mark.parametrize("verdicts", ["yyyynnnn", "yyynnnnn", "yyyyynnn"])
def test_verdicts_that_part_papers_are_believed(verdicts: str) -> None:
    assert trust(said(SURE, verdicts)) >= TRUSTED


def test_quotes_that_do_not_stand_in_the_papers_cost_belief() -> None:
    assert trust(said(SURE, "yyyynnnn")) >= TRUSTED
    assert trust(said(SURE, "yyyynnnn", "ynnnnnnn")) < TRUSTED


def test_without_verdicts_nobody_is_believed() -> None:
    assert trust([]) == 0.0


def test_one_verdict_by_hand() -> None:
    """Of two papers, 0.9 and 0.1 likely, a yes to the first: able 0.841 × 0.95 and 0.871."""
    able = (0.9 * 0.93 + 0.1 * 0.04) * 0.95 * (1 - (0.1 * 0.93 + 0.9 * 0.04))
    blind = 1 / 6  # (n + 1) times n over k, with n = 2 and k = 1
    assert trust(said([0.9, 0.1], "yn")) == pytest.approx(able / (able + blind))


def test_a_verdict_multiplies_the_odds() -> None:
    assert with_opinion(0.5, Opinion(log(4))) == pytest.approx(0.8)
    assert with_opinion(0.2, Opinion(log(4))) == pytest.approx(0.5)
    assert with_opinion(0.0, Opinion(YES)) < 1e-6
    assert with_opinion(1.0, Opinion(NO)) > 1 - 1e-6


def test_papers_are_moved_and_put_in_order_again() -> None:
    own, shown = (Evidence("a", "abstract", 0, n, "x" * n) for n in (3, 5))
    papers = [
        Judged(paper_id, chance, chance, own, whole=True, added=())
        for paper_id, chance in (("a", 0.6), ("b", 0.5), ("c", 0.1))
    ]
    opinions = {"a": Opinion(NO), "b": Opinion(YES, shown)}
    found = moved(papers, opinions)
    assert [paper.paper_id for paper in found] == ["b", "c", "a"]
    assert [paper.evidence for paper in found] == [shown, own, own]
    assert found[1] == papers[2]
