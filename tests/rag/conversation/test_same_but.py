"""Follow-ups that ask the same under another condition, also of what found none."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse, ids

NONE_FOUND = "Which papers from 2018 have code?"


@pytest.mark.parametrize(
    ("first", "text", "whole"),
    [
        (
            "Which cs.AR papers have code?",
            "same but without code",
            "Which cs.AR papers without code?",
        ),
        (
            "Which architecture (cs.AR) papers have code?",
            "the same but without code",
            "Which cs.AR papers without code?",
        ),
        ("Which papers by Ting Cao are there?", "same but by Shijie Cao", "Papers by Shijie Cao"),
        ("Which papers from 2024 have code?", "same, only from 2025", "Papers from 2025 with code"),
        ("Which papers from 2024 have code?", "same but for 2021", "Papers from 2021 with code"),
        (
            "Which papers are about pruning?",
            "same thing but on quantization",
            "quantization papers",
        ),
    ],
)
def test_one_condition_is_exchanged(chain: Chain, first: str, text: str, whole: str) -> None:
    found = ids(converse(chain, first, text))
    assert found
    assert found == ids(chain.ask(whole))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("and from 2024?", "Papers from 2024 with code"),
        ("what about 2025?", "Papers from 2025 with code"),
        ("same but for 2021", "Papers from 2021 with code"),
        ("and without?", "Papers from 2018 without code"),
    ],
)
def test_what_found_none_is_varied_all_the_same(chain: Chain, text: str, whole: str) -> None:
    assert chain.ask(NONE_FOUND).abstained
    found = ids(converse(chain, NONE_FOUND, text))
    assert found
    assert found == ids(chain.ask(whole))


def test_what_is_taken_out_leaves_the_list(chain: Chain) -> None:
    first = "Which papers are about quantization?"
    found = ids(converse(chain, first, "same but not about caches"))
    assert found < ids(chain.ask(first))
    assert not found & {"du2025bitdecoding", "li2025antkv"}
