"""Two sets that are held against each other, and what is said of both but once."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.question.describe import set_words
from rag.types import Kind


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "how many more papers have code in 2025 than in 2024?",
            "from 2025, with code",
            "from 2024, with code",
        ),
        (
            "how many more papers by Ting Cao in 2024 than in 2023?",
            "by Ting Cao, from 2024",
            "by Ting Cao, from 2023",
        ),
        (
            "how many more 2025 papers than 2024 papers have code?",
            "from 2025, with code",
            "from 2024, with code",
        ),
        (
            "how many more papers by Ting Cao have code than by Shijie Cao?",
            "by Ting Cao, with code",
            "by Shijie Cao, with code",
        ),
        ("How many more papers have code than not?", "with code", "without code"),
        ("How many more papers are from 2025 than not?", "from 2025", "not from 2025"),
        (
            "how many more papers from 2025 don't have code than do?",
            "from 2025, without code",
            "from 2025, with code",
        ),
        (
            "how many more pruning papers in 2023 than in 2022?",
            "“pruning”, from 2023",
            "“pruning”, from 2022",
        ),
        ("How many more LG papers than CL papers?", "in cs.LG", "in cs.CL"),
        ("Compared to 2024, how many more papers are from 2025?", "from 2025", "from 2024"),
        ("How many papers have code than are from 2024?", "", ""),
        ("How many more papers have code than are from 2024?", "with code", "from 2024"),
        (
            "how many papers with code appeared in 2023 vs 2022?",
            "from 2023, with code",
            "from 2022, with code",
        ),
        ("Is Ting Cao more prolific than Shijie Cao?", "by Ting Cao", "by Shijie Cao"),
        ("Is T-MAC more productive than llama.cpp?", "", ""),
    ],
)
def test_what_is_said_once_holds_on_both_sides(
    chain: Chain, question: str, one: str, other: str
) -> None:
    assert tuple(map(set_words, chain.ask(question).question.parts)) == (
        (one, other) if one else ()
    )


@pytest.mark.parametrize(
    "question",
    [
        "how many more papers by Ting Cao than average?",
        "how many more papers in 2023 than in any other year?",
        "how many more papers by Ting Cao in 2023 than with code?",
    ],
)
def test_no_number_is_given_where_one_side_is_not_read(chain: Chain, question: str) -> None:
    answer = chain.ask(question)
    assert answer.abstained
    assert answer.question.kind is Kind.NONE
    assert answer.markdown.startswith("Which two sets of papers are to be counted?")


def test_both_sides_may_be_as_many(chain: Chain) -> None:
    said = chain.ask("how many papers more by Shijie Cao than by Shijie Cao have code?").markdown
    assert not said.startswith("**")
