"""Whether a text names the things that it counts."""

from __future__ import annotations

import pytest

from rag.evidence.listed_names import leaves_unnamed

COUNTED = (
    "We build TideBench, a benchmark of six harbour projects. TideGrid is faster on three large"
    " datasets, and solves 28 of 30 problems. It matters for IMO-level problems."
)
NAMED = (
    "It is tested on three datasets (PortA, Quay and SeaLog) and the Rust and Zig compilers."
    " We present TideBench, a benchmark for harbours, and two projects: Mole and Pier."
)


@pytest.mark.parametrize(
    "question",
    [
        "Which six projects make up TideBench?",
        "What are the three datasets called on which TideGrid is faster?",
        "What are the names of the three large datasets?",
        "Which two problems does TideGrid fail to solve?",
        "list the datasets",
        "which projects are in TideBench?",
    ],
)
def test_what_is_only_counted_is_not_named(question: str) -> None:
    assert leaves_unnamed(question, COUNTED)


@pytest.mark.parametrize(
    "question",
    [
        "Which three datasets was it tested on?",
        "What are the names of the datasets?",
        "Which two compilers were used?",
        "Which two projects are there?",
        "Which five hospitals took part?",  # it may call them something else
        "Which two techniques does it combine?",
        "How many datasets are there?",
    ],
)
def test_what_is_named_or_asked_otherwise(question: str) -> None:
    assert not leaves_unnamed(question, NAMED)
