"""What the verb of a question asks of papers."""

from __future__ import annotations

import pytest

from rag.question.relations import relation_of, what_is_brought_in
from rag.types import Relation


@pytest.mark.parametrize(
    "text",
    [
        "Which papers introduce a data set?",
        "whose authors built a new benchmark",
        "What benchmarks are introduced here?",
        "new accelerator designs",
        "Who creates languages of their own?",
        "papers which contribute a new evaluation benchmark",
    ],
)
def test_verbs_and_new_things_ask_who_brings_something_in(text: str) -> None:
    assert relation_of(text) is Relation.INTRODUCES


@pytest.mark.parametrize(
    "text",
    [
        "new papers on pruning",
        "What is new in quantization?",
        "Which methods were proposed for pruning?",
        "papers about building training data",
        "Which papers present algorithms for sorting?",
    ],
)
def test_new_papers_and_a_doing_bring_in_nothing(text: str) -> None:
    assert relation_of(text) is Relation.ABOUT


def test_a_mention_and_a_use_are_read_first() -> None:
    assert relation_of("Which papers mention a new benchmark?") is Relation.MENTIONS
    assert relation_of("Which papers use a new benchmark?") is Relation.USES


def test_what_a_library_has_on_a_thing_is_about_it() -> None:
    assert relation_of("Do you have anything on pruning?") is Relation.ABOUT
    assert relation_of("papers that have something about pruning") is Relation.MENTIONS


def test_what_is_brought_in_stays() -> None:
    assert what_is_brought_in("propose a new accelerator").split() == ["a", "accelerator"]


@pytest.mark.parametrize(
    "text",
    [
        "Which papers pit their own model against DeepSeek-R1?",
        "papers with measurements on A100",
        "Which papers surpass GPT-4?",
        "who has outdone o1?",
    ],
)
def test_what_is_measured_or_beaten_is_used(text: str) -> None:
    assert relation_of(text) is Relation.USES
