"""Both values of a condition that was exchanged."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse, ids


@pytest.mark.parametrize("text", ["and both years", "both?", "either year"])
def test_of_either_year(chain: Chain, text: str) -> None:
    one, other = "papers on quantization from 2025", "make it 2023"
    answer = converse(chain, one, other, text)
    assert answer.question.topic == "quantization"
    assert ids(answer) == ids(chain.ask(one)) | ids(converse(chain, one, other))


def test_of_both_authors(chain: Chain) -> None:
    asked = ("papers by Ting Cao", "and by Shijie Cao", "and both?")
    assert ids(converse(chain, *asked)) == {"wei2024tmac"}


def test_of_two_categories(chain: Chain) -> None:
    asked = converse(chain, "papers in CL with code", "and LG?", "both categories").question
    assert (asked.filters.categories, asked.filters.has_code) == (("CL", "LG"), True)


def test_both_topics_are_no_values(chain: Chain) -> None:
    asked = converse(chain, "papers on pruning", "what about quantization", "and both?").question
    assert asked.topic == "pruning and quantization"
