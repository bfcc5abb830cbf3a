"""A question without an answer leaves the paper that it named to be spoken of."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import TMAC, converse

UNANSWERED = "What throughput does T-MAC get on an RTX 9090?"


@pytest.mark.parametrize(("text", "named"), [("who wrote it?", TMAC), ("and VPTQ?", "liu2024vptq")])
def test_it_is_the_paper_that_was_asked_about(chain: Chain, text: str, named: str) -> None:
    assert chain.ask(UNANSWERED).abstained
    assert converse(chain, UNANSWERED, text).question.named == (named,)


def test_the_question_is_asked_again_of_the_next(chain: Chain) -> None:
    assert "RTX 9090" in converse(chain, UNANSWERED, "and VPTQ?").question.whole


def test_of_a_topic_that_is_not_here_nothing_is_left(chain: Chain) -> None:
    answer = converse(chain, "Which papers are about quantum computing?", "who wrote it?")
    assert answer.abstained


def test_it_is_not_the_first_of_an_old_list(chain: Chain) -> None:
    asked = ("Which papers target CPUs?", "Which papers are about quantum computing?")
    assert converse(chain, *asked, "who wrote it?").abstained
