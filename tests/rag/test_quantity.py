from __future__ import annotations

import pytest

from rag.quantity import leaves_unsaid

TEXT = (
    "It has 22 varied real-world datasets and runs on a single A100 GPU. We train a 7B model on "
    "418K competition-level code problems in 510 RL steps. The secret needs any k pieces. "
    "The decoder has layers. Models trained at 16K reach far. A window of two-by-two is used."
)


@pytest.mark.parametrize(
    "question",
    [
        "How many real-world datasets are there?",
        "How many GPUs does it need?",
        "How many parameters does it have?",
        "How many programming problems are there in it?",
        "How many pieces are needed?",
        "How many points does it gain?",  # a measure: papers write "%" for it
        "What GPU was it trained on?",
        "What does it do?",
        "What sequence length was it trained at?",
        "What window size does it use?",
        "Into how many kinds does it fall?",  # "nine classes" would do
    ],
)
def test_what_a_text_gives(question: str) -> None:
    assert not leaves_unsaid(question, TEXT)


@pytest.mark.parametrize(
    "question",
    [
        "How many layers does the decoder have?",
        "How many dollars did it cost?",
        "How many seconds does it take?",
        "How many annotators labelled it?",
        "What learning rate did they use?",
        "What was the labelling budget?",
        "learning rate used for its second stage?",
        "How many people took part in the trial?",
        "How much money did the hospital save?",
        "What batch size was used?",
        "How many lines of code does it have?",
        "What did the cluster cost in dollars?",
        "What percentage of layers is pruned?",
        "What beam width do they search with?",
    ],
)
def test_what_a_text_leaves_unsaid(question: str) -> None:
    assert leaves_unsaid(question, TEXT)


@pytest.mark.parametrize("share", [r"$\frac{2}{5}$", "2/5", "two fifths", "40 %"])
def test_a_fraction_is_a_share(share: str) -> None:
    text = f"At least {share} of its zeros lie on the line."
    assert not leaves_unsaid("What fraction of zeros lies on the line?", text)


def test_no_share_is_given_where_there_is_none() -> None:
    assert leaves_unsaid("What fraction of zeros lies on the line?", "Its zeros lie on the line.")
