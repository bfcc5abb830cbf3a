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


MOST = "Which year has the most papers?"


@pytest.mark.parametrize("text", ["and the second most?", "which is next?", "which comes second?"])
def test_what_follows_the_most(chain: Chain, text: str) -> None:
    answer = converse(chain, MOST, text)
    assert answer.markdown.startswith("The years with the most papers: **2025**: 19, **2023**: 13.")


def test_the_papers_of_that_year_are_those(chain: Chain) -> None:
    listed = converse(chain, MOST, "list the papers of that year")
    assert len(listed.papers) == 19
    with_code = converse(chain, MOST, "which papers from that year have code?")
    assert len(with_code.papers) == 7


def test_of_no_count_that_year_is_left(chain: Chain) -> None:
    assert converse(chain, "When was SPANN published?", "and after that?").question.tally is None
