"""How large a corpus is."""

from __future__ import annotations

import pytest

from rag.evidence.data_size import asks_data_size, gives_data_size


@pytest.mark.parametrize(
    "question",
    [
        "What is the size of Sigma's pretraining corpus?",
        "How big is the dataset in the owl paper?",
        "how large was the training set",
    ],
)
def test_a_size_of_data_is_asked(question: str) -> None:
    assert asks_data_size(question)


@pytest.mark.parametrize(
    "question", ["What is the batch size?", "How big is the model?", "Which data does it use?"]
)
def test_no_size_of_data_is_asked(question: str) -> None:
    assert not asks_data_size(question)


def test_what_it_holds_tells_it() -> None:
    assert gives_data_size("We train on 6T tokens.")
    assert gives_data_size("It has 418K competition-level code problems.")
    assert gives_data_size("It comprises two million images, or 2,000,000 images.")
    assert not gives_data_size("Models of 1.5B to 14B do well.")
