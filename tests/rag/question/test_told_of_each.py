"""What is to be said of each paper of a set beside the sentence that earns it its place."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.question.told_of_each import told_of_each
from rag.types import Kind


@pytest.mark.parametrize(
    ("text", "plain", "told"),
    [
        ("papers on owls, with dates", "papers on owls", "date"),
        ("list the owl papers with their authors", "list the owl papers", "authors"),
        ("owl papers along with the year and authors", "owl papers", "authors date"),
        ("papers on owls plus their categories", "papers on owls", "category"),
        (
            "which papers are on owls and when were they published?",
            "which papers are on owls",
            "date",
        ),
        ("which owl papers are there and who wrote them?", "which owl papers are there", "authors"),
        ("list papers on owls and say which have code", "list papers on owls", "code"),
        ("which papers on owls have code and which don't?", "which papers on owls?", "code"),
        ("for each paper on owls, tell me whether it has code", "all paper on owls", "code"),
        ("owl papers with their dates, and which have code", "owl papers", "date code"),
        ("papers with dates", "papers with dates", ""),
        ("papers with code", "papers with code", ""),
        ("papers with authors from MIT", "papers with authors from MIT", ""),
        ("papers on search and when it helps", "papers on search and when it helps", ""),
        (
            "papers on owls and their authors' habits",
            "papers on owls and their authors' habits",
            "",
        ),
        ("papers on owls that have code", "papers on owls that have code", ""),
    ],
)
def test_fields_are_told_of_each_paper(text: str, plain: str, told: str) -> None:
    assert told_of_each(text) == (plain, tuple(told.split()))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which papers are on mixture-of-experts and when were they published?", "(June 7, 2022)"),
        ("list the MoE papers with their authors", "(Changho Hwang, Wei Cui, Yifan Xiong et al.)"),
        ("which papers on vector search have code and which don't?", "(code available)"),
        ("which papers from 2024 have code, and what are their categories?", "CL"),
    ],
)
def test_each_paper_is_listed_with_its_fields(chain: Chain, question: str, said: str) -> None:
    answer = chain.ask(question)
    assert answer.question.kind in (Kind.LIST, Kind.RECORD)
    assert answer.question.text == question
    assert said in answer.markdown
    assert any(citation.section == "record" for citation in answer.citations)


def test_a_named_paper_is_asked_of_itself(chain: Chain) -> None:
    asked = chain.ask("who wrote SPANN and when was it published?").question
    assert asked.told == ()
    assert asked.asks == ("authors", "date")
