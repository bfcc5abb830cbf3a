from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind


def ends(chain: Chain) -> tuple[str, str]:
    dated = sorted((p for p in chain.library.papers.values() if p.date), key=lambda p: str(p.date))
    return dated[0].id, dated[-1].id


@pytest.mark.parametrize(
    "text",
    [
        "compare the oldest paper with the newest",
        "compare the first and the last paper",
        "what's the difference between the oldest and newest paper?",
        "How does the oldest paper differ from the newest?",
    ],
)
def test_two_ends_are_compared(chain: Chain, text: str) -> None:
    question = chain.ask(text).question
    assert question.kind is Kind.COMPARE
    assert question.named == ends(chain)
    assert question.text == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("summarize the newest paper", Kind.SUMMARY),
        ("What is the newest paper about?", Kind.SUMMARY),
        ("Does the newest paper have code?", Kind.RECORD),
    ],
)
def test_something_is_asked_of_a_paper_at_an_end(chain: Chain, text: str, kind: Kind) -> None:
    question = chain.ask(text).question
    assert question.kind is kind
    assert question.named == ends(chain)[1:]


def test_both_ends_come_with_their_dates(chain: Chain) -> None:
    answer = chain.ask("oldest and newest paper")
    assert tuple(paper.id for paper in answer.papers) == ends(chain)


@pytest.mark.parametrize("text", ["what is the newest paper?", "who wrote the newest paper?"])
def test_the_paper_itself_is_asked_of_the_records(chain: Chain, text: str) -> None:
    question = chain.ask(text).question
    assert question.named == ()
    assert question.limit == 1


def test_what_stands_behind_says_which_paper(chain: Chain) -> None:
    (paper,) = chain.ask("what is the newest paper from 2024 about?").papers
    assert paper.title.startswith("RedStone")
    answer = chain.ask("Is the oldest paper from 2018?")
    assert answer.markdown.startswith("Yes: **V-CNN")
