"""What alternatives share is written out; examples behind a comma are alternatives."""

import pytest

from rag.language.sharing import spread


@pytest.mark.parametrize(
    ("text", "spread_out"),
    [
        ("tuning of kernels or operators", "tuning of kernels or tuning of operators"),
        (
            "search over millions or billions of items",
            "search over millions of items or search over billions of items",
        ),
        ("quicker or cheaper inference", "quicker or cheaper inference"),
        ("make inference faster or cheaper", "make inference faster or make inference cheaper"),
        ("making training or tuning faster", "making training faster or making tuning faster"),
        ("pruning or distillation", "pruning or distillation"),
        ("Llama 3 (or 3.1) results", "Llama 3 or Llama 3.1 results"),
        ("networks, that is, linked rooms", "networks or linked rooms"),
        ("layers, e.g. on plates or cones", "layers"),
        ("Llama 2 or 3", "Llama 2 or Llama 3"),
        ("at 8 or 16 bits", "at 8 or at 16 bits"),
        ("searching or sorting records", "searching records or sorting records"),
        (
            "DNA / PCR or other genetic evidence on birds",
            "DNA on birds or PCR on birds or genetic evidence on birds",
        ),
        ("cost figures in dollars or cents", "cost figures in dollars or cost figures in cents"),
        ("promise work on tea or rice", "promise work on tea or work on rice"),
        ("work on tea or rice", "work on tea or work on rice"),
        ("cycles or deep circuits in graphs", "cycles in graphs or deep circuits in graphs"),
        ("a model or the data for it", "a model or the data for it"),
        (
            "how do pilots, engineers and other experts handle ice",
            "how do pilots handle ice or engineers handle ice or experts handle ice",
        ),
        ("phones and other edge devices", "phones and other edge devices"),
        ("doctors, nurses and other hospital staff", "doctors or nurses or hospital staff"),
        ("civil or military aircraft", "civil aircraft or military aircraft"),
        ("enzymes, lipids or rare sugars", "enzymes or lipids or rare sugars"),
        (
            "storage management, i.e. paging, swapping, or allocation",
            "storage management or paging or swapping or allocation",
        ),
    ],
)
def test_what_alternatives_share_is_written_out_for_each(text: str, spread_out: str) -> None:
    assert spread(text) == spread_out


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("distillation, incl. self-distillation", "distillation or self-distillation"),
        ("exercise, e.g. bikes", "exercise or bikes"),
        ("staff, such as nurses", "staff or nurses"),
    ],
)
def test_examples_behind_a_comma_are_alternatives(text: str, plain: str) -> None:
    assert spread(text) == plain
