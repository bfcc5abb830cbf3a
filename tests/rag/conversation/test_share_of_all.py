"""Follow-ups that ask how large the set before is beside all."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse, ids


@pytest.mark.parametrize(
    "text",
    [
        "what share is that?",
        "And what percentage of the collection is that?",
        "how large a share of the library is that",
        "as a percentage?",
        "what proportion do they make up?",
        "what portion of all is that?",
        "how much of the library is that?",
    ],
)
def test_a_set_is_counted_beside_all(chain: Chain, text: str) -> None:
    first = chain.ask("Which papers have code?")
    answer = converse(chain, "Which papers have code?", text)
    assert ids(answer) == ids(first)
    assert answer.markdown.startswith(f"**{100 * len(first.papers) / 50:.0f} %**")


def test_a_set_on_a_topic_is_counted_beside_all(chain: Chain) -> None:
    answer = converse(chain, "Which papers are about pruning?", "what share is that?")
    share = 100 * len(answer.papers) / 50
    assert answer.markdown.startswith(f"**{share:.0f} %**: {len(answer.papers)} papers fit")


@pytest.mark.parametrize(
    "text", ["what share of the memory does T-MAC save?", "what percentage of zeros?"]
)
def test_what_is_asked_of_papers_is_no_share_of_them(chain: Chain, text: str) -> None:
    assert not converse(chain, "Which papers have code?", text).question.counted


def test_so_many_percent_are_asked_for(chain: Chain) -> None:
    answer = converse(chain, "Which papers have code?", "how many percent of all is that?")
    assert answer.markdown.startswith("**24 %**")
