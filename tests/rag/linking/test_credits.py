from __future__ import annotations

from collections.abc import Callable

import pytest

from rag.chain import Chain

RECORDS = (
    (
        "Curve Fitting Using Splines Under Tension",
        "The spline under tension was introduced by Schweikert to avoid bumps. We fit curves in "
        "the plane and give a program for them.",
        "April, 1974",
        ["Cline, A. K."],
    ),
    (
        "Heap Construction",
        "A heap of items is built from the bottom up. Tournaments are a special case.",
        "May, 1964",
        ["Floyd, B."],
    ),
)


@pytest.fixture(scope="module")
def chain(chained: Callable[..., Chain]) -> Chain:
    return chained(RECORDS)


def test_whom_a_paper_credits_with_a_thing(chain: Chain) -> None:
    answer = chain.ask("who came up with the spline under tension?")
    assert "introduced by Schweikert" in answer.citations[0].quote


def test_who_wrote_a_paper_is_its_author(chain: Chain) -> None:
    answer = chain.ask("who wrote the paper on splines under tension?")
    assert "Cline" in answer.markdown
    assert "Schweikert" not in answer.markdown


def test_where_nobody_else_is_credited_it_is_the_author(chain: Chain) -> None:
    assert "Floyd" in chain.ask("who invented heap construction?").markdown
