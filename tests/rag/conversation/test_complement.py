"""Follow-ups that ask for what the answer before left out."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Answer
from tests.rag.conversation.test_conversation import ids


def converse(chain: Chain, *asked: str) -> list[Answer]:
    answers: list[Answer] = []
    for question in asked:
        answers.append(chain.ask(question, answers))
    return answers


@pytest.mark.parametrize(
    "text",
    [
        "not those",
        "only the rest",
        "and the ones without code?",
        "the others",
        "and all the others?",
        "the rest",
        "what about the rest?",
        "everything else",
        "which ones don't?",
        "and which do not?",
        "and the ones without?",
        "those without",
        "which don't have code?",
        "how many don't?",
        "list all but those",
    ],
)
def test_with_what_was_left_out_it_is_the_whole_library(chain: Chain, text: str) -> None:
    first, others = converse(chain, "papers with code", text)
    ids = [{paper.id for paper in answer.papers} for answer in (first, others)]
    assert len(ids[0]) == 12
    assert not ids[0] & ids[1]
    assert len(ids[1]) == 38


def test_the_others_of_a_topic(chain: Chain) -> None:
    first, others = converse(chain, "Which papers are about reasoning?", "which are not?")
    assert len(first.papers) + len(others.papers) == 50


def test_a_number_of_the_others(chain: Chain) -> None:
    _, counted = converse(chain, "papers with code", "how many of the others are from 2023?")
    assert counted.markdown.startswith("**13**")


def test_the_others_of_those_before_them(chain: Chain) -> None:
    asked = ("papers from 2024", "which of those have code?", "and which don't?")
    of_2024, with_code, without = converse(chain, *asked)
    assert len(with_code.papers) + len(without.papers) == len(of_2024.papers) == 7


def test_those_without_are_of_what_was_asked_about(chain: Chain) -> None:
    _, without = converse(chain, "papers from 2024 with code", "and the ones without?")
    papers = [chain.library.papers[paper.id] for paper in without.papers]
    assert len(papers) == 4
    assert {(paper.date.year, paper.has_code) for paper in papers if paper.date} == {(2024, False)}


def test_those_not_of_the_year_that_was_asked(chain: Chain) -> None:
    _, others = converse(chain, "papers from 2024", "and the ones not from 2024?")
    assert len(others.papers) == 43


def test_the_next_of_an_order(chain: Chain) -> None:
    *_, five = converse(chain, "the five newest papers")
    three, two = converse(chain, "the three newest papers", "and the two before those?")
    assert [paper.id for paper in (*three.papers, *two.papers)] == [p.id for p in five.papers]
    _, two = converse(chain, "the three newest papers", "the next two")
    assert [paper.id for paper in two.papers] == [p.id for p in five.papers][3:]


def test_without_a_thing_still_narrows(chain: Chain) -> None:
    _, left = converse(chain, "Which papers target CPUs?", "without the one about geometry")
    assert "duan2025goldmedallevel" not in {paper.id for paper in left.papers}
    assert left.papers


@pytest.mark.parametrize(
    "text",
    [
        "apart from those two, which papers mention experts?",
        "which papers besides these two mention experts?",
        "Which papers mention experts, other than those?",
        "Are there any papers that mention experts, not counting the ones before?",
    ],
)
def test_others_apart_from_those(chain: Chain, text: str) -> None:
    first, others = converse(chain, "Which papers are about mixture of experts?", text)
    known = {paper.id for paper in first.papers}
    assert others.papers
    assert not known & {paper.id for paper in others.papers}


def test_others_apart_from_the_paper_before(chain: Chain) -> None:
    text = "which papers besides this one use lookup tables?"
    _, others = converse(chain, "What does T-MAC do?", text)
    assert others.papers
    assert "wei2024tmac" not in {paper.id for paper in others.papers}


@pytest.mark.parametrize(
    "text", ["anything else?", "are there more?", "is that all?", "show me more", "any others?"]
)
def test_more_of_the_same_is_what_the_set_left_out(chain: Chain, text: str) -> None:
    *_, answer = converse(chain, "papers about MoE", text)
    assert answer.abstained
    assert not answer.markdown.startswith("Nothing in this collection")
    assert answer.question.topic == "MoE"
    assert len(answer.question.besides) == 2


def test_more_of_so_many_are_the_next(chain: Chain) -> None:
    first = chain.ask("the six newest papers")
    some = chain.ask("the three newest papers")
    more = chain.ask("any more?", [some])
    assert [p.id for p in (*some.papers, *more.papers)] == [p.id for p in first.papers]


@pytest.mark.parametrize("text", ["the rest", "and the others?", "show me the remaining ones"])
def test_the_rest_of_a_list_cut_short_are_those_that_fit(chain: Chain, text: str) -> None:
    every = chain.ask("papers on quantization")
    two = "give me two papers on quantization"
    assert ids(converse(chain, two, text)[-1]) == ids(every) - ids(chain.ask(two))


def test_the_rest_after_some_more(chain: Chain) -> None:
    every = chain.ask("papers on reasoning")
    *_, answer = converse(chain, "give me two papers on reasoning", "two more", "the rest")
    assert len(answer.papers) == len(every.papers) - 4


def test_the_rest_of_a_whole_list_are_those_of_the_library(chain: Chain) -> None:
    *_, answer = converse(chain, "papers on quantization", "the others")
    assert not ids(answer) & ids(chain.ask("papers on quantization"))
    assert answer.question.topic == ""


@pytest.mark.parametrize(
    "text",
    [
        "And which ones have not released any?",
        "which don't have any?",
        "and those that share none?",
        "which of them do not offer any",
        "which ones come without any?",
        "how many have none?",
        "which lack it?",
    ],
)
def test_those_that_have_none_of_it(chain: Chain, text: str) -> None:
    before, _, without = converse(chain, "papers from 2024", "which of them release code?", text)
    papers = [chain.library.papers[paper.id] for paper in without.papers]
    assert len(papers) == 4
    assert not any(paper.has_code for paper in papers)
    assert {paper.id for paper in papers} < {paper.id for paper in before.papers}


def test_where_none_was_so_all_are_not(chain: Chain) -> None:
    before, none, others = converse(
        chain, "papers from 2023", "which of them have code?", "and which of them don't?"
    )
    assert none.abstained
    assert {paper.id for paper in others.papers} == {paper.id for paper in before.papers}


@pytest.mark.parametrize("text", ["and with?", "which have it?", "those that do"])
def test_after_those_without_it_those_with_it(chain: Chain, text: str) -> None:
    *_, with_code = converse(chain, "papers from 2024", "which have no code?", text)
    papers = [chain.library.papers[paper.id] for paper in with_code.papers]
    assert len(papers) == 3
    assert all(paper.has_code for paper in papers)
