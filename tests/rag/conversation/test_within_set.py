"""Few words that are of the papers of the set before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse, ids

NAS = "papers about neural architecture search"


@pytest.mark.parametrize("text", ["for phones", "for phones?", "in mobile apps", "but for phones"])
def test_for_something_are_some_of_those(chain: Chain, text: str) -> None:
    assert ids(converse(chain, NAS, text)) <= ids(converse(chain, NAS))


def test_another_such_text_is_of_the_whole_set(chain: Chain) -> None:
    assert ids(converse(chain, NAS, "for phones", "for text")) == {"wang2019textnas"}


@pytest.mark.parametrize(
    "text",
    ["best result?", "and the worst?", "to how many tokens?", "on what dataset?", "how low?"],
)
def test_a_measure_is_told_of_each(chain: Chain, text: str) -> None:
    answer = converse(chain, NAS, text)
    assert answer.question.kind is Kind.COMPARE
    assert ids(answer) == ids(converse(chain, NAS))


def test_of_many_papers_it_is_looked_for_in_those(chain: Chain) -> None:
    many = ids(converse(chain, "which papers use GPUs?"))
    assert ids(converse(chain, "which papers use GPUs?", "highest speedup?")) <= many


@pytest.mark.parametrize("text", ["in one sentence", "in total?", "what about T-MAC?"])
def test_what_it_must_not_touch(chain: Chain, text: str) -> None:
    question = converse(chain, NAS, text).question
    assert question.kind is not Kind.LIST


def test_other_years_and_topics_are_of_the_library(chain: Chain) -> None:
    assert converse(chain, NAS, "what about pruning?").question.scope is None
