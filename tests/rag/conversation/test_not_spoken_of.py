"""The papers of a list of which nothing was asked yet."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse, ids

LIST = "List the rStar papers, oldest first."
REST = {"guan2025rstarmath", "liu2025rstarcoder", "shang2025rstar2agent"}


@pytest.mark.parametrize(
    "text",
    ["the rest in one sentence", "and the rest?", "sum up the others", "what about the others?"],
)
def test_the_rest_is_summed_up(chain: Chain, text: str) -> None:
    answer = converse(chain, LIST, "sum up the first", text)
    assert (answer.question.kind, ids(answer)) == (Kind.COMPARE, REST)


def test_the_rest_is_asked_what_the_one_was(chain: Chain) -> None:
    answer = converse(chain, LIST, "who wrote the first one?", "and the others?")
    assert (answer.question.asks, ids(answer)) == (("authors",), REST)


def test_the_rest_leaves_out_all_that_were_spoken_of(chain: Chain) -> None:
    asked = (LIST, "sum up the first", "what is the second about?", "which of the rest have code?")
    assert ids(converse(chain, *asked)) == REST - {"guan2025rstarmath"}


def test_the_rest_of_a_list_that_none_was_picked_from_is_the_librarys(chain: Chain) -> None:
    answer = converse(chain, "Which papers are about pruning?", "and the others?")
    assert len(answer.papers) > 40
