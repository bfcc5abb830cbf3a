"""The last two sets as one."""

from __future__ import annotations

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse, ids

YEARS = ("papers with code from 2024", "and from 2025?")


def test_two_sets_are_one(chain: Chain) -> None:
    both = {i for n in (1, 2) for i in ids(converse(chain, *YEARS[:n]))}
    assert ids(converse(chain, *YEARS, "both years together")) == both


def test_two_sets_are_cut_down_as_one(chain: Chain) -> None:
    asked = (*YEARS, "what's the newest of those?", "both together but only the ones on attention")
    found = ids(converse(chain, *asked))
    assert found == {"gao2024seerattention", "gao2025seerattentionr", "chen2025attentionengine"}


def test_one_set_alone_is_no_two(chain: Chain) -> None:
    answer = converse(chain, "papers with code from 2024", "both together")
    assert "both" not in answer.question.whole or answer.question.scope is None
