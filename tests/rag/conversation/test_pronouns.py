"""Words that stand for the one paper of the answer before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.conversation.pronouns import speaks_of_it
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse, ids


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("when was that put online?", "November 5, 2021"),
        ("when did it go online?", "November 5, 2021"),
        ("when did that come out?", "November 5, 2021"),
        ("how much memory does that need?", "32GB"),
        ("what does that improve?", "SPANN"),
        ("is this used with DiskANN?", "SPANN"),
        ("How much memory is used there?", "32GB"),
        ("what methods does it compare with?", "SPANN"),
        ("Does it need much memory for this?", "32GB"),
    ],
)
def test_that_and_there_are_the_paper_before(chain: Chain, text: str, said: str) -> None:
    answer = converse(chain, "What is SPANN about?", text)
    assert answer.question.named == ("chen2021spann",)
    assert answer.question.kind in (Kind.FACT, Kind.RECORD)
    assert said in answer.question.whole + answer.markdown


def test_what_one_of_a_thing_costs_asks_for_no_papers(chain: Chain) -> None:
    asked = ("Do we have anything about fighting piracy?", "So what does one report cost there?")
    answer = converse(chain, *asked)
    assert answer.question.kind is Kind.FACT
    assert "14" in answer.markdown


def test_other_papers_that_use_it_are_not_itself(chain: Chain) -> None:
    answer = converse(chain, "What is SPANN about?", "which other papers use it?")
    assert answer.question.besides == ("chen2021spann",)


@pytest.mark.parametrize("text", ["summarise this for me in two sentences", "sum this up"])
def test_this_is_what_is_to_be_told(text: str) -> None:
    assert speaks_of_it(text)


def test_the_authors_of_another_are_not_those_of_the_paper_before(chain: Chain) -> None:
    answer = converse(chain, "What is T-MAC?", "Who are the authors of the oldest paper?")
    assert ids(answer) == {"yang2018vcnn"}


@pytest.mark.parametrize(
    "text", ["From which institutions are the people who made this?", "who is behind that?"]
)
def test_this_at_the_end_is_the_paper_before(chain: Chain, text: str) -> None:
    assert ids(converse(chain, "What is IRGen?", text)) == {"zhang2023irgen"}


def test_it_is_the_paper_that_the_text_picks_itself(chain: Chain) -> None:
    newest = "what is the most recent paper in the library?"
    answer = converse(chain, newest, "And the oldest one, what is it and from when?")
    assert "June 12, 2018" in answer.markdown
    assert len(answer.papers) == 1
