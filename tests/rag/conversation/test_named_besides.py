"""Papers that a text names put to the set before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse, ids

SET = "Which papers are about mixture of experts?"


@pytest.mark.parametrize(
    "text", ["plus WRENCH", "add WRENCH to the list", "and include WRENCH too", "also add WRENCH"]
)
def test_a_named_paper_is_put_to_the_set(chain: Chain, text: str) -> None:
    both = ids(converse(chain, SET)) | {"zhang2021wrench"}
    assert ids(converse(chain, SET, text)) == both
    assert f"**{len(both)}**" in converse(chain, SET, text, "how many now?").markdown


def test_what_more_says_is_asked(chain: Chain) -> None:
    assert len(converse(chain, SET, "plus everything on pruning").papers) > 3


def test_how_many_papers_there_are_now_is_of_the_set_alone(chain: Chain) -> None:
    answer = converse(chain, "Who wrote T-MAC?", "how many papers are there?")
    assert len(answer.papers) == 50
