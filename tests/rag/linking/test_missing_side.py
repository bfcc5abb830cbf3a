"""Comparisons with what no paper of the library is on."""

from __future__ import annotations

import pytest

from rag.chain import Chain


@pytest.mark.parametrize(
    "question",
    [
        "Compare LongRoPE with YaRN",
        "LongRoPE vs YaRN",
        "How does LongRoPE differ from YaRN?",
        "Is LongRoPE better than YaRN?",
    ],
)
def test_the_side_that_is_not_there_is_named(chain: Chain, question: str) -> None:
    answer = chain.ask(question)
    assert answer.abstained
    assert answer.markdown.startswith("No paper in this collection is on YaRN")


def test_what_papers_say_of_it_is_shown(chain: Chain) -> None:
    answer = chain.ask("Compare T-MAC with DeepSpeed")
    assert answer.abstained
    assert "DeepSpeed" in answer.citations[0].quote


@pytest.mark.parametrize(
    "question", ["Compare LongRoPE with LongRoPE2", "How does T-MAC compare with llama.cpp?"]
)
def test_what_papers_compare_is_answered(chain: Chain, question: str) -> None:
    assert not chain.ask(question).abstained


def test_a_name_alone_asks_nothing_of_both(chain: Chain) -> None:
    assert "On what is asked" not in chain.ask("compare rStar and rStar-Math").markdown
    benchmarks = "Which benchmark is larger, RepoCraft or HAGeo-409, and by what count?"
    assert "1,052" in chain.ask(benchmarks).markdown
