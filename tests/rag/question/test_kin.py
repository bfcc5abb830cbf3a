from __future__ import annotations

import pytest

from rag.question.kin import with_kin
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
    ],
)
def test_kin_are_known_by_their_names_and_dates(
    catalog: Catalog, text: str, whole: str | None
) -> None:
    whole = whole or "How does SeerAttention differ from SeerAttention-R?"
    assert with_kin(text, catalog) == whole
