"""What is asked of a count over the records before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.records.tally import Wanted
from tests.rag.conversation.test_conversation import converse

COUNT = "which subject categories do you cover?"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ok which is the biggest", Wanted.MOST),
        ("the most common one?", Wanted.MOST),
        ("and which one has the fewest papers?", Wanted.FEWEST),
    ],
)
def test_the_end_of_a_count_is_asked_for(chain: Chain, text: str, wanted: Wanted) -> None:
    tally = converse(chain, COUNT, text).question.tally
    assert tally is not None
    assert tally.wanted is wanted


def test_how_many_the_end_has(chain: Chain) -> None:
    answer = converse(chain, COUNT, "which is the biggest", "how many in that one")
    assert len(answer.papers) == 17
    assert "17 papers" in answer.markdown


def test_which_is_the_biggest_of_papers_counts_nothing(chain: Chain) -> None:
    assert converse(chain, "papers on pruning", "which is the biggest?").question.tally is None
