"""Examples behind a comma are alternatives."""

import pytest

from rag.language.sharing import spread


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
