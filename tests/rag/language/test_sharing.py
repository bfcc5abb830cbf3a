"""Examples in brackets, and what alternatives share."""

import time

import pytest

from rag.language.sharing import spread, with_examples


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("nuclear scans (SPECT or PET)", "nuclear scans or SPECT or PET"),
        ("staff (nurses, porters, etc.)", "staff or nurses or porters"),
        ("assays (like stains)", "assays or stains"),
        ("pruning (not of tokens)", "pruning (not of tokens)"),
        ("mice (we only have mice in our lab)", "mice (we only have mice in our lab)"),
        ("a full day (24h)", "a full day (24h)"),
    ],
)
def test_examples_in_brackets_are_alternatives(text: str, plain: str) -> None:
    assert with_examples(text) == plain


def test_examples_behind_a_comma_are_alternatives() -> None:
    assert spread("distillation, incl. self-distillation") == "distillation or self-distillation"
    assert spread("exercise, e.g. bikes") == "exercise or bikes"


@pytest.mark.parametrize("piece", ["(a, ", "(", "(like a or ", "a/", " (a b c or "])
def test_long_questions_take_no_time(piece: str) -> None:
    started = time.perf_counter()
    with_examples((piece * 4000)[:4000])
    assert time.perf_counter() - started < 0.5
