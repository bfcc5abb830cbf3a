"""Papers named by what they are about or by whom: a library of biology, history and law."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rag.chain import Chain
from rag.types import Answer, Kind

RECORDS = (
    (
        "CORALNET-A Survey of Reef Bleaching",
        "Reef bleaching was surveyed at forty sites. Bleaching rose with sea temperature. "
        "Shallow reefs bleached more often than deep reefs.",
        "March, 1999",
        ["Okoro, A.", "Lind, B."],
    ),
    (
        "Migration of Arctic Terns",
        "Terns were followed with geolocators from Greenland to the Weddell Sea. "
        "The birds travel seventy thousand kilometres a year.",
        "May, 2010",
        ["Egeland, C."],
    ),
    (
        "Grain Prices in Medieval Flanders",
        "Account books of three abbeys give the prices of wheat and rye. "
        "Rye was cheaper than wheat in every year but fluctuated more. Wheat was sold in towns.",
        "March, 1999",
        ["Vermeer, D."],
    ),
    (
        "Jury Size and the Right to a Fair Trial",
        "We compare verdicts of juries of six with those of twelve. "
        "Neither size convicts more often, but juries of twelve deliberate longer.",
        "June, 2003",
        ["Hale, E.", "Okoro, A."],
    ),
    (
        "The Witch Trials of Lorraine",
        "Court records of two thousand witch trials are read anew. "
        "Torture preceded most of the confessions.",
        "June, 2010",
        [],
    ),
)
REEFS, TERNS, GRAIN, JURY, WITCHES = (title for title, *_ in RECORDS)


@pytest.fixture(scope="module")
def fields(chained: Callable[..., Chain]) -> Chain:
    return chained(RECORDS)


def titles(answer: Answer) -> set[str]:
    return {paper.title for paper in answer.papers}


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Compare the paper on reef bleaching with the one on terns", {REEFS, TERNS}),
        (
            "the jury paper and the witch trials paper: how does each use court records?",
            {JURY, WITCHES},
        ),
        ("Vermeer's study vs Egeland's", {GRAIN, TERNS}),
        ("Hale & Okoro vs Egeland: how do they differ?", {JURY, TERNS}),  # Okoro alone has two
        ("arctic tern migration versus grain prices in Flanders", {TERNS, GRAIN}),
        ("How does CORALNET differ from the paper on grain prices?", {REEFS, GRAIN}),
        (
            "what is the difference between Hale's paper and the witch trials study?",
            {JURY, WITCHES},
        ),
    ],
)
def test_two_described_papers_are_compared(fields: Chain, question: str, wanted: set[str]) -> None:
    answer = fields.ask(question)
    assert answer.question.kind is Kind.COMPARE
    assert titles(answer) == wanted


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("who wrote the tern paper and the grain paper?", "C. Egeland|D. Vermeer"),
        ("Which is older, the paper on juries or the one on grain prices?", "older: March 1999"),
        ("Is the tern paper older than the one on juries?", "older: June 2003"),
        ("Which came first, the reef paper or the grain paper?", "are level: March 1999"),
        ("What year is the witch trials paper from?", "dated June 2010"),
        ("How many people wrote the jury paper?", "lists 2 authors"),
    ],
)
def test_the_records_of_described_papers(fields: Chain, question: str, said: str) -> None:
    markdown = fields.ask(question).markdown
    assert all(words in markdown for words in said.split("|"))


@pytest.mark.parametrize(
    "question",
    [
        "When was the paper on penguins published?",
        "Who wrote the paper on the French Revolution?",
        "Does the paper on tax law have code?",
        "Compare the jury paper with the paper on tax law",
        "compare the penguin paper with the jury paper",
    ],
)
def test_a_paper_that_is_not_there_is_not_the_nearest_one(fields: Chain, question: str) -> None:
    assert fields.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("wheat vs rye, which was cheaper?", "Rye was cheaper than wheat"),
        ("How do juries of six compare with juries of twelve?", "Neither size"),
        ("Are shallow reefs worse off than deep reefs?", "more often than deep reefs"),
    ],
)
def test_what_one_paper_says_of_two_things_comes_first(
    fields: Chain, question: str, first: str
) -> None:
    assert first in fields.ask(question).markdown


def test_people_of_papers_are_counted(fields: Chain) -> None:
    assert titles(fields.ask("papers with two authors")) == {REEFS, JURY}
    assert titles(fields.ask("Which papers have no author given?")) == {WITCHES}
    assert titles(fields.ask("who wrote more than one?")) == {REEFS, JURY}
    assert titles(fields.ask("Which years have only one paper?")) == {JURY}


def test_ends_of_time_with_their_ties(fields: Chain) -> None:
    assert titles(fields.ask("Which is the oldest paper?")) == {REEFS, GRAIN}
    assert titles(fields.ask("What are the newest papers?")) == {WITCHES, TERNS, JURY}
    assert titles(fields.ask("which paper came out right after CORALNET?")) == {JURY}


def test_follow_ups_set_papers_side_by_side(fields: Chain) -> None:
    first = fields.ask("who wrote CORALNET?")
    second = fields.ask("and the jury paper?", [first])
    assert titles(second) == {JURY}
    assert titles(fields.ask("compare them", [first, second])) == {REEFS, JURY}
    newest = fields.ask("newest paper?")
    assert titles(fields.ask("and the next one?", [newest])) == {TERNS}
    before = fields.ask("papers by Okoro")
    assert "E. Hale" in fields.ask("with whom?", [before]).markdown


def test_the_one_on_something_else_is_asked_the_same(fields: Chain) -> None:
    before = fields.ask("When was the paper on terns published?")
    assert "June 2003" in fields.ask("and the one on juries?", [before]).markdown


def test_the_survey_is_that_of_the_paper_before(fields: Chain) -> None:
    before = fields.ask("is there a paper on reef bleaching?")
    answer = fields.ask("how many sites did the survey cover?", [before])
    assert "forty sites" in answer.markdown


def test_papers_in_the_plural_are_not_set_side_by_side(fields: Chain) -> None:
    answer = fields.ask("Among the papers with an author, which is the newest?")
    assert answer.question.kind is not Kind.COMPARE


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Which papers are newer than the jury paper?", {TERNS, WITCHES}),
        ("papers before the study of juries", {REEFS, GRAIN}),
        ("Which paper came right after the paper on grain prices?", {JURY}),
        ("papers published the same year as the tern paper", {TERNS, WITCHES}),
    ],
)
def test_a_described_paper_stands_for_its_date(fields: Chain, text: str, titles: set[str]) -> None:
    assert {paper.title for paper in fields.ask(text).papers} == titles


def test_a_paper_that_is_not_there_stands_for_no_date(fields: Chain) -> None:
    assert fields.ask("Which papers are newer than the paper on unicorns?").abstained


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Which papers are by Lind, Hale or Vermeer?", {REEFS, JURY, GRAIN}),
        ("Which papers are not by Lind, Hale or Vermeer?", {TERNS, WITCHES}),
        ("papers not by Okoro or Egeland", {GRAIN, WITCHES}),
        ("papers neither by Okoro nor by Egeland", {GRAIN, WITCHES}),
    ],
)
def test_several_people_by_their_last_names(fields: Chain, text: str, titles: set[str]) -> None:
    assert {paper.title for paper in fields.ask(text).papers} == titles
