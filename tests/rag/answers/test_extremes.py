from __future__ import annotations

import pytest

from rag.chain import Chain


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("largest speedup reported in the collection?", "**40x**"),
        ("What is the longest context window reported?", "**2048k tokens**"),
        ("Which paper uses the most GPUs?", "**2048**"),
        ("lowest number of bits?", "**1-bit**"),
        ("highest accuracy?", "**91.13%**"),
        ("fewest GPUs used", "**single GPU**"),
        ("Which paper trained on the most tokens?", "**6T**"),
        ("highest accuracy on AIME?", "**80.6%**"),
        ("the largest speedup in 2024?", "**4x**"),
        ("biggest energy saving by Ting Cao", "**70%**"),
        ("which quantization paper uses the lowest bit width?", "**1-bit**"),
    ],
)
def test_the_extreme_and_the_next_two_are_told(chain: Chain, question: str, first: str) -> None:
    answer = chain.ask(question)
    lead, line, *more = answer.markdown.partition("\n\n")[0], *answer.markdown.split("\n- ")[1:]
    assert "first" in lead
    assert first in line
    assert 1 <= len(more) <= 2


@pytest.mark.parametrize(
    "question",
    ["largest dataset?", "longest title?", "What is the largest speedup of PIT?", "best paper?"],
)
def test_others_are_answered_as_before(chain: Chain, question: str) -> None:
    assert "a figure of “" not in chain.ask(question).markdown
