"""Two sets whose numbers are held against each other."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.question.more_than import MoreThan, more_than


@pytest.mark.parametrize(
    ("text", "than"),
    [
        (
            "Are there more papers on owls than on bats?",
            MoreThan("on owls", "on bats", False, False),
        ),
        ("is there less work on owls than bats", MoreThan("on owls", "on bats", True, False)),
        (
            "How many more papers were published in 2025 than in 2024?",
            MoreThan("in 2025", "in 2024", False, True),
        ),
        (
            "How many papers more are from 2023 than 2022?",
            MoreThan("from 2023", "from 2022", False, True),
        ),
        (
            "Did fewer papers come out in 2024 than in 2023?",
            MoreThan("in 2024", "in 2023", True, False),
        ),
        (
            "Is Ada Low on more papers than Bo Gray?",
            MoreThan("of Ada Low", "of Bo Gray", False, False),
        ),
        ("How many more papers has Low than Gray?", MoreThan("of Low", "of Gray", False, True)),
        (
            "Does CL have more papers than LG?",
            MoreThan("in category CL", "in category LG", False, False),
        ),
        (
            "Is the number of 2023 papers higher than that of 2024?",
            MoreThan("of 2023", "of 2024", False, False),
        ),
        ("By how many papers does 2025 exceed 2024?", MoreThan("of 2025", "of 2024", False, True)),
        (
            "What is the difference between the number of papers from 2025 and from 2023?",
            MoreThan("from 2025", "from 2023", False, True),
        ),
    ],
)
def test_the_two_sets_are_read(text: str, than: MoreThan) -> None:
    assert more_than(text) == than


@pytest.mark.parametrize(
    "text",
    [
        "By how much does T-MAC beat llama.cpp?",
        "Does T-MAC use more energy than llama.cpp?",
        "papers with more than 3 authors",
        "which papers report more speed on owls than on bats?",
        "how many more tokens does it need?",
        "are there more papers by her?",
    ],
)
def test_what_compares_no_numbers_of_papers(text: str) -> None:
    assert more_than(text) is None


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("How many more papers were published in 2025 than in 2024?", "**12** more. "),
        ("How many more papers are from 2024 than from 2023?", "**6** fewer. "),
        ("Did more papers come out in 2024 than in 2023?", "No. "),
        ("Does CL have more papers than LG?", "Yes. "),
        ("Do papers with code outnumber those without?", "No. "),
        ("Is the number of papers with code in 2025 larger than in 2024?", "Yes. "),
        ("By how many do papers from 2025 outnumber those from 2024?", "**12** more. "),
        ("What is the difference between the number of CL papers and LG papers?", "**4** more. "),
        ("Did Shijie Cao publish more papers in 2025 than in 2024?", "Yes. "),
        ("how many papers appeared in 2023 vs 2022?", "from 2023: **13**; from 2022: **3**."),
    ],
)
def test_the_answer_says_how_many_more(chain: Chain, text: str, verdict: str) -> None:
    assert chain.ask(text).markdown.startswith(verdict)
