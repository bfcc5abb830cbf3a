"""Follow-ups that ask which papers stand in both lists before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse, ids

REINFORCED, MATH = (
    "Which papers use reinforcement learning?",
    "Which papers are about math reasoning?",
)


@pytest.mark.parametrize(
    "text",
    [
        "which one is in both lists?",
        "which papers appear in both?",
        "is there any overlap?",
        "what's the overlap between the two?",
        "do the two lists overlap?",
        "what do both lists have in common?",
        "which papers are common to both?",
        "which were in the first list too?",
        "which of them were also in the first one?",
    ],
)
def test_papers_of_both_lists(chain: Chain, text: str) -> None:
    shared = ids(chain.ask(REINFORCED)) & ids(chain.ask(MATH))
    assert shared
    assert ids(converse(chain, REINFORCED, MATH, text)) == shared


def test_lists_by_records_count_where_lists_are_spoken_of(chain: Chain) -> None:
    first, second = "Which papers have code?", "Which papers are about quantization?"
    shared = ids(chain.ask(first)) & ids(chain.ask(second))
    assert shared
    assert ids(converse(chain, first, second, "what is on both lists?")) == shared


def test_how_many(chain: Chain) -> None:
    count = len(ids(chain.ask(REINFORCED)) & ids(chain.ask(MATH)))
    answer = converse(chain, REINFORCED, MATH, "how many are on both lists?")
    assert answer.markdown.startswith(f"**{count}**")


def test_both_alone_are_the_topics_of_the_last_two(chain: Chain) -> None:
    asked = ("papers on pruning", "what about quantization", "and both?")
    assert converse(chain, *asked).question.topic == "pruning and quantization"


def test_neither_is_what_both_lists_left_out(chain: Chain) -> None:
    found = ids(chain.ask("papers on vision")) | ids(chain.ask("papers on audio"))
    for text in ("and neither?", "which are about neither of them?"):
        answer = converse(chain, "papers on vision", "what about audio", text)
        assert ids(answer) == set(chain.library.papers) - found


def test_either_is_what_one_of_the_lists_has(chain: Chain) -> None:
    found = ids(chain.ask("papers on vision")) | ids(chain.ask("papers on audio"))
    assert ids(converse(chain, "papers on vision", "what about audio", "either")) == found


def test_both_alone_must_be_on_each(chain: Chain) -> None:
    answer = converse(chain, "papers on speech", "and images?", "both")
    assert "jiang2023accurate" not in ids(answer)


def test_neither_after_one_set_is_of_none(chain: Chain) -> None:
    assert not converse(chain, "papers on vision", "and neither?").question.besides
