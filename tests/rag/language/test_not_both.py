"""Alternatives of which a paper is to have one alone."""

from __future__ import annotations

import pytest

from rag.language.not_both import not_both


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("owls or bees, not both", "owls or bees"),
        ("papers on either owls or bees but not both at once?", "papers on owls or bees?"),
        ("owls or bees, never both of them", "owls or bees"),
        ("owls / bees (not both)", "owls / bees"),
        ("owls or bees, but only one of the two", "owls or bees"),
    ],
)
def test_one_of_two_alone(text: str, rest: str) -> None:
    assert not_both(text) == (True, rest)


@pytest.mark.parametrize(
    "text",
    [
        "owls or bees",
        "owls and bees, not both",
        "papers not on both owls and bees",
        "owls, not bees",
    ],
)
def test_what_is_no_such_choice(text: str) -> None:
    assert not_both(text) == (False, text)
