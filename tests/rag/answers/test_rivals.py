from __future__ import annotations

import pytest

from rag.chain import Chain


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        (
            "Which reaches a longer context, LongRoPE or LongRoPE2?",
            "**LongRoPE** has the longer context: 2048k tokens, against 128K",
        ),
        (
            "Does rStar-Math or rStar2-Agent use a larger model?",
            "**rStar2-Agent** has the larger model: 14B, against 7B, 3.8B in **rStar-Math**",
        ),
        (
            "Which uses the smaller model, rStar-Math or rStar2-Agent?",
            "**rStar-Math** has the smaller model",
        ),
        (
            "Which of the two is faster, T-MAC or LUT-NN?",
            "do not measure the same, so which is faster is not told (**T-MAC**: 4x compared to",
        ),
        (
            "RetroInfer or SeerAttention-R - which has the bigger speedup?",
            "do not measure the same",
        ),
    ],
)
def test_the_verdict_leads_with_its_sources(chain: Chain, question: str, verdict: str) -> None:
    first, _, rest = chain.ask(question).markdown.partition("\n\n")
    assert verdict in first
    assert first.endswith("[1][2]")
    assert "| --- |" in rest


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which is faster, SeerAttention or SeerAttention-R?", "Only **SeerAttention-R** gives"),
        ("Who scores higher on MATH, rStar-Math or rStar2-Agent?", "in percent on MATH, so"),
    ],
)
def test_where_one_has_no_figure_that_is_said(chain: Chain, question: str, said: str) -> None:
    first = chain.ask(question).markdown.partition("\n\n")[0]
    assert said in first
    assert first.endswith("is not told.")


@pytest.mark.parametrize("question", ["compare T-MAC and LUT-NN", "How do PIT and Tutel differ?"])
def test_where_nothing_is_weighed_no_verdict_is_given(chain: Chain, question: str) -> None:
    assert chain.ask(question).markdown.startswith("Side by side")


@pytest.mark.parametrize(
    "question",
    [
        "Which uses less memory, SPANN or LUT-NN?",  # "32GB memory cost"
        "Which has lower latency, SPANN or SwiftPruner?",  # "one millisecond", "1900us"
        "Which is more accurate, LUT-NN or LUT-DLA?",  # 41.7% of power, a drop of 0.1%
    ],
)
def test_no_figure_is_denied_where_one_may_stand(chain: Chain, question: str) -> None:
    assert chain.ask(question).markdown.startswith("Side by side")


def test_an_edition_of_a_benchmark_is_of_it(chain: Chain) -> None:
    first = chain.ask("Which scores higher on AIME, rStar-Math or rStar2-Agent?").markdown
    assert "do not measure the same" in first.partition("\n\n")[0]
