"""Questions that name no paper, and are of one that was just spoken of, or are not."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import SWIFTPRUNER, converse


@pytest.mark.parametrize(
    ("first", "text", "named"),
    [
        (
            "which papers propose a new RL algorithm?",
            "how large are the models?",
            "shang2025rstar2",
        ),
        (
            "what is there on context pruning?",
            "by how much did accuracy rise on GSM8K?",
            "huang2023fewer",
        ),
        ("which paper deals with ad relevance?", "was there an online experiment?", SWIFTPRUNER),
    ],
)
def test_the_paper_before_that_has_it_is_meant(
    chain: Chain, first: str, text: str, named: str
) -> None:
    answer = converse(chain, first, text)
    assert answer.question.kind is Kind.FACT
    assert answer.question.named[0].startswith(named)


def test_what_is_pointed_to_is_of_the_paper_before(chain: Chain) -> None:
    first = "Which paper is about the anomaly detection service?"
    answer = converse(chain, first, "How many engineers work in this team?")
    assert answer.abstained
    assert answer.question.named == ("ren2019timeseries",)


@pytest.mark.parametrize(
    "text",
    [
        "how much memory does nearest neighbour search with disks need?",
        "is there anything on image retrieval?",
        "are there papers on this topic from 2021?",
        "new topic: what does a piracy report cost?",
        "what is the capital of France?",
    ],
)
def test_what_says_itself_what_it_is_about_is_not(chain: Chain, text: str) -> None:
    answer = converse(chain, "What is T-MAC?", text)
    assert "wei2024tmac" not in answer.question.named
