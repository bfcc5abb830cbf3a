"""Denials in other words, said plainly."""

from __future__ import annotations

import pytest

from rag.language.plain_denials import denied_plainly


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("which papers never mention owls?", "which papers do not mention owls?"),
        ("a paper that never uses owls", "a paper that do not use owls"),
        ("which of them never mention owls?", "which of them do not mention owls?"),
        ("papers that never even refer to owls", "papers that do not refer to owls"),
        ("which papers mention no owls?", "which papers do not mention owls?"),
        ("papers that rely on no owls", "papers that do not rely on owls"),
        ("papers mentioning no owls", "papers without mentioning owls"),
        ("papers that make no use of owls", "papers that do not use owls"),
        ("papers that make no mention of owls", "papers that do not mention owls"),
        ("papers making no use of owls", "papers without using owls"),
        ("which papers have no need for owls?", "which papers do not need owls?"),
        ("papers that are independent of owls", "papers that do not depend on owls"),
        ("papers free of owls", "papers that do not need owls"),
        ("which papers do away with owls?", "which papers avoid owls?"),
        ("papers dispensing with owls", "papers that avoid owls"),
        ("papers that don't rely on owls", "papers that do not rely on owls"),
        ("papers which don’t discuss owls", "papers which do not discuss owls"),
        ("which use neither owls nor mice?", "which do not use owls or mice?"),
        ("papers that neither use owls nor mice", "papers that do not use owls or mice"),
        ("which papers name no owl?", "which papers do not name owl?"),
        (
            "papers that rely on neither owls, nor on mice, nor on bees",
            "papers that do not rely on owls or mice or bees",
        ),
    ],
)
def test_a_denial_of_papers_is_said_by_do_not(text: str, plain: str) -> None:
    assert denied_plainly(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "which papers find no difference in accuracy?",
        "papers that report no effect of owls",
        "papers that mention no significant change",
        "why is the cache never used again?",
        "the owls that are never fed",
        "papers on bounds independent of the dimension",
        "papers on statistically independent owls",
        "which papers are free of charge?",
        "how does Strix get rid of mice?",
        "papers that do not use owls",
        "papers that involve no sorting",
        "Why don't owls use mice?",
    ],
)
def test_what_denies_nothing_of_papers_stays(text: str) -> None:
    assert denied_plainly(text) == text
