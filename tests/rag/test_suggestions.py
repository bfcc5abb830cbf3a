from dataclasses import replace
from datetime import date

import pytest

from rag.suggestions import suggestions
from rag.types import Answer, Coverage, Filters, Kind, PaperRef, Question
from store.papers import Paper

PAPERS = {
    "a": Paper("a", "Ash: A Tree", "", "", authors=("Ann Ash",), date=date(2024, 1, 1)),
    "b": Paper("b", "Birk: A Tree Too", "", "", date=date(2025, 1, 1), has_code=True),
    "c": Paper("c", "On Trees", "", ""),
}


def answer(*ids, kind=Kind.LIST, **question):
    return Answer(
        question=Question("q", "q", kind, **question),
        markdown="",
        abstained=False,
        papers=tuple(PaperRef(i, PAPERS[i].title) for i in ids),
        citations=(),
        coverage=Coverage(3, 3),
        engine="extractive",
    )


def test_a_set_is_narrowed_ordered_and_compared():
    assert suggestions(answer("a", "b"), PAPERS) == (
        "Which of them have code?",
        "Which of them is the newest?",
        "Compare Ash and Birk",
    )


def test_what_was_asked_is_not_suggested():
    asked = {"Which of them is the newest?"}
    found = suggestions(answer("a", "b", filters=Filters(has_code=True)), PAPERS, asked)
    assert found == ("Compare Ash and Birk", "What is Ash about?", "What is Birk about?")


def test_one_paper_leads_to_what_its_record_knows():
    assert suggestions(answer("a", kind=Kind.SUMMARY), PAPERS) == (
        "Who wrote Ash?",
        "Does Ash have code?",
        "When was Ash published?",
    )


def test_a_paper_without_a_short_name_goes_by_its_title():
    assert suggestions(answer("c", kind=Kind.FACT), PAPERS) == (
        "What is On Trees about?",
        "Does On Trees have code?",
    )


def test_silence_suggests_nothing():
    assert (
        suggestions(replace(answer("a"), abstained=True), PAPERS)
        == suggestions(answer(), PAPERS)
        == ()
    )


@pytest.mark.parametrize(
    "question",
    ["Which papers target CPUs?", "What speedup does T-MAC reach?", "Compare T-MAC and VPTQ"],
)
def test_every_suggestion_is_answered(question, chain):
    first = chain.ask(question)
    for suggested in suggestions(first, chain.library.papers):
        assert not chain.ask(suggested, [first]).abstained, suggested


def test_code_is_asked_for_only_where_a_paper_of_the_library_has_some():
    bare = {paper_id: replace(paper, has_code=False) for paper_id, paper in PAPERS.items()}
    assert any(paper.has_code for paper in PAPERS.values())
    assert "code" in " ".join(suggestions(answer("a", kind=Kind.FACT), PAPERS))
    assert "code" not in " ".join(suggestions(answer("a", kind=Kind.FACT), bare))
