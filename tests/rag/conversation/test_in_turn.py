"""What follows in the order of the answer before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse, ids

NEWEST = "What is the newest paper?"


@pytest.mark.parametrize(
    "text", ["and the one before?", "the one before that", "the previous one?"]
)
def test_before_the_newest_is_the_second_newest(chain: Chain, text: str) -> None:
    assert ids(converse(chain, NEWEST, text)) == {"duan2025goldmedallevel"}


def test_and_again_before_that(chain: Chain) -> None:
    asked = (NEWEST, "and the one before?", "and before that?")
    assert ids(converse(chain, *asked)) == {"xie2025mmasim"}
    assert len(converse(chain, *asked, "what are these three about?").papers) == 3


def test_a_question_on_the_paper_between_does_not_count(chain: Chain) -> None:
    asked = (NEWEST, "what is it about?", "and the one before?")
    assert ids(converse(chain, *asked)) == {"duan2025goldmedallevel"}


def test_nothing_stands_before_the_oldest(chain: Chain) -> None:
    answer = converse(chain, "What is the oldest paper?", "and before that?")
    assert answer.abstained


def test_back_in_the_order(chain: Chain) -> None:
    first = converse(chain, "What is the oldest paper?")
    assert ids(converse(chain, "What is the oldest paper?", "and the next?", "and before?")) == ids(
        first
    )


def test_before_a_year_is_no_order(chain: Chain) -> None:
    answer = converse(chain, "papers from 2023", "and before?")
    assert len(answer.papers) > 1


@pytest.mark.parametrize(
    ("text", "number"), [("three more", 3), ("next", 2), ("show me one more", 1), ("two others", 2)]
)
def test_the_next_ones_of_a_list_cut_short(chain: Chain, text: str, number: int) -> None:
    answer = converse(chain, "give me two papers on reasoning", text)
    assert len(answer.papers) == number
    assert ids(answer) < ids(chain.ask("papers on reasoning"))
    assert not ids(answer) & ids(chain.ask("give me two papers on reasoning"))
