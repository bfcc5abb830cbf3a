"""Claims are read from JSON, whole or not yet, and from plain lines where there is none."""

from __future__ import annotations

import pytest

from rag.support.checker import LONGEST
from rag.writers.replied import Claimed, claims_in, leads_nowhere, schema_of

LONG = " ".join(f"{n} papers" for n in range(99))
ONE = '{"text": "T-MAC is fast.", "evidence": [1, 2]}'


def test_a_whole_reply():
    assert claims_in(f'{{"claims": [{ONE}]}}', whole=True) == [Claimed("T-MAC is fast.", (1, 2))]


def test_a_reply_on_its_way_gives_what_is_complete():
    text = f'{{"claims": [{ONE}, {{"text": "It is ch'
    assert claims_in(text, whole=False) == [Claimed("T-MAC is fast.", (1, 2))]


@pytest.mark.parametrize(
    "text",
    [
        f"Here you are:\n```json\n{ONE}\n```",
        f"<think>{{}} Perhaps [3]?</think>{ONE}",
        "The answer:\n- **T-MAC** is fast. [1, 2]",
        "1. T-MAC is fast [1][2].",
    ],
)
def test_a_reply_in_another_shape(text):
    assert claims_in(text, whole=True) == [Claimed("T-MAC is fast.", (1, 2))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        '{"claims": [{"text": 3}]}',
        '{"text": "", "evidence": [1]}',
        "[" * 999,
    ],
)
def test_what_holds_no_claim(text):
    assert claims_in(text, whole=True) == []


def test_markers_within_a_text_count_and_do_not_show():
    text = '{"text": "T-MAC is fast [2].", "evidence": [1, true, "x"]}'
    assert claims_in(text, whole=True) == [Claimed("T-MAC is fast.", (1, 2))]


def test_the_same_claim_again_is_one():
    assert len(claims_in(ONE * 50, whole=True)) == 1


def test_the_schema_bounds_the_numbers():
    claim = schema_of(7, 4)["properties"]["claims"]["items"]
    assert claim["properties"]["evidence"]["items"] == {
        "type": "integer",
        "minimum": 1,
        "maximum": 7,
    }


@pytest.mark.parametrize(
    ("text", "does"),
    [
        (f'{{"claims": [{ONE}, {ONE}', False),
        (f'{{"claims": [{ONE}, {ONE.replace("1, 2", "3")}, {ONE.replace("1, 2", "4")}', True),
        (f'{{"claims": [{ONE}, {{"text": "{LONG}', True),
        (f'{{"claims": [{{"text": "{LONG[:LONGEST]}', False),
        ("- T-MAC is fast. [1]", False),
    ],
)
def test_a_reply_after_which_nothing_can_pass(text, does):
    assert leads_nowhere(text) is does
