from __future__ import annotations

import pytest

from rag.question.kin import with_kin, with_kin_of_it
from rag.records.catalog import Catalog


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("What is new in LongRoPE's successor?", "What is new in LongRoPE2?"),
        ("the sequel to LongRoPE", "LongRoPE2"),
        ("Who wrote the predecessor of LongRoPE2?", "Who wrote LongRoPE?"),
        ("How does SeerAttention differ from its follow-up?", None),
        ("Does T-MAC have a successor?", "Does T-MAC have a successor?"),
        ("T-MAC's successor", "T-MAC's successor"),  # there is none by that name
        ("the sequel to Jaws", "the sequel to Jaws"),
        ("Does the first LongRoPE have code?", "Does LongRoPE have code?"),
        ("the original limits of the second LongRoPE", "the original limits of LongRoPE2"),
        ("the first T-MAC", "the first T-MAC"),  # there is one alone
        ("the first LongRoPE experiment", "the first LongRoPE experiment"),
    ],
)
def test_kin_are_known_by_their_names_and_dates(
    catalog: Catalog, text: str, whole: str | None
) -> None:
    whole = whole or "How does SeerAttention differ from SeerAttention-R?"
    assert with_kin(text, catalog) == whole


@pytest.mark.parametrize(
    ("text", "of_it"),
    [
        ("is there a follow-up version?", "Is there a follow-up to it?"),
        ("and was there an earlier version?", "Is there an earlier version to it?"),
        ("does it have a successor?", "Is there a successor to it?"),
        ("any newer version yet?", "Is there a newer version to it?"),
        ("is there a follow-up to T-MAC?", "is there a follow-up to T-MAC?"),
        ("is there a newer paper on salt?", "is there a newer paper on salt?"),
    ],
)
def test_a_bare_successor_is_that_of_the_paper_before(text: str, of_it: str) -> None:
    assert with_kin_of_it(text) == of_it
