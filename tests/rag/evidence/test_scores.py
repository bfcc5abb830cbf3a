"""Scores that are asked for by their names."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.evidence.scores import lacks_score

TEXT = "It halves the model and raises AUC by 0.86% on a speech benchmark."


@pytest.mark.parametrize(
    "question",
    [
        "which word error rate does the pruned model obtain?",
        "What is its final perplexity?",
        "how low was the WER?",
        "what BLEU does it reach?",
    ],
)
def test_a_score_that_is_never_named_is_lacking(question: str) -> None:
    assert lacks_score(question, TEXT)


@pytest.mark.parametrize(
    "question",
    [
        "What AUC does it obtain?",
        "what accuracy does it reach?",
        "why is the word error rate so hard to lower?",
        "does it improve perplexity?",
        "how much smaller is the model?",
    ],
)
def test_what_is_named_or_not_asked_for(question: str) -> None:
    assert not lacks_score(question, TEXT)


def test_another_figure_is_no_word_error_rate(chain: Chain) -> None:
    asked = "Which word error rate the pruned Conformer obtains on LibriSpeech test-other?"
    assert chain.ask(f"Could you tell me {asked[0].lower()}{asked[1:]}").abstained
    assert not chain.ask("By how much does the pruned Conformer cut the inference cost?").abstained
