"""Housework, sums and programs, which no paper is asked for."""

from __future__ import annotations

import pytest

from rag.evidence.everyday import is_everyday, is_surely_everyday


@pytest.mark.parametrize(
    "text",
    [
        "How do I cook rice?",
        "how to lose weight",
        "how can I fix my old car?",
        "how should we renew a passport",
        "Solve x^2=4",
        "what is 12 squared?",
        "calculate 3% of 200",
        "integrate x^2",
        "Write Python code that sorts a list",
        "write a recursive function to reverse a string",
        "fix my python: for i in range(10) print(i)",
        "how many kilometres is 26 miles",
    ],
)
def test_none_of_the_papers_business(text: str) -> None:
    assert is_surely_everyday(text)


@pytest.mark.parametrize(
    "text",
    [
        "How do I speed up MoE training?",
        "How do I tie attention weights?",
        "how do we lose weights in pruning?",
        "write me a summary of T-MAC",
        "solve: which papers are about pruning?",
        "Compute the speedup of T-MAC",
        "What is 2 bit quantization?",
        "what is 4-bit inference",
        "Which papers write code?",
        "Give me the code of T-MAC",
        "write code generation papers as a list",
        "how many tokens is 2 MB?",
        "How do I compute attention in my kernel?",
    ],
)
def test_what_papers_may_be_asked(text: str) -> None:
    assert not is_surely_everyday(text)


@pytest.mark.parametrize(
    ("text", "everyday"),
    [
        ("how do I install docker on windows 11?", True),
        ("good pizza near campus?", True),
        ("should I buy Nvidia shares?", True),
        ("write an essay about dogs", True),
        ("which papers should I buy?", False),
        ("good papers on pizza", False),
        ("the best pruning ratio", False),
    ],
)
def test_advice_where_no_paper_has_it(text: str, everyday: bool) -> None:
    assert is_everyday(text) is everyday
