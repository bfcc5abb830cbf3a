"""What people in a hurry cut short."""

from __future__ import annotations

import pytest

from rag.language.shorthand import written_out


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("compare w AnTKV", "compare with AnTKV"),
        ("any w code", "any with code"),
        ("papers of 2024 w code", "papers of 2024 with code"),
        ("only the ones w/ code", "only the ones with code"),
        ("of those which r NOT about caches", "of those which are NOT about caches"),
        ("n which of them are newer", "and which of them are newer"),
        ("compare em", "compare them"),
        ("diff between the two", "difference between the two"),
        ("what's the diff?", "what's the difference?"),
        ("how is it diff from VPTQ", "how is it different from VPTQ"),
        ("how do the 2 differ", "how do the two differ"),
        ("code gen", "code generation"),
        ("tok/s on the pi", "tokens per second on the pi"),
    ],
)
def test_shorthand_is_written_out(short: str, full: str) -> None:
    assert written_out(short, set()) == full


@pytest.mark.parametrize(
    "text",
    ["the weights w and b", "the EM algorithm", "git diff tools", "the 2 bit model", "a W matrix"],
)
def test_letters_that_are_no_shorthand_stay(text: str) -> None:
    assert written_out(text, set()) == text


def test_what_has_the_stem_of_its_full_word_is_written_out_anyway() -> None:
    assert written_out("code avail y/n", {"avail"}) == "code available yes or no"
