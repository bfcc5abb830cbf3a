"""Follow-ups that turn the order of the answer before around."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Order
from tests.rag.conversation.test_conversation import converse, ids

NEWEST = "list the papers from 2024, newest first"


@pytest.mark.parametrize(
    "text",
    ["reverse the order", "now the other way round, please", "can you flip that?", "reverse it"],
)
def test_the_order_is_turned_around(chain: Chain, text: str) -> None:
    answer = converse(chain, NEWEST, text)
    assert answer.question.order is Order.OLDEST
    before = chain.ask(NEWEST)
    assert ids(answer) == ids(before)
    assert (answer.papers[0], answer.papers[-1]) == (before.papers[-1], before.papers[0])


def test_an_order_by_words_is_turned_around(chain: Chain) -> None:
    answer = converse(chain, "Which paper has the fewest words in its title?", "reverse the order")
    assert answer.question.order is Order.MOST_TITLE_WORDS


def test_what_had_no_order_keeps_it(chain: Chain) -> None:
    answer = converse(chain, "Which papers are about pruning?", "reverse the order")
    assert answer.question.order is None


@pytest.mark.parametrize("text", ["put the newest first", "show the newest ones at the top"])
def test_a_set_is_put_in_order(chain: Chain, text: str) -> None:
    first = "Which papers are about pruning?"
    answer = converse(chain, first, text)
    assert answer.question.order is Order.NEWEST
    assert ids(answer) == ids(chain.ask(first))


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("and the shortest?", Order.SHORTEST_TITLE),
        ("which is the shortest one?", Order.SHORTEST_TITLE),
        ("and the longest abstract?", Order.LONGEST_ABSTRACT),
    ],
)
def test_the_other_end_of_a_length(chain: Chain, text: str, order: Order) -> None:
    answer = converse(chain, "Which title is the longest?", text)
    assert answer.question.order is order
    assert len(answer.papers) == 1


def test_the_shortest_after_no_length_is_none(chain: Chain) -> None:
    assert converse(chain, "papers on pruning", "and the shortest?").question.order is None
