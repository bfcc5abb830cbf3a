"""Several sets in one question, each of which is wanted by itself."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.question.side_by_side import side_by_side
from rag.types import Kind


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("How many papers are on owls and how many on bats?", "papers on owls|papers on bats"),
        ("which are about owls, and which ones about bats", "papers about owls|papers about bats"),
        (
            "how many are from 2023, how many from 2024 and how many from 2025?",
            "papers from 2023|papers from 2024|papers from 2025",
        ),
        (
            "Which papers target owls and which target bats?",
            "papers target owls|papers target bats",
        ),
        (
            "How many papers are from 2023, and how many of them have code?",
            "papers from 2023|papers from 2023 have code",
        ),
        (
            "how many are from 2023 and how many of those from 2024?",
            "papers from 2023|papers from 2024",
        ),
        (
            "how many of these have code and how many of them are from 2025?",
            "papers have code|papers from 2025",
        ),
        ("which papers on owls have code and which data do they use?", ""),
        ("how many owls were seen and how many were ringed?", ""),
        ("how many papers are on owls and bats?", ""),
        ("which papers report more speed on owls than on bats?", ""),
        ("papers with more than 3 authors", ""),
        ("are there more papers from 2023 than 2 years ago?", ""),
    ],
)
def test_the_sets_of_a_question_are_told_apart(text: str, sets: str) -> None:
    assert "|".join(side_by_side(text)) == sets


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "how many papers are about MoE and how many about speech recognition?",
            ("papers about MoE", "papers about speech recognition"),
        ),
        ("how many papers are from 2023, and how many from 2024?", ("from 2023", "from 2024")),
        (
            "how many papers of 2023 are on pruning and how many on quantization?",
            ("papers of 2023 on pruning", "papers of 2023 on quantization"),
        ),
    ],
)
def test_each_set_is_what_it_is_alone(chain: Chain, question: str, parts: tuple[str, ...]) -> None:
    answer = chain.ask(question)
    alone = [chain.ask(part if "papers" in part else f"papers {part}") for part in parts]
    assert [f"**{len(each.papers)}**" for each in alone] == [
        word.strip(";.") for word in answer.markdown.splitlines()[0].split() if "**" in word
    ]
    assert {p.id for p in answer.papers} == {p.id for each in alone for p in each.papers}
    assert "each by itself" in answer.understood


def test_more_is_answered_with_yes_or_no(chain: Chain) -> None:
    more = chain.ask("Are there more papers from 2023 than from 2022?")
    assert more.markdown.startswith("Yes. from 2023: **13**; from 2022: **3**.")
    assert more.question.kind is Kind.RECORD
    assert chain.ask("are there more papers on MoE than on LLMs?").markdown.startswith("No. ")


def test_where_no_set_has_a_paper_nothing_is_listed(chain: Chain) -> None:
    answer = chain.ask("how many papers are about gardening and how many about opera?")
    assert answer.abstained
    assert answer.papers == ()


def test_a_follow_up_asks_of_all_the_sets(chain: Chain) -> None:
    first = chain.ask("which papers are on quantization and which on pruning?")
    answer = chain.ask("which of those have code?", [first])
    assert answer.question.scope is not None
    assert set(answer.question.scope) == {paper.id for paper in first.papers}


@pytest.mark.parametrize(
    ("question", "text", "parts"),
    [
        (
            "how many papers are on pruning and how many on quantization?",
            "and from 2023?",
            ("papers on pruning from 2023", "papers on quantization from 2023"),
        ),
        (
            "how many papers of 2023 are on pruning and how many on quantization?",
            "and in 2024?",
            ("papers of 2024 on pruning", "papers of 2024 on quantization"),
        ),
        (
            "how many papers are from 2023 and how many from 2024?",
            "same but with code",
            ("papers from 2023 with code", "papers from 2024 with code"),
        ),
        (
            "how many papers are from 2023 and how many from 2024?",
            "and from 2022?",
            ("papers from 2022",),
        ),
    ],
)
def test_a_follow_up_varies_all_the_sets(
    chain: Chain, question: str, text: str, parts: tuple[str, ...]
) -> None:
    answer = chain.ask(text, [chain.ask(question)])
    alone = [chain.ask(part) for part in parts]
    assert {p.id for p in answer.papers} == {p.id for each in alone for p in each.papers}
    assert ("each by itself" in answer.understood) is (len(parts) > 1)


def test_of_them_is_of_the_set_that_the_question_names_first(chain: Chain) -> None:
    answer = chain.ask("How many papers are from 2023 and how many of those have no code?")
    assert [len(part.topic) for part in answer.question.parts] == [0, 0]
    assert answer.markdown.startswith("from 2023: **13**; from 2023, without code: **13**")
