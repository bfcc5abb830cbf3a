"""The first or last few papers of a list, as they were shown."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse

LIST = "papers on long context"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("show me the first two", slice(2)),
        ("who wrote the last two?", slice(-2, None)),
        ("what are the top 3 about?", slice(3)),
        ("compare the last two", slice(-2, None)),
    ],
)
def test_the_first_few_are_those_shown_first(chain: Chain, text: str, part: slice) -> None:
    listed = chain.ask(LIST)
    answer = chain.ask(text, [listed])
    assert [p.id for p in answer.papers] == [p.id for p in listed.papers[part]]


def test_of_the_first_few_is_asked(chain: Chain) -> None:
    listed = chain.ask(LIST)
    asked = chain.ask("which of the first three have code?", [listed]).question
    assert asked.scope == tuple(p.id for p in listed.papers[:3])


def test_the_first_papers_on_something_are_the_librarys(chain: Chain) -> None:
    asked = converse(chain, LIST, "which were the first two papers on MoE?").question
    assert (asked.kind, asked.scope, asked.topic) == (Kind.LIST, None, "MoE")


def test_what_they_are_about_is_asked_of_the_last_few(chain: Chain) -> None:
    listed = chain.ask("Papers from 2022")
    asked = chain.ask("the last two, what are they about?", [listed]).question
    assert asked.named == tuple(p.id for p in listed.papers[-2:])
