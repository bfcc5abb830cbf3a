"""The papers before, counted by a field of their records."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse, ids


@pytest.mark.parametrize("text", ["by year?", "per year", "broken down by year please"])
def test_the_set_before_is_counted(chain: Chain, text: str) -> None:
    first = "how many papers on pruning?"
    asked = converse(chain, first, text).question
    assert asked.tally is not None
    assert set(asked.scope or ()) == ids(chain.ask(first))


def test_what_was_counted_so_is_of_the_library(chain: Chain) -> None:
    asked = converse(chain, "How many papers are there per year?", "and by month?").question
    assert asked.scope is None


def test_an_order_is_no_count(chain: Chain) -> None:
    assert converse(chain, "papers on pruning", "sorted by year").question.tally is None
