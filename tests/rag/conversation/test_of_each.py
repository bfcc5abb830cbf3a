"""Follow-ups that ask the same of each paper of a list."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse, ids

CACHES = "Which papers are about KV cache quantization?"
NAS = "Which papers use neural architecture search?"


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (CACHES, "how many bits does each go down to?"),
        (CACHES, "and which models did each of them test?"),
        (CACHES, "what hardware do they use?"),
        (NAS, "which hardware does every one of them target?"),
        ("Compare T-MAC and VPTQ", "what hardware do they need?"),
    ],
)
def test_what_is_asked_of_each_stands_side_by_side(chain: Chain, first: str, text: str) -> None:
    answer = converse(chain, first, text)
    assert answer.question.kind is Kind.COMPARE
    assert ids(answer) == ids(chain.ask(first))


def test_the_table_says_what_is_asked(chain: Chain) -> None:
    answer = converse(chain, CACHES, "how many bits does each go down to?")
    row = next(line for line in answer.markdown.splitlines() if "On what is asked" in line)
    assert "bit" in row


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("who wrote each?", "authors"),
        ("when did each of them come out?", "date"),
        ("how many authors does each have?", "author count"),
    ],
)
def test_records_tell_what_they_can(chain: Chain, text: str, field: str) -> None:
    answer = converse(chain, CACHES, text)
    assert answer.question.kind is Kind.RECORD
    assert answer.question.asks == (field,)
    assert ids(answer) == ids(chain.ask(CACHES))


@pytest.mark.parametrize(
    "text",
    ["which of them was tested on each of the GPUs?", "which have code?", "how many are they?"],
)
def test_what_chooses_among_them_is_no_such_question(chain: Chain, text: str) -> None:
    assert converse(chain, CACHES, text).question.kind is not Kind.COMPARE


@pytest.mark.parametrize(
    "text", ["what do these two report as speedup?", "which speedup do both report?"]
)
def test_these_two_are_asked_as_they_are(chain: Chain, text: str) -> None:
    answer = converse(chain, "papers on MoE", text)
    assert answer.question.kind is Kind.COMPARE
    assert len(answer.question.named) == 2
