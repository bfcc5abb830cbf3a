"""A library of another kind: authors with initials, months without days, no categories, no code."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rag.chain import Chain
from rag.types import Answer

RECORDS = (
    ("Preliminary Report-International Algebraic Language", "", "December, 1958", "Perlis, A. J."),
    (
        "Self-stabilizing Systems in Spite of Distributed Control",
        "A system is self-stabilizing when it reaches a legitimate state in a finite number of "
        "steps from any state.",
        "November, 1974",
        "Dijkstra, E. W.",
    ),
    (
        "Guarded Commands, Nondeterminacy and Formal Derivation of Programs",
        "So-called guarded commands are introduced as a building block for alternative and "
        "repetitive constructs. A calculus derives programs in terms of these constructs.",
        "August,1975",
        "Dijkstra, E.W.",
    ),
    (
        "How to Share a Secret",
        "We show how to divide data D into n pieces so that D is easily reconstructable from any "
        "k pieces, but even complete knowledge of k - 1 pieces reveals nothing about D.",
        "November, 1979",
        "Shamir, A.",
    ),
)


@pytest.fixture(scope="module")
def old(chained: Callable[..., Chain]) -> Chain:
    return chained([(t, x, d, [a]) for t, x, d, a in RECORDS])


def titles(answer: Answer) -> set[str]:
    return {paper.title for paper in answer.papers}


@pytest.mark.parametrize(
    "question",
    ["papers by Perlis", "Which papers did Alan Perlis write?", "papers by Perlis, A. J."],
)
def test_an_author_by_any_name(old: Chain, question: str) -> None:
    assert titles(old.ask(question)) == {RECORDS[0][0]}


def test_initials_with_and_without_spaces_are_one_man(old: Chain) -> None:
    assert len(old.ask("papers by E. W. Dijkstra").papers) == 2


def test_a_month_is_a_date(old: Chain) -> None:
    assert titles(old.ask("Which papers appeared in August 1975?")) == {RECORDS[2][0]}
    assert titles(old.ask("papers between November 1974 and August 1975")) == {
        RECORDS[1][0],
        RECORDS[2][0],
    }
    assert titles(old.ask("papers from the 1950s")) == {RECORDS[0][0]}
    assert "December 1958" in old.ask("What is the oldest paper?").markdown


def test_who_is_not_there_is_said_to_be_not_there(old: Chain) -> None:
    answer = old.ask("papers by Alan Turing")
    assert answer.abstained
    assert answer.markdown == "No paper lists Alan Turing as an author."


def test_a_count_of_none_is_an_answer(old: Chain) -> None:
    answer = old.ask("How many papers are from 1963?")
    assert not answer.abstained
    assert answer.markdown.startswith("**0**")


@pytest.mark.parametrize("question", ["What categories are there?", "Which labs are named?"])
def test_fields_that_no_record_has(old: Chain, question: str) -> None:
    assert old.ask(question).abstained


def test_facts_are_found_in_old_words(old: Chain) -> None:
    question = "In Shamir's scheme for sharing a secret, how many pieces are needed?"
    assert "any k pieces" in old.ask(question).markdown


def test_a_paper_without_a_text_is_summed_up_by_its_title(old: Chain) -> None:
    answer = old.ask("Summarise Preliminary Report-International Algebraic Language")
    assert titles(answer) == {RECORDS[0][0]}
